import type { Verdict } from '#ticketing/pure'
import type { GateList, GateScreen, ScanAnswer, ScanWire } from '../wire/gate.ts'
import type { OwnVerdict } from './judge.ts'

/** What stands on the screen after a scan. */
export type Said = {
  readonly scanId: string
  readonly verdict: Verdict
  readonly admit: number
  readonly seats: readonly string[]
  readonly ticketTypes: readonly string[]
  readonly atMs: number
  readonly first?: { readonly atMs: number; readonly door: string }
  readonly orderCode?: string
  readonly screening?: Pick<GateScreen, 'id' | 'auditorium' | 'localTime' | 'title' | 'startsAtMs'>
  readonly alone: boolean
  readonly unchecked: boolean
  readonly undone: boolean
}

/** A scan that this gate let in by itself and the house had let in before. */
export type Conflict = { readonly seats: readonly string[]; readonly first?: Said['first'] }

export function saidBy(answer: ScanAnswer): Said {
  const { id, verdict, admit, seats, tickets, first, orderCode, screening } = answer
  return {
    scanId: id,
    verdict,
    admit,
    seats,
    ticketTypes: tickets.map(({ ticketType }) => ticketType),
    atMs: Date.parse(answer.at),
    ...(first && { first: { atMs: Date.parse(first.at), door: first.door } }),
    ...(orderCode !== undefined && { orderCode }),
    ...(screening && { screening }),
    alone: false,
    unchecked: false,
    undone: false,
  }
}

export function saidAlone(list: GateList, own: OwnVerdict, scanId: string, atMs: number): Said {
  const screening = list.screenings.find(({ id }) => id === own.screeningId)
  return {
    scanId,
    atMs,
    verdict: own.verdict,
    admit: own.admitted.length,
    seats: own.tickets.map(({ seat }) => seat),
    ticketTypes: own.tickets.map(({ ticketType }) => ticketType),
    ...(own.first && { first: own.first }),
    ...(own.orderCode !== undefined && { orderCode: own.orderCode }),
    ...(screening && { screening }),
    alone: true,
    unchecked: own.unchecked === true,
    undone: false,
  }
}

export function conflictOf(scan: ScanWire | undefined, answer: ScanAnswer): readonly Conflict[] {
  // Counted here too: an answer that never reached us was no conflict when it was given.
  if (!answer.conflict && (scan?.said?.admit ?? 0) <= answer.admit) return []
  const { first } = answer
  const came = first && { atMs: Date.parse(first.at), door: first.door }
  return [{ seats: scan?.seats ?? answer.seats, ...(came && { first: came }) }]
}
