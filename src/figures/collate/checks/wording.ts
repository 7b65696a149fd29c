import type { Money } from '#kernel'
import { moneyToDecimal } from '#kernel'
import type { CheckContext } from './check.ts'

const COUNT = new Intl.NumberFormat('en-IE', { maximumFractionDigits: 0 })
const DAY = new Intl.DateTimeFormat('en-IE', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const AMOUNTS = new Map<string, Intl.NumberFormat>()

export function count(value: number): string {
  return COUNT.format(value).replace('-', '−')
}

/** "1 ticket", "12 tickets". */
export function counted(value: number, one: string, several = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : several}`
}

export function amount(money: Money): string {
  const format =
    AMOUNTS.get(money.currency) ??
    new Intl.NumberFormat('en-IE', { style: 'currency', currency: money.currency })
  AMOUNTS.set(money.currency, format)
  // A decimal in text is written as it is: no floating point touches it.
  const text = format.format(moneyToDecimal(money) as Intl.StringNumericLiteral)
  return text.replace('-', '−')
}

/** "Sat 21 Nov 2026". */
export function dayText(day: string): string {
  return DAY.format(epochDay(day) * DAY_MS).replace(',', '')
}

export function daysText(first: string, last: string): string {
  return first === last ? dayText(first) : `${dayText(first)} to ${dayText(last)}`
}

const DAY_MS = 86_400_000

/** Days since 1970-01-01, and back. */
export function epochDay(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

export function dayOf(epoch: number): string {
  return new Date(epoch * DAY_MS).toISOString().slice(0, 10)
}

/** The local clock of a cinema at an instant in epoch seconds: 2026-11-21 20:15. */
export function localTime(seconds: number, timezone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(timezone)
  return at.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

/** "Sat 21 Nov 2026, 20:15" of what `localTime` gives. */
export function momentText(local: string): string {
  return `${dayText(local.slice(0, 10))}, ${local.slice(11)}`
}

export function placeName({ places }: Pick<CheckContext, 'places'>, cinemaId: number): string {
  return places.get(cinemaId)?.name ?? `cinema ${cinemaId}`
}

export function sourceName({ sources }: Pick<CheckContext, 'sources'>, sourceId: number): string {
  return sources.get(sourceId)?.name ?? `source ${sourceId}`
}
