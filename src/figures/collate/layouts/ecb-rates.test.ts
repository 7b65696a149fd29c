import { expect, test } from 'vitest'
import { ECB_RATES } from './ecb-rates.ts'
import { goldenOf } from './layout-testing.ts'

const FILE = `Date,USD,JPY,EEK,GBP,CHF,
2026-04-13,1.1684,186.75,N/A,0.87058,0.9242,
1999-01-04,1.1789,133.73,15.6466,N/A,N/A,
2026-04-12,N/A,N/A,N/A,N/A,N/A,
2026-04-10,1.1711,x,N/A,0.87105,0.9241,
2026-04-09,0.000,186,N/A,0.87105,0.9241,
9/4/2026,1.1685,186,N/A,0.87105,0.9241,
2026-04-08,1.1685,186
`

test('a row is a day, and says a rate for every currency that was quoted', async () => {
  const golden = await goldenOf(ECB_RATES, FILE)
  const said = { table: 'rate', base: 'EUR', day: '2026-04-13', key: expect.any(String) }
  expect(golden[0]).toEqual([
    { ...said, currency: 'USD', rate: '1.1684' },
    { ...said, currency: 'JPY', rate: '186.75' },
    { ...said, currency: 'GBP', rate: '0.87058' },
    { ...said, currency: 'CHF', rate: '0.9242' },
  ])
  // A currency that has ended since.
  expect(golden[1]).toMatchObject([{}, {}, { currency: 'EEK', rate: '15.6466' }])
  expect(golden.slice(2)).toEqual([
    'empty: no rate quoted',
    'number_unreadable: “x” is no rate of JPY like 1.1684.',
    'number_unreadable: “0.000” is no rate of USD like 1.1684.',
    'moment_unreadable: “9/4/2026” is no date like “2018-03-16”.',
    'columns_wrong: The row has 3 cells where the header has 7. It may be cut off.',
  ])
})

test('a table with those columns and others is not theirs', async () => {
  const sales = 'Date,Film,USD,JPY,GBP,CHF\n2026-04-13,A,1,2,3,4\n'
  await expect(goldenOf(ECB_RATES, sales)).rejects.toThrow('No layout fits')
})
