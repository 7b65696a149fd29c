import type { Money, Outcome } from '#kernel/pure'
import { accept, refuse, tidyText } from '#kernel/pure'
import type { TariffLine } from './tariff.ts'

/** A line as it is said: amounts with their currency. */
export type TariffLineSaid = {
  readonly ticketType: string
  readonly areas?: readonly string[] | undefined
  readonly channels?: readonly string[] | undefined
  readonly weekdays?: readonly number[] | undefined
  readonly minutes?: { readonly from: number; readonly to: number } | undefined
  readonly formats?: readonly string[] | undefined
  readonly price: Money
  readonly feeHall: Money
  readonly feeOnline: Money
}

export const TARIFF_LINES_MAX = 200
/** A trading day has 36 hours at most: it may end by the next noon. */
export const TRADING_MINUTES_MAX = 2160
export const TICKET_TYPE_CHARACTERS_MAX = 40
/** No seat costs more, in any currency, in its smallest unit. */
export const PRICE_MINOR_MAX = 1_000_000_000_000n
const NAMES_MAX = 20
const NAME_CHARACTERS_MAX = 80

/** The lines of a tariff in a currency, tidied, or the first thing wrong with them by its line. */
export function readTariffLines(
  lines: readonly TariffLineSaid[],
  currency: string,
): Outcome<readonly TariffLine[], 'tariff_unusable'> {
  if (lines.length > TARIFF_LINES_MAX) {
    return refuse('tariff_unusable', `A tariff has at most ${TARIFF_LINES_MAX} lines.`)
  }
  const read: TariffLine[] = []
  for (const [at, line] of lines.entries()) {
    const wrong = complaint(line, currency)
    if (wrong) return refuse('tariff_unusable', `Line ${at + 1}: ${wrong}`)
    read.push(tidied(line))
  }
  return accept(read)
}

function complaint(line: TariffLineSaid, currency: string): string | undefined {
  const { areas, channels, weekdays, minutes, formats } = line
  if (!isName(line.ticketType, TICKET_TYPE_CHARACTERS_MAX)) {
    return `a ticket type has 1 to ${TICKET_TYPE_CHARACTERS_MAX} characters.`
  }
  for (const [what, amount] of Object.entries(amountsOf(line))) {
    if (amount.currency !== currency) return `${what} is not in ${currency}.`
    if (amount.minor < 0n) return `${what} is less than nothing.`
    if (amount.minor > PRICE_MINOR_MAX) return `${what} is more than any seat costs.`
  }
  for (const [what, names] of Object.entries({ areas, channels, formats })) {
    if (names && !areNames(names))
      return `${what} names 1 to ${NAMES_MAX}, each once, or is left out.`
  }
  if (weekdays && !areWeekdays(weekdays)) {
    return 'weekdays are 1 (Monday) to 7 (Sunday), each once, or are left out.'
  }
  if (minutes && !areMinutes(minutes)) {
    return `minutes of the trading day run from 0 to ${TRADING_MINUTES_MAX}, the end after the beginning.`
  }
  return undefined
}

function amountsOf({ price, feeHall, feeOnline }: TariffLineSaid) {
  return { 'the price': price, 'the cinema’s fee': feeHall, 'the online fee': feeOnline }
}

function tidied(line: TariffLineSaid): TariffLine {
  const { areas, channels, weekdays, minutes, formats } = line
  return {
    ticketType: tidyText(line.ticketType),
    ...(areas && { areas: areas.map(tidyText) }),
    ...(channels && { channels: channels.map(tidyText) }),
    ...(weekdays && { weekdays: weekdays.toSorted((one, other) => one - other) }),
    ...(minutes && { minutes: { from: minutes.from, to: minutes.to } }),
    ...(formats && { formats: formats.map(tidyText) }),
    priceMinor: line.price.minor,
    feeHallMinor: line.feeHall.minor,
    feeOnlineMinor: line.feeOnline.minor,
  }
}

function isName(text: string, most: number): boolean {
  const tidy = tidyText(text)
  return tidy.length > 0 && tidy.length <= most && !/[\p{Cc}\p{Cs}]/u.test(tidy)
}

function areNames(names: readonly string[]): boolean {
  const isOnce = new Set(names.map(tidyText)).size === names.length
  return names.length > 0 && names.length <= NAMES_MAX && isOnce && names.every(isShort)
}

function isShort(name: string): boolean {
  return isName(name, NAME_CHARACTERS_MAX)
}

function areWeekdays(days: readonly number[]): boolean {
  const known = days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  return known && days.length > 0 && new Set(days).size === days.length
}

function areMinutes({ from, to }: { readonly from: number; readonly to: number }): boolean {
  const whole = Number.isInteger(from) && Number.isInteger(to)
  return whole && from >= 0 && from < to && to <= TRADING_MINUTES_MAX
}
