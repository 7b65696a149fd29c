import type { MoneyWire } from '#kernel/pure'
import { moneyToDecimal, moneyToWire, parseDecimalMinor } from '#kernel/pure'
import type { PriceLine } from '../wire/programme.ts'
import { clockText, parseClock } from './plan-times.ts'

/** A line of a price card as it is typed. What a set leaves empty fits everything. */
export type LineDraft = {
  readonly key: string
  readonly ticketType: string
  readonly areas: ReadonlySet<string>
  readonly channels: ReadonlySet<string>
  /** "1" is Monday. */
  readonly weekdays: ReadonlySet<string>
  readonly formats: ReadonlySet<string>
  readonly from: string
  readonly to: string
  readonly price: string
  readonly feeHall: string
  readonly feeOnline: string
}

export type LineField = 'ticketType' | 'times' | 'price' | 'feeHall' | 'feeOnline'

const EVERYTHING: ReadonlySet<string> = new Set()

export function newLine(ticketType: string): LineDraft {
  return {
    key: crypto.randomUUID(),
    ticketType,
    areas: EVERYTHING,
    channels: EVERYTHING,
    weekdays: EVERYTHING,
    formats: EVERYTHING,
    from: '',
    to: '',
    price: '',
    feeHall: '0',
    feeOnline: '0',
  }
}

export function draftOf(line: PriceLine): LineDraft {
  return {
    key: crypto.randomUUID(),
    ticketType: line.ticketType,
    areas: new Set(line.areas),
    channels: new Set(line.channels),
    weekdays: new Set(line.weekdays?.map(String)),
    formats: new Set(line.formats),
    from: line.minutes ? clockSaid(line.minutes.from) : '',
    to: line.minutes ? clockSaid(line.minutes.to) : '',
    price: decimal(line.price),
    feeHall: decimal(line.feeHall),
    feeOnline: decimal(line.feeOnline),
  }
}

/** What is wrong with a line as it stands. */
export function lineFaults(line: LineDraft, currency: string): ReadonlySet<LineField> {
  const faults = new Set<LineField>()
  if (line.ticketType.trim() === '') faults.add('ticketType')
  if (minutesOf(line) === 'wrong') faults.add('times')
  for (const field of ['price', 'feeHall', 'feeOnline'] as const) {
    if (amountOf(line[field], currency) === undefined) faults.add(field)
  }
  return faults
}

/** The line to send; undefined while something is wrong with it. */
export function lineOf(line: LineDraft, currency: string): PriceLine | undefined {
  const [price, feeHall, feeOnline] = [line.price, line.feeHall, line.feeOnline].map((text) =>
    amountOf(text, currency),
  )
  const minutes = minutesOf(line)
  const ticketType = line.ticketType.trim()
  if (minutes === 'wrong' || ticketType === '') return undefined
  if (price === undefined || feeHall === undefined || feeOnline === undefined) return undefined
  const wire = (minor: bigint) => moneyToWire({ minor, currency })
  return {
    ticketType,
    ...(line.areas.size > 0 && { areas: [...line.areas] }),
    ...(line.channels.size > 0 && { channels: [...line.channels] }),
    ...(line.weekdays.size > 0 && { weekdays: [...line.weekdays].map(Number).toSorted() }),
    ...(minutes && { minutes }),
    ...(line.formats.size > 0 && { formats: [...line.formats] }),
    price: wire(price),
    feeHall: wire(feeHall),
    feeOnline: wire(feeOnline),
  }
}

/** All that is paid, while its three amounts can be read. */
export function totalSaid(line: LineDraft, currency: string): MoneyWire | undefined {
  const amounts = [line.price, line.feeHall, line.feeOnline].map((text) => amountOf(text, currency))
  if (amounts.some((amount) => amount === undefined)) return undefined
  const minor = amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n)
  return moneyToWire({ minor, currency })
}

export function totalOfLine({ price, feeHall, feeOnline }: PriceLine): MoneyWire {
  const minor = BigInt(price.minor) + BigInt(feeHall.minor) + BigInt(feeOnline.minor)
  return moneyToWire({ minor, currency: price.currency })
}

/** The place of an earlier line that fits all that this one does, so that this one never prices. */
export function coveredBy(lines: readonly LineDraft[], place: number): number | undefined {
  const line = lines[place]
  if (!line) return undefined
  const found = lines.slice(0, place).findIndex((earlier) => covers(earlier, line))
  return found < 0 ? undefined : found
}

function covers(earlier: LineDraft, line: LineDraft): boolean {
  if (earlier.ticketType.trim() !== line.ticketType.trim()) return false
  const [wide, slim] = [minutesOf(earlier), minutesOf(line)]
  if (wide === 'wrong' || slim === 'wrong') return false
  if (wide && !(slim && wide.from <= slim.from && slim.to <= wide.to)) return false
  return (['areas', 'channels', 'weekdays', 'formats'] as const).every(
    (name) =>
      earlier[name].size === 0 || (line[name].size > 0 && line[name].isSubsetOf(earlier[name])),
  )
}

/** The tax rate as it is typed ("13.5") in hundredths of a per cent. */
export function parseRate(text: string): number | undefined {
  const match = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

export function rateText(basisPoints: number): string {
  const [whole, part] = [Math.floor(basisPoints / 100), basisPoints % 100]
  return part === 0 ? String(whole) : `${whole}.${String(part).padStart(2, '0').replace(/0$/, '')}`
}

function amountOf(text: string, currency: string): bigint | undefined {
  const minor = parseDecimalMinor(text.trim(), currency)
  return minor === undefined || minor < 0n ? undefined : minor
}

/** The span a line is for, none, or `wrong` when it cannot be read. */
function minutesOf({ from, to }: LineDraft): PriceLine['minutes'] | 'wrong' {
  if (from.trim() === '' && to.trim() === '') return undefined
  const [start, end] = [parseClock(from), parseClock(to)]
  if (start === undefined || end === undefined || start >= end) return 'wrong'
  return { from: start, to: end }
}

/** Past midnight a span says 25:30, so that its end stays after its beginning. */
function clockSaid(minute: number): string {
  if (minute < 1_440) return clockText(minute)
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

function decimal({ minor, currency }: MoneyWire): string {
  return moneyToDecimal({ minor: BigInt(minor), currency })
}
