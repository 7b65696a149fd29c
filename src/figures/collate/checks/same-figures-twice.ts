import { moneyToWire } from '#kernel'
import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import { within } from './scope-sql.ts'
import { amount, counted, daysText, placeName, sourceName } from './wording.ts'

const EQUAL_SHARE_LEAST = 0.95
/** One screening that agrees may agree by chance. */
const SCREENINGS_LEAST = 2

type Twice = {
  owner: number
  cinema: number
  left: number
  right: number
  currency: string
  days: readonly string[]
  screenings: readonly string[]
  equal: readonly string[]
  paid: readonly string[]
}

export const sameFiguresTwice: Check = {
  id: 'same_figures_twice',
  name: 'Two sources say the same day',
  severity: 'warning',
  explanation:
    'Two sources of one cinema have, on one day, at least 95 % of their screenings with the same start, ' +
    'tickets and gross. The day most likely counts twice: take one of the two back.',
  needs: ['ticket'],
  async run(context) {
    const rows = await daysTwice(context)
    return { findings: rows.map((row) => finding(row, context)) }
  },
}

function daysTwice(context: CheckContext) {
  const asked = within(context, { day: 'trading_day', cinema: 'cinema' })
  const key = 'owner, cinema, currency, trading_day'
  // Two sources may spell a film in two ways: its start and figures tell a screening.
  const screenings = `
    select ${key}, source, (starts_at, sum(quantity), sum(toInt128(price))) as what,
      sum(toInt128(price)) as paid
    from ticket where ${asked}
    group by ${key}, source, screening, starts_at having sum(quantity) > 0`
  const daily = `
    select ${key}, source, groupArray(what) as whats, count() as screenings, sum(paid) as gross
    from (${screenings}) group by ${key}, source having screenings >= ${SCREENINGS_LEAST}`
  return context.ask<Twice>(`
    select owner, cinema, left_source as left, right_source as right, currency,
      groupArray(toString(trading_day)) as days, groupArray(toString(larger)) as screenings,
      groupArray(toString(same)) as equal, groupArray(toString(stake)) as paid
    from (
      select ${key}, l.source as left_source, r.source as right_source,
        length(arrayIntersect(l.whats, r.whats)) as same,
        greatest(length(arrayDistinct(l.whats)), length(arrayDistinct(r.whats))) as larger,
        least(l.gross, r.gross) as stake
      from (${daily}) as l inner join (${daily}) as r using (${key})
      where l.source < r.source and same >= larger * ${EQUAL_SHARE_LEAST}
      order by trading_day
    ) group by owner, cinema, left_source, right_source, currency
    order by owner, cinema, left_source, right_source`)
}

function finding(row: Twice, context: CheckContext): Finding {
  const { owner, cinema, left, right, currency, days } = row
  const name = placeName(context, cinema)
  const [one, other] = [sourceName(context, left), sourceName(context, right)]
  const [firstDay = '', lastDay = ''] = [days[0], days.at(-1)]
  const stake = { minor: row.paid.reduce((sum, paid) => sum + BigInt(paid), 0n), currency }
  return {
    subject: `${cinema}/${left}/${right}/${currency}`,
    say:
      `“${one}” and “${other}” say the same of ${name} on ${counted(days.length, 'day')} ` +
      `(${daysText(firstDay, lastDay)}): ${amount(stake)} most likely counts twice. Take one of the ` +
      'two back.',
    values: {
      source: one,
      other,
      cinema: name,
      days: days.length,
      firstDay,
      lastDay,
      stake: moneyToWire(stake),
    },
    organisationId: owner,
    cinemaId: cinema,
    sourceId: right,
    firstDay,
    lastDay,
    money: [stake],
    rows: rowsOf(
      ['day', 'screenings', 'equal', 'gross'],
      days.map((day, at) => [
        day,
        Number(row.screenings[at]),
        Number(row.equal[at]),
        moneyToWire({ minor: BigInt(row.paid[at] ?? 0), currency }),
      ]),
    ),
  }
}
