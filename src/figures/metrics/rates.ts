import { currencyDigits } from '#kernel/pure'
import type { Warehouse } from '#warehouse'
import { literal } from '#warehouse'
import type { RateTable } from './setting.ts'

const PLACES = 24n
const RATE_PLACES = 12
/** Before the first day asked so far back a rate may have been stated last: weekends and holidays. */
const DAYS_BACK = 31

/** Rates as one source states them: units of a currency for one of its base. */
export type StatedRates = {
  readonly source: number
  readonly base: string
  /** By day, oldest first. */
  readonly rates: readonly {
    readonly currency: string
    readonly day: string
    readonly rate: string
  }[]
}

type Wanted = {
  readonly owners: readonly number[]
  readonly currencies: readonly string[]
  readonly from?: string
  readonly to?: string
}

/** The rates of the first source that states any of these currencies in these days. */
export async function readRates(
  warehouse: Warehouse,
  { owners, currencies, from, to }: Wanted,
): Promise<StatedRates | undefined> {
  if (owners.length === 0 || currencies.length === 0) return undefined
  const since = from && Temporal.PlainDate.from(from).subtract({ days: DAYS_BACK }).toString()
  const within = [
    `owner in ${literal.list(owners, literal.uint32)}`,
    `currency in ${literal.list(currencies, literal.text)}`,
    ...(since !== undefined ? [`day >= ${literal.date(since)}`] : []),
    ...(to !== undefined ? [`day <= ${literal.date(to)}`] : []),
  ]
  type Row = { source: number; base: string; currency: string; day: string; rate: string }
  const rows = await warehouse.query<Row>(
    `select source, base, currency, day, toString(sum(rate)) as rate from rate
where ${within.join(' and ')}
group by source, base, currency, day having sum(weight) > 0 order by source, base, day`,
  )
  const [first] = rows
  if (!first) return undefined
  const own = rows.filter(({ source, base }) => source === first.source && base === first.base)
  return { source: Number(first.source), base: first.base, rates: own }
}

/**
 * The factor from each currency's smallest unit to the target's, from each day on: on every day on which
 * either was stated, the target's last rate divided by the currency's last, to 24 places, the rest cut
 * off.
 */
export function rateTable(
  to: string,
  currencies: readonly string[],
  stated: StatedRates | undefined,
): RateTable {
  const one = [{ currency: to, day: '1970-01-01', factor: '1' }]
  if (!stated) return { to, factors: one }
  const others = currencies.filter((currency) => currency !== to)
  const factors = others.flatMap((currency) => factorsOf(currency, to, stated))
  return { to, factors: [...one, ...factors] }
}

function factorsOf(currency: string, to: string, { base, rates }: StatedRates) {
  const factors: { currency: string; day: string; factor: string }[] = []
  let [own, target] = [base === currency ? UNIT : undefined, base === to ? UNIT : undefined]
  for (const [day, some] of Map.groupBy(rates, (rate) => rate.day)) {
    for (const said of some) {
      if (said.currency === currency) own = scaled(said.rate)
      if (said.currency === to) target = scaled(said.rate)
    }
    if (own === undefined || target === undefined || own <= 0n) continue
    factors.push({ currency, day, factor: factorText(target, own, currency, to) })
  }
  return factors
}

const UNIT = 10n ** BigInt(RATE_PLACES)

function factorText(target: bigint, own: bigint, currency: string, to: string): string {
  const digits = BigInt(currencyDigits(to) - currencyDigits(currency))
  const [up, down] = digits >= 0n ? [10n ** digits, 1n] : [1n, 10n ** -digits]
  const scaledFactor = (target * up * 10n ** PLACES) / (own * down)
  const text = scaledFactor.toString().padStart(Number(PLACES) + 1, '0')
  return `${text.slice(0, -Number(PLACES))}.${text.slice(-Number(PLACES))}`
}

/** A printed rate in units of the twelfth place. */
function scaled(rate: string): bigint {
  const [whole = '0', fraction = ''] = rate.split('.')
  return BigInt(whole + fraction.slice(0, RATE_PLACES).padEnd(RATE_PLACES, '0'))
}

/** How many whole units of `to` one of `currency` was on a day, at most six places, for people. */
export function shownRate(table: RateTable, currency: string, day: string | undefined) {
  const own = table.factors.filter(
    (factor) => factor.currency === currency && (day === undefined || factor.day <= day),
  )
  const last = own.at(-1)
  if (!last) return undefined
  // The factor is between smallest units; people read whole ones.
  const digits = BigInt(6 + currencyDigits(currency) - currencyDigits(table.to))
  const [whole = '0', fraction = ''] = last.factor.split('.')
  const micro =
    (BigInt(whole + fraction.padEnd(Number(PLACES), '0')) * 10n ** digits) / 10n ** PLACES
  const text = micro.toString().padStart(7, '0')
  return { day: last.day, rates: own.length, rate: `${text.slice(0, -6)}.${text.slice(-6)}` }
}
