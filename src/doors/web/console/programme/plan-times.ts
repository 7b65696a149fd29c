const TIME = /^(\d{1,2})[:.：]?(\d{2})$/
const HOURS_MAX = 30

/**
 * Times as they are typed: "14:00 17.30, 2015". A time of the night may be said as the trade does
 * (25:30). Undefined when a word among them is no time.
 */
export function parseTimes(text: string): readonly string[] | undefined {
  const words = text.split(/[\s,;，、；]+/).filter((word) => word !== '')
  const times = words.map(parseTime)
  if (times.some((time) => time === undefined)) return undefined
  return [...new Set(times.filter((time) => time !== undefined))]
}

export function parseTime(word: string): string | undefined {
  const minute = parseClock(word)
  return minute === undefined || minute >= HOURS_MAX * 60 ? undefined : clockText(minute)
}

/** A time as a minute, hours past midnight counted on: "25:30" is 1530. */
export function parseClock(word: string): number | undefined {
  const match = TIME.exec(word.trim())
  if (!match) return undefined
  const [hour, minute] = [Number(match[1]), Number(match[2])]
  return hour > HOURS_MAX || minute > 59 ? undefined : hour * 60 + minute
}

/** A time as a minute of its trading day: what is before the day starts is in its night. */
export function minuteOfDay(time: string, dayStartsAt: number): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour < dayStartsAt ? (hour + 24) * 60 + minute : hour * 60 + minute
}

/** A minute of the trading day as the wall shows it: 1530 is 01:30. */
export function clockText(minute: number): string {
  const hour = Math.floor(minute / 60) % 24
  return `${String(hour).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** A duration of a form in whole minutes; undefined when it is none. */
export function parseMinutes(text: string, most: number): number | undefined {
  if (!/^\d{1,4}$/.test(text.trim())) return undefined
  const minutes = Number(text)
  return minutes <= most ? minutes : undefined
}
