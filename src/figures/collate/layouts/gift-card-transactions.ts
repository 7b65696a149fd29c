import type { Layout, LayoutContext, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { readMinor } from '../values/amount.ts'
import { readDay } from '../values/date.ts'
import { kept } from '../values/kept.ts'
import { readName } from '../values/name.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = [
  'Anonymous Number',
  'Activity Date',
  'Order Number',
  'Activity Desc',
  'Amount',
  'Type',
] as const

/**
 * What went onto gift cards and off them: a row is one movement of one card on a day. `$5.00` went
 * onto the card, `($5.00)` off it. A card may move twice alike on a day: equal rows both count.
 */
export const GIFT_CARD_TRANSACTIONS: Layout = {
  id: 'gift-card-transactions',
  version: 1,
  name: 'Gift card transactions',
  table: 'stored_value',
  about: 'cinema',
  meaning: { rows: 'counted', scope: 'days' },
  columns: COLUMNS,
  reader: readerFor,
}

function readerFor(header: readonly string[], { currency }: LayoutContext): RowReader {
  const named = namedCells(header, COLUMNS)
  const form = { currency, signs: ['$'], group: ',', like: '$5.00 or ($5.00)' } as const
  const amount = kept((text) => readMinor(text, form))
  const day = kept((text) => readDay(text, 'MM/DD/YYYY'))
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    const read = allRead({
      card: readCard(row['Anonymous Number']),
      day: day(row['Activity Date']),
      activity: readName(row['Activity Desc']),
      amountMinor: amount(row.Amount),
      cardType: readName(row.Type),
      orderReference: readName(row['Order Number']),
    })
    if (isQuarantined(read)) return read
    const { card, activity, amountMinor, cardType, orderReference } = read
    const key = factKey(card, read.day, orderReference, activity, amountMinor, cardType)
    return { fate: 'row', facts: [{ table: 'stored_value', key, ...read }] }
  }
}

function readCard(text: string) {
  const card = readName(text)
  return card === '' ? quarantined('value_missing', 'The row names no card.') : card
}
