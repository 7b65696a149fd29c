import type { MoneyWire } from '#kernel/pure'
import type { AnswerRow, MetricId } from '#metrics/pure'

/** Money of a row; undefined where it is not known. */
export function moneyOf(row: AnswerRow | undefined, metric: MetricId): MoneyWire | undefined {
  const figure = row?.[metric]
  return typeof figure === 'object' && figure !== null ? figure : undefined
}

/** A count or a share of a row; undefined where it is not known. */
export function numberOf(row: AnswerRow | undefined, metric: MetricId): number | undefined {
  const figure = row?.[metric]
  return typeof figure === 'number' ? figure : undefined
}

export function textOf(row: AnswerRow | undefined, name: string): string {
  const value = row?.[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** An amount or a count as a number to compare with; not for showing. */
export function sizeOf(row: AnswerRow | undefined, metric: MetricId): number | undefined {
  const amount = moneyOf(row, metric)
  return amount ? Number(amount.minor) : numberOf(row, metric)
}

/** now ÷ before − 1; undefined where either is not known or there was nothing before. */
export function changeOf(now: number | undefined, before: number | undefined): number | undefined {
  return now === undefined || !before ? undefined : now / before - 1
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** 0 to 6, Monday first, from an ISO number ("1" is Monday) or an English name. */
export function weekdayIndex(value: unknown): number | undefined {
  const text = String(value ?? '').toLowerCase()
  const found = /^[1-7]$/.test(text) ? Number(text) - 1 : WEEKDAYS.indexOf(text.slice(0, 3))
  return found < 0 ? undefined : found
}
