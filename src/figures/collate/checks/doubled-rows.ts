import { moneyToWire } from '#kernel'
import { literal } from '#warehouse'
import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import { within } from './scope-sql.ts'
import { amount, count, counted, daysText, placeName, sourceName } from './wording.ts'

/** So many different rows, each an even number of times, do not come about by themselves. */
const ROWS_TO_JUDGE = 16

type Doubled = {
  owner: number
  cinema: number
  source: number
  currency: string
  days: readonly string[]
  rows: readonly string[]
  paid: readonly string[]
}

/** Where the same row may stand more than once, and what makes it the same. */
const TABLES = [
  {
    table: 'ticket',
    day: 'trading_day',
    presence: 'quantity',
    content: 'screening, ticket_type, channel, payment, seat, kind, sold_at, price / quantity',
  },
  {
    table: 'concession',
    day: 'sold_day',
    presence: 'weight',
    content: 'sold_at, product, price_type, channel, payment, order_reference, price / quantity',
  },
] as const

export const doubledRows: Check = {
  id: 'doubled_rows',
  name: 'A day stands twice in a file',
  severity: 'warning',
  explanation:
    'In a file without keys equal rows count as often as they stand. Here every row of a day stands an ' +
    'even number of times, at least sixteen different ones: most likely the export was appended to ' +
    'itself. Import the file with each row once.',
  needs: ['ticket', 'concession'],
  async run(context) {
    const found: Finding[] = []
    for (const one of TABLES) {
      const rows = await doubledDays(context, one)
      found.push(...rows.map((row) => finding(one.table, row, context)))
    }
    return { findings: found }
  },
}

async function doubledDays(
  context: CheckContext,
  { table, day, presence, content }: (typeof TABLES)[number],
): Promise<readonly Doubled[]> {
  // Live sales and the sample are counted by their own numbers.
  const files = [...context.sources.values()].filter(({ kind }) => kind === 'file')
  if (files.length === 0) return []
  const sources = literal.list(
    files.map(({ id }) => id),
    literal.uint32,
  )
  const key = `owner, cinema, source, currency, ${day}`
  const asked = within(context, { day, cinema: 'cinema', source: 'source' })
  return context.ask<Doubled>(`
    select owner, cinema, source, currency, groupArray(toString(${day})) as days,
      groupArray(toString(kinds)) as rows, groupArray(toString(intDiv(gross, 2))) as paid
    from (
      select ${key}, count() as kinds, sum(paid) as gross from (
        select ${key}, what, count() as times, sum(paid) as paid from (
          select ${key}, fact, any((${content})) as what, sum(toInt128(price)) as paid
          from ${table} where ${asked} and source in ${sources} and quantity != 0
          group by ${key}, fact having sum(${presence}) != 0
        ) group by ${key}, what
      ) group by ${key} having kinds >= ${ROWS_TO_JUDGE} and countIf(times % 2 = 1) = 0
      order by ${day}
    ) group by owner, cinema, source, currency order by owner, cinema, source`)
}

function finding(table: string, row: Doubled, context: CheckContext): Finding {
  const { owner, cinema, source, currency, days } = row
  const name = sourceName(context, source)
  const place = placeName(context, cinema)
  const [firstDay = '', lastDay = ''] = [days[0], days.at(-1)]
  const rows = row.rows.reduce((sum, one) => sum + Number(one), 0)
  const stake = { minor: row.paid.reduce((sum, one) => sum + BigInt(one), 0n), currency }
  return {
    subject: `${table}/${cinema}/${source}/${currency}`,
    say:
      `“${name}” of ${place}: on ${counted(days.length, 'day')} (${daysText(firstDay, lastDay)}) all ` +
      `${count(rows)} different rows stand twice, ${amount(stake)} too much if that is a mistake. ` +
      'Import the file with each row once.',
    values: {
      source: name,
      cinema: place,
      days: days.length,
      firstDay,
      lastDay,
      count: rows,
      stake: moneyToWire(stake),
    },
    organisationId: owner,
    cinemaId: cinema,
    sourceId: source,
    firstDay,
    lastDay,
    money: [stake],
    rows: rowsOf(
      ['day', 'rows', 'gross'],
      days.map((day, at) => [
        day,
        Number(row.rows[at]),
        moneyToWire({ minor: BigInt(row.paid[at] ?? 0), currency }),
      ]),
    ),
  }
}
