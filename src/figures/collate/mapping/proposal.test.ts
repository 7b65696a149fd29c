import { describe, expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import { compileMapping } from './compile-mapping.ts'
import type { ProposalContext } from './proposal.ts'
import { proposeMapping } from './propose-mapping.ts'
import { readMappingText } from './read-mapping.ts'
import { gradeSet, tally, unseenSets } from './testing-proposals.ts'

/** Six rounds of header sets, each new to the rules as they then were: docs/proof/mapping-proposals.md. */
const ROUNDS = ['1', '2', '3', '4', '5', '6']

describe('proposals on header sets', () => {
  test.each(ROUNDS)('round %s: nine in ten columns right, hardly one wrong', (round) => {
    const { columns, right, wrong } = tally(unseenSets(`unseen/${round}`).flatMap(gradeSet))
    expect(right / columns).toBeGreaterThanOrEqual(0.95)
    expect(wrong / columns).toBeLessThanOrEqual(0.025)
  })

  test('what is proposed can be read back and reads rows, unless something must be answered first', () => {
    for (const set of ROUNDS.flatMap((round) => unseenSets(`unseen/${round}`))) {
      const context = { fileName: set.fileName, ...set.context }
      const proposal = proposeMapping(set.header, set.rows, {}, context)
      const read = readMappingText(proposal.text)
      if (proposal.counts.asked > 0 || !read.ok) {
        expect(`${set.id} asks ${proposal.counts.asked > 0}`).toBe(`${set.id} asks true`)
        continue
      }
      const reader = compileMapping(read.value).reader(set.header, {
        timezone: 'UTC',
        currency: 'EUR',
        territory: 'IE',
        dayStartsAt: 6,
        ...set.context,
        fileName: set.fileName,
      })
      const fates = set.rows.map((cells) => reader(cells).fate)
      expect(`${set.id}: ${fates.join(' ')}`).toBe(`${set.id}: ${fates.map(() => 'row').join(' ')}`)
    }
  })
})

const CONTEXT: ProposalContext = {
  fileName: 'report.csv',
  timezone: 'Europe/Dublin',
  currency: 'EUR',
}
const column = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
  name: string,
  context = CONTEXT,
) => proposeMapping(header, rows, {}, context).columns.find((one) => one.column === name)

describe('what is asked, never guessed', () => {
  const DAYS = ['Date', 'Film', 'Sites', 'Gross']
  const days = (...dates: readonly string[]) => dates.map((date) => [date, 'Ida', '3', '1204.50'])

  test('03/04/2018, which nothing settles, with both readings', () => {
    const found = column(DAYS, days('03/04/2018', '03/04/2018'), 'Date')
    expect(found).toMatchObject({
      confidence: 'asked',
      question: {
        choices: [
          { say: 'Day first', shows: '2018-04-03', rule: { dates: 'dmy' } },
          { say: 'Month first', shows: '2018-03-04', rule: { dates: 'mdy' } },
        ],
      },
    })
  })

  test.each([
    ['a day beyond the twelfth', ['03/04/2018', '13/04/2018'], 'dmy'],
    ['a month beyond the twelfth place', ['03/04/2018', '03/13/2018'], 'mdy'],
    [
      'days that follow each other',
      ['01/04/2018', '02/04/2018', '03/04/2018', '04/04/2018', '05/04/2018', '06/04/2018'],
      'dmy',
    ],
    ['points', ['3.4.2018', '4.4.2018'], 'dmy'],
  ])('but %s settles it', (_, dates, order) => {
    expect(column(DAYS, days(...dates), 'Date')?.rule).toMatchObject({ dates: order })
  })

  test('a weekday beside it settles it, as does the name of the file', () => {
    const header = ['Weekday', ...DAYS]
    const rows = days('03/04/2018').map((row) => ['Tuesday', ...row])
    expect(column(header, rows, 'Date')?.rule).toMatchObject({ dates: 'dmy' })
    const named = { ...CONTEXT, fileName: 'takings-2018-03.csv' }
    expect(column(DAYS, days('03/04/2018'), 'Date', named)?.rule).toMatchObject({ dates: 'mdy' })
  })

  const amounts = (...cells: readonly string[]) =>
    cells.map((cell) => ['2018-04-03', 'Ida', '3', cell])
  test('1,234 alone: a decimal mark, or thousands', () => {
    const found = column(DAYS, amounts('1,230', '2,340'), 'Gross')
    expect(found?.question?.choices).toMatchObject([
      { say: 'Decimal comma', shows: '1.23 EUR' },
      { say: 'Decimal point', shows: '1230.00 EUR' },
    ])
  })

  test.each([
    ['another amount that has both marks', ['1,230', '2,340.50'], '.'],
    ['an amount that cannot be grouped so', ['1,230', '2,34'], ','],
    ['amounts finer than any coin', ['1,234', '2,345', '3,456', '4,567'], '.'],
  ])('but %s settles it', (_, cells, decimal) => {
    expect(column(DAYS, amounts(...cells), 'Gross')?.rule).toMatchObject({ decimal })
  })

  test('票房 without a unit, where 元 would be implausible', () => {
    const header = ['日期', '影片', '票房']
    const rows = ['10243.51', '4120.77', '204.19'].map((cell) => ['2026-11-20', '盐路', cell])
    const context = { ...CONTEXT, currency: 'CNY' }
    expect(
      column(header, rows, '票房', context)?.question?.choices.map(({ shows }) => shows),
    ).toEqual(['10243.51 CNY', '102435100.00 CNY', '1024351000000.00 CNY'])
    expect(column(['日期', '影片', '票房(万元)'], rows, '票房(万元)', context)?.rule).toMatchObject(
      {
        unit: 'ten_thousand',
      },
    )
  })

  test('a price beside quantities that could be of one or of all', () => {
    const header = ['Film', 'Start', 'Type', 'Qty', 'Price']
    const row = (type: string, quantity: string, price: string) => [
      'Ida',
      '2026-11-20 20:15',
      type,
      quantity,
      price,
    ]
    const open = [row('Adult', '2', '12.00'), row('Child', '3', '8.00'), row('Senior', '1', '9.00')]
    expect(column(header, open, 'Price')?.question?.choices.map(({ say }) => say)).toEqual([
      'Price, all together',
      'Price of one',
      'Leave it out',
    ])
    const grows = [
      row('Adult', '2', '24.00'),
      row('Adult', '3', '36.00'),
      row('Adult', '1', '12.00'),
    ]
    expect(column(header, grows, 'Price')?.rule).toMatchObject({ field: 'price' })
    const stays = [
      row('Adult', '2', '12.00'),
      row('Adult', '3', '12.00'),
      row('Adult', '1', '12.00'),
    ]
    expect(column(header, stays, 'Price')?.rule).toMatchObject({ field: 'unitPrice' })
  })

  test('two columns that both say they are the gross', () => {
    const header = ['日期', '影片', '综合票房(万元)', '分账票房(万元)', '人次']
    const rows = [['2026-11-20', '盐路', '10243.51', '9310.22', '2514003']]
    const asked = proposeMapping(header, rows, {}, { ...CONTEXT, currency: 'CNY' }).columns
    expect(
      asked.filter(({ confidence }) => confidence === 'asked').map((one) => one.column),
    ).toEqual(['综合票房(万元)', '分账票房(万元)'])
  })

  test('what is known of staff and customers stays in the file', () => {
    const header = ['Film', 'Start', 'Price', 'Cashier', 'Customer Name', 'Mobile', 'E-mail']
    const rows = [
      [
        'Ida',
        '2026-11-20 20:15',
        '12.00',
        'K. Daly',
        'Ann Lee',
        '+353 87 123 4567',
        'a@example.org',
      ],
    ]
    const proposal = proposeMapping(header, rows, {}, CONTEXT)
    const left = proposal.columns.filter(({ confidence }) => confidence === 'left_out')
    expect(left.map((one) => [one.column, one.reads])).toEqual([
      ['Cashier', 'Names of staff stay in the file'],
      ['Customer Name', 'What is known of customers stays in the file'],
      ['Mobile', 'What is known of customers stays in the file'],
      ['E-mail', 'What is known of customers stays in the file'],
    ])
    const ignore = ['Cashier', 'Customer Name', 'Mobile', 'E-mail']
    expect(expectAccepted(readMappingText(proposal.text))).toMatchObject({ ignore })
  })
})

test('a known layout with a renamed column is seen as that layout', () => {
  const header = ['EventName', 'EventDate', 'TicketType', 'Qty', 'ItemPrice', 'Price']
  const rows = [['Ida', 'Mar 16, 2018 5:00:00 PM', 'Adult', '2', '8.75', '17.50']]
  const proposal = proposeMapping(header, rows, {}, CONTEXT)
  expect(proposal.looksLike).toBe('Ticket sales by showing, with “Qty” for “Quantity”')
  expect(expectAccepted(readMappingText(proposal.text))).toMatchObject({
    layout: 'ticket-sales-by-showing',
    rename: [{ column: 'Qty', was: 'Quantity' }],
  })
})

test('sales are counted where they are single, keyed where they are sums by showing', () => {
  const sums = ['Film', 'Start', 'Type', 'Qty', 'Total']
  const rows = [
    ['Ida', '2026-11-20 20:15', 'Adult', '40', '480.00'],
    ['Ida', '2026-11-20 20:15', 'Child', '10', '80.00'],
    ['Ida', '2026-11-21 20:15', 'Adult', '31', '372.00'],
    ['Boot', '2026-11-21 17:00', 'Adult', '12', '144.00'],
  ]
  const of = (header: readonly string[], cells: readonly (readonly string[])[]) => {
    const { mapping } = proposeMapping(header, cells, {}, CONTEXT)
    return 'rows' in mapping ? mapping.rows : undefined
  }
  expect(of(sums, rows)).toEqual(['film', 'startsAt', 'ticketType'])
  expect(
    of(
      [...sums, 'Sold at'],
      rows.map((row) => [...row, '2026-11-20 19:02:11']),
    ),
  ).toBe('counted')
})

test('a Thai file: baht where it says so, asked first where it does not', () => {
  const context = { fileName: 'report.csv' }
  const of = (gross: string, cell: string, film = 'ภาพยนตร์') =>
    proposeMapping(['วันที่', film, gross], [['20/11/2561', 'Ida', cell]], {}, context)
  const currencies = ({ questions }: ReturnType<typeof of>) =>
    questions.find(({ about }) => about === 'currency')?.choices.map(({ value }) => value)
  for (const sure of [
    of('รายได้ (บาท)', '120.50'),
    of('รายได้', '฿120.50'),
    of('รายได้', '120.50 ฿'),
  ]) {
    expect(sure.mapping).toMatchObject({ currency: 'THB', columns: [{ era: 'buddhist' }, {}, {}] })
    expect(currencies(sure)).toBeUndefined()
  }
  const asked = of('รายได้', '120.50')
  expect(asked.mapping).not.toHaveProperty('currency')
  expect(currencies(asked)?.[0]).toBe('THB')
  const english = proposeMapping(
    ['Date', 'Film', 'Gross'],
    [['20/11/2561', 'Ida', '120.50']],
    {},
    context,
  )
  expect(currencies(english)?.[0]).toBe('THB')
})

test('a line of totals among the rows is a rule, not a film', () => {
  const header = ['影片', '日期', '票房(万元)']
  const rows = [
    ['盐路', '2026-11-20', '12.5'],
    ['冷港', '2026-11-20', '3.5'],
    ['合计', '', '16.0'],
  ]
  const { mapping } = proposeMapping(header, rows, {}, { ...CONTEXT, currency: 'CNY' })
  expect(mapping).toMatchObject({
    empty: [{ rule: 'a line of totals', column: '影片', is: ['合计'] }],
  })
})
