import type { Answer, AnswerRow, MetricId } from '#metrics/pure'
import { shiftDay } from '../shared/days.ts'
import type { PageScope } from './scope.ts'
import { useAnswer } from './wire/queries.ts'
import type { Asked } from './wire/questions.ts'
import { ofCinemas } from './wire/questions.ts'
import { changeOf, numberOf, sizeOf, textOf } from './wire/rows.ts'

export type DayCompared = {
  readonly day: string
  readonly gross?: number | undefined
  readonly admissions?: number | undefined
  /** Like for like: how many cinemas stand on both sides. */
  readonly cinemas: number
}

/** The day against the same weekday a week and a year before, at the same time of day. */
export type Comparison = {
  readonly week: DayCompared
  readonly year?: DayCompared
  /** Minute of the day on both sides, where the day is not over. */
  readonly minute?: number | undefined
  /** Changes of what cannot be summed over cinemas: per cent of amounts, points of shares. */
  readonly average?: number | undefined
  readonly onlinePoints?: number | undefined
  readonly ofFilm: (row: AnswerRow) => number | 'new' | undefined
  /** Of a cinema's own figures at that minute. */
  readonly ofCinema: (row: AnswerRow) => number | undefined
}

type Compared = {
  readonly scope: PageScope
  readonly total: Answer | undefined
  readonly cinemas: Answer | undefined
  readonly both: boolean
}

/** Files and late tills can still change a day that is over. */
const EVERY_MS = 60_000
const WEEK_DAYS = 7
/** 52 weeks, so that the weekday is the same. */
const YEAR_DAYS = 364
const BY_CINEMA: readonly MetricId[] = ['gross', 'admissions']

/** Compares only cinemas whose figures are fresh (or come by files) and stand on both sides. */
export function useComparison({ scope, total, cinemas, both }: Compared): Comparison {
  const { day, minuteNow } = scope
  const weekDay = shiftDay(day, -WEEK_DAYS)
  const yearDay = shiftDay(day, -YEAR_DAYS)
  const mark = minuteNow === undefined ? undefined : markBefore(minuteNow)
  const at = mark === undefined ? {} : { soldBy: soldByText(mark) }
  const of = (wanted: string): Omit<Asked, 'metrics'> => ({
    ...scope.asks,
    from: wanted,
    to: wanted,
    ...at,
  })
  const has = (wanted: string) => scope.firstDay <= wanted

  const marked = useAnswer(
    mark === undefined ? undefined : { ...of(day), metrics: BY_CINEMA, by: ['cinema'] },
    EVERY_MS,
  ).data
  const now = mark === undefined ? cinemas : answerOfDay(marked, day)
  const week = useAnswer(
    has(weekDay) ? { ...of(weekDay), metrics: BY_CINEMA, by: ['cinema'] } : undefined,
    EVERY_MS,
  ).data
  const year = useAnswer(
    both && has(yearDay) ? { ...of(yearDay), metrics: BY_CINEMA, by: ['cinema'] } : undefined,
    EVERY_MS,
  ).data
  const weekAnswer = answerOfDay(week, weekDay)
  const yearAnswer = answerOfDay(year, yearDay)

  const fit = new Set(
    scope.cinemas
      // How late a cinema is now says nothing of a day that is over.
      .filter(({ state }) => mark === undefined || (state !== 'stale' && state !== 'silent'))
      .map(({ id }) => id),
  )
  const weekIds = idsOnBothSides(now, weekAnswer, fit)
  const yearIds = idsOnBothSides(now, yearAnswer, fit)
  const parts = useParts({ scope, weekDay, weekIds, total, at, now })

  return {
    ...parts,
    week: dayCompared(weekDay, now, weekAnswer, weekIds),
    ...(yearAnswer &&
      yearIds.length > 0 && { year: dayCompared(yearDay, now, yearAnswer, yearIds) }),
    minute: mark,
    ofCinema(row) {
      const id = textOf(row, 'cinemaId')
      if (!fit.has(id)) return undefined
      const then = sizeOf(rowOf(weekAnswer, 'cinemaId', id), 'gross')
      return changeOf(sizeOf(rowOf(now, 'cinemaId', id), 'gross'), then)
    },
  }
}

/** Sales are summed in steps of five minutes: both sides stop at the last whole one. */
function markBefore(minute: number): number {
  return Math.floor(minute / 5) * 5
}

/** A time of the trading day as questions say it: one at night is "25:00". */
function soldByText(minute: number): string {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0')
  return `${hours}:${String(minute % 60).padStart(2, '0')}`
}

type Parts = {
  readonly scope: PageScope
  readonly weekDay: string
  readonly weekIds: readonly string[]
  readonly total: Answer | undefined
  readonly now: Answer | undefined
  readonly at: { readonly soldBy?: string }
}

/** What is not a sum over cinemas is asked of the like-for-like cinemas themselves. */
function useParts({ scope, weekDay, weekIds, total, at, now: reporting }: Parts) {
  const same = reporting !== undefined && weekIds.length === reporting.rows.length
  // Of a day that is over and of all its cinemas, the page has the answer already.
  const whole = same && at.soldBy === undefined
  const ready = weekIds.length > 0
  const asks = same ? scope.asks : ofCinemas(scope.asks, weekIds)
  const then = { ...asks, from: weekDay, to: weekDay, ...at }
  const now = { ...asks, from: scope.day, to: scope.day, ...at }
  const averages: readonly MetricId[] = ['averageTicketPrice']
  const shares: readonly MetricId[] = ['onlineShare']
  const gross: readonly MetricId[] = ['gross']
  const ask = (question: Asked, own = true) => (ready && own ? question : undefined)

  const averageThen = useAnswer(ask({ ...then, metrics: averages })).data
  const averageNow = useAnswer(ask({ ...now, metrics: averages }, !whole)).data
  const shareThen = useAnswer(ask({ ...then, metrics: shares })).data
  const shareNow = useAnswer(ask({ ...now, metrics: shares }, !whole)).data
  const filmsThen = useAnswer(ask({ ...then, metrics: gross, by: ['film'] })).data
  const filmsNow = useAnswer(ask({ ...now, metrics: gross, by: ['film'] }, !whole)).data
  const allDay = { ...scope.asks, from: weekDay, to: weekDay, metrics: gross }
  const everThen = useAnswer(ask({ ...allDay, by: ['film'] })).data

  const online = numberOf((whole ? total : shareNow)?.total, 'onlineShare')
  const onlineThen = numberOf(answerOfDay(shareThen, weekDay)?.total, 'onlineShare')
  const filmsBefore = answerOfDay(filmsThen, weekDay)
  return {
    average: changeOf(
      sizeOf((whole ? total : averageNow)?.total, 'averageTicketPrice'),
      sizeOf(answerOfDay(averageThen, weekDay)?.total, 'averageTicketPrice'),
    ),
    onlinePoints:
      online === undefined || onlineThen === undefined ? undefined : online - onlineThen,
    ofFilm(row: AnswerRow): number | 'new' | undefined {
      const id = textOf(row, 'filmId')
      const before = sizeOf(rowOf(filmsBefore, 'filmId', id), 'gross')
      const own = whole ? row : rowOf(filmsNow, 'filmId', id)
      if (before) return changeOf(sizeOf(own, 'gross'), before)
      const ever = answerOfDay(everThen, weekDay)
      return ever && !rowOf(ever, 'filmId', id) ? 'new' : undefined
    },
  }
}

/** While another day is on its way, the answer before must not be compared. */
function answerOfDay(answer: Answer | undefined, day: string): Answer | undefined {
  return answer?.question.from === day ? answer : undefined
}

function rowOf(answer: Answer | undefined, name: string, id: string): AnswerRow | undefined {
  return answer?.rows.find((row) => textOf(row, name) === id)
}

function idsOnBothSides(
  now: Answer | undefined,
  then: Answer | undefined,
  fit: ReadonlySet<string>,
): readonly string[] {
  if (!now || !then) return []
  const before = new Set(
    then.rows.filter((row) => sizeOf(row, 'gross')).map((row) => textOf(row, 'cinemaId')),
  )
  return now.rows
    .map((row) => textOf(row, 'cinemaId'))
    .filter((id) => fit.has(id) && before.has(id))
    .sort()
}

function dayCompared(
  day: string,
  now: Answer | undefined,
  then: Answer | undefined,
  ids: readonly string[],
): DayCompared {
  const sum = (answer: Answer | undefined, metric: MetricId) =>
    ids.reduce((all, id) => all + (sizeOf(rowOf(answer, 'cinemaId', id), metric) ?? 0), 0)
  if (ids.length === 0) return { day, cinemas: 0 }
  return {
    day,
    cinemas: ids.length,
    gross: changeOf(sum(now, 'gross'), sum(then, 'gross')),
    admissions: changeOf(sum(now, 'admissions'), sum(then, 'admissions')),
  }
}
