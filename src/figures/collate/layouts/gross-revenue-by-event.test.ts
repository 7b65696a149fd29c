import { expect, test } from 'vitest'
import { GROSS_REVENUE_BY_EVENT } from './gross-revenue-by-event.ts'
import { goldenOf } from './layout-testing.ts'

const FILE = `Event,Gross Revenue
Café Lumière ,"$2,822.00"
"The Hall, Part Two",$60.00
Nobody Came,$0.00
Taken Back,($12.50)
Series: A Film,250
,$5.00
A Film,"$2,82.00"
A Film,about 5
A Film,
A Film,$5.00,$6.00
`

test('an event and all it took, without a day', async () => {
  const golden = await goldenOf(GROSS_REVENUE_BY_EVENT, FILE)
  const said = {
    table: 'box_office',
    territory: '',
    kind: 'undated',
    measure: 'gross',
    currency: 'USD',
    definition: 'tickets and concessions, as its publisher says',
  }
  expect(golden.slice(0, 2)).toEqual([
    [{ ...said, key: 'gross\u001fCafé Lumière', film: { title: 'Café Lumière' }, value: '282200' }],
    [{ ...said, key: expect.any(String), film: { title: 'The Hall, Part Two' }, value: '6000' }],
  ])
  const values = golden.slice(2, 5).map((facts) => facts[0])
  expect(values).toMatchObject([{ value: '0' }, { value: '-1250' }, { value: '25000' }])
  expect(golden.slice(5)).toEqual([
    'title_missing: The row names no film or event.',
    'amount_unreadable: “$2,82.00” is no amount in USD like $2,822.00.',
    'amount_unreadable: “about 5” is no amount in USD like $2,822.00.',
    'value_missing: The row has no amount.',
    'columns_wrong: The row has 3 cells where the header has 2. It may be cut off.',
  ])
})

test('it is the whole of what the cinema reports; a table with more columns is another', async () => {
  expect(GROSS_REVENUE_BY_EVENT.meaning).toEqual({ rows: 'keyed', scope: 'all' })
  const dated = 'Date,Event,Gross Revenue\n2018-01-01,A,$5.00\n'
  await expect(goldenOf(GROSS_REVENUE_BY_EVENT, dated)).rejects.toThrow('No layout fits')
})
