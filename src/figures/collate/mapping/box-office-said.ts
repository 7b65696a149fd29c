import { quarantined } from '../layout.ts'
import type { BoxOfficeSaid, PeriodKind, ReportedMeasure } from '../said.ts'
import { dayPlus } from '../values/date.ts'
import type { Field } from './fields.ts'
import { cinemaOf, filmOf } from './film-and-cinema.ts'
import { daysFrom, isPeriod, periodOf } from './periods.ts'
import type { Read, Row } from './row.ts'
import type { Making } from './said-by-table.ts'

type Span = Pick<BoxOfficeSaid, 'kind' | 'firstDay' | 'lastDay'>

const OF_PERIOD = ['gross', 'admissions', 'screenings', 'screens', 'sites', 'seats'] as const
const TO_DATE: readonly (readonly [Field, ReportedMeasure])[] = [
  ['grossToDate', 'gross'],
  ['admissionsToDate', 'admissions'],
]

/** A fact for each figure of the row. A row without any says nothing. */
export function boxOfficeSaid(making: Making): Read<readonly BoxOfficeSaid[]> {
  const { mapping, columns, context, key } = making
  const [film, cinema, span] = [
    filmOf(making, columns.has('film')),
    cinemaOf(making),
    spanOf(making),
  ]
  const ofFile = mapping.currency ?? context.currency
  const [definition, reported] = [columns.text('definition'), columns.day('reportedDay')]
  const aboutCinema = columns.has('cinema') || mapping.about === 'cinema'
  const measures = [
    ...OF_PERIOD.map((field) => [field, field, figure(making, field)] as const),
    ...TO_DATE.map(([field, measure]) => [field, measure, figure(making, field)] as const),
  ].filter(([field]) => columns.has(field))
  return (row) => {
    const [ofFilm, ofCinema, period] = [film(row), cinema(row), span(row)]
    const territory = aboutCinema ? '' : (columns.territory(row) ?? context.territory)
    const [means, reportedDay] = [definition(row), reported(row)]
    const code = columns.currency(row) ?? ofFile
    const rowKey = key(row)
    const found = measures.map(([field, measure, read]) => [field, measure, read(row)] as const)
    if (row.fault || !period || rowKey === undefined) return undefined
    return found.flatMap(([field, measure, value]): BoxOfficeSaid[] => {
      if (value === undefined) return []
      const isToDate = field !== measure
      const { kind, firstDay, lastDay } = isToDate ? toDate(period) : period
      return [
        {
          table: 'box_office',
          key: [rowKey, kind, measure].join('\u001f'),
          territory,
          ...(ofFilm && { film: ofFilm }),
          ...(ofCinema && { cinema: ofCinema }),
          kind,
          ...(firstDay !== undefined && { firstDay }),
          ...(lastDay !== undefined && { lastDay }),
          measure,
          value,
          ...(measure === 'gross' && { currency: code }),
          ...(means !== undefined && { definition: means }),
          ...(reportedDay !== undefined && { reportedDay }),
        },
      ]
    })
  }
}

function figure({ columns }: Making, field: Field): Read<string> {
  const read = field.startsWith('gross') ? columns.amount(field) : columns.count(field)
  return (row) => read(row)?.toString()
}

/** What came in by the end of the period: as of its last day. */
function toDate({ lastDay }: Span): Span {
  return lastDay === undefined
    ? { kind: 'to_date' }
    : { kind: 'to_date', firstDay: lastDay, lastDay }
}

/** How many days after its first a period ends; a weekend goes from Friday to Sunday. */
const DAYS_AFTER: Readonly<Partial<Record<PeriodKind, number>>> = { day: 0, weekend: 2, week: 6 }

/** The period of a row, from its days and what the mapping says of them. */
function spanOf({ mapping, columns }: Making): Read<Span> {
  const [day, first, last] = (['day', 'firstDay', 'lastDay'] as const).map(columns.day)
  const [hasDay, hasFirst, hasLast] = (['day', 'firstDay', 'lastDay'] as const).map(columns.has)
  const said = columns.text('period')
  const fixed = mapping.constants.find(({ field }) => field === 'period')?.value
  if (!hasDay && !hasFirst && !hasLast) {
    const kind = fixed !== undefined && isPeriod(fixed) ? fixed : 'undated'
    return () => ({ kind: kind === 'to_date' ? 'to_date' : 'undated' })
  }
  return (row) => {
    const word = said(row)
    const kind = word === undefined ? undefined : periodNamed(word)
    if (word !== undefined && kind === undefined) {
      row.fault ??= quarantined('value_unknown', `“${word}” is no kind of period.`)
    }
    const from = first?.(row) ?? day?.(row)
    const to = last?.(row)
    if (row.fault) return undefined
    if (from === undefined && to === undefined) {
      row.fault ??= quarantined('value_missing', 'The row has no day.')
      return undefined
    }
    return spanFrom(row, from, to, kind ?? (hasLast && hasFirst ? undefined : 'day'))
  }
}

function spanFrom(
  row: Row,
  from: string | undefined,
  to: string | undefined,
  kind: PeriodKind | undefined,
): Span | undefined {
  const length = kind === undefined ? undefined : DAYS_AFTER[kind]
  const firstDay = from ?? (to === undefined ? undefined : dayPlus(to, -(length ?? 0)))
  const lastDay = to ?? (from === undefined ? undefined : dayPlus(from, length ?? 0))
  if (firstDay === undefined || lastDay === undefined) return undefined
  if (daysFrom(firstDay, lastDay) < 0) {
    const say = `The period ends on ${lastDay}, before it begins on ${firstDay}.`
    row.fault ??= quarantined('moment_unreadable', say)
    return undefined
  }
  if (kind === 'undated') return { kind }
  if (kind === 'to_date') return { kind, firstDay: lastDay, lastDay }
  const found = kind ?? periodOf(firstDay, lastDay)
  if (found !== undefined) return { kind: found, firstDay, lastDay }
  const say = `${firstDay} to ${lastDay} is no day, weekend, week or year. Say which period it is.`
  row.fault ??= quarantined('value_unknown', say)
  return undefined
}

const WORDS: Readonly<Record<string, PeriodKind>> = {
  daily: 'day',
  weekly: 'week',
  yearly: 'year',
  annual: 'year',
  日: 'day',
  周末: 'weekend',
  周: 'week',
  年: 'year',
  累计: 'to_date',
}

function periodNamed(word: string): PeriodKind | undefined {
  const plain = word.toLowerCase()
  return isPeriod(plain) ? plain : WORDS[plain]
}
