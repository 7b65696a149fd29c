import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '#kernel'
import { systemClock } from '#kernel'
import type { Hall, OrderSaid } from './hot-hall-buyer.ts'
import { askHold, askMove, orderIn, problemIn } from './hot-hall-buyer.ts'
import type { Said } from './hot-hall-caller.ts'

/** An order that its buyer was told is paid, with what was asked for it. */
export type PaidSale = {
  readonly hall: Hall
  readonly order: OrderSaid
  readonly seats: readonly string[]
  readonly holdKey: string
  readonly payKey: string
}

/** In a hundred orders: let go, or left to end by themselves and then taken again at once. */
const SHARE = { releases: 10, abandons: 20 } as const
const PAUSE_MS = { least: 60, most: 250 }
const TRY_AGAIN_MS = 60
const PATIENCE_MS = 60_000
/** The answer to who comes right at the end of a hold must be its own millisecond's. */
const AFTER_END_MS = 2

export type Till = {
  /** The hall that is sold just now. */
  hall(): Hall
  readonly over: AbortSignal
  readonly paid: PaidSale[]
  readonly odd: string[]
  /** Holds that ended by themselves, whose seats were asked for at that moment. */
  claimed: number
}

/** Buys again and again, and asks again under the same key until there is an answer. */
export async function keepBuying(till: Till, name: string, random: Random): Promise<void> {
  for (let turn = 0; !till.over.aborted; turn++) {
    const hall = till.hall()
    const seats = chooseSeats(hall, random)
    const key = `${name}-${turn}`
    const order = seats && (await hold(till, hall, { key, seats, random }))
    if (order) await settle(till, hall, { key, seats, random, order })
    await pause(random.whole(PAUSE_MS.least, PAUSE_MS.most))
  }
}

type Buying = { readonly key: string; readonly seats: readonly string[]; readonly random: Random }

async function hold(till: Till, hall: Hall, { key, seats, random }: Buying) {
  const wish = { key: `hold-${key}`, seats, keepGap: true }
  const said = await persist(hall, random, (server) => askHold(hall, server, wish))
  if (said.status === 201) {
    const order = orderIn(said)
    // Held by the request whose answer was lost, and over by now.
    return order.state === 'open' ? order : undefined
  }
  const { refusal, detail } = problemIn(said)
  if (refusal !== 'seat_taken') till.odd.push(`${wish.key}: ${said.status} ${detail}`)
  return undefined
}

async function settle(
  till: Till,
  hall: Hall,
  buying: Buying & { readonly order: OrderSaid },
): Promise<void> {
  const { key, random, seats, order } = buying
  const fate = random.whole(1, 100)
  if (fate <= SHARE.releases) {
    const release = { what: 'release', key: `release-${key}`, order } as const
    await persist(hall, random, (server) => askMove(hall, server, release))
    return
  }
  if (fate > SHARE.releases + SHARE.abandons) return pay(till, hall, buying)
  const endsAtMs = Temporal.Instant.from(order.expiresAt).epochMilliseconds
  await pause(Math.max(0, endsAtMs - systemClock().epochMilliseconds + AFTER_END_MS))
  till.claimed++
  const claim = { ...buying, key: `${key}-claim`, seats }
  const again = await hold(till, hall, claim)
  if (again) await pay(till, hall, { ...claim, order: again })
}

async function pay(
  till: Till,
  hall: Hall,
  { key, random, seats, order }: Buying & { readonly order: OrderSaid },
): Promise<void> {
  const move = { what: 'pay', key: `pay-${key}`, order } as const
  const said = await persist(hall, random, (server) => askMove(hall, server, move))
  if (said.status === 200) {
    till.paid.push({
      hall,
      order: orderIn(said),
      seats,
      holdKey: `hold-${key}`,
      payKey: move.key,
    })
    return
  }
  const { refusal, detail } = problemIn(said)
  if (refusal !== 'hold_expired') till.odd.push(`${move.key}: ${said.status} ${detail}`)
}

/** The same request again, now to one server, now to the other, until it is answered. */
export async function persist(
  { servers }: Hall,
  random: Random,
  ask: (server: number) => Promise<Said>,
): Promise<Said> {
  const begun = performance.now()
  for (let server = random.whole(0, servers.length - 1); ; server = (server + 1) % servers.length) {
    const said = await ask(server)
    if (said.status !== 0 && said.status < 500) return said
    // A fault is none of what a kill may lead to.
    if (said.status === 500) throw new Error(`a fault: ${said.body}`)
    if (performance.now() - begun > PATIENCE_MS) throw new Error(`no answer: ${said.body}`)
    await pause(TRY_AGAIN_MS)
  }
}

function chooseSeats({ rows, shown }: Hall, random: Random): readonly string[] | undefined {
  const row = random.pick(rows)
  const party = random.whole(1, 3)
  const from = random.whole(0, row.length - party)
  const seats = row.slice(from, from + party)
  // What the page shows may be old: that is how buyers meet.
  return seats.some((seat) => shown.states[seat] === 'sold') ? undefined : seats
}
