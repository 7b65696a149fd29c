export { currencyDigits, isCurrency } from './currency.ts'
export { derivedId, hash64 } from './hash.ts'
export { parseId } from './id.ts'
export type { Log } from './log.ts'
export { silentLog } from './log.ts'
export type { Money, MoneyWire } from './money.ts'
export { money, moneyToDecimal, moneyToWire, parseDecimalMinor } from './money.ts'
export type { Accepted, Outcome, Refused } from './outcome.ts'
export { accept, expectAccepted, refuse } from './outcome.ts'
export type { Random } from './random.ts'
export { seededRandom } from './random.ts'
export { faultText, searchText, tidyText } from './text.ts'
export type { Clock, DayRule, LocalMoment } from './time.ts'
export {
  DAY_STARTS_AT,
  localMoment,
  systemClock,
  timezoneNamed,
  tradingDayStart,
  wallTimeToInstant,
} from './time.ts'
export type { WallMoment } from './wall-clock.ts'
export { wallMoment } from './wall-clock.ts'
