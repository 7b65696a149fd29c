import { moneyToWire } from '#kernel'
import { literal } from '#warehouse'
import type { CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import { within } from './scope-sql.ts'
import { count, localTime, momentText, placeName } from './wording.ts'

/** Where no auditorium is known, a cinema at which at most this share of starts is shared has one. */
const SHARED_SHARE_MAX = 0.02
const STARTS_TO_JUDGE = 50

type Habit = { cinema: number; source: number; starts: string; shared: string }

type Moment = {
  owner: number
  cinema: number
  source: number
  starts: string
  day: string
  currency: string
  films: readonly number[]
  tickets: readonly string[]
  paid: readonly string[]
}

const EVENTS = (where: string) => `
  select owner, cinema, source, starts_at, screening, any(film) as film,
    any(trading_day) as day, any(currency) as coin, sum(quantity) as sold,
    sum(toInt128(price)) as gross
  from ticket where ${where} and auditorium = 0
  group by owner, cinema, source, starts_at, screening having sold > 0`

/** Two events at one moment in cinemas with one screen, of files that name no auditorium. */
export async function eventsAtOneMoment(context: CheckContext): Promise<readonly Finding[]> {
  const single = await singleScreens(context)
  if (single.length === 0) return []
  const asked = within(context, { day: 'trading_day', cinema: 'cinema', source: 'source' })
  const cinemas = literal.list(single, literal.uint32)
  const moments = await context.ask<Moment>(`
    select owner, cinema, source, toString(toUnixTimestamp(starts_at)) as starts,
      toString(any(day)) as day, any(coin) as currency, groupArray(film) as films,
      groupArray(toString(sold)) as tickets, groupArray(toString(gross)) as paid
    from (select * from (${EVENTS(`${asked} and cinema in ${cinemas}`)}) order by screening)
    group by owner, cinema, source, starts_at having count() > 1
    order by owner, cinema, starts_at limit 1000`)
  const titles = await context.films(moments.flatMap(({ films }) => films))
  return moments.map((moment) => finding(moment, titles, context))
}

/** Cinemas with one auditorium; and, where none is known here, those whose habits are of one. */
async function singleScreens(context: CheckContext): Promise<readonly number[]> {
  const places = [...context.places.values()].filter(
    ({ id }) => context.cinemaId === undefined || id === context.cinemaId,
  )
  const known = places.filter(({ roomCount }) => roomCount === 1).map(({ id }) => id)
  const unknown = places.filter(({ roomCount }) => roomCount === 0).map(({ id }) => id)
  if (unknown.length === 0) return known
  // Over all its days: a habit is not seen in a week.
  const habits = await context.ask<Habit>(`
    select cinema, source, toString(count()) as starts, toString(countIf(events > 1)) as shared
    from (
      select cinema, source, starts_at, uniqExact(screening) as events from ticket
      where ${within({ owners: context.owners }, {})} and auditorium = 0
        and cinema in ${literal.list(unknown, literal.uint32)}
      group by cinema, source, starts_at having sum(quantity) > 0
    ) group by cinema, source`)
  const isSingle = ({ starts, shared }: Habit) =>
    Number(starts) >= STARTS_TO_JUDGE && Number(shared) <= Number(starts) * SHARED_SHARE_MAX
  const several = new Set(habits.filter((one) => !isSingle(one)).map(({ cinema }) => cinema))
  const alone = habits.map(({ cinema }) => cinema).filter((cinema) => !several.has(cinema))
  return [...known, ...new Set(alone)]
}

function finding(
  moment: Moment,
  titles: ReadonlyMap<number, string>,
  context: CheckContext,
): Finding {
  const { owner, cinema, source, day, currency, films } = moment
  const name = placeName(context, cinema)
  const starts = localTime(Number(moment.starts), context.places.get(cinema)?.timezone ?? 'UTC')
  const named = films.map((film) => titles.get(film) ?? '')
  const list = named.map((title) => `“${title}”`).join(' and ')
  return {
    subject: `${cinema}/${source}/moment/${moment.starts}`,
    sentence: 'moment',
    severity: 'notice',
    say:
      `${name} has one screen, but ${count(films.length)} events at ${momentText(starts)}: ${list}. ` +
      'Accept it if it was one programme; otherwise put the time right in the file.',
    values: { cinema: name, count: films.length, starts, films: named.join(' / ') },
    organisationId: owner,
    cinemaId: cinema,
    sourceId: source,
    firstDay: day,
    lastDay: day,
    rows: rowsOf(
      ['starts', 'film', 'tickets', 'gross'],
      named.map((film, at) => [
        starts,
        film,
        Number(moment.tickets[at]),
        moneyToWire({ minor: BigInt(moment.paid[at] ?? 0), currency }),
      ]),
    ),
  }
}
