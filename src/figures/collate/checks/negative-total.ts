import { moneyToWire } from '#kernel'
import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import { reportedBelowZero } from './negative-reported.ts'
import { within } from './scope-sql.ts'
import { amount, counted, dayText, localTime, momentText, placeName } from './wording.ts'

type Below = {
  owner: number
  cinema: number
  source: number
  screening: string
  film: number
  starts: string
  day: string
  currency: string
  tickets: string
  paid: string
  dayPaid: string
  filmPaid: string
}

export const negativeTotal: Check = {
  id: 'negative_total',
  name: 'A total below zero',
  severity: 'error',
  explanation:
    'A screening, a film’s day or a whole day for which more was given back than was ever sold, or a ' +
    'reported figure below zero. The sales that the refunds belong to are missing, or were imported ' +
    'under another film or screening: import them.',
  needs: ['ticket', 'box_office'],
  async run(context) {
    const below = await screeningsBelowZero(context)
    const titles = await context.films(below.map(({ film }) => film))
    const groups = Map.groupBy(below, subjectOf)
    const tickets = [...groups].map(([subject, rows]) => finding(subject, rows, titles, context))
    return { findings: [...tickets, ...(await reportedBelowZero(context))] }
  },
}

function screeningsBelowZero(context: CheckContext) {
  const asked = within(context, { day: 'trading_day', cinema: 'cinema', source: 'source' })
  return context.ask<Below>(`
    select owner, cinema, source, toString(screening) as screening, film,
      toString(toUnixTimestamp(first_start)) as starts, toString(trading_day) as day, currency,
      toString(net_tickets) as tickets, toString(net_paid) as paid, toString(of_day) as dayPaid,
      toString(of_film) as filmPaid
    from (
      select *,
        sum(net_paid) over (partition by owner, cinema, source, currency, trading_day) as of_day,
        sum(net_paid) over (partition by owner, cinema, source, currency, trading_day, film)
          as of_film
      from (
        select owner, cinema, source, screening, film, currency, trading_day,
          min(starts_at) as first_start, sum(quantity) as net_tickets,
          sum(toInt128(price)) as net_paid
        from ticket where ${asked}
        group by owner, cinema, source, screening, film, currency, trading_day
      )
    ) where net_tickets < 0 or net_paid < 0
    order by owner, cinema, trading_day, first_start limit 5000`)
}

/** As wide as the total below zero is: of the day, of the film's day, or of one screening. */
function subjectOf({ cinema, source, day, film, screening, dayPaid, filmPaid }: Below): string {
  if (BigInt(dayPaid) < 0n) return `${cinema}/${source}/day/${day}`
  if (BigInt(filmPaid) < 0n) return `${cinema}/${source}/film/${film}/${day}`
  return `${cinema}/${source}/screening/${screening}`
}

function finding(
  subject: string,
  rows: readonly Below[],
  titles: ReadonlyMap<number, string>,
  context: CheckContext,
): Finding {
  const [first] = rows
  if (!first) throw new Error('a finding without rows')
  const { owner, cinema, source, day, currency, film } = first
  const level = subject.split('/')[2] ?? ''
  const minor = level === 'day' ? first.dayPaid : level === 'film' ? first.filmPaid : first.paid
  const total = { minor: BigInt(minor), currency }
  const tickets = rows.reduce((sum, row) => sum + Number(row.tickets), 0)
  const name = placeName(context, cinema)
  const title = titles.get(film) ?? ''
  const zone = context.places.get(cinema)?.timezone ?? 'UTC'
  const starts = localTime(Number(first.starts), zone)
  const what = {
    day: `${name} as a whole comes to ${amount(total)} on ${dayText(day)}`,
    film: `“${title}” at ${name} comes to ${amount(total)} on ${dayText(day)}`,
    screening:
      `“${title}” at ${name}, ${momentText(starts)}, comes to ${counted(tickets, 'ticket')} ` +
      `and ${amount(total)}`,
  }[level]
  return {
    subject,
    sentence: level,
    say: `${what}: more was given back than sold. Import the sales that the refunds belong to.`,
    values: { film: title, cinema: name, starts, day, tickets, total: moneyToWire(total) },
    organisationId: owner,
    cinemaId: cinema,
    sourceId: source,
    ...(level !== 'day' && { filmId: film }),
    firstDay: day,
    lastDay: day,
    money: [{ minor: total.minor < 0n ? -total.minor : total.minor, currency }],
    rows: rowsOf(
      ['starts', 'film', 'cinema', 'tickets', 'gross'],
      rows.map((row) => [
        localTime(Number(row.starts), zone),
        titles.get(row.film) ?? '',
        name,
        Number(row.tickets),
        moneyToWire({ minor: BigInt(row.paid), currency: row.currency }),
      ]),
    ),
  }
}
