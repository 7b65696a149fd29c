import { DAY_STARTS_AT } from '#kernel'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** A date as days since 1970-01-01: plain numbers, since the model turns over millions of them. */
export type DayNumber = number

export function dayNumberOf(day: string): DayNumber {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

export function dayText(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** 0 Friday … 6 Thursday: a film week begins on Friday (1970-01-02 was one). */
export function dayOfFilmWeek(day: DayNumber): number {
  return (((day - 1) % 7) + 7) % 7
}

export function filmWeekOf(day: DayNumber): number {
  return Math.floor((day - 1) / 7)
}

/**
 * One trading day's reckoning with its zone looked up once: Temporal at every fact would cost more than
 * all the rest. A clock change within the day (they come at night, at its end) stands in `changeMs`.
 */
export type DayClock = {
  readonly day: DayNumber
  readonly text: string
  /** Epoch ms at which the trading day begins and the next one does. */
  readonly startMs: number
  readonly endMs: number
  readonly changeMs: number
  /** Local time minus UTC, before and from the change. */
  readonly offsetMs: number
  readonly offsetAfterMs: number
}

function makeDayClock(day: DayNumber, timezone: string): DayClock {
  const start = dayStart(day, timezone)
  const end = dayStart(day + 1, timezone)
  const [offsetMs, offsetAfterMs] = [offsetOf(start), offsetOf(end)]
  const change = offsetMs === offsetAfterMs ? undefined : start.getTimeZoneTransition('next')
  return {
    day,
    text: dayText(day),
    startMs: start.epochMilliseconds,
    endMs: end.epochMilliseconds,
    changeMs: change?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs,
    offsetAfterMs,
  }
}

function dayStart(day: DayNumber, timezone: string): Temporal.ZonedDateTime {
  const date = Temporal.PlainDate.from(dayText(day))
  const plainTime = new Temporal.PlainTime(DAY_STARTS_AT)
  return date.toZonedDateTime({ timeZone: timezone, plainTime })
}

function offsetOf(moment: Temporal.ZonedDateTime): number {
  return moment.offsetNanoseconds / 1_000_000
}

/** Local minutes since 00:00 of the day's date, as `localMoment` of the kernel gives them. */
export function minuteAt(clock: DayClock, atMs: number): number {
  const offsetMs = atMs < clock.changeMs ? clock.offsetMs : clock.offsetAfterMs
  return Math.floor((atMs + offsetMs - clock.day * DAY_MS) / MINUTE_MS)
}

/** The instant of a local minute of the day: 20:15 is 1215, 00:20 at night is 1460. */
export function instantOf(clock: DayClock, minute: number): number {
  const local = clock.day * DAY_MS + minute * MINUTE_MS
  const before = local - clock.offsetMs
  return before < clock.changeMs ? before : local - clock.offsetAfterMs
}

/** The clocks of one zone's trading days, each made when first asked for. */
export type DayClocks = {
  of(day: DayNumber): DayClock
  /** That of the trading day in which an instant falls. */
  at(atMs: number): DayClock
}

export function makeDayClocks(timezone: string): DayClocks {
  const made = new Map<DayNumber, DayClock>()
  const of = (day: DayNumber): DayClock => {
    const known = made.get(day)
    if (known) return known
    const clock = makeDayClock(day, timezone)
    made.set(day, clock)
    return clock
  }
  const at = (atMs: number): DayClock => {
    let clock = of(Math.floor(atMs / DAY_MS))
    while (atMs < clock.startMs) clock = of(clock.day - 1)
    while (atMs >= clock.endMs) clock = of(clock.day + 1)
    return clock
  }
  return { of, at }
}
