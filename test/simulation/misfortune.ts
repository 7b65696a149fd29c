import type { People } from './people.ts'
import type { Server } from './server.ts'

const CHANCE = { crash: 0.006, jump: 0.005, tariff: 0.002, cancel: 0.0008 }

/** What can go wrong between two steps. */
export type Misfortune = {
  /** By chance: mostly nothing. */
  strike(): void
  /** The server with the most under way dies. */
  crashBusiest(): void
}

/** `start` puts another server where one has died. */
export function openMisfortune(people: People, servers: Server[], start: () => void): Misfortune {
  const { world, record, locks, books, network, screenings, holdMs } = people
  const { random } = world
  const outside = { name: 'outside', isAlive: true, waits: 0 }
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
    const far = random.next() < 0.1 ? 900_000 : random.pick([10, 2_000, holdMs, 2 * holdMs])
    world.jump(back ? -random.whole(1, 2_000) : random.whole(1, far))
    record.count(`clock jumps ${back ? 'back' : 'ahead'}`)
  }
  const changeTariff = () => {
    const id = random.pick(screenings)
    const row = books.screenings.get(id)
    if (row) books.screenings.set(id, { ...row, tariffId: row.tariffId + 1 })
    record.count('tariffs superseded')
  }
  return {
    strike() {
      if (servers.length > 0 && random.next() < CHANCE.crash) crash(random.pick(servers))
      if (random.next() < CHANCE.jump) jump()
      if (random.next() < CHANCE.tariff) changeTariff()
      if (random.next() >= CHANCE.cancel) return
      void network.ask({ kind: 'cancel', screeningId: random.pick([1n, 2n]) })
    },
    crashBusiest() {
      const [busiest] = servers.toSorted((one, other) => other.actor.waits - one.actor.waits)
      if (busiest) crash(busiest)
    },
  }
}
