import type { Answer, Ask } from './call.ts'
import type { Record } from './record.ts'
import type { Server } from './server.ts'
import type { World } from './world.ts'

/** Between people and servers: what is sent may be lost, come twice, late, and out of order. */
export type Network = {
  /** Sends it to one of the servers that live; the answer comes once, several times, or never. */
  send(ask: Ask, hear: (answer: Answer) => void): void
  /** Asks until there is an answer that is one. */
  ask(ask: Ask): Promise<Answer>
  sleep(ms: number): Promise<void>
  /** From now on nothing is lost. */
  heal(): void
}

const TRIES_MAX = 40

export function createNetwork(
  world: World,
  record: Record,
  servers: () => readonly Server[],
): Network {
  const { random } = world
  const actor = { name: 'network', isAlive: true, waits: 0 }
  let isBad = true
  const copies = (what: string): number => {
    const chance = isBad ? random.next() : 1
    if (chance < 0.06) record.count(`${what}s lost`)
    else if (chance < 0.14) record.count(`${what}s doubled`)
    return chance < 0.06 ? 0 : chance < 0.14 ? 2 : 1
  }
  /** Mostly as soon as it is picked, which is in no order already; now and then much later. */
  const carry = (what: string, run: () => void) => {
    for (let left = copies(what); left > 0; left--) {
      if (isBad && random.next() < 0.05) {
        record.count(`${what}s late`)
        world.at(world.nowMs() + random.whole(1, 90_000), actor, what, run)
      } else world.park(actor, what, run)
    }
  }
  const send = (ask: Ask, hear: (answer: Answer) => void) => {
    const alive = servers()
    if (alive.length === 0) return
    const server = random.pick(alive)
    carry('request', () => {
      if (!server.actor.isAlive) return
      void server.handle(ask).then((answer) => carry('answer', () => hear(answer)))
    })
  }
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => void world.at(world.nowMs() + ms, actor, 'sleep', resolve))
  const once = (ask: Ask): Promise<Answer | undefined> => {
    return new Promise((resolve) => {
      const patienceMs = random.next() < 0.1 ? random.whole(1, 50) : random.whole(3_000, 9_000)
      const forget = world.at(world.nowMs() + patienceMs, actor, 'time out', () =>
        resolve(undefined),
      )
      send(ask, (answer) => {
        forget()
        resolve(answer)
      })
    })
  }
  return {
    send,
    sleep,
    async ask(ask) {
      for (let tries = 1; ; tries++) {
        const answer = await once(ask)
        const isAnswer = answer && answer.said !== 'fault'
        if (isAnswer && (answer.said !== 'refused' || answer.refusal !== 'overloaded'))
          return answer
        if (answer && tries >= TRIES_MAX) return answer
        record.count('tried again')
        if (answer) await sleep(random.whole(1, 1_000))
      }
    },
    heal() {
      isBad = false
    },
  }
}
