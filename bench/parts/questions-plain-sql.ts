import type { Answer, AnswerRow, MetricId, Question } from '#metrics'
import { readQuestion } from '#metrics'

/** A question and the same by hand in plain SQL; `sum` is what both must come to. */
export type Pair = {
  readonly name: string
  readonly question: Question
  readonly sql: string
  readonly sum: MetricId
}

export type About = {
  readonly owner: number
  readonly today: string
  readonly film: string
  readonly cinema: string
}

const SOLD = 'sum(quantity)::bigint'
const GROSS = 'sum(price)::bigint'

/** The questions of the pages that are asked most, each as somebody would write it for PostgreSQL. */
export function pairsFor({ today, film, cinema }: About): readonly Pair[] {
  const day = Temporal.PlainDate.from(today)
  const ago = (days: number) => day.subtract({ days }).toString()
  const span = (days: number) => ({ from: ago(days - 1), to: today })
  const within = (days: number) => `trading_day between '${ago(days - 1)}' and '${today}'`
  const pair = (
    name: string,
    asked: Partial<Question> & Pick<Question, 'metrics'>,
    sql: string,
  ): Pair => {
    const read = readQuestion({ sample: true, basis: 'tickets', ...asked })
    if (!read.ok) throw new Error(`${name}: ${read.say}`)
    return { name, question: read.value, sql, sum: asked.metrics[0] ?? 'admissions' }
  }
  const both = ['admissions', 'gross'] as const
  return [
    pair(
      'Today: totals',
      { ...span(1), metrics: both },
      `
      select ${SOLD} as sum, ${GROSS} as gross, count(distinct screening) as screenings
      from plain_ticket where ${within(1)}`,
    ),
    pair(
      'Today: films',
      { ...span(1), metrics: both, by: ['film'], limit: 8 },
      `
      select film, ${SOLD} as sum, ${GROSS} as gross from plain_ticket where ${within(1)}
      group by film order by gross desc`,
    ),
    pair(
      'Today: pace',
      { ...span(1), metrics: both, by: ['saleTime'] },
      `
      select case when sold_day < trading_day then -1 else sold_minute / 5 end as slot,
        ${SOLD} as sum, ${GROSS} as gross from plain_ticket where ${within(1)} group by slot order by slot`,
    ),
    pair(
      'Explore: weekday × hour, 28 days',
      { ...span(28), metrics: ['admissions'], by: ['weekday', 'hour'] },
      `
      select extract(isodow from trading_day) as weekday, start_hour, ${SOLD} as sum
      from plain_ticket where ${within(28)} group by weekday, start_hour`,
    ),
    pair(
      'Explore: weekday × hour, a year',
      { ...span(364), metrics: ['admissions'], by: ['weekday', 'hour'] },
      `
      select extract(isodow from trading_day) as weekday, start_hour, ${SOLD} as sum
      from plain_ticket where ${within(364)} group by weekday, start_hour`,
    ),
    pair(
      'Explore: months, all',
      { metrics: both, grain: 'month' },
      `
      select date_trunc('month', trading_day) as month, ${SOLD} as sum, ${GROSS} as gross
      from plain_ticket group by month order by month`,
    ),
    pair(
      'Explore: ticket types, 28 days',
      { ...span(28), metrics: both, by: ['ticketType'] },
      `
      select ticket_type, ${SOLD} as sum, ${GROSS} as gross from plain_ticket where ${within(28)}
      group by ticket_type`,
    ),
    pair(
      'Explore: channels by month, all',
      { metrics: ['sold'], by: ['channel'], grain: 'month' },
      `
      select date_trunc('month', trading_day) as month, channel,
        sum(quantity) filter (where kind = 0)::bigint as sum
      from plain_ticket group by month, channel`,
    ),
    pair(
      'Film: its run by day',
      { metrics: both, where: { film: [film] }, grain: 'day' },
      `
      select trading_day, ${SOLD} as sum, ${GROSS} as gross from plain_ticket where film = ${film}
      group by trading_day order by trading_day`,
    ),
    pair(
      'Film: cinemas, 7 days',
      { ...span(7), metrics: both, where: { film: [film] }, by: ['cinema'] },
      `
      select cinema, ${SOLD} as sum, ${GROSS} as gross from plain_ticket
      where film = ${film} and ${within(7)} group by cinema order by gross desc`,
    ),
    pair(
      'Films: 7 days',
      { ...span(7), metrics: [...both, 'averageTicketPrice', 'sites'], by: ['film'] },
      `
      select film, ${SOLD} as sum, ${GROSS} as gross, count(distinct cinema) as sites
      from plain_ticket where ${within(7)} group by film order by gross desc`,
    ),
    pair(
      'Films: lifetime',
      { ...span(7), metrics: ['admissions', 'lifetimeGross'], by: ['film'] },
      `
      select film, sum(quantity) filter (where ${within(7)})::bigint as sum, ${GROSS} as gross
      from plain_ticket where trading_day <= '${today}' and film in (
        select distinct film from plain_screening where ${within(7)})
      group by film`,
    ),
    pair(
      'Cinemas: 28 days',
      { ...span(28), metrics: ['admissions', 'gross', 'occupancy'], by: ['cinema'] },
      `
      select t.cinema, t.sum, t.gross, t.sum::numeric / s.seats as occupancy from (
        select cinema, ${SOLD} as sum, ${GROSS} as gross from plain_ticket where ${within(28)}
        group by cinema) t
      join (select cinema, sum(seats) as seats from plain_screening where ${within(28)} group by cinema) s
        on s.cinema = t.cinema order by gross desc`,
    ),
    pair(
      'Cinema: auditorium × hour, 28 days',
      {
        ...span(28),
        metrics: ['admissions'],
        where: { cinema: [cinema] },
        by: ['auditorium', 'hour'],
      },
      `
      select auditorium, start_hour, ${SOLD} as sum from plain_ticket
      where cinema = ${cinema} and ${within(28)} group by auditorium, start_hour`,
    ),
    pair(
      'Cinema: days of a year',
      { ...span(364), metrics: both, where: { cinema: [cinema] }, grain: 'day' },
      `
      select trading_day, ${SOLD} as sum, ${GROSS} as gross from plain_ticket
      where cinema = ${cinema} and ${within(364)} group by trading_day order by trading_day`,
    ),
  ]
}

/** The first metric over everything, as the answer has it. */
export function totalOf({ total }: Answer, metric: MetricId): number {
  return numberOf(total, metric)
}

function numberOf(row: AnswerRow, metric: MetricId): number {
  const figure = row[metric]
  if (typeof figure === 'number') return figure
  throw new Error(`${metric} is no count`)
}
