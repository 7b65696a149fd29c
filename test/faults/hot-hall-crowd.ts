import type { Random } from '#kernel'
import { seededRandom } from '#kernel'
import type { Hall, OrderSaid } from './hot-hall-buyer.ts'
import {
  askHold,
  askMove,
  bestSeats,
  holdSeats,
  look,
  orderIn,
  problemIn,
  waitForNews,
} from './hot-hall-buyer.ts'

/** In a hundred: what buyers are like and do. */
const SHARE = {
  asksForBest: 50,
  keepsGap: 50,
  looksFirst: 5,
  abandons: 12,
  releases: 8,
  sendsTwiceAtOnce: 3,
  sendsAgain: 4,
} as const
const PARTIES = [1, 2, 2, 2, 3, 4]
const TRIES_MOST = 3
/** Buyers for each seat who stay until all is sold: while one of them is there, demand lasts. */
const STAYING = 2
/** How far from the best seat the first wishes fall. */
const CROWDING = 0.22

type Buyer = {
  readonly name: string
  readonly random: Random
  readonly party: number
  readonly best: boolean
  readonly triesMost: number
  readonly keepGap: boolean
}

/** Everybody comes at once, has seen an empty hall, and stays until they have seats or lost heart. */
export async function rush(hall: Hall, seed: string, buyers: number): Promise<void> {
  const stays = (STAYING * hall.rows.flat().length) / buyers
  await Promise.all(
    Array.from({ length: buyers }, (_, number) => {
      const random = seededRandom(`${seed} buyer ${number}`)
      return visit(hall, {
        name: `${seed}-${number}`,
        random,
        party: random.pick(PARTIES),
        best: chance(random, SHARE.asksForBest),
        keepGap: chance(random, SHARE.keepsGap),
        triesMost: random.next() < stays ? Number.POSITIVE_INFINITY : TRIES_MOST,
      })
    }),
  )
}

async function visit(hall: Hall, buyer: Buyer): Promise<void> {
  const { random, name } = buyer
  let wanted: readonly string[] | undefined
  let keepGap = buyer.keepGap
  if (chance(random, SHARE.looksFirst)) await look(hall, random.whole(0, 1))
  for (let tries = 0; tries < buyer.triesMost; tries++) {
    // Whoever has tried for long takes what there is.
    const party = tries < TRIES_MOST ? buyer.party : 1
    const seats = wanted ?? (await choose(hall, buyer, party))
    wanted = undefined
    if (!seats) {
      if (isSoldOut(hall)) return
      await waitForNews(random)
      continue
    }
    const wish = { key: `${name}-hold-${tries}`, seats, keepGap }
    const twin = chance(random, SHARE.sendsTwiceAtOnce)
    const held = await (twin ? holdTwice(hall, random, wish) : holdSeats(hall, random, wish))
    if (held && 'order' in held) return leave(hall, buyer, held.order, { wish, ...held })
    if (!held) continue
    // The nearest that are free together, or what keeps the row whole; the stubborn insist.
    if (held.choices.length > 0 && chance(random, 70)) wanted = held.choices
    if (held.refusal === 'seat_gap' && !wanted) keepGap = true
    if (held.refusal === 'seat_taken' && !wanted) await waitForNews(random)
  }
}

type Wish = Parameters<typeof holdSeats>[2]

/** The same request to both servers at once: one order, whichever answers. */
async function holdTwice(hall: Hall, random: Random, wish: Wish) {
  const both = await Promise.all(hall.servers.map((_, server) => askHold(hall, server, wish)))
  hall.count.resent++
  const [one, other] = both.map((said) => (said.status === 201 ? orderIn(said).id : said.status))
  if (both.every(({ status }) => status === 201) && one !== other) {
    hall.count.resentOtherwise.push(`hold ${wish.key} at once: orders ${one} and ${other}`)
  }
  const server = both.findIndex(({ status }) => status === 201)
  const said = both[server]
  if (said) return { order: orderIn(said), server }
  await waitForNews(random)
  return undefined
}

/** Pays, mostly; or goes away, with or without saying so. */
async function leave(
  hall: Hall,
  { random, name }: Buyer,
  order: OrderSaid,
  { wish, server }: { readonly wish: Wish; readonly server: number },
): Promise<void> {
  const other = 1 - server
  if (chance(random, SHARE.sendsAgain)) {
    hall.count.resent++
    const again = await askHold(hall, other, wish)
    const is = again.status === 201 ? orderIn(again).id : problemIn(again).detail
    if (is !== order.id) {
      hall.count.resentOtherwise.push(`hold ${wish.key} again: ${is}, not ${order.id}`)
    }
  }
  const fate = random.whole(1, 100)
  if (fate <= SHARE.abandons) {
    hall.count.abandoned++
    return
  }
  const what = fate <= SHARE.abandons + SHARE.releases ? 'release' : 'pay'
  const move = { what, key: `${name}-${what}`, order } as const
  const done = await askMove(hall, random.whole(0, 1), move)
  if (done.status !== 200) {
    const { refusal, detail } = problemIn(done)
    if (refusal !== 'hold_expired') hall.count.odd.push(`${move.key}: ${done.status} ${detail}`)
    return
  }
  if (what === 'pay' && chance(random, SHARE.sendsAgain)) {
    hall.count.resent++
    const again = await askMove(hall, other, move)
    const same = again.status === 200 && ticketsOf(again.body) === ticketsOf(done.body)
    if (!same) hall.count.resentOtherwise.push(`pay ${move.key} again: ${again.body}`)
  }
}

function ticketsOf(body: string): string {
  const { id, tickets } = JSON.parse(body) as OrderSaid // our own server's
  return JSON.stringify([id, tickets])
}

/** Seats that the page shows as free, together where there are such; undefined where there are none. */
async function choose(
  hall: Hall,
  { best, random }: Buyer,
  party: number,
): Promise<readonly string[] | undefined> {
  const { states } = hall.shown
  const single = hall.rows.flat().filter((seat) => states[seat] === undefined)
  // Nobody asks for what the page does not have.
  if (single.length === 0) return undefined
  if (best) return bestSeats(hall, random.whole(0, 1), party)
  const runs = hall.rows.flatMap((row, y) =>
    row.flatMap((_, x) => {
      const run = row.slice(x, x + party)
      const free = run.length === party && run.every((seat) => states[seat] === undefined)
      return free ? [{ run, far: farness(hall.rows, y, x + party / 2) }] : []
    }),
  )
  if (runs.length === 0) return [random.pick(single)]
  const near = runs.filter(({ far }) => far < CROWDING)
  return random.pick(near.length > 0 ? near : runs).run
}

/** 0 in the middle of the hall, a little to the back; about 1 in its corners. */
function farness(rows: Hall['rows'], y: number, x: number): number {
  const seats = rows[y]?.length ?? 1
  return Math.hypot((y + 0.5) / rows.length - 0.6, x / seats - 0.5)
}

function isSoldOut({ rows, shown }: Hall): boolean {
  return rows.flat().every((seat) => shown.states[seat] === 'sold')
}

function chance(random: Random, inHundred: number): boolean {
  return random.whole(1, 100) <= inHundred
}
