import type { DayNumber } from '../day-clock.ts'
import { dayNumberOf } from '../day-clock.ts'

export type TerritoryId = 'IE' | 'CN'

/** A day that is not like others; a workday is one that would be free by its weekday. */
export type SpecialDay = {
  readonly day: DayNumber
  readonly name: string
  readonly kind: 'holiday' | 'school' | 'workday'
  /** How much more people go to the cinema than on another such weekday; 0 closes all. */
  readonly draw: number
}

type Year = (year: number) => readonly SpecialDay[]

/** Days that stand out in the years asked, in order. */
export function specialDays(
  territory: TerritoryId,
  first: number,
  last: number,
): readonly SpecialDay[] {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return years.flatMap(YEARS[territory]).toSorted((one, other) => one.day - other.day)
}

const on = (year: number, month: number, day: number) =>
  dayNumberOf(new Temporal.PlainDate(year, month, day).toString())

/** The first or last of a weekday (Monday 1) in a month. */
function weekdayOf(year: number, month: number, weekday: number, which: 'first' | 'last') {
  const start = new Temporal.PlainDate(year, month, 1)
  const edge = which === 'first' ? start : start.with({ day: start.daysInMonth })
  const apart =
    which === 'first' ? (weekday - edge.dayOfWeek + 7) % 7 : (weekday - edge.dayOfWeek - 7) % 7
  return dayNumberOf(edge.add({ days: apart }).toString())
}

/** Easter Sunday of the western churches (the Gregorian computus). */
export function easter(year: number): DayNumber {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)]
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return on(year, Math.floor(sum / 31), (sum % 31) + 1)
}

function span(from: DayNumber, days: number, of: Omit<SpecialDay, 'day'>): readonly SpecialDay[] {
  return Array.from({ length: days }, (_, at) => ({ ...of, day: from + at }))
}

const holiday = (day: DayNumber, name: string, draw: number): SpecialDay => {
  return { day, name, kind: 'holiday', draw }
}
const school = (name: string, draw: number) => ({ name, kind: 'school', draw }) as const

const ireland: Year = (year) => {
  const sunday = easter(year)
  const midterm = weekdayOf(year, 2, 1, 'first') + 7
  return [
    holiday(on(year, 1, 1), 'New Year’s Day', 1.9),
    holiday(weekdayOf(year, 2, 1, 'first'), 'St Brigid’s Day', 1.8),
    holiday(on(year, 3, 17), 'St Patrick’s Day', 1.5),
    holiday(sunday - 2, 'Good Friday', 1.2),
    holiday(sunday + 1, 'Easter Monday', 2),
    holiday(weekdayOf(year, 5, 1, 'first'), 'May Day', 1.7),
    holiday(weekdayOf(year, 6, 1, 'first'), 'June Bank Holiday', 1.6),
    holiday(weekdayOf(year, 8, 1, 'first'), 'August Bank Holiday', 1.7),
    holiday(weekdayOf(year, 10, 1, 'last'), 'October Bank Holiday', 2),
    // Nothing is open on Christmas Day.
    holiday(on(year, 12, 25), 'Christmas Day', 0),
    holiday(on(year, 12, 26), 'St Stephen’s Day', 1.8),
    ...span(midterm, 5, school('Mid-term break', 1.5)),
    ...span(sunday - 7, 12, school('Easter holidays', 1.45)),
    ...span(on(year, 7, 1), 62, school('Summer holidays', 1.3)),
    ...span(weekdayOf(year, 10, 1, 'last'), 5, school('Mid-term break', 1.5)),
    ...span(on(year, 12, 22), 14, school('Christmas holidays', 1.5)),
  ]
}

/** The day of the Chinese calendar, by the platform’s own. */
function lunar(year: number, monthCode: string, day: number): DayNumber {
  const date = Temporal.PlainDate.from({ calendar: 'chinese', year, monthCode, day })
  return dayNumberOf(date.withCalendar('iso8601').toString())
}

const china: Year = (year) => {
  const spring = lunar(year, 'M01', 1)
  const week = [4.6, 4.1, 3.9, 3.6, 3.3, 3, 2.6, 2.2]
  const national = [3, 2.8, 2.5, 2.2, 2, 1.8, 1.4]
  return [
    holiday(on(year, 1, 1), '元旦', 1.9),
    ...week.map((draw, at) => holiday(spring + at, '春节', draw)),
    // The working days that are given for the week of the Spring Festival.
    { day: weekendBefore(spring), name: '春节调休', kind: 'workday', draw: 0.6 },
    ...[1, 0.95].map((draw, at) => holiday(on(year, 4, 4) + at, '清明节', 1.4 * draw)),
    ...span(on(year, 5, 1), 5, { name: '劳动节', kind: 'holiday', draw: 1.9 }),
    holiday(lunar(year, 'M05', 5), '端午节', 1.5),
    holiday(lunar(year, 'M08', 15), '中秋节', 1.5),
    ...national.map((draw, at) => holiday(on(year, 10, 1) + at, '国庆节', draw)),
    ...span(on(year, 7, 5), 55, school('暑假', 1.45)),
    ...span(spring + 8, 9, school('寒假', 1.5)),
  ]
}

function weekendBefore(day: DayNumber): DayNumber {
  let before = day - 3
  // 1970-01-04 was a Sunday.
  while ((before - 3) % 7 !== 0) before--
  return before
}

const YEARS: Readonly<Record<TerritoryId, Year>> = { IE: ireland, CN: china }
