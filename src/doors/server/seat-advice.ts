import type { Refused } from '#kernel'
import { refuse } from '#kernel'
import type { Channel } from '#programme/pure'
import type { SaleSheet } from '#ticketing'
import { seatStates } from '#ticketing'
import type { SeatSituation } from '#ticketing/pure'
import { gapLeft, nearestEqual } from '#ticketing/pure'
import type { House } from './house.ts'

/** What can be said of seats beside a sale. It rests while there is a rush: it must not cost one. */
export type SeatAdvice = {
  /** The seats of a screening as somebody of a channel may have them; a second old at most. */
  situation(sheet: SaleSheet, channel: Channel): Promise<SeatSituation>
  /** Why a choice should be another: it leaves a single seat alone. */
  againstGap(sheet: SaleSheet, seats: readonly string[]): Promise<Refused<'seat_gap'> | undefined>
  /** The refusal, with the nearest equal seats that are free together. */
  withNearest<Refusal extends string>(
    refused: Refused<Refusal>,
    sheet: SaleSheet,
    wanted: readonly string[],
  ): Promise<Refused<Refusal>>
}

const KEPT_MS = 1_000
const KEPT_MAX = 5_000

type Kept = { readonly atMs: number; readonly taken: Promise<ReadonlySet<string>> }

export function seatAdvice({ store, clock }: Pick<House, 'store' | 'clock'>): SeatAdvice {
  const kept = new Map<bigint, Kept>()
  const read = async (id: bigint) => new Set((await seatStates(store, id)).states.keys())
  const takenOf = (id: bigint): Promise<ReadonlySet<string>> => {
    const atMs = clock().epochMilliseconds
    const known = kept.get(id)
    if (known && atMs - known.atMs < KEPT_MS) return known.taken
    const taken = read(id)
    kept.delete(id)
    kept.set(id, { atMs, taken })
    const oldest = kept.keys().next()
    if (kept.size > KEPT_MAX && !oldest.done) kept.delete(oldest.value)
    taken.catch(() => kept.delete(id)) // whoever asked hears it; the next one asks again
    return taken
  }
  return {
    async situation(sheet, channel) {
      return situationOf(sheet, await takenOf(sheet.id), channel)
    },
    async againstGap(sheet, seats) {
      const situation = situationOf(sheet, await takenOf(sheet.id), 'web')
      const gap = gapLeft(situation, seats)
      if (!gap?.instead) return undefined
      const say = `That leaves ${gap.lonely} alone. ${gap.instead.join(', ')} keeps the row whole.`
      return refuse('seat_gap', say, gap.instead)
    },
    async withNearest(refused, sheet, wanted) {
      // What was read before somebody took them is of no use now.
      const situation = situationOf(sheet, await read(sheet.id), 'web')
      const near = nearestEqual(situation, wanted)
      if (!near) return refused
      const verb = near.length === 1 ? 'is free' : 'are free together'
      return refuse(refused.refusal, `${refused.say} ${inWords(near)} ${verb}.`, near)
    },
  }
}

function situationOf(
  { plan, seats }: SaleSheet,
  taken: ReadonlySet<string>,
  channel: Channel,
): SeatSituation {
  if (channel === 'counter') return { plan, taken }
  const house = [...seats].filter(([, seat]) => seat.house).map(([seat]) => seat)
  return { plan, taken: house.length === 0 ? taken : new Set([...taken, ...house]) }
}

function inWords(seats: readonly string[]): string {
  if (seats.length < 2) return seats.join('')
  return `${seats.slice(0, -1).join(', ')} and ${seats.at(-1)}`
}
