import { expect, test } from 'vitest'
import { goldenOf } from './layout-testing.ts'
import { MERCHANDISE_SALES } from './merchandise-sales.ts'

const HEADER =
  'Order Date,Order Number,Buyer Type,Sales Line Type,Product Group,Product Name,Product SKU,' +
  'Price Type,Quantity,Price,Sales Tax,Pay Methods'
function line(date: string, quantity = '1', price = '$36.00', product = 'Noir Pass'): string {
  const what = `Merchandise,Merchandise,${product},Pass,Series Pass`
  return `${date},4913,Web-Standard,${what},${quantity},${price},$0.00,Visa`
}

test('a line of an order is a sale; equal lines are as many sales', async () => {
  const date = '6/23/2016 5:56:54 PM'
  const file = [HEADER, line(date), line(date), line('11/4/2018 2:09:13 AM', '2', '"$1,257.75"')]
  const golden = await goldenOf(MERCHANDISE_SALES, file.join('\n'))
  expect(golden[0]).toEqual([
    {
      table: 'concession',
      key: expect.stringContaining('Noir Pass'),
      soldAtSeconds: Date.UTC(2016, 5, 23, 22, 56, 54) / 1000,
      soldDay: '2016-06-23',
      product: 'Noir Pass',
      productGroup: 'Merchandise',
      priceType: 'Series Pass',
      channel: 'Web-Standard',
      payment: 'Visa',
      orderReference: '4913',
      quantity: 1,
      priceMinor: 3600n,
      taxMinor: 0n,
    },
  ])
  expect(golden[1]).toEqual(golden[0])
  expect(golden[2]).toMatchObject([{ quantity: 2, priceMinor: 125_775n, soldDay: '2018-11-03' }])
  expect(MERCHANDISE_SALES.meaning).toEqual({ rows: 'counted', scope: 'span' })
})

test('a line given away and paid by nothing counts; what cannot be read does not', async () => {
  const free = line('3/3/2019 11:58:36 AM', '1', '$0.00').replace('Visa', '')
  const file = [
    HEADER,
    free,
    line('23/6/2016 5:56:54 PM'),
    line('6/23/0216 5:56:54 PM'),
    line('3/10/2019 2:30:00 AM'),
    line('6/23/2016 5:56:54 PM', '0'),
    line('6/23/2016 5:56:54 PM', '1.5'),
    line('6/23/2016 5:56:54 PM', '1', '36 dollars'),
    line('6/23/2016 5:56:54 PM', '1', '$36.00', ' '),
  ]
  const [given, ...refused] = await goldenOf(MERCHANDISE_SALES, file.join('\n'))
  expect(given).toMatchObject([{ priceMinor: 0n, payment: '' }])
  expect(refused.map((say) => String(say).split(':')[0])).toEqual([
    'moment_unreadable',
    'year_absurd',
    'moment_skipped',
    'quantity_unreadable',
    'quantity_unreadable',
    'amount_unreadable',
    'value_missing',
  ])
})
