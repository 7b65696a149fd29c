import { seededRandom } from '#kernel'
import type { Order } from '#ticketing'
import { openBooks } from './books.ts'
import type { Misfortune } from './misfortune.ts'
import { openMisfortune } from './misfortune.ts'
import type { Network } from './network.ts'
import { createNetwork } from './network.ts'
import type { People } from './people.ts'
import { visitOften } from './people.ts'
import type { Record } from './record.ts'
import { createRecord } from './record.ts'
import { createRowLocks } from './row-locks.ts'
import type { Parts, Scene } from './scene.ts'
import { putScreenings, START_MS } from './screenings.ts'
import type { Server } from './server.ts'
import { startServer } from './server.ts'
import { createWallet } from './wallet.ts'
import type { World } from './world.ts'
import { createWorld } from './world.ts'

const SERVERS = 3
const GUESTS = 7
const HOLD_MS = 60_000
const STORE_GONE = 0.002

/** A world with everybody in it. */
export type Play = {
  readonly world: World
  readonly record: Record
  readonly people: People
  readonly servers: readonly Server[]
  readonly network: Network
  readonly misfortune: Misfortune
  readonly guests: number
  /** How many of them have ended what they did. */
  guestsGone(): number
  /** No new guests, and nothing goes wrong any more. */
  close(): void
}

export type PlayOptions = {
  readonly seed: string
  readonly parts: Parts
  /** Messages are lost, and PostgreSQL goes away. */
  readonly isBad: boolean
}

export function openPlay({ seed, parts, isBad }: PlayOptions): Play {
  const random = seededRandom(`booking ${seed}`)
  const world = createWorld(random, START_MS)
  const books = openBooks()
  const locks = createRowLocks(world)
  const record = createRecord(world, books, HOLD_MS)
  const servers: Server[] = []
  const network = createNetwork(world, record, () => servers)
  const wallet = createWallet(world, (paymentKey) => {
    network.send({ kind: 'notice', paymentKey }, () => undefined)
  })
  let isClosing = false
  let keys = 0
  let starts = 0
  let gone = 0
  const breaks = () => isBad && !isClosing && random.next() < STORE_GONE
  const scene: Scene = { world, books, locks, record, wallet, holdMs: HOLD_MS, parts, breaks }
  const start = () => void servers.push(startServer(scene, `server ${++starts}`))
  const people: People = {
    ...{ ...scene, network, screenings: putScreenings(books), heard: [] },
    told: new Map<bigint, Order>(),
    nextKey: () => `key ${++keys}`,
    isClosing: () => isClosing,
  }
  if (!isBad) network.heal()
  for (let one = 0; one < SERVERS; one++) start()
  for (let one = 0; one < GUESTS; one++) void visitOften(people).then(() => ++gone)
  void takeTurns(people)
  const misfortune = openMisfortune(people, servers, start)
  return {
    ...{ world, record, people, servers, network, misfortune, guests: GUESTS },
    guestsGone: () => gone,
    close() {
      isClosing = true
      network.heal()
      if (servers.length === 0) start()
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
