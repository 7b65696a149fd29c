import type { Decision, FirstScan, GateTicket, Verdict } from './gate-verdict.ts'

/** A ticket shown at a gate; `id` is the gate's own, so that a scan sent twice counts once. */
export type Scan = {
  readonly id: string
  readonly code?: string | undefined
  readonly orderCode?: string | undefined
  /** What the gate is set to: one screening, or all of a cinema. */
  readonly screeningId?: bigint | undefined
  readonly cinemaId?: number | undefined
  readonly door: string
  /** By the gate's own clock. */
  readonly scannedAtMs: number
  /** By how much the server's clock is ahead of the gate's, as far as the gate knew. */
  readonly clockOffsetMs?: number | undefined
  readonly seats?: readonly string[] | undefined
  /** What the gate said by itself while it had no connection: the guest went in or did not. */
  readonly said?: { readonly verdict: Verdict; readonly admit: number } | undefined
}

/** What became of a scan, kept with it. */
export type ScanOutcome = {
  readonly verdict: Verdict
  readonly admitted: readonly GateTicket[]
  readonly tickets: readonly GateTicket[]
  readonly first?: FirstScan
  readonly atMs: number
  /** The gate let in by itself whom the house would not have: somebody has to look. */
  readonly conflict: boolean
}

/** As many as a gate keeps in an evening without a connection. */
export const SCANS_MAX = 1_000
export const UNDO_MS = 120_000

/**
 * When a scan was, by the server's clock. A scan sent at once is now, whatever its gate believes; one
 * that was kept is put right by how wrong its gate's clock is, and never later than now.
 */
export function scanMoment(scan: Scan, nowMs: number, gateNowMs: number | undefined): number {
  if (!scan.said) return nowMs
  const measured = gateNowMs === undefined ? 0 : nowMs - gateNowMs
  return Math.min(nowMs, scan.scannedAtMs + (scan.clockOffsetMs ?? measured))
}

/** What counts of a decision: nobody is let in after a gate has sent them away. */
export function scanOutcome(scan: Scan, decision: Decision, atMs: number): ScanOutcome {
  const { said } = scan
  if (said && said.verdict !== 'admit' && decision.verdict === 'admit') {
    return { verdict: said.verdict, admitted: [], tickets: decision.tickets, atMs, conflict: false }
  }
  const conflict = said?.verdict === 'admit' && said.admit > decision.admitted.length
  return { ...decision, atMs, conflict }
}
