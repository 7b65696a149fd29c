import type { ScreeningView } from './screening-view.ts'

export type CalendarOf = {
  readonly cinema: string
  /** Names this installation in ids that no other may give. */
  readonly installation: string
  readonly nowMs: number
  readonly screenings: readonly ScreeningView[]
}

const LINE_OCTETS_MAX = 75

/** The programme of a cinema as iCalendar (RFC 5545). What is only planned is nobody's business yet. */
export function calendarText({ cinema, installation, nowMs, screenings }: CalendarOf): string {
  const stamp = utc(Temporal.Instant.fromEpochMilliseconds(nowMs).toString())
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fullhouse//Programme//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(cinema)}`,
    `X-WR-CALNAME:${escaped(cinema)}`,
    ...screenings
      .filter(({ status }) => status !== 'planned')
      .flatMap((view) => event(view, { cinema, installation, stamp })),
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('')
}

type Around = { readonly cinema: string; readonly installation: string; readonly stamp: string }

function event(view: ScreeningView, { cinema, installation, stamp }: Around): readonly string[] {
  const cancelled = view.status === 'cancelled'
  const { film, release } = view
  const spoken = [release.format, release.language, ...subtitled(release.subtitles), film.rating]
  return [
    'BEGIN:VEVENT',
    `UID:screening-${view.id}@${installation}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${utc(view.startsAt)}`,
    `DTEND:${utc(view.endsAt)}`,
    // On sale it no longer moves, so there is one change that can still come.
    `SEQUENCE:${cancelled ? 1 : 0}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(film.title)}`,
    `LOCATION:${escaped(`${cinema}, ${view.auditorium}`)}`,
    `DESCRIPTION:${escaped(spoken.filter((one) => one !== '').join(' · '))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function subtitled(subtitles: readonly string[]): readonly string[] {
  return subtitles.length > 0 ? [`subtitles ${subtitles.join(', ')}`] : []
}

function utc(instant: string): string {
  const text = Temporal.Instant.from(instant).toString({ smallestUnit: 'second' })
  return text.replace(/[-:]/g, '')
}

/** TEXT of RFC 5545: a title stays a title, whatever stands in it. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '')
}

/** A content line, folded so that no line has more than 75 octets and no character is torn. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LINE_OCTETS_MAX) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return `${text}\r\n`
}
