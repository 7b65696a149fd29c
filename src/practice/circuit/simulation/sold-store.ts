import { CHANNELS } from '../tariff.ts'
import { EARLY_DAYS_MAX } from './stage.ts'
import type { Territory } from './territory.ts'

const TYPES = ['Adult', 'Student', 'Senior', 'Child', 'Member', 'Complimentary'] as const
const COMPLIMENTARY = TYPES.indexOf('Complimentary')
/** Of a hundred tickets, by what is shown; and what each pays of an adult's price. */
const MIXES = [
  [38, 5, 5, 43, 6, 3],
  [62, 14, 9, 2, 10, 3],
  [50, 14, 22, 0, 11, 3],
] as const
const PERCENT = [100, 86, 80, 74, 88, 0] as const
const ONLINE_MIX = [0, 44, 36, 12, 8] as const

/** So many of 1,024 sold online were sold before the day: as a rule, and of an opening weekend. */
const EARLY = [130, 400] as const
const REFUNDS_IN_THOUSAND = 19
const MEMBERS_PER_CINEMA = 9_000
const CUSTOMERS_PERCENT = 35

/** A value for each of a hundred, by weights that make a hundred. */
function spreadOut(weights: readonly number[]): string {
  return `[${weights.flatMap((weight, value) => Array(weight).fill(value)).join(',')}]`
}

/** The sixty-four middles of an exponential lead of this mean: integers, the same on every machine. */
function leads(mean: number): string {
  const steps = Array.from({ length: 64 }, (_, at) => -Math.log(1 - (at + 0.5) / 64) * mean)
  return `[${steps.map(Math.round).join(',')}]`
}

/** The eve sells half of what is sold before the day; each day earlier somewhat less. */
function earlyDays(): string {
  const steps = Array.from({ length: 64 }, (_, at) => {
    return Math.min(EARLY_DAYS_MAX, 1 + Math.floor(-Math.log2(1 - (at + 0.5) / 64) * 1.4))
  })
  return `[${steps.join(',')}]`
}

/** From ten to half past eleven at night, most of them in the evening. */
function eveMinutes(): string {
  const steps = Array.from({ length: 64 }, (_, at) => {
    const part = (at + 0.5) / 64
    return Math.round(600 + 810 * (part < 0.5 ? part ** 0.8 : 1 - 0.9 * (1 - part)))
  })
  return `[${steps.join(',')}]`
}

const strings = (words: readonly string[]) => `[${words.map((word) => `'${word}'`).join(',')}]`
const bits = (hash: string, from: number, count: number) =>
  `toInt32(bitAnd(bitShiftRight(${hash}, ${from}), ${2 ** count - 1}))`

/**
 * Every sale and refund of what stands in the stage, integers through and through. What a ticket is
 * follows from the screening's number and its own alone, so it is the same whatever ids cinemas and
 * films have where it goes.
 */
export function salesSql(seed: bigint, territory: Territory): string {
  const { tax, step, feeHall, feeOnline, online } = territory
  const [part, whole] = tax
  return `
select *, multiIf(sign > 0, days_before, back_days) as days,
  multiIf(sign > 0, sold_at_minute, back_minute) as sold_minute,
  toDate(day - days) as sold_day,
  midnight - days * 86400 + if(days >= back, shift, 0) + sold_minute * 60 + second as sold_seconds,
  sold_seconds * 1000 + millisecond as sold_ms,
  sign * price_of as signed_price,
  sign * if(price_of = 0, 0, ${feeHall}) as signed_hall,
  sign * if(price_of = 0, 0, arrayElement([${feeOnline.join(',')}], channel_at + 1)) as signed_online,
  intDiv(2 * signed_price * ${part} + sign * ${whole}, 2 * ${whole}) as signed_tax,
  id * 4096 + i * 2 + if(sign < 0, 1, 0) as fact
from (
select *,
  arrayJoin(if(is_online and ${bits('ticket_hash', 20, 10)} < ${Math.round(REFUNDS_IN_THOUSAND * 1.024)}
    and (days_before > 0 or minute - sold_at_minute > 45), [1, -1], [1])) as sign,
  multiIf(days_before > 0, 420 + ${bits('ticket_hash', 32, 7)},
    sold_at_minute +
      intDiv((minute - 15 - sold_at_minute) * ${bits('ticket_hash', 32, 6)}, 64)) as back_minute,
  intDiv(days_before, 2) as back_days,
  if(type_at = ${COMPLIMENTARY}, 0,
    intDiv(price * arrayElement([${PERCENT.join(',')}], type_at + 1), ${step * 100}) * ${step})
    as price_of,
  if(is_online,
    arrayElement(${spreadOut(ONLINE_MIX)}, ${bits('party_hash', 12, 20)} % 100 + 1), 0) as channel_at
from (
select *,
  toInt32(party_hash % 100) < ${online} as is_online,
  is_online and ${bits('party_hash', 8, 10)} < if(opening, ${EARLY[1]}, ${EARLY[0]}) as is_early,
  if(is_early, toInt32(arrayElement(${earlyDays()}, ${bits('party_hash', 20, 6)} + 1)), 0) as days_before,
  multiIf(is_early, toInt32(arrayElement(${eveMinutes()}, ${bits('party_hash', 26, 6)} + 1)),
    is_online, greatest(375 + ${bits('party_hash', 26, 6)}, minute - 5
      - toInt32(arrayElement(${leads(170)}, ${bits('party_hash', 32, 6)} + 1))
        - ${bits('party_hash', 38, 3)}),
    greatest(375, minute + 6 - toInt32(arrayElement(${leads(10)}, ${bits('party_hash', 32, 6)} + 1))))
    as sold_at_minute,
  ${bits('party_hash', 44, 6)} % 60 as second,
  ${bits('party_hash', 50, 10)} % 1000 as millisecond,
  arrayElement([${MIXES.map(spreadOut).join(',')}], genre + 1) as mix,
  toInt32(arrayElement(mix, toInt32(ticket_hash % 100) + 1)) as type_at
from (
select *, i, cityHash64(${seed}, id, 1, intDiv(i + bitAnd(id, 1), 2)) as party_hash,
  cityHash64(${seed}, id, 2, i) as ticket_hash
from simulation_stage array join range(sold) as i)))`
}

/** What a line of `salesSql` says of its seat, and how it was paid. */
const ROW = 'greatest(12, intDiv(seats + 23, 24))'
const CHAIR = '(i + id % 97) % seats'
export const SEAT = `if(reserved, concat(
    substring('ABCDEFGHJKLMNOPQRSTUVWXYZ', intDiv(${CHAIR}, ${ROW}) + 1, 1),
    toString(${CHAIR} % ${ROW} + 1)), '')`
export const PAYMENT = `multiIf(price_of = 0, '', channel_at = 0,
    if(bitAnd(ticket_hash, 4096) > 0, 'cash', 'card'),
    channel_at = 1, 'card', 'wallet')`
export const CHANNEL = `arrayElement(${strings(CHANNELS)}, channel_at + 1)`
export const TICKET_TYPE = `arrayElement(${strings(TYPES)}, type_at + 1)`
export const KIND = "if(sign > 0, 'sale', 'refund')"
/** A customer that the cinema knows, of one ticket in three; else 0. */
export const customerSql = (seed: bigint) =>
  `if(ticket_hash % 100 < ${CUSTOMERS_PERCENT},
    cityHash64(${seed}, 3, intDiv(id, 1024) % 100000,
      bitShiftRight(ticket_hash, 16) % ${MEMBERS_PER_CINEMA}), 0)`
/** Of a screening's cheapest seat. */
export const LOWEST_PRICE = `intDiv(price * ${PERCENT[3]}, 100)`
