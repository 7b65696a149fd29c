/** What a gate says to a ticket that is shown. */
export const VERDICTS = [
  'admit',
  'already_in',
  'wrong_screening',
  'wrong_day',
  'refunded',
  'unknown',
  'forged',
  'too_early',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** A screening as a gate knows it; times are epoch ms. */
export type GateScreening = {
  readonly id: string
  readonly cinemaId: string
  readonly tradingDay: string
  readonly startsAtMs: number
  /** When the next may begin: until then somebody may be late. */
  readonly freeAgainAtMs: number
  readonly cancelled: boolean
}

export type GateTicket = {
  readonly id: string
  readonly seat: string
  readonly ticketType: string
  readonly state: 'valid' | 'refunded'
  readonly admittedAtMs?: number
  readonly door?: string
}

/** Where a gate stands: at one screening, or in the foyer for all of its cinema's trading day. */
export type GateSetting = {
  readonly cinemaId: string
  readonly tradingDay: string
  readonly screeningId?: string
}

/** What was shown, as far as it is known; a screening that is not known is not of this day. */
export type Shown = {
  readonly cinemaId: string
  readonly screening?: GateScreening
  readonly tickets: readonly GateTicket[]
  /** Of a party that does not come in at once, those who are here; absent: all. */
  readonly seats?: readonly string[]
}

export type FirstScan = { readonly atMs: number; readonly door: string }

export type Decision = {
  readonly verdict: Verdict
  /** Let in now; empty unless the verdict is `admit`. */
  readonly admitted: readonly GateTicket[]
  /** Whom the verdict is about. */
  readonly tickets: readonly GateTicket[]
  /** Of `already_in`: when and where the first of them came in. */
  readonly first?: FirstScan
}

/** The foyer lets nobody in sooner; who stands at a screening knows when to open. */
export const EARLY_MINUTES = 60

/**
 * The one judgement of the gate: the server makes it on what is true, a gate without a connection on
 * its list. What is wrong with the ticket itself is said before what is wrong with the guest's moment.
 */
export function gateVerdict(shown: Shown, gate: GateSetting, nowMs: number): Decision {
  const { screening, tickets } = shown
  const refused = (verdict: Exclude<Verdict, 'admit'>, about = tickets): Decision => {
    return { verdict, admitted: [], tickets: about }
  }
  if (shown.cinemaId !== gate.cinemaId) return refused('wrong_screening')
  if (!screening || screening.tradingDay !== gate.tradingDay) return refused('wrong_day')
  if ((gate.screeningId ?? screening.id) !== screening.id) return refused('wrong_screening')
  const chosen = tickets.filter(({ seat }) => shown.seats?.includes(seat) ?? true)
  if (chosen.length === 0) return refused('unknown')
  const good = chosen.filter(({ state }) => state === 'valid')
  if (good.length === 0 || screening.cancelled) return refused('refunded', chosen)
  const outside = good.filter(({ admittedAtMs }) => admittedAtMs === undefined)
  if (outside.length === 0) return { ...refused('already_in', good), ...firstOf(good) }
  if (gate.screeningId === undefined) {
    if (nowMs < screening.startsAtMs - EARLY_MINUTES * 60_000) return refused('too_early', good)
    if (nowMs >= screening.freeAgainAtMs) return refused('wrong_screening', good)
  }
  return { verdict: 'admit', admitted: outside, tickets: outside }
}

function firstOf(tickets: readonly GateTicket[]): { readonly first?: FirstScan } {
  const scans = tickets.flatMap(({ admittedAtMs, door = '' }) => {
    return admittedAtMs === undefined ? [] : [{ atMs: admittedAtMs, door }]
  })
  const [first] = scans.toSorted((one, other) => one.atMs - other.atMs)
  return first ? { first } : {}
}
