import { expect, test } from 'vitest'
import { GIFT_CARD_TRANSACTIONS } from './gift-card-transactions.ts'
import { goldenOf } from './layout-testing.ts'

const FILE = `Anonymous Number,Activity Date,Order Number,Activity Desc,Amount,Type
229,6/17/2016,4909,Purchase,$5.00,Gift Certificate
229,6/17/2016,4909,Cancel Purchase,($5.00),Gift Certificate
229,6/17/2016,4909,Purchase,$5.00,Gift Certificate
7,12/21/2016,5001,Payment,"($1,250.25)",Gift Card
7,21/12/2016,5001,Payment,($5.00),Gift Card
7,12/21/2016,5001,Payment,(-$5.00),Gift Card
,12/21/2016,5001,Payment,($5.00),Gift Card
`

test('what went onto a card and what went off it', async () => {
  const golden = await goldenOf(GIFT_CARD_TRANSACTIONS, FILE)
  expect(golden[0]).toEqual([
    {
      table: 'stored_value',
      key: expect.any(String),
      day: '2016-06-17',
      card: '229',
      activity: 'Purchase',
      cardType: 'Gift Certificate',
      orderReference: '4909',
      amountMinor: 500n,
    },
  ])
  expect(golden[1]).toMatchObject([{ activity: 'Cancel Purchase', amountMinor: -500n }])
  // Bought twice in one order: told apart by counting.
  expect(golden[2]).toEqual(golden[0])
  expect(golden[3]).toMatchObject([{ day: '2016-12-21', amountMinor: -125_025n }])
  expect(golden.slice(4)).toEqual([
    'moment_unreadable: “21/12/2016” is no date like “3/16/2018”.',
    'amount_unreadable: “(-$5.00)” is no amount in USD like $5.00 or ($5.00).',
    'value_missing: The row names no card.',
  ])
  expect(GIFT_CARD_TRANSACTIONS.meaning).toEqual({ rows: 'counted', scope: 'days' })
})
