import type { Outcome } from '#kernel/pure'
import { refuse } from '#kernel/pure'
import type { Channel } from '#programme/pure'
import type { BookingStorage, Locks } from './booking.ts'
import { KeyTaken, NO_LOCKS } from './booking.ts'
import type { Cancelled } from './cancel-decision.ts'
import { decideCancel } from './cancel-decision.ts'
import type { Draft } from './draft.ts'
import { openDraft } from './draft.ts'
import { createGroup } from './group.ts'
import type { ProlongRefusal } from './hold-change.ts'
import { decideProlong, decideRelease } from './hold-change.ts'
import type { HoldRefusal, HoldRequest, WantedSeat } from './hold-decision.ts'
import { decideHold, SHEET_STALE } from './hold-decision.ts'
import type { Order } from './order.ts'
import type { BeginRefusal, PayRefusal, PayRequest, Settled, Settlement } from './pay-decision.ts'
import { decideBegin, decidePay, decideSettle } from './pay-decision.ts'
import type { RefundRefusal, RefundRequest } from './refund-decision.ts'
import { decideRefund, decideVoid } from './refund-decision.ts'
import type { SaleSheet } from './sale-sheet.ts'
import type { Sheets } from './sheets.ts'

export type Hold = {
  readonly screeningId: bigint
  readonly channel: Channel
  readonly seats: readonly WantedSeat[]
  readonly key: string
  readonly print: string
  readonly shiftId?: bigint
}

/** Something about an order, of whichever screening it is. */
export type OrderRef = { readonly orderId: bigint; readonly screeningId: bigint }

/** Sells seats: the one way in which an order comes to be and changes. */
export type BoxOffice = {
  hold(hold: Hold): Promise<Outcome<Order, HoldRefusal | 'overloaded'>>
  pay(
    payment: OrderRef & Omit<PayRequest, 'sheet'>,
  ): Promise<Outcome<Order, PayRefusal | 'overloaded'>>
  begin(order: OrderRef): Promise<Outcome<Order, BeginRefusal>>
  settle(settlement: OrderRef & Omit<Settlement, 'sheet'>): Promise<Settled>
  prolong(order: OrderRef): Promise<Outcome<Order, ProlongRefusal>>
  release(order: OrderRef): Promise<Outcome<Order, 'order_cannot_move' | 'order_unknown'>>
  refund(
    refund: OrderRef & Omit<RefundRequest, 'sheet' | 'evenIfAdmitted'>,
  ): Promise<Outcome<Order, RefundRefusal>>
  void(
    undoing: OrderRef & Omit<RefundRequest, 'sheet' | 'evenIfAdmitted' | 'tickets'>,
  ): Promise<Outcome<Order, RefundRefusal>>
  cancel(screening: {
    readonly screeningId: bigint
    readonly reason: string
  }): Promise<Outcome<Cancelled, 'reason_needed' | 'screening_cancelled' | 'screening_unknown'>>
  /** Whether a request of a kind would be refused for want of room just now. */
  isFull(kind: 'hold' | 'pay'): boolean
  /** There is a rush: guests wait behind each other. */
  isBusy(): boolean
}

export type BoxOfficeOptions = {
  readonly storage: BookingStorage
  readonly sheets: Sheets
  /** Orders of a screening that hold or have bought something. */
  readonly liveOrders: (screening: bigint) => Promise<readonly bigint[]>
  readonly holdMs: number
  /** Faults of the storage that are not of a request's own making. */
  readonly isGeneral: (fault: unknown) => boolean
  /** How requests come together; another only where group commit itself is measured or broken. */
  readonly createGroup?: typeof createGroup
  /** How many may wait before the next is refused; WAITING_MOST unless given. */
  readonly waitingMost?: Readonly<Record<'hold' | 'pay', number>>
}

/** Large enough for a rush to share its syncs, small enough that nobody waits for a stranger's batch. */
const BATCH_MOST = 200
/**
 * Who would wait behind more than this is refused at once and told when to come back. A guest who has
 * seats goes before one who wants some, so that what was begun is finished.
 */
const WAITING_MOST = { hold: 250, pay: 1_000 } as const
/** Of holds answered together: from here on it is a rush. */
const BUSY_FROM = 6
const HOLD_TRIES = 5

export function createBoxOffice(options: BoxOfficeOptions): BoxOffice {
  const { storage, sheets, holdMs } = options
  const { isGeneral, createGroup: group = createGroup } = options
  const most = BATCH_MOST
  const holds = group({
    most,
    isGeneral,
    run: (requests: readonly HoldRequest[]) =>
      decideAll(storage, holdLocks(requests), requests, decideHold),
  })
  const sales = group({
    most,
    isGeneral,
    run: (requests: readonly PayRequest[]) => {
      const orders = requests.map(({ orderId }) => orderId)
      return decideAll(storage, { ...NO_LOCKS, orders }, requests, decidePay)
    },
  })
  const waiting = { hold: holds.waiting, pay: sales.waiting }
  const waitingMost = options.waitingMost ?? WAITING_MOST
  const isFull = (kind: 'hold' | 'pay') => waiting[kind]() >= waitingMost[kind]
  const sheetOf = async (screeningId: bigint): Promise<SaleSheet> => {
    const sheet = await sheets.get(screeningId)
    // Orders name their screening by a foreign key.
    if (!sheet) throw new Error(`screening ${screeningId} has no sheet`)
    return sheet
  }
  const one = <Answer>(orderId: bigint, decide: (draft: Draft) => Answer) =>
    decideOne(storage, { ...NO_LOCKS, orders: [orderId] }, decide)
  return {
    isFull,
    isBusy: () => holds.usualSize() >= BUSY_FROM,
    async hold({ screeningId, ...wanted }) {
      if (isFull('hold')) return overloaded()
      for (let tries = 0; tries < HOLD_TRIES; tries++) {
        const sheet = await sheets.get(screeningId)
        if (!sheet) return refuse('screening_unknown', 'There is no such screening.')
        const held = await holds.ask({ ...wanted, sheet, holdMs }).catch(unlessTaken)
        // Another server was quicker with this very key: now its order is there to be found.
        if (!held) continue
        // The compiler does not narrow the refusal of a union; what is stale is gone by here.
        if (held.ok || held.refusal !== SHEET_STALE) return held as Outcome<Order, HoldRefusal>
        sheets.forget(screeningId)
      }
      throw new Error(`a hold of screening ${screeningId} is never decided`)
    },
    async pay({ screeningId, ...payment }) {
      if (isFull('pay')) return overloaded()
      const sheet = await sheetOf(screeningId)
      return sales.ask({ ...payment, sheet }).catch((fault: unknown) => {
        if (!(fault instanceof KeyTaken)) throw fault
        return refuse('idempotency_key_reused', 'This Idempotency-Key paid another order.')
      })
    },
    begin: ({ orderId }) => one(orderId, (draft) => decideBegin(draft, orderId)),
    async settle({ screeningId, ...settlement }) {
      const sheet = await sheetOf(screeningId)
      return one(settlement.orderId, (draft) => decideSettle(draft, { ...settlement, sheet }))
    },
    prolong: ({ orderId }) => one(orderId, (draft) => decideProlong(draft, orderId, holdMs)),
    release: ({ orderId }) => one(orderId, (draft) => decideRelease(draft, orderId)),
    async refund({ screeningId, ...refund }) {
      const request = { ...refund, sheet: await sheetOf(screeningId), evenIfAdmitted: false }
      return one(refund.orderId, (draft) => decideRefund(draft, request))
    },
    async void({ screeningId, ...undoing }) {
      const request = { ...undoing, sheet: await sheetOf(screeningId), evenIfAdmitted: false }
      return one(undoing.orderId, (draft) => decideVoid(draft, request))
    },
    cancel: (screening) => cancelAll(options, screening),
  }
}

/** Decides all of a batch in their order, in one step. */
function decideAll<Request, Answer>(
  storage: BookingStorage,
  locks: Locks,
  requests: readonly Request[],
  decide: (draft: Draft, request: Request) => Answer,
): Promise<readonly Answer[]> {
  return decideOne(storage, locks, (draft) => requests.map((request) => decide(draft, request)))
}

function decideOne<Answer>(
  storage: BookingStorage,
  locks: Locks,
  decide: (draft: Draft) => Answer,
): Promise<Answer> {
  return storage.step(locks, (view) => {
    const draft = openDraft(view)
    const answer = decide(draft)
    return { changes: draft.changes(), answer }
  })
}

function holdLocks(requests: readonly HoldRequest[]): Locks {
  return {
    ...NO_LOCKS,
    seats: requests.flatMap(({ sheet, seats }) => {
      return seats.map(({ seat }) => ({ screeningId: sheet.id, seat }))
    }),
    screenings: [...new Set(requests.map(({ sheet }) => sheet.id))],
    holdKeys: requests.map(({ key }) => key),
    numbers: requests.length,
  }
}

function unlessTaken(fault: unknown): undefined {
  if (!(fault instanceof KeyTaken)) throw fault
  return undefined
}

/** Tries again while orders come that nobody had seen: once its seats are ours, no more can. */
async function cancelAll(
  { storage, sheets, liveOrders }: BoxOfficeOptions,
  { screeningId, reason }: { readonly screeningId: bigint; readonly reason: string },
): ReturnType<BoxOffice['cancel']> {
  const sheet = await sheets.get(screeningId)
  if (!sheet) return refuse('screening_unknown', 'There is no such screening.')
  for (;;) {
    const orders = await liveOrders(screeningId)
    const locks = { ...NO_LOCKS, orders, wholeScreenings: [screeningId], screenings: [screeningId] }
    const done = await storage.step(locks, (view) => {
      const draft = openDraft(view)
      const listed = new Set(orders)
      const strangers = view.seats.some(({ orderId }) => {
        return orderId !== undefined && !listed.has(orderId)
      })
      // An expired hold is no order to refund, but it is listed as long as it is open.
      if (strangers) return { changes: draft.changes(), answer: undefined }
      const answer = decideCancel(draft, { screeningId, orders, reason, sheet })
      return { changes: draft.changes(), answer }
    })
    sheets.forget(screeningId)
    if (done) return done
  }
}

function overloaded() {
  return refuse('overloaded', 'Too many guests at this moment. Try again in a second.')
}
