import { createHash } from 'node:crypto'
import { seededRandom } from '#kernel'
import type { Order } from '#ticketing'
import { openBooks } from './books.ts'
import type { Call } from './call.ts'
import { createNetwork } from './network.ts'
import type { People } from './people.ts'
import { visitOften } from './people.ts'
import type { Violation } from './record.ts'
import { createRecord } from './record.ts'
import { createRowLocks } from './row-locks.ts'
import type { Parts, Scene } from './scene.ts'
import { putScreenings, START_MS } from './screenings.ts'
import { seatEvents } from './seat-events.ts'
import { isExplained } from './seat-history.ts'
import type { Server } from './server.ts'
import { startServer } from './server.ts'
import { createWallet } from './wallet.ts'
import { createWorld } from './world.ts'

export type Simulated = {
  readonly seed: string
  readonly steps: number
  readonly violation: Violation | undefined
  readonly counts: ReadonlyMap<string, number>
  /** Everything that happened, coming to rest included. */
  readonly ticks: number
  /** What servers were asked and answered: the same for the same seed. */
  readonly print: string
  /** The last of it, where something was wrong. */
  readonly story: readonly string[]
}

export type SimulateOptions = {
  readonly seed: string
  readonly steps: number
  readonly parts?: Parts
  /** Nothing goes wrong but this: at that step the busiest server dies. */
  readonly crashAt?: number
}

const SERVERS = 3
const PEOPLE = 7
const HOLD_MS = 60_000
const CHANCE = { crash: 0.006, jump: 0.005, storeGone: 0.002, tariff: 0.002, cancel: 0.0008 }
/** Once nothing goes wrong any more all comes to rest; if not within this, somebody waits for ever. */
const REST_STEPS_MAX = 20_000
const ROUNDS_MAX = 30
const STORY_LINES = 25

/** One world by its seed: all goes wrong in it for so many steps, then nothing does and it comes to rest. */
export async function simulate(options: SimulateOptions): Promise<Simulated> {
  const { seed, steps, crashAt } = options
  const play = openPlay(options)
  const { world, record, servers } = play
  for (let step = 0; step < steps && !record.violation(); step++) {
    if (crashAt === undefined) play.misfortune()
    else if (crashAt === step) play.crashBusiest()
    await world.step()
    checkAnswers(servers, record.fail)
  }
  play.close()
  await comeToRest(play)
  if (!record.violation()) play.checkEnd()
  const story = record.calls.map(tell)
  const print = createHash('sha256')
    .update(`${world.nowMs()}\n${story.join('\n')}`)
    .digest('hex')
  const violation = record.violation()
  const last = violation ? story.slice(-STORY_LINES) : []
  return { seed, steps, violation, counts: record.counts, ticks: world.tick(), print, story: last }
}

/** One request in a line: when, what, and what was said. */
function tell({ ask, answer, fromTick, toTick }: Call): string {
  const said =
    answer?.said === 'order'
      ? `order ${answer.order.id} ${answer.order.state}`
      : answer?.said === 'refused'
        ? `${answer.refusal}: ${answer.say}`
        : answer?.said === 'fault'
          ? `${answer.fault.message}`
          : (answer?.said ?? 'nothing')
  const { kind, ...rest } = ask
  const asked = Object.entries(rest).map(([name, value]) => `${name} ${textOf(value)}`)
  return `${fromTick}–${toTick ?? ''} ${kind} ${asked.join(', ')} → ${said}`
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? one.toString() : one))
}

type Play = ReturnType<typeof openPlay>

function openPlay({ seed, parts = {}, crashAt }: SimulateOptions) {
  const random = seededRandom(`booking ${seed}`)
  const world = createWorld(random, START_MS)
  const books = openBooks()
  const locks = createRowLocks(world)
  const record = createRecord(world, books, HOLD_MS)
  const servers: Server[] = []
  const network = createNetwork(world, record, () => servers)
  const outside = { name: 'outside', isAlive: true, waits: 0 }
  const told = new Map<bigint, Order>()
  let isClosing = false
  let isBad = crashAt === undefined
  let keys = 0
  let starts = 0
  const wallet = createWallet(world, (paymentKey) => {
    network.send({ kind: 'notice', paymentKey }, () => undefined)
  })
  const breaks = () => isBad && random.next() < CHANCE.storeGone
  const scene: Scene = { world, books, locks, record, wallet, holdMs: HOLD_MS, parts, breaks }
  const start = () => void servers.push(startServer(scene, `server ${++starts}`))
  const screenings = putScreenings(books)
  const people: People = {
    ...{ ...scene, network, screenings, told, heard: [] },
    nextKey: () => `key ${++keys}`,
    isClosing: () => isClosing,
  }
  for (let one = 0; one < SERVERS; one++) start()
  for (let one = 0; one < PEOPLE; one++) void visitOften(people)
  void takeTurns(people)
  if (!isBad) network.heal()

  const crash = (server: Server) => {
    servers.splice(servers.indexOf(server), 1)
    const waited = locks.endAllOf(server.actor)
    const parked = world.kill(server.actor)
    for (const label of [...parked, ...waited]) record.count(`crashed ${label}`)
    record.count('crashes')
    world.at(world.nowMs() + random.whole(0, 5_000), outside, 'start', start)
  }
  const jump = () => {
    const back = random.next() < 0.3
    const far = random.next() < 0.1 ? 900_000 : random.pick([10, 2_000, HOLD_MS, 2 * HOLD_MS])
    world.jump(back ? -random.whole(1, 2_000) : random.whole(1, far))
    record.count(`clock jumps ${back ? 'back' : 'ahead'}`)
  }
  const changeTariff = () => {
    const id = random.pick(screenings)
    const row = books.screenings.get(id)
    if (row) books.screenings.set(id, { ...row, tariffId: row.tariffId + 1 })
    record.count('tariffs superseded')
  }
  const cancel = () => {
    void network.ask({ kind: 'cancel', screeningId: random.pick([1n, 2n]) })
  }
  return {
    ...{ world, record, servers, network, books, wallet },
    misfortune() {
      if (servers.length > 0 && random.next() < CHANCE.crash) crash(random.pick(servers))
      if (random.next() < CHANCE.jump) jump()
      if (random.next() < CHANCE.tariff) changeTariff()
      if (random.next() < CHANCE.cancel) cancel()
    },
    crashBusiest() {
      const [busiest] = servers.toSorted((one, other) => other.actor.waits - one.actor.waits)
      if (busiest) crash(busiest)
    },
    close() {
      isClosing = true
      isBad = false
      network.heal()
      if (servers.length === 0) start()
    },
    checkEnd() {
      record.checkAll()
      checkTold(people)
      checkWallet(people)
      for (const [seat, events] of seatEvents({ record, books, holdMs: HOLD_MS })) {
        record.count('seat histories')
        if (!isExplained(events)) record.fail(`no order of events explains the history of ${seat}`)
      }
    },
  }
}

/** The keeper of payments, on whichever server it is. */
async function takeTurns(people: People): Promise<void> {
  while (!people.isClosing()) {
    await people.network.sleep(20_000)
    people.network.send({ kind: 'turn' }, () => undefined)
  }
}

/** A request whose server lives, and does nothing any more, waits for ever. */
function checkAnswers(servers: readonly Server[], fail: (say: string) => void): void {
  for (const { actor, open } of servers) {
    if (open.size === 0 || actor.waits > 0) continue
    const kinds = [...open].map(({ ask }) => ask.kind).join(', ')
    fail(`${actor.name} is idle and leaves unanswered: ${kinds}`)
  }
}

async function comeToRest({ world, record, servers, network, books, wallet }: Play): Promise<void> {
  const isOver = () => {
    const settled = [...wallet.kept().keys()].every((key) => {
      return books.payments.get(key)?.state === 'settled'
    })
    return (
      settled &&
      [...books.returns.values()].every(({ state, paymentKey }) => {
        return state === 'done' || books.payments.get(paymentKey)?.provider !== 'wallet'
      })
    )
  }
  for (let round = 0, left = REST_STEPS_MAX; round < ROUNDS_MAX && !record.violation(); round++) {
    while (!record.violation() && (await world.step())) {
      checkAnswers(servers, record.fail)
      if (--left < 0) record.fail('nothing goes wrong any more, and it does not come to rest')
    }
    if (isOver()) return
    network.send({ kind: 'turn' }, () => undefined)
  }
  if (!isOver()) record.fail('payments do not come to their end')
}

/** What people were told stands. */
function checkTold({ told, books, record }: People): void {
  for (const { id, paidAtMs, lines } of told.values()) {
    const kept = books.orders.get(id)
    const same = kept?.lines.map(({ seat }) => seat).join() === lines.map(({ seat }) => seat).join()
    if (!same) record.fail(`order ${id} was acknowledged and is not there`)
    if (paidAtMs === undefined) continue
    if (kept?.paidAtMs !== paidAtMs) record.fail(`order ${id} was acknowledged as paid and is not`)
    const first = books.tickets.get(id * 64n + BigInt(lines.length - 1))
    if (!first) record.fail(`order ${id} was paid and has no tickets`)
  }
}

/** What the wallet has kept of each payment is what good tickets of its order cost: no more, no less. */
function checkWallet({ wallet, books, record }: People): void {
  for (const [key, kept] of wallet.kept()) {
    const payment = books.payments.get(key)
    const worth = payment ? payment.amountMinor - payment.returnedMinor : 0n
    if (kept !== worth) record.fail(`the wallet kept ${kept} of ${key}, the books say ${worth}`)
  }
}
