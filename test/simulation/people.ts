import type { Order, SpotPayment } from '#ticketing'
import { ticketId } from '#ticketing'
import type { Answer } from './call.ts'
import type { Network } from './network.ts'
import type { Scene } from './scene.ts'
import { SEAT_NAMES } from './screenings.ts'

/** What people do; each waits for an answer before doing the next thing, and believes what was said. */
export type People = Scene & {
  readonly network: Network
  readonly screenings: readonly bigint[]
  /** Holds that somebody heard of: others wait for their end. */
  readonly heard: Order[]
  /** What people were told of their orders, at last. */
  readonly told: Map<bigint, Order>
  nextKey(): string
  isClosing(): boolean
}

/** Comes again and again, until the doors close. */
export async function visitOften(people: People): Promise<void> {
  while (!people.isClosing()) {
    await visit(people)
    await people.network.sleep(people.world.random.whole(0, 4_000))
  }
}

async function visit(people: People): Promise<void> {
  const { world, network, record } = people
  const order = await hold(people)
  if (!order) return
  record.count('orders told')
  const chance = world.random.next()
  if (chance < 0.36) await payOnTheSpot(people, order)
  else if (chance < 0.7) await payByWallet(people, order)
  else if (chance < 0.8) {
    const { id: orderId, screeningId } = order
    note(people, await network.ask({ kind: 'release', orderId, screeningId }))
  } else if (chance < 0.88) await payLate(people, order)
  if (people.told.get(order.id)?.paidAtMs !== undefined && world.random.next() < 0.5) {
    await network.sleep(world.random.whole(0, 20_000))
    await giveBack(people, order)
  }
}

async function hold(people: People): Promise<Order | undefined> {
  const { world, network, heard } = people
  const { random } = world
  let screeningId = random.pick(people.screenings)
  let wanted = choose(people)
  const coming =
    random.next() < 0.4 ? heard.at(-random.whole(1, Math.min(5, heard.length))) : undefined
  if (coming) {
    // To be the first when somebody's time is over, to the millisecond.
    screeningId = coming.screeningId
    wanted = coming.lines.map(({ seat }) => seat)
    const atMs = coming.expiresAtMs + random.pick([-1, 0, 0, 0, 1])
    if (atMs > world.nowMs()) await network.sleep(atMs - world.nowMs())
  }
  const key = people.nextKey()
  const seats = wanted.map((seat) => ({ seat, ticketType: random.pick(['Adult', 'Child']) }))
  const channel = random.pick(['web', 'web', 'counter'] as const)
  const print = `${screeningId} ${channel} ${JSON.stringify(seats)}`
  const ask = { kind: 'hold' as const, key, print, screeningId, channel, seats }
  if (random.next() < 0.02) {
    // Somebody whose program takes one key for two things.
    const other = [{ seat: random.pick(SEAT_NAMES), ticketType: 'Adult' }]
    network.send({ ...ask, print: 'another', seats: other }, () => undefined)
  }
  const answer = await network.ask(ask)
  if (answer.said !== 'order') return undefined
  note(people, answer)
  heard.push(answer.order)
  return answer.order
}

/** One to three neighbours. */
function choose({ world: { random } }: People): string[] {
  const party = random.pick([1, 2, 2, 3])
  const row = random.pick([0, 4])
  const first = random.whole(0, 4 - party)
  return SEAT_NAMES.slice(row + first, row + first + party)
}

async function payOnTheSpot(people: People, order: Order): Promise<void> {
  const { world, network } = people
  const { random } = world
  if (random.next() < 0.2) await prolong(people, order)
  const how: SpotPayment = random.pick(['cash', 'cash', 'card', 'complimentary'])
  const { id: orderId, screeningId } = order
  const pay = { kind: 'pay' as const, orderId, screeningId, key: people.nextKey(), print: how }
  if (random.next() < 0.04) pay.key = `key ${random.whole(1, 40)}`
  note(people, await network.ask({ ...pay, with: how }))
  // The till's operator presses again, though it was answered.
  if (random.next() < 0.15) note(people, await network.ask({ ...pay, with: how }))
}

/** Waits for about the end of the time, and pays then. */
async function payLate(people: People, order: Order): Promise<void> {
  const { world, network } = people
  const atMs = order.expiresAtMs + world.random.pick([-1, 0, 1, 5_000])
  if (atMs > world.nowMs()) await network.sleep(atMs - world.nowMs())
  await payOnTheSpot(people, order)
}

async function prolong(people: People, { id: orderId, screeningId }: Order): Promise<void> {
  const answer = await people.network.ask({ kind: 'prolong', orderId, screeningId })
  note(people, answer)
  if (answer.said === 'order') people.heard.push(answer.order)
}

async function payByWallet(people: People, order: Order): Promise<void> {
  const { world, network, wallet } = people
  const { random } = world
  const { id: orderId, screeningId } = order
  if (random.next() < 0.2) await prolong(people, order)
  for (let tries = 0; tries < 2; tries++) {
    const key = people.nextKey()
    const begun = await network.ask({ kind: 'begin', key, print: '', orderId, screeningId })
    if (begun.said !== 'order') return
    if (random.next() < 0.15) await network.sleep(random.whole(1, 2 * people.holdMs))
    wallet.decide(key, random.next() < 0.8)
    if (random.next() < 0.15) {
      // Grows impatient and pays otherwise.
      await payOnTheSpot(people, order)
      return
    }
    await network.sleep(random.whole(100, 10_000))
    lookAt(people, orderId)
    if (random.next() < 0.7) return
  }
}

/** The page of an order: as it is kept. */
function lookAt({ books, told }: People, orderId: bigint): void {
  const order = books.orders.get(orderId)
  if (order) told.set(orderId, order)
}

async function giveBack(people: People, order: Order): Promise<void> {
  const { world, network } = people
  const { random } = world
  const { id: orderId, screeningId, lines } = order
  const key = people.nextKey()
  const back = { key, orderId, screeningId }
  const chance = random.next()
  if (chance < 0.25) {
    note(people, await network.ask({ ...back, kind: 'void', print: '' }))
    return
  }
  const place = random.whole(0, lines.length - 1)
  const tickets = [ticketId(orderId, place)]
  const part = { ...back, kind: 'refund' as const, print: `${tickets}`, tickets }
  const whole = { ...back, kind: 'refund' as const, print: 'whole' }
  note(people, await network.ask(chance < 0.65 ? part : whole))
  // Again under its key, long after it was answered: perhaps the seat is another's by now.
  if (random.next() < 0.3) {
    await network.sleep(random.whole(0, 30_000))
    await network.ask(chance < 0.65 ? part : whole)
  }
  // The rest under the same key: a program that takes one key for two things.
  if (chance < 0.45) note(people, await network.ask(whole))
}

function note({ told }: People, answer: Answer): void {
  if (answer.said === 'order') told.set(answer.order.id, answer.order)
}
