import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import { runtimesOf } from './check-store.ts'
import { eventsAtOneMoment } from './one-moment.ts'
import { lookUp, within } from './scope-sql.ts'
import { counted, localTime, momentText, placeName, sourceName } from './wording.ts'

/** Of a film whose runtime is not known: shorter than nearly any. */
const MINUTES_UNKNOWN = 30
/** A source of whose screenings more than this share meet another names kinds of rooms, not rooms. */
const MEETING_SHARE_MAX = 0.2
const SCREENINGS_TO_JUDGE = 20

type Meeting = {
  owner: number
  cinema: number
  source: number
  room: string
  film: number
  other: number
  starts: string
  otherStarts: string
  day: string
}

export const screeningsOverlap: Check = {
  id: 'screenings_overlap',
  name: 'Screenings overlap',
  severity: 'warning',
  explanation:
    'Two screenings in one auditorium, of which the second starts before the first has ended: by the ' +
    'runtime of the film where it is known, else within half an hour. Where a file names no auditorium ' +
    'and the cinema has one screen, two events at one moment are worth a look: a double bill, or one ' +
    'of them is wrong.',
  needs: ['ticket', 'screening'],
  async run(context) {
    const runtimes = await runtimesOf(context.store, context.owners)
    const minutes = lookUp('film', runtimes, MINUTES_UNKNOWN)
    const [sold, planned] = [
      await soldMeetings(context, minutes),
      await plannedMeetings(context, minutes),
    ]
    const moments = await eventsAtOneMoment(context)
    const meetings = [...sold, ...planned.meetings]
    const titles = await context.films(meetings.flatMap(({ film, other }) => [film, other]))
    const groups = Map.groupBy(
      meetings,
      ({ cinema, source, room, day }) => `${cinema}/${source}/${room}/${day}`,
    )
    const findings = [...groups].map(([subject, rows]) => finding(subject, rows, titles, context))
    return { findings: [...findings, ...moments], notes: planned.notes }
  },
}

const MEETING = (room: string, screenings: string) => `
  select owner, cinema, source, toString(${room}) as room, film, other,
    toString(toUnixTimestamp(begins)) as starts,
    toString(toUnixTimestamp(other_begins)) as otherStarts, toString(on_day) as day
  from (
    select *, max(ends) over each as busy, argMax(film, ends) over each as other,
      argMax(begins, ends) over each as other_begins
    from (${screenings})
    window each as (partition by owner, cinema, source, ${room} order by begins, screening
      rows between unbounded preceding and 1 preceding)
  ) where busy > begins and other_begins > toDateTime(0)`

/** Tickets whose facts name an auditorium. */
function soldMeetings(context: CheckContext, minutes: string): Promise<readonly Meeting[]> {
  const asked = within(context, { day: 'trading_day', cinema: 'cinema', source: 'source' })
  return context.ask<Meeting>(
    `${MEETING(
      'auditorium',
      `select owner, cinema, source, auditorium, screening, any(film) as film,
      any(trading_day) as on_day, any(starts_at) as begins,
      begins + ${minutes} * 60 as ends
    from ticket where ${asked} and auditorium != 0
    group by owner, cinema, source, auditorium, screening having sum(quantity) > 0`,
    )} order by owner, cinema, day, begins limit 5000`,
  )
}

/** What programme files say: only where their rooms are rooms, which the source itself shows. */
async function plannedMeetings(context: CheckContext, minutes: string) {
  const asked = within(context, { day: 'trading_day', cinema: 'cinema', source: 'source' })
  const screenings = `
    select owner, cinema, source, room, screening, any(film) as film,
      any(trading_day) as on_day, any(starts_at) as begins,
      begins + ${minutes} * 60 as ends
    from screening where ${asked} and room != ''
    group by owner, cinema, source, room, screening having sum(weight) > 0`
  type Share = { source: number; screenings: string }
  const known = await context.ask<Share>(
    `select source, toString(count()) as screenings from (${screenings}) group by source`,
  )
  const meetings = await context.ask<Meeting>(
    `${MEETING('room', screenings)} order by owner, cinema, day, begins limit 100000`,
  )
  const met = Map.groupBy(meetings, ({ source }) => source)
  const vague = known.filter(({ source, screenings: all }) => {
    const share = (met.get(source)?.length ?? 0) / Number(all)
    return Number(all) >= SCREENINGS_TO_JUDGE && share > MEETING_SHARE_MAX
  })
  const left = new Set(vague.map(({ source }) => source))
  return {
    meetings: meetings.filter(({ source }) => !left.has(source)),
    notes: vague.map(({ source, screenings: all }) => {
      const [name, number] = [sourceName(context, source), Number(all)]
      const say =
        `${counted(number, 'screening')} of “${name}” could not be held against each other: ` +
        'it names kinds of rooms, not auditoria.'
      return { say, sentence: 'roomKinds', values: { count: number, source: name } }
    }),
  }
}

function finding(
  subject: string,
  rows: readonly Meeting[],
  titles: ReadonlyMap<number, string>,
  context: CheckContext,
): Finding {
  const [first] = rows
  if (!first) throw new Error('a finding without rows')
  const { owner, cinema, source, day } = first
  const zone = context.places.get(cinema)?.timezone ?? 'UTC'
  const name = placeName(context, cinema)
  const [film, other] = [titles.get(first.film) ?? '', titles.get(first.other) ?? '']
  const starts = localTime(Number(first.starts), zone)
  const otherStarts = localTime(Number(first.otherStarts), zone)
  const more = rows.length > 1 ? `, and ${counted(rows.length - 1, 'more', 'more')} that day` : ''
  return {
    subject,
    sentence: 'room',
    say:
      `At ${name}, “${film}” starts ${momentText(starts)} in an auditorium that “${other}” (from ` +
      `${otherStarts.slice(11)}) still takes${more}: put the time or the auditorium right.`,
    values: { cinema: name, film, other, starts, otherStarts, count: rows.length },
    organisationId: owner,
    cinemaId: cinema,
    sourceId: source,
    firstDay: day,
    lastDay: day,
    rows: rowsOf(
      ['starts', 'film', 'otherStarts', 'other', 'cinema'],
      rows.map((row) => [
        localTime(Number(row.starts), zone),
        titles.get(row.film) ?? '',
        localTime(Number(row.otherStarts), zone),
        titles.get(row.other) ?? '',
        name,
      ]),
    ),
  }
}
