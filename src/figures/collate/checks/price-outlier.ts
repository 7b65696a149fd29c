import { moneyToWire } from '#kernel'
import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import { within } from './scope-sql.ts'
import { amount, counted, localTime, placeName } from './wording.ts'

const TIMES_MEDIAN = 10
const FACTS_TO_JUDGE = 20

type Dear = {
  owner: number
  cinema: number
  source: number
  type: string
  currency: string
  median: string
  films: readonly number[]
  starts: readonly string[]
  days: readonly string[]
  tickets: readonly string[]
  paid: readonly string[]
}

export const priceOutlier: Check = {
  id: 'price_outlier',
  name: 'A price far above its ticket type',
  severity: 'warning',
  explanation:
    'A ticket that cost more than ten times the median of its ticket type in the same cinema: a comma ' +
    'lost, minor units taken for whole ones, or a group sold as one ticket. Look at the row in its file.',
  needs: ['ticket'],
  async run(context) {
    const rows = await dearOnes(context)
    const titles = await context.films(rows.flatMap(({ films }) => films))
    return { findings: rows.map((row) => finding(row, titles, context)) }
  },
}

/** The median is over all that is known of the type, so that a few days do not set it. */
function dearOnes(context: CheckContext) {
  const key = 'owner, cinema, source, ticket_type, currency'
  const facts = (scope: string) => `
    select ${key}, film, starts_at, trading_day, fact, kind, sum(quantity) as tickets,
      sum(toInt128(price)) as paid
    from ticket where ${scope}
    group by ${key}, film, starts_at, trading_day, fact, kind having tickets > 0 and paid > 0`
  const all = within(context, { cinema: 'cinema', source: 'source' })
  const asked = within(context, { day: 'trading_day', cinema: 'cinema', source: 'source' })
  return context.ask<Dear>(`
    select owner, cinema, source, ticket_type as type, currency,
      toString(any(median)) as median, groupArray(film) as films,
      groupArray(toString(toUnixTimestamp(starts_at))) as starts,
      groupArray(toString(trading_day)) as days, groupArray(toString(tickets)) as tickets,
      groupArray(toString(paid)) as paid
    from (
      select * from (${facts(asked)}) as f inner join (
        select ${key}, quantileExact(0.5)(intDiv(price, quantity)) as median from ticket
        where ${all} and kind = 'sale' and quantity > 0 and price > 0
        group by ${key} having count() >= ${FACTS_TO_JUDGE}
      ) as usual using (${key})
      where paid > toInt128(median) * tickets * ${TIMES_MEDIAN}
      order by paid desc limit 10000
    ) group by ${key} order by ${key}`)
}

function finding(row: Dear, titles: ReadonlyMap<number, string>, context: CheckContext): Finding {
  const { owner, cinema, source, type, currency, films } = row
  const name = placeName(context, cinema)
  const zone = context.places.get(cinema)?.timezone ?? 'UTC'
  const median = { minor: BigInt(row.median), currency }
  const sum = row.paid.reduce((total, one) => total + BigInt(one), 0n)
  const [tickets, paid] = [Number(row.tickets[0]), BigInt(row.paid[0] ?? 0)]
  const dearest = { minor: paid / BigInt(tickets), currency }
  const days = row.days.toSorted()
  const [firstDay = '', lastDay = ''] = [days[0], days.at(-1)]
  return {
    subject: `${cinema}/${source}/${type}`,
    say:
      `${counted(films.length, 'sale')} of “${type}” at ${name} cost over ten times the usual ` +
      `${amount(median)}, the dearest ${amount(dearest)} a ticket: look for a lost decimal mark.`,
    values: {
      count: films.length,
      type,
      cinema: name,
      median: moneyToWire(median),
      dearest: moneyToWire(dearest),
    },
    organisationId: owner,
    cinemaId: cinema,
    sourceId: source,
    firstDay,
    lastDay,
    money: [{ minor: sum, currency }],
    rows: rowsOf(
      ['starts', 'film', 'ticketType', 'tickets', 'gross'],
      films.map((film, at) => [
        localTime(Number(row.starts[at]), zone),
        titles.get(film) ?? '',
        type,
        Number(row.tickets[at]),
        moneyToWire({ minor: BigInt(row.paid[at] ?? 0), currency }),
      ]),
    ),
  }
}
