/** What an amount is in another currency, by the rates that somebody states. */
import { currencyDigits } from '#kernel'
import { dayPlus } from './oracle-piece.ts'
import type { Lens } from './oracle-scene.ts'
import { weekEarlier } from './oracle-scene.ts'
import type { RateFact, World } from './oracle-world.ts'
import type { Question } from './question.ts'

/** An amount of smallest units times this is one in units of the 24th place behind them. */
export const RATE_SCALE = 10n ** 24n
/** Of rates so many days before the first day asked none is taken any more. */
const DAYS_BACK = 31

/** The factor of a currency on a day, in units of the 24th place; undefined where nobody said. */
export type FactorOf = (currency: string, day: string) => bigint | undefined

/** The first day that a question's amounts are of; undefined where it is the first there is. */
export function firstDayOf({ metrics }: Question, lenses: readonly Lens[]): string | undefined {
  if (metrics.includes('lifetimeGross')) return undefined
  const asked = metrics.includes('drop')
    ? lenses.flatMap((lens) => [lens, weekEarlier(lens)])
    : lenses
  const days = asked.map(({ from }) => from)
  if (days.includes(undefined)) return undefined
  return days.filter((day) => day !== undefined).toSorted()[0]
}

/** The currencies that amounts may be in: those of the cinemas, or those of a reporter. */
export function currenciesAmong(world: World, source: number | undefined): readonly string[] {
  const reported = world.reported.filter((fact) => fact.source === source && fact.currency !== '')
  const own = source === undefined ? world.homes.values() : reported.map(({ currency }) => currency)
  return [...new Set(own)].toSorted()
}

type Wanted = {
  readonly to: string
  /** Every currency that amounts are in. */
  readonly among: readonly string[]
  readonly from: string | undefined
  readonly until: string | undefined
}

/** From one smallest unit to another's; the places beyond the 24th are cut off. */
export function factorsOf(world: World, { to, among, from, until }: Wanted): FactorOf {
  const since = from && dayPlus(from, -DAYS_BACK)
  const currencies = [...among, to]
  const within = world.rates.filter(
    ({ owner, currency, day }) =>
      world.owners.includes(owner) &&
      currencies.includes(currency) &&
      (since === undefined || day >= since) &&
      (until === undefined || day <= until),
  )
  const standing = [...Map.groupBy(within, keyOf).values()].flatMap((some) => {
    const [first] = some
    const weight = some.reduce((sum, one) => sum + one.weight, 0)
    const rate = some.reduce((sum, one) => sum + parts(one.rate), 0n)
    return first && weight > 0 ? [{ ...first, parts: rate }] : []
  })
  const [first] = standing.toSorted(
    (one, other) => one.source - other.source || (one.base < other.base ? -1 : 1),
  )
  const own = standing.filter(({ source, base }) => source === first?.source && base === first.base)
  const rateOf = (currency: string, day: string) => {
    if (currency === first?.base) return parts('1')
    const stated = own.filter((one) => one.currency === currency && one.day <= day)
    return stated.toSorted((one, other) => (one.day < other.day ? 1 : -1))[0]?.parts
  }
  return (currency, day) => {
    if (currency === to) return RATE_SCALE
    if (!among.includes(currency)) return undefined
    const [under, over] = [rateOf(currency, day), rateOf(to, day)]
    if (under === undefined || over === undefined || under <= 0n) return undefined
    const digits = (code: string) => 10n ** BigInt(currencyDigits(code))
    return (over * digits(to) * RATE_SCALE) / (under * digits(currency))
  }
}

const keyOf = ({ source, base, currency, day }: RateFact) => [source, base, currency, day].join(' ')

/** A decimal in units of its twelfth place. */
function parts(text: string): bigint {
  const [, sign = '', whole = '0', rest = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(text) ?? []
  return BigInt(`${sign}${whole}${rest.padEnd(12, '0').slice(0, 12)}`)
}
