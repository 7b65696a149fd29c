import { localMoment, parseDecimalMinor, tidyText, wallTimeToInstant } from '#kernel'
import type { Layout, LayoutContext, QuarantinedRow, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import type { TicketSaid } from '../said.ts'

const COLUMNS = ['EventName', 'EventDate', 'TicketType', 'Quantity', 'ItemPrice', 'Price'] as const

/**
 * An art house's ticket sales by showing: a row is a showing × ticket type × unit price, with how many
 * were sold and what they came to. Dates as `Mar 16, 2018 5:00:00 PM`, by the cinema's own clock.
 */
export const TICKET_SALES_BY_SHOWING: Layout = {
  id: 'ticket-sales-by-showing',
  version: 2,
  name: 'Ticket sales by showing',
  table: 'ticket',
  about: 'cinema',
  // All that was sold from its first showing to its last: what it no longer has was taken out.
  meaning: { rows: 'keyed', scope: 'span' },
  columns: COLUMNS,
  reader: readerFor,
}

/** Longer is no name but a row that was cut wrongly. */
const NAME_LENGTH_MAX = 500

function readerFor(header: readonly string[], context: LayoutContext): RowReader {
  const names = header.map((name) => name.trim())
  const [title, date, type, quantity, unit, price] = COLUMNS.map((name) => names.indexOf(name))
  // A showing's rows stand together, so that its moment is worked out once.
  const moments = new Map<string, Moment | QuarantinedRow>()
  return (cells) => {
    if (cells.length !== names.length) return wrongColumns(cells.length, names.length)
    const cell = (at: number | undefined) => cells[at ?? -1] ?? ''
    const film = tidyText(cell(title))
    if (film === '') return quarantined('title_missing', 'The row names no film or event.')
    const ticketType = tidyText(cell(type))
    if (film.length > NAME_LENGTH_MAX || ticketType.length > NAME_LENGTH_MAX) {
      const say = `A name in the row is longer than ${NAME_LENGTH_MAX} characters. Is it cut right?`
      return quarantined('name_too_long', say)
    }
    const moment = momentOf(cell(date), context, moments)
    if ('fate' in moment) return moment
    const amounts = readAmounts(cell(quantity), cell(unit), cell(price), context.currency)
    if ('fate' in amounts) return amounts
    const kind = amounts.quantity < 0 ? 'refund' : 'sale'
    const key = [film, moment.startsAtSeconds, ticketType, amounts.unitMinor, kind].join('\u001f')
    const said: TicketSaid = {
      table: 'ticket',
      film: { title: film },
      ticketType,
      kind,
      quantity: amounts.quantity,
      priceMinor: amounts.priceMinor,
      ...moment,
      key,
    }
    return { fate: 'row', facts: [said] }
  }
}

function wrongColumns(found: number, wanted: number): QuarantinedRow {
  const say = `The row has ${found} cells where the header has ${wanted}. It may be cut off.`
  return quarantined('columns_wrong', say)
}

type Moment = Pick<TicketSaid, 'startsAtSeconds' | 'tradingDay' | 'startHour'>

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const MOMENT = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4}) (\d{1,2}):(\d{2}):(\d{2}) ([AP]M)$/
/** No till wrote exports before; a clock that was reset says 1970. The engine's calendar ends in 2106. */
const YEAR_LEAST = 1980
const YEAR_MOST = 2100
const MOMENTS_KEPT_MAX = 10_000

function momentOf(
  text: string,
  context: LayoutContext,
  known: Map<string, Moment | QuarantinedRow>,
): Moment | QuarantinedRow {
  const found = known.get(text)
  if (found) return found
  if (known.size >= MOMENTS_KEPT_MAX) known.clear()
  const moment = readMoment(text.trim(), context)
  known.set(text, moment)
  return moment
}

function readMoment(text: string, context: LayoutContext): Moment | QuarantinedRow {
  const match = MOMENT.exec(text)
  const month = MONTHS.indexOf(match?.[1] ?? '') + 1
  const [day = 0, year = 0, hour = 0, minute = 0, second = 0] = (match ?? [])
    .slice(2, 7)
    .map(Number)
  const wrong = `“${text}” is no date and time like “Mar 16, 2018 5:00:00 PM”.`
  if (!match || month === 0 || hour < 1 || hour > 12) return quarantined('moment_unreadable', wrong)
  if (year < YEAR_LEAST || year > YEAR_MOST) {
    return quarantined('year_absurd', `The year is ${match[3]}. Is the till’s clock right?`)
  }
  const hour24 = (hour % 12) + (match[7] === 'PM' ? 12 : 0)
  const local = plainDateTime({ year, month, day, hour: hour24, minute, second })
  if (!local) return quarantined('moment_unreadable', wrong)
  const instant = wallTimeToInstant(local, context.timezone)
  if (!instant) {
    const say = `At ${context.timezone} the clock skipped ${text}; no screening can start then.`
    return quarantined('moment_skipped', say)
  }
  const { tradingDay, hour: startHour } = localMoment(instant, context)
  return { startsAtSeconds: Math.floor(instant.epochMilliseconds / 1000), tradingDay, startHour }
}

function plainDateTime(parts: Temporal.DateTimeLikeObject) {
  try {
    return Temporal.PlainDateTime.from(parts, { overflow: 'reject' })
  } catch {
    // February 30th, 25 o'clock: a RangeError is how Temporal says that there is no such moment.
    return undefined
  }
}

const QUANTITY = /^-?\d{1,7}$/
const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/

type Amounts = { quantity: number; unitMinor: bigint; priceMinor: bigint }

function readAmounts(
  quantityText: string,
  unitText: string,
  priceText: string,
  currency: string,
): Amounts | QuarantinedRow {
  const trimmed = quantityText.trim()
  if (!QUANTITY.test(trimmed) || Number(trimmed) === 0) {
    return quarantined('quantity_unreadable', `“${trimmed}” is no number of tickets.`)
  }
  const quantity = Number(trimmed)
  const unitMinor = readAmount(unitText, currency)
  const priceMinor = readAmount(priceText, currency)
  if (unitMinor === undefined || priceMinor === undefined) {
    const bad = unitMinor === undefined ? unitText : priceText
    const say = `“${bad.trim()}” is no amount in ${currency} like 8, 8.75 or 1,257.75.`
    return quarantined('amount_unreadable', say)
  }
  if (BigInt(quantity) * unitMinor !== priceMinor) {
    const say = `${quantity} × ${unitText.trim()} is not ${priceText.trim()}.`
    return quarantined('amounts_disagree', say)
  }
  return { quantity, unitMinor, priceMinor }
}

function readAmount(text: string, currency: string): bigint | undefined {
  const trimmed = text.trim()
  const plain = GROUPED.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed
  const minor = parseDecimalMinor(plain, currency)
  // A single row of more than 10^15 minor units is a broken cell, and sums must fit 128 bits.
  return minor !== undefined && minor < 10n ** 15n && minor > -(10n ** 15n) ? minor : undefined
}
