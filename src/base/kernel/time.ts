/** Tells the time; the only way anything learns it, so that tests and the simulator can pass theirs. */
export type Clock = () => Temporal.Instant

export const systemClock: Clock = () => Temporal.Now.instant()

/** How a cinema reckons its days: its zone, and the local hour at which its trading day starts. */
export type DayRule = { readonly timezone: string; readonly dayStartsAt: number }

/** The hour at which a trading day starts unless the cinema says otherwise. */
export const DAY_STARTS_AT = 6

export type LocalMoment = {
  /** The trading day, ISO: a 01:30 screening still counts for the evening before. */
  readonly tradingDay: string
  /** Local minutes since 00:00 of the trading day's date: 20:15 is 1215, 01:30 at night is 1530. */
  readonly minute: number
  /** Local hour by the wall clock, 0 to 23. */
  readonly hour: number
}

/** Where an instant falls in a cinema's own reckoning. */
export function localMoment(instant: Temporal.Instant, rule: DayRule): LocalMoment {
  const local = instant.toZonedDateTimeISO(rule.timezone)
  const early = local.hour < rule.dayStartsAt
  const day = early ? local.toPlainDate().subtract({ days: 1 }) : local.toPlainDate()
  const minute = local.hour * 60 + local.minute + (early ? 1440 : 0)
  return { tradingDay: day.toString(), minute, hour: local.hour }
}

/** The instant at which a trading day of that date begins. */
export function tradingDayStart(tradingDay: string, rule: DayRule): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from({ hour: rule.dayStartsAt })
  const { timezone: timeZone } = rule
  return Temporal.PlainDate.from(tradingDay).toZonedDateTime({ timeZone, plainTime }).toInstant()
}

/** The zone of that name, spelt as the table has it: "america/chicago" is America/Chicago. */
export function timezoneNamed(name: string): string | undefined {
  // Temporal would also take offsets and whole timestamps, which are no zones of a cinema.
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(name)) return undefined
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch {
    // The platform's own table is the only authority; an unknown zone is a RangeError.
    return undefined
  }
}

/**
 * The instant of a local wall time. Undefined where the clock skipped it (spring); the earlier of
 * the two where it struck twice (autumn).
 */
export function wallTimeToInstant(
  local: Temporal.PlainDateTime,
  timezone: string,
): Temporal.Instant | undefined {
  const zoned = local.toZonedDateTime(timezone, { disambiguation: 'earlier' })
  return zoned.toPlainDateTime().equals(local) ? zoned.toInstant() : undefined
}
