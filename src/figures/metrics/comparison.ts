import type { ComparisonId, ComparisonSpan, Grain, Question } from './question.ts'
import type { Shift, Variant } from './setting.ts'

/** A run of days that a place calls by one name, such as the Spring Festival of one year. */
export type Holiday = { readonly name: string; readonly firstDay: string; readonly lastDay: string }

export type Compared = {
  readonly variants: readonly Variant[]
  readonly spans: readonly ComparisonSpan[]
}

const day = (text: string) => Temporal.PlainDate.from(text)
const DAYS_OF_A_HOLIDAY = 45

/**
 * The spans that a question is held against. `previous` lies just before and is as long; `weekday` lies
 * the fewest whole weeks before that do not overlap; `year` has the same dates a year earlier, by week 52
 * weeks earlier; `holiday` is laid over the span so that its holiday meets the same holiday of the year
 * before, wherever that fell.
 */
export function comparedSpans(question: Question, holidays: readonly Holiday[]): Compared {
  const { from, to, compare = [], grain } = question
  if (from === undefined || to === undefined) return { variants: [], spans: [] }
  const variants: Variant[] = []
  const spans: ComparisonSpan[] = []
  for (const id of compare) {
    if (id === 'releaseWeek') continue
    const found = shiftOf(id, { from, to, ...(grain && { grain }) }, holidays)
    if ('unavailable' in found) spans.push({ id, ...found })
    else {
      const { shift, holiday } = found
      const span = { from: back(from, shift), to: back(to, shift) }
      variants.push({ id, shift, ...span })
      spans.push({ id, ...span, ...(holiday !== undefined && { holiday }) })
    }
  }
  return { variants, spans }
}

type Days = { readonly from: string; readonly to: string; readonly grain?: Grain }
type Found = { readonly shift: Shift; readonly holiday?: string } | { readonly unavailable: string }

function shiftOf(
  id: Exclude<ComparisonId, 'releaseWeek'>,
  days: Days,
  holidays: readonly Holiday[],
): Found {
  const length = day(days.from).until(day(days.to)).days + 1
  switch (id) {
    case 'previous':
      return { shift: [{ days: length }] }
    case 'weekday':
      return { shift: [{ days: 7 * Math.ceil(length / 7) }] }
    case 'year':
      return { shift: days.grain === 'week' ? [{ days: 364 }] : [{ years: 1 }] }
    case 'holiday':
      return holidayShift(days, length, holidays)
  }
}

function holidayShift({ from, to }: Days, length: number, holidays: readonly Holiday[]): Found {
  if (length > DAYS_OF_A_HOLIDAY) {
    return { unavailable: `A holiday is compared over at most ${DAYS_OF_A_HOLIDAY} days.` }
  }
  const within = holidays.filter(({ firstDay, lastDay }) => firstDay <= to && lastDay >= from)
  if (within.length === 0) return { unavailable: 'No holiday is known in these days.' }
  const overlap = ({ firstDay, lastDay }: Holiday) => {
    const first = firstDay > from ? firstDay : from
    const last = lastDay < to ? lastDay : to
    return day(first).until(day(last)).days
  }
  // The one that most of the span lies in; the earlier where two are level.
  const own = within.reduce((best, one) => (overlap(one) > overlap(best) ? one : best))
  const apart = (one: Holiday) => daysApart(one, own)
  const around = (one: Holiday) => Math.abs(apart(one) - 365)
  const before = holidays
    .filter((one) => isSame(one, own) && around(one) <= 60)
    .toSorted((one, other) => around(one) - around(other))[0]
  if (!before) return { unavailable: `Nobody says when ${own.name} was a year before.` }
  return { shift: [{ days: apart(before) }], holiday: own.name }
}

/** Festivals of the Chinese calendar, by month and day: the new year, the dragon boats, mid-autumn. */
const LUNAR = ['M01-1', 'M05-5', 'M08-15']

/** Two that fell together go by both names: 国庆节、中秋节. */
function isSame(one: Holiday, other: Holiday): boolean {
  const names = ({ name }: Holiday) => name.split(/[、,/]/).map((part) => part.trim())
  return names(one).some((name) => names(other).includes(name))
}

/**
 * How much later one year's holiday is than another's: from festival to festival where both have the same
 * one (days off begin now on its eve and now on the day itself), else from first day to first day.
 */
function daysApart(one: Holiday, other: Holiday): number {
  const [before, after] = [festivalsOf(one), festivalsOf(other)]
  const common = LUNAR.find((festival) => before.has(festival) && after.has(festival))
  const from = (common && before.get(common)) ?? one.firstDay
  const to = (common && after.get(common)) ?? other.firstDay
  return day(from).until(day(to)).days
}

function festivalsOf({ firstDay, lastDay }: Holiday): ReadonlyMap<string, string> {
  const festivals = new Map<string, string>()
  const length = day(firstDay).until(day(lastDay)).days + 1
  for (let at = -1; at < length; at++) {
    const on = day(firstDay).add({ days: at })
    const { monthCode, day: ofMonth } = on.withCalendar('chinese')
    festivals.set(`${monthCode}-${ofMonth}`, on.toString())
  }
  return festivals
}

/** A day of the span asked, as the span it is held against has it. */
export function back(text: string, shift: Shift): string {
  return shift
    .toReversed()
    .reduce(
      (date, step) =>
        'days' in step ? date.subtract({ days: step.days }) : date.subtract({ years: step.years }),
      day(text),
    )
    .toString()
}

/** Days of one name that follow each other are one holiday, a gap of up to two days included. */
export function holidaysOf(
  days: readonly { readonly day: string; readonly name: string }[],
): readonly Holiday[] {
  const runs: Holiday[] = []
  for (const { day: on, name } of days.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = runs.findLastIndex((run) => run.name === name)
    const run = runs[last]
    if (run && day(run.lastDay).until(day(on)).days <= 3) runs[last] = { ...run, lastDay: on }
    else runs.push({ name, firstDay: on, lastDay: on })
  }
  return runs
}
