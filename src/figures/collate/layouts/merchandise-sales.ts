import type { Layout, LayoutContext, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { readMinor } from '../values/amount.ts'
import { kept } from '../values/kept.ts'
import { readMoment } from '../values/moment.ts'
import { readName } from '../values/name.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = [
  'Order Date',
  'Order Number',
  'Buyer Type',
  'Product Group',
  'Product Name',
  'Product SKU',
  'Price Type',
  'Quantity',
  'Price',
  'Sales Tax',
  'Pay Methods',
] as const

/**
 * What a cinema sold beside its tickets: a row is a line of an order. Two posters in one order are two
 * equal rows, and both count. Moments as `6/23/2016 5:56:54 PM`, by the cinema's own clock.
 */
export const MERCHANDISE_SALES: Layout = {
  id: 'merchandise-sales',
  version: 1,
  name: 'Merchandise sales',
  table: 'concession',
  about: 'cinema',
  meaning: { rows: 'counted', scope: 'span' },
  columns: COLUMNS,
  reader: readerFor,
}

function readerFor(header: readonly string[], context: LayoutContext): RowReader {
  const named = namedCells(header, COLUMNS)
  const { currency } = context
  const form = { currency, signs: ['$'], group: ',', like: '$36.00' } as const
  const amount = kept((text) => readMinor(text, form))
  const moment = kept((text) => readMoment(text, 'MM/DD/YYYY', 'h:mm AM', context))
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    const read = allRead({
      sold: moment(row['Order Date']),
      product: readProduct(row['Product Name']),
      quantity: readQuantity(row.Quantity),
      price: amount(row.Price),
      tax: amount(row['Sales Tax']),
      group: readName(row['Product Group']),
      priceType: readName(row['Price Type']),
    })
    if (isQuarantined(read)) return read
    const { sold, product, quantity, price, tax } = read
    const order = row['Order Number']
    return {
      fate: 'row',
      facts: [
        {
          table: 'concession',
          // All that the row says: nothing less would tell two sales apart.
          key: factKey(
            ...[order, sold.epochSeconds, product, row['Product SKU'], read.group, read.priceType],
            ...[quantity, price, tax, row['Buyer Type'], row['Pay Methods']],
          ),
          soldAtSeconds: sold.epochSeconds,
          soldDay: sold.tradingDay,
          product,
          productGroup: read.group,
          priceType: read.priceType,
          channel: row['Buyer Type'],
          payment: row['Pay Methods'],
          orderReference: order,
          quantity,
          priceMinor: price,
          taxMinor: tax,
        },
      ],
    }
  }
}

function readProduct(text: string) {
  const product = readName(text)
  return product === '' ? quarantined('value_missing', 'The row names no product.') : product
}

function readQuantity(text: string) {
  return /^-?\d{1,7}$/.test(text) && Number(text) !== 0
    ? Number(text)
    : quarantined('quantity_unreadable', `“${text}” is no number of things sold.`)
}
