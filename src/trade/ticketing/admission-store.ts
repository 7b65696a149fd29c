import type { Outcome } from '#kernel'
import { accept, localMoment, refuse } from '#kernel'
import type { Store, Transaction } from '#store'
import { cinemaById } from '#venues'
import type { TicketFact } from '#warehouse'
import type { Scan } from './admission.ts'
import { scanMoment, scanOutcome } from './admission.ts'
import type { Admission, GateView } from './admission-view-store.ts'
import { gateScreenings, lockOrders } from './admission-view-store.ts'
import type { NewAdmission } from './admission-write-store.ts'
import { writeAdmissions } from './admission-write-store.ts'
import type { Decision, GateScreening, GateSetting, GateTicket } from './gate-verdict.ts'
import { gateVerdict } from './gate-verdict.ts'
import { orderOfTicket } from './order.ts'
import type { SaleSheet } from './sale-sheet.ts'
import { scanFacts } from './scan-facts.ts'
import type { ScanRead } from './scan-reading.ts'
import { readScan } from './scan-reading.ts'
import type { Sheets } from './sheets.ts'
import type { TicketingSecret } from './signing-key-store.ts'

export type GateOffice = {
  readonly store: Store
  readonly sheets: Sheets
  readonly secret: TicketingSecret
}

const SCREENINGS_OF_ORDERS = `
  select id, screening_id from ticket_order where id = any($1::bigint[])`

/**
 * Judges tickets shown at gates and lets in whom it may, in one transaction. In a batch the earlier
 * scan goes first, however the gates sent them; a scan sent again gets its first answer.
 */
export async function admitScans(
  office: GateOffice,
  scans: readonly Scan[],
  gateNowMs?: number,
): Promise<Outcome<readonly Admission[], 'screening_unknown' | 'cinema_unknown'>> {
  const { store, secret } = office
  const read = await Promise.all(scans.map((scan) => readScan(scan, secret)))
  const orderIds = [...new Set(read.flatMap(({ orderId }) => orderId ?? []))]
  const known = await knownScreenings(office, orderIds, scans)
  const gates = await gateRules(store, scans, known.screenings)
  if (!gates.ok) return gates
  const scanIds = scans.map(({ id }) => id)
  return store.write(async (transaction) => {
    const view = await lockOrders(transaction, orderIds, scanIds)
    const round = { view, gateNowMs, ...known, gates: gates.value }
    return accept(await decideAll(transaction, round, read))
  })
}

type Known = {
  readonly screenings: ReadonlyMap<bigint, GateScreening>
  readonly sheets: ReadonlyMap<bigint, SaleSheet>
}

/** Screenings never change hands or day once sold, so they are read before anything is locked. */
async function knownScreenings(
  { store, sheets }: GateOffice,
  orderIds: readonly bigint[],
  scans: readonly Scan[],
): Promise<Known> {
  type Found = { id: bigint; screening_id: bigint }
  const rows = await store.rows<Found>(SCREENINGS_OF_ORDERS, orderIds)
  const sold = new Set(rows.map(({ screening_id }) => screening_id))
  const found = new Map<bigint, SaleSheet>()
  for (const id of sold) {
    const sheet = await sheets.get(id)
    if (sheet) found.set(id, sheet)
  }
  const named = scans.flatMap(({ screeningId }) => screeningId ?? [])
  return { screenings: await gateScreenings(store, [...sold, ...named]), sheets: found }
}

type GateRule = (scan: Scan, atMs: number) => GateSetting

/** How each scan's gate was set at a moment: by its screening, or by its cinema's trading day. */
async function gateRules(
  store: Store,
  scans: readonly Scan[],
  screenings: Known['screenings'],
): Promise<Outcome<GateRule, 'screening_unknown' | 'cinema_unknown'>> {
  const named = scans.find(({ screeningId }) => {
    return screeningId !== undefined && !screenings.has(screeningId)
  })
  if (named) return refuse('screening_unknown', 'There is no such screening; set the gate anew.')
  const ids = scans.flatMap(({ cinemaId, screeningId }) => {
    return screeningId === undefined ? [cinemaId ?? 0] : []
  })
  const cinemas = new Map<number, NonNullable<Awaited<ReturnType<typeof cinemaById>>>>()
  for (const id of new Set(ids)) {
    const cinema = await cinemaById(store, id)
    if (!cinema) return refuse('cinema_unknown', 'There is no such cinema; set the gate anew.')
    cinemas.set(id, cinema)
  }
  return accept((scan, atMs) => {
    const screening = scan.screeningId === undefined ? undefined : screenings.get(scan.screeningId)
    if (screening) {
      const { cinemaId, tradingDay, id } = screening
      return { cinemaId, tradingDay, screeningId: id }
    }
    const cinema = cinemas.get(scan.cinemaId ?? 0)
    if (!cinema) throw new Error('a gate without a cinema')
    const { tradingDay } = localMoment(Temporal.Instant.fromEpochMilliseconds(atMs), cinema)
    return { cinemaId: String(cinema.id), tradingDay }
  })
}

type Round = Known & {
  readonly view: GateView
  readonly gates: GateRule
  readonly gateNowMs: number | undefined
}

async function decideAll(
  transaction: Transaction,
  round: Round,
  read: readonly ScanRead[],
): Promise<readonly Admission[]> {
  const { view, gateNowMs } = round
  const answered = new Map(view.known)
  const tickets = new Map(view.tickets)
  const made: NewAdmission[] = []
  const facts: TicketFact[] = []
  const timed = read.map((one) => ({ one, atMs: scanMoment(one.scan, view.nowMs, gateNowMs) }))
  for (const { one, atMs } of timed.toSorted((a, b) => a.atMs - b.atMs)) {
    if (answered.has(one.scan.id)) continue
    const admission = decideOne(round, tickets, one, atMs)
    answered.set(admission.id, admission)
    made.push(admission)
    facts.push(...factsOf(round, admission))
    letIn(tickets, admission)
  }
  await writeAdmissions(transaction, made, facts)
  return read.map(({ scan }) => {
    const admission = answered.get(scan.id)
    if (!admission) throw new Error(`scan ${scan.id} has no answer`)
    return admission
  })
}

function decideOne(
  { view, screenings, gates }: Round,
  tickets: ReadonlyMap<bigint, readonly GateTicket[]>,
  one: ScanRead,
  atMs: number,
): NewAdmission {
  const { scan } = one
  const gate = gates(scan, atMs)
  const base = {
    id: scan.id,
    cinemaId: Number(gate.cinemaId),
    door: scan.door,
    gateAtMs: scan.scannedAtMs,
  }
  const nobody = (verdict: 'forged' | 'unknown'): NewAdmission => {
    const decision: Decision = { verdict, admitted: [], tickets: [] }
    return { ...base, outcome: scanOutcome(scan, decision, atMs) }
  }
  if (one.orderId === undefined) return nobody(one.wrong)
  const { orderId, code } = one
  const order = view.orders.get(orderId)
  if (!order || (code && code.screeningId !== order.screeningId)) return nobody('unknown')
  const own = (tickets.get(orderId) ?? []).filter(
    ({ id, seat }) =>
      !code ||
      code.seats.some(
        (said) => said.seat === seat && said.place === orderOfTicket(BigInt(id)).place,
      ),
  )
  if (own.length === 0) return nobody('unknown')
  const screening = screenings.get(order.screeningId)
  const shown = {
    cinemaId: String(order.cinemaId),
    tickets: own,
    ...(screening && { screening }),
    ...(scan.seats && { seats: scan.seats }),
  }
  const outcome = scanOutcome(scan, gateVerdict(shown, gate, atMs), atMs)
  return { ...base, orderId, screeningId: order.screeningId, outcome }
}

function factsOf({ view, sheets }: Round, { orderId, outcome }: NewAdmission) {
  if (orderId === undefined || outcome.admitted.length === 0) return []
  const order = view.orders.get(orderId)
  const sheet = order && sheets.get(order.screeningId)
  if (!sheet) throw new Error(`order ${orderId} has no screening`)
  const places = outcome.admitted.map(({ id }) => orderOfTicket(BigInt(id)).place)
  return scanFacts(order, places, sheet, { atMs: outcome.atMs, scanned: 1 })
}

/** So that the next scan of the batch finds them inside. */
function letIn(
  tickets: Map<bigint, readonly GateTicket[]>,
  { orderId, outcome, door }: NewAdmission,
): void {
  if (orderId === undefined || outcome.admitted.length === 0) return
  const inside = new Set(outcome.admitted.map(({ id }) => id))
  const after = (tickets.get(orderId) ?? []).map((ticket) =>
    inside.has(ticket.id) ? { ...ticket, admittedAtMs: outcome.atMs, door } : ticket,
  )
  tickets.set(orderId, after)
}
