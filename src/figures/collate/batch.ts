import { createHash } from 'node:crypto'
import { derivedId, hash64 } from '#kernel'
import type { TicketFact } from '#warehouse'
import { encodeTicket } from '#warehouse'
import type { RowRead, TicketRow } from './layout.ts'

/** The net of what already stands in the warehouse under a row's key. */
export type Standing = { readonly quantity: number; readonly priceMinor: bigint }

/**
 * The fate of each row of a batch, a letter a row: accepted, corrects what stood, duplicate,
 * quarantined, empty. `c` counts as accepted.
 */
export type Fate = 'a' | 'c' | 'd' | 'q' | 'e'

export type Decision = {
  readonly fates: string
  /** What each `c` took back, by the row's place in the batch. */
  readonly corrections: ReadonlyMap<number, Standing>
}

/** Whose facts they become: the same for a whole import. */
export type Identity = {
  readonly owner: number
  readonly cinema: number
  readonly source: number
  readonly currency: string
  /** Of a title, within the organisation. */
  readonly film: (title: string) => number
}

export function factId(row: TicketRow): bigint {
  return hash64(row.key)
}

/** Settles every row against what stands; a key that comes twice in one batch meets its first self. */
export function decide(
  reads: readonly RowRead[],
  standing: ReadonlyMap<bigint, Standing>,
): Decision {
  const now = new Map(standing)
  const corrections = new Map<number, Standing>()
  const fates = reads.map((read, place): Fate => {
    if (read.fate !== 'row') return read.fate === 'empty' ? 'e' : 'q'
    const id = factId(read.row)
    const before = now.get(id)
    now.set(id, read.row)
    if (before === undefined) return 'a'
    const same = before.quantity === read.row.quantity && before.priceMinor === read.row.priceMinor
    if (same) return 'd'
    corrections.set(place, before)
    return 'c'
  })
  return { fates: fates.join(''), corrections }
}

/** The facts of a batch: a function of rows and decision alone, so it can be built again. */
export function factsOf(
  reads: readonly RowRead[],
  { fates, corrections }: Decision,
  identity: Identity,
): TicketFact[] {
  return reads.flatMap((read, place) => {
    if (read.fate !== 'row') return []
    if (fates[place] === 'a') return [ticketFact(read.row, identity)]
    const before = corrections.get(place)
    if (fates[place] !== 'c' || before === undefined) return []
    const takenBack = { quantity: -before.quantity, priceMinor: -before.priceMinor }
    return [ticketFact({ ...read.row, ...takenBack }, identity), ticketFact(read.row, identity)]
  })
}

function ticketFact(row: TicketRow, identity: Identity): TicketFact {
  const film = identity.film(row.title)
  return {
    owner: identity.owner,
    exhibitor: identity.owner,
    cinema: identity.cinema,
    auditorium: 0,
    screening: screeningId(identity.cinema, film, row.startsAtSeconds),
    film,
    distributor: 0,
    channel: '',
    ticketType: row.ticketType,
    tariff: 0,
    seat: '',
    kind: row.kind,
    quantity: row.quantity,
    priceMinor: row.priceMinor,
    feeHallMinor: 0n,
    feeOnlineMinor: 0n,
    taxMinor: 0n,
    currency: identity.currency,
    payment: '',
    customer: 0n,
    soldAtMs: undefined,
    soldDay: undefined,
    soldMinute: undefined,
    startsAtSeconds: row.startsAtSeconds,
    tradingDay: row.tradingDay,
    startHour: row.startHour,
    source: identity.source,
    fact: factId(row),
  }
}

// A file that names no auditorium may start two films at one moment: they are two screenings.
function screeningId(cinema: number, film: number, startsAtSeconds: number): bigint {
  return derivedId(cinema, film, startsAtSeconds)
}

/** The bytes that are sent, and their digest for the manifest. */
export function encodeBatch(facts: readonly TicketFact[]) {
  const body = facts.map(encodeTicket).join('\n')
  return { body, digest: createHash('sha256').update(body).digest('hex') }
}

/** "aaad" → "a3d1": a clean batch of thousands takes a few bytes in the manifest. */
export function packFates(fates: string): string {
  return fates.replace(/(.)\1*/g, (run) => `${run[0]}${run.length}`)
}

export function unpackFates(packed: string): string {
  return packed.replace(/(\D)(\d+)/g, (_, fate: string, times: string) =>
    fate.repeat(Number(times)),
  )
}
