import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '#kernel'
import type { Asked, Caller, Said } from './hot-hall-caller.ts'
import type { Diary } from './hot-hall-diary.ts'

/** The seats of one screening as a page shows them, and who asks for them. */
export type Hall = {
  readonly screeningId: bigint
  /** Row by row; a row's seats from left to right. */
  readonly rows: readonly (readonly string[])[]
  /** Two servers that share a database. */
  readonly servers: readonly Caller[]
  readonly diary: Diary
  /** What the page shows: not newer than the last look. */
  readonly shown: { states: Readonly<Record<string, string>> }
  readonly count: Counts
}

export type Counts = {
  abandoned: number
  overloaded: number
  /** Holds turned down because they would leave a seat alone. */
  gaps: number
  resent: number
  /** Sent again under its key and answered otherwise. */
  resentOtherwise: string[]
  /** Neither an order, a refusal that is expected, nor a broken connection. */
  odd: string[]
}

/** Of an order what a buyer needs. */
export type OrderSaid = {
  readonly id: string
  readonly token: string
  readonly state: string
  readonly expiresAt: string
  readonly tickets: readonly { readonly id: string; readonly seat: string }[]
}

type ProblemSaid = {
  readonly refusal?: string
  readonly detail: string
  readonly choices?: readonly string[]
}

const RETRY_MS = 1_000
const LOOK_AGAIN_MS = { least: 100, most: 400 }
const OVERLOADED_MAX = 60

/** What a hold came to, for the buyer. */
export type Held =
  | { readonly order: OrderSaid; readonly server: number }
  | { readonly refusal: string; readonly choices: readonly string[] }

/** Asks for seats until there is an answer that counts. */
export async function holdSeats(
  hall: Hall,
  random: Random,
  wish: { readonly key: string; readonly seats: readonly string[]; readonly keepGap: boolean },
): Promise<Held> {
  const server = random.whole(0, hall.servers.length - 1)
  for (let tries = 0; tries < OVERLOADED_MAX; tries++) {
    const said = await askHold(hall, server, wish)
    if (said.status === 201) return { order: orderIn(said), server }
    const { refusal = `${said.status}`, choices = [], detail } = problemIn(said)
    if (refusal === 'seat_gap') hall.count.gaps++
    if (refusal === 'seat_gap' || refusal === 'seat_taken') return { refusal, choices }
    if (refusal !== 'overloaded') {
      hall.count.odd.push(`hold ${wish.key}: ${refusal} ${detail}`)
      return { refusal, choices }
    }
    hall.count.overloaded++
    await pause(RETRY_MS + random.whole(0, RETRY_MS))
  }
  hall.count.odd.push(`hold ${wish.key}: overloaded for too long`)
  return { refusal: 'overloaded', choices: [] }
}

/** One request for seats, written down. */
export async function askHold(
  { screeningId, servers, diary }: Hall,
  server: number,
  { key, seats, keepGap }: { key: string; seats: readonly string[]; keepGap: boolean },
): Promise<Said> {
  const wanted = seats.map((seat) => ({ seat, ticketType: 'Adult' }))
  const body = { channel: 'web', seats: wanted, ...(keepGap && { keepGap }) }
  const path = `/v1/screenings/${screeningId}/holds`
  const said = await ask(servers, server, { method: 'POST', path, key, body })
  const { fromMs, toMs } = said
  const noted = { key, seats, fromMs, toMs }
  if (said.status === 201) {
    const { id: order, expiresAt } = orderIn(said)
    const endsAtMs = Temporal.Instant.from(expiresAt).epochMilliseconds
    diary.holds.push({ ...noted, told: 'held', order, endsAtMs })
  } else if (said.status === 0) {
    diary.holds.push({ ...noted, told: 'nothing' })
  } else {
    const { refusal, detail } = problemIn(said)
    const named = /^(.+?) (?:was|were) taken a moment ago/.exec(detail)?.[1]
    if (refusal !== 'seat_taken') diary.holds.push({ ...noted, told: toldBy(said) })
    else diary.holds.push({ ...noted, told: 'taken', taken: named?.split(', ') ?? [] })
  }
  return said
}

/** One request to pay or let go, written down. */
export async function askMove(
  { servers, diary }: Pick<Hall, 'servers' | 'diary'>,
  server: number,
  { what, key, order }: { what: 'pay' | 'release'; key: string; order: OrderSaid },
): Promise<Said> {
  const { id, token } = order
  const body = what === 'pay' ? { token, with: 'cash' } : { token }
  const path = `/v1/orders/${id}/${what}`
  const said = await ask(servers, server, { method: 'POST', path, key, body, first: true })
  const { fromMs, toMs, status } = said
  const moved = status === 200 && orderIn(said).state === (what === 'pay' ? 'paid' : 'released')
  diary.moves.push({ what, order: id, fromMs, toMs, told: moved ? 'done' : toldBy(said) })
  return said
}

/** One look at the hall, written down and shown to everybody. */
export async function look(hall: Hall, server: number): Promise<boolean> {
  const path = `/v1/screenings/${hall.screeningId}/seats`
  const said = await ask(hall.servers, server, { method: 'GET', path, first: true })
  if (said.status !== 200) return false
  // Our own server, whose shapes the compiler holds to its description.
  const { states } = JSON.parse(said.body) as { states: Readonly<Record<string, string>> }
  hall.diary.looks.push({ states, fromMs: said.fromMs, toMs: said.toMs })
  hall.shown.states = states
  return true
}

/** What the server says are the best seats for so many; undefined where there are none. */
export async function bestSeats(
  { screeningId, servers, count }: Hall,
  server: number,
  party: number,
): Promise<readonly string[] | undefined> {
  const path = `/v1/screenings/${screeningId}/best-seats?party=${party}`
  const said = await ask(servers, server, { method: 'GET', path })
  if (said.status === 200) return (JSON.parse(said.body) as { seats: readonly string[] }).seats
  const { refusal, detail } = problemIn(said)
  if (refusal !== 'no_seats_left') count.odd.push(`best seats: ${said.status} ${detail}`)
  return undefined
}

/** Long enough for the page to show something new. */
export function waitForNews(random: Random): Promise<void> {
  return pause(random.whole(LOOK_AGAIN_MS.least, LOOK_AGAIN_MS.most))
}

function ask(servers: readonly Caller[], server: number, asked: Asked): Promise<Said> {
  const caller = servers[server]
  if (!caller) throw new Error(`there is no server ${server}`)
  return caller.ask(asked)
}

/** A fault and a database that is away leave open what was done; being turned away does not. */
function toldBy(said: Said): 'other' | 'nothing' {
  const { status } = said
  if (status === 0) return 'nothing'
  return status < 500 || problemIn(said).refusal === 'overloaded' ? 'other' : 'nothing'
}

export function orderIn({ body }: Said): OrderSaid {
  return JSON.parse(body) as OrderSaid // our own server, as above
}

export function problemIn({ body }: Said): ProblemSaid {
  return body === '' ? { detail: 'no answer' } : (JSON.parse(body) as ProblemSaid)
}
