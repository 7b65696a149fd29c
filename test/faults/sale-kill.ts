import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '#kernel'
import { seededRandom, silentLog, systemClock } from '#kernel'
import { MIGRATIONS } from '#server'
import { openStore } from '#store'
import { putSomethingOnSale } from '../support/on-sale.ts'
import { openHall } from './hot-hall.ts'
import type { Hall } from './hot-hall-buyer.ts'
import { askHold, askMove, look, orderIn } from './hot-hall-buyer.ts'
import { openCaller } from './hot-hall-caller.ts'
import type { PaidSale, Till } from './sale-kill-buyer.ts'
import { keepBuying, persist } from './sale-kill-buyer.ts'
import type { SaleCrew, Victim } from './sale-kill-crew.ts'
import { startSaleCrew } from './sale-kill-crew.ts'
import type { SaleFound } from './sale-kill-reckoning.ts'
import { reckonSales, sweepHalls } from './sale-kill-reckoning.ts'
import { until } from './waiting.ts'

/** Each comes as often as it stands here in so many kills, in an order of chance. */
const VICTIMS: readonly Victim[] = [
  'first server',
  'second server',
  'the database',
  'the database',
  'a server and the database',
  'a server and the database',
  'the warehouse',
  'everything',
]
const BUYERS = 16
const CONNECTIONS = 24
const HALL = { rows: 20, seatsInRow: 25 }
/** Share of a hall that is sold before the next one opens. */
const NEXT_HALL_FROM = 0.8
const HALLS_A_KILL = 1.5
const HOLD_SECONDS = 2
const LOOK_EVERY_MS = 250
const DELAY_MS_LEAST = 50
const DELAY_MS_MOST = 1_200
const SOLD_MS_MAX = 60_000
const READY_MS_MAX = 60_000
const ASKED_AGAIN = 10
const DIFFERENCES_SHOWN = 20

export type SaleKill = {
  readonly victim: Victim
  /** From the first sale after the last recovery. */
  readonly delayMs: number
  /** Until both servers and engines answered again. */
  readonly recoveredMs: number
}

export type SaleKillReport = SaleFound & {
  readonly seed: string
  readonly kills: readonly SaleKill[]
  readonly claimed: number
  readonly askedAgain: number
  readonly left: readonly string[]
  readonly ms: number
}

export type SaleKillOptions = {
  readonly seed: string
  readonly kills: number
  /** An empty folder of this run's own. */
  readonly folder: string
  readonly log: (line: string) => void
}

/**
 * Buyers hold, pay, release and abandon without a pause while servers and engines are killed −9 at moments
 * of chance. Whoever gets no answer asks again under the same key. Then everything that a buyer was told
 * is held against seats, orders, tickets, payments and facts.
 */
export async function saleKill(options: SaleKillOptions): Promise<SaleKillReport> {
  const { seed, kills, folder, log } = options
  const begun = performance.now()
  const crew = await startSaleCrew(folder, { FULLHOUSE_HOLD_SECONDS: String(HOLD_SECONDS) })
  const servers = [0, 1].map((server) => openCaller(() => crew.port(server), CONNECTIONS))
  try {
    const screenings = await openHalls(folder, Math.ceil(kills * HALLS_A_KILL) + 4)
    const halls = screenings.map((id) => openHall(id, servers, HALL))
    const over = new AbortController()
    const till = openTill(halls, over.signal)
    const working = [
      showPages(till),
      ...Array.from({ length: BUYERS }, (_, number) => {
        const name = `${seed}-${number}`
        return keepBuying(till, name, seededRandom(`buyer ${name}`))
      }),
    ]
    // A buyer who fails is heard at once, not at the end.
    const failed = Promise.all(working).then(() => new Promise<never>(() => undefined))
    const random = seededRandom(`${seed} kills`)
    const done: SaleKill[] = []
    let askedAgain = 0
    const differences: string[] = []
    const killing = async () => {
      for (const victim of victims(random, kills)) {
        const kill = await strike({ crew, till, random, victim })
        done.push(kill)
        const { delayMs, recoveredMs } = kill
        const what = `${victim} after ${delayMs} ms, back after ${recoveredMs} ms`
        log(`kill ${done.length}: ${what}; ${till.paid.length} orders paid`)
        const again = await askAgain(till, random)
        askedAgain += again.asked
        differences.push(...again.differences)
      }
    }
    await Promise.race([failed, killing()])
    over.abort()
    await Promise.all(working)
    await pause(HOLD_SECONDS * 1000)
    const used = halls.slice(0, halls.indexOf(till.hall()) + 1)
    const swept = await sweepHalls(used, seed)
    const found = await reckonSales({
      folder,
      url: crew.url(),
      halls: used,
      paid: till.paid,
      swept,
    })
    for (const caller of servers) caller.close()
    const { exits, left } = await crew.stop()
    const all = [...differences, ...till.odd, ...found.differences, ...crew.unasked()]
    const ill = exits.filter((exit) => exit !== 0).map((exit) => `a server ended with ${exit}`)
    return {
      ...found,
      differences: [...all, ...ill].slice(0, DIFFERENCES_SHOWN),
      seed,
      kills: done,
      claimed: till.claimed,
      askedAgain,
      left,
      ms: Math.round(performance.now() - begun),
    }
  } catch (fault) {
    log(`seed ${seed}; what the servers said last:\n${crew.log()}`)
    throw fault
  } finally {
    for (const caller of servers) caller.close()
  }
}

/** Closed again at once: while somebody is killed, nobody but the servers looks after PostgreSQL. */
async function openHalls(dataFolder: string, screenings: number): Promise<readonly bigint[]> {
  const opening = { dataFolder, migrations: MIGRATIONS, log: silentLog, clock: systemClock }
  const store = await openStore(opening)
  try {
    return (await putSomethingOnSale(store, { screenings, ...HALL })).screenings
  } finally {
    await store.close()
  }
}

function openTill(halls: readonly Hall[], over: AbortSignal): Till {
  let at = 0
  const isSold = ({ shown, rows }: Hall) => {
    const sold = Object.values(shown.states).filter((state) => state === 'sold').length
    return sold >= rows.flat().length * NEXT_HALL_FROM
  }
  const hall = () => {
    for (let found = halls[at]; found; found = halls[++at]) if (!isSold(found)) return found
    throw new Error('the halls are sold out before the last kill')
  }
  return { hall, over, paid: [], odd: [], claimed: 0 }
}

/** What is on everybody's screen, as often as a server answers. */
async function showPages({ hall, over }: Till): Promise<void> {
  for (let turn = 0; !over.aborted; turn++) {
    await look(hall(), turn % 2)
    await pause(LOOK_EVERY_MS)
  }
}

/** Every victim in turn, in an order of chance each round. */
function* victims(random: Random, kills: number): Generator<Victim> {
  let round: Victim[] = []
  for (let kill = 0; kill < kills; kill++) {
    if (round.length === 0) round = [...VICTIMS]
    const [victim] = round.splice(random.whole(0, round.length - 1), 1)
    if (victim) yield victim
  }
}

type Turn = {
  readonly crew: SaleCrew
  readonly till: Till
  readonly random: Random
  readonly victim: Victim
}

async function strike({ crew, till, random, victim }: Turn): Promise<SaleKill> {
  const delayMs = random.whole(DELAY_MS_LEAST, DELAY_MS_MOST)
  const before = till.paid.length
  await until('somebody has bought', SOLD_MS_MAX, () => till.paid.length > before || undefined)
  await pause(delayMs)
  const at = performance.now()
  await crew.strike(victim)
  await until('both servers answer', READY_MS_MAX, async () => {
    const [unasked] = crew.unasked()
    if (unasked !== undefined) throw new Error(unasked)
    return (await crew.isReady()) || undefined
  })
  return { victim, delayMs, recoveredMs: Math.round(performance.now() - at) }
}

/** Some of the orders, old and new, are held and paid again under their keys: the same orders. */
async function askAgain({ paid }: Till, random: Random) {
  const differences: string[] = []
  const last = paid.slice(-ASKED_AGAIN / 2)
  const some = [...last, ...Array.from({ length: ASKED_AGAIN / 2 }, () => random.pick(paid))]
  for (const { hall, order, seats, holdKey, payKey } of some satisfies PaidSale[]) {
    const wish = { key: holdKey, seats, keepGap: true }
    const held = await persist(hall, random, (server) => askHold(hall, server, wish))
    const move = { what: 'pay', key: payKey, order } as const
    const payed = await persist(hall, random, (server) => askMove(hall, server, move))
    const same = payed.status === 200 && JSON.stringify(orderIn(payed).tickets)
    if (held.status !== 201 || orderIn(held).id !== order.id) {
      differences.push(`${holdKey} again: ${held.body}, not order ${order.id}`)
    }
    if (same !== JSON.stringify(order.tickets)) differences.push(`${payKey} again: ${payed.body}`)
  }
  return { asked: some.length, differences }
}
