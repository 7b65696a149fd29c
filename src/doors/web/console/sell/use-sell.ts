import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { MoneyWire } from '#kernel/pure'
import type { ScreeningView, SeatsView, ShiftView } from '../wire/sell.ts'
import { sellClient, useSeats } from '../wire/sell.ts'
import { cashTyped } from './cash.ts'
import type { HeldOrder, HeldOrders } from './held-orders.ts'
import { useHeldOrders } from './held-orders.ts'
import type { LaidSale, Sale, States } from './sale.ts'
import { addTicket, laySale, NO_SALE, touchSeat } from './sale.ts'
import type { DoneSale, QueueState, SaleQueue, SentSale } from './sale-queue.ts'
import { useLiveSeats } from './use-live-seats.ts'
import { useSaleQueue } from './use-sale-queue.ts'

export type PayKind = 'cash' | 'card' | 'complimentary'

/** The desk: what is being put together, what is on its way, and what can be done with it. */
export type Sell = {
  readonly sale: Sale
  readonly screening: ScreeningView | undefined
  readonly view: SeatsView | undefined
  readonly viewFault: unknown
  readonly states: States
  readonly laid: LaidSale | undefined
  /** To pay now, of the sale or of the held order taken up. */
  readonly total: MoneyWire | undefined
  readonly ready: boolean
  readonly network: QueueState
  /** On its way and in the way: the till waits for it unless it is set aside. */
  readonly waiting: SentSale | undefined
  readonly done: DoneSale | undefined
  readonly takenUp: HeldOrder | undefined
  readonly held: HeldOrders['held']
  choose(screeningId: string): void
  add(ticketType: string, change: 1 | -1): void
  touch(seat: string): void
  otherSeats(): void
  give(text: string): void
  pay(kind: PayKind, reason?: string): void
  hold(): void
  takeUp(held: HeldOrder): void
  clear(): void
  next(): void
  setAside(): void
  drop(): void
  /** Takes a refused one that was set aside out of sight, once it was read. */
  dismiss(id: string): void
}

type SellOptions = {
  readonly shift: ShiftView
  readonly screenings: readonly ScreeningView[]
  readonly nowMs: () => number
}

export function useSell({ shift, screenings, nowMs }: SellOptions): Sell {
  const queries = useQueryClient()
  const [sale, setSale] = useState<Sale>(NO_SALE)
  const [watched, setWatched] = useState<string>()
  const [takenUp, setTakenUp] = useState<HeldOrder>()
  const { queue, state: network } = useSaleQueue(nowMs)
  const { held, keep, forget } = useHeldOrders(nowMs)
  const open = screenings.find(({ left }) => left > 0) ?? screenings[0]
  const screening = screenings.find(({ id }) => id === sale.screeningId) ?? open
  const { view, states, laid, fault } = useLaidSale(sale, screening?.id, queue)
  const waiting = network.sales.find(({ aside }) => !aside)
  const done = network.done.find((one) => one.sale.id === watched && one.sale.payment)

  const finished = network.done.length
  const seen = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each sale that is done, once
  useEffect(() => {
    for (const { sale: sent, order } of network.done.slice(seen.current)) {
      if (sent.payment) forget(order.id)
      else keep({ order, screeningId: sent.screeningId, about: sent.about })
      if (sent.id === watched) {
        setSale((before) => ({ ...NO_SALE, ...keptScreening(before) }))
        setTakenUp(undefined)
      }
    }
    seen.current = finished
    if (finished > 0) {
      for (const queryKey of [['day-screenings'], ['orders'], ['shift'], ['shifts']]) {
        void queries.invalidateQueries({ queryKey })
      }
    }
  }, [finished])
  // After a reload what was on its way is what the till waits for.
  useEffect(() => {
    if (waiting) setWatched(waiting.id)
  }, [waiting])

  const total = takenUp?.order.total ?? laid?.total
  const ready = waiting === undefined && (takenUp !== undefined || (laid?.ready ?? false))
  const change = (with_: (before: Sale) => Sale) => {
    if (waiting || takenUp) return
    setWatched(undefined)
    setSale(with_)
  }
  const send = (payment: SentSale['payment']) => {
    if (!ready || !total || !queue || !screening) return
    const seats = laid?.seats ?? []
    const sent: SentSale = {
      id: crypto.randomUUID(),
      holdKey: crypto.randomUUID(),
      payKey: crypto.randomUUID(),
      screeningId: takenUp?.screeningId ?? screening.id,
      about: takenUp?.about ?? aboutOf(screening),
      total,
      hold: { channel: 'counter', seats: [...seats], shiftId: shift.id },
      begunAtMs: nowMs(),
      ...(payment && { payment }),
      ...(takenUp && { order: { id: takenUp.order.id, token: takenUp.order.token ?? '' } }),
    }
    setWatched(sent.id)
    queue.add(sent)
  }
  const clear = () => {
    if (waiting) return
    if (takenUp) {
      const { id, token = '' } = takenUp.order
      // Best effort: a hold that is not let go ends by itself.
      void sellClient.release(id, token).catch(() => undefined)
      forget(id)
      setTakenUp(undefined)
    }
    setWatched(undefined)
    setSale((before) => ({ ...NO_SALE, ...keptScreening(before) }))
  }
  return {
    ...{ sale, screening, view, states, laid, total, ready, network, waiting, done, takenUp, held },
    viewFault: fault,
    choose: (screeningId) => change((before) => changeScreening(before, screeningId)),
    add: (type, by) =>
      change((before) => (view ? addTicket(before, type, by, { view, states }) : before)),
    touch: (seat) => change((before) => (view ? touchSeat(before, seat, view, states) : before)),
    otherSeats: () =>
      change(({ picked: _, ...before }) => ({
        ...before,
        passedOver: nextPassedOver(before, laid),
      })),
    give: (given) => setSale((before) => ({ ...before, given })),
    pay(kind, reason) {
      if (!total) return
      const given = kind === 'cash' && sale.given ? cashTyped(sale.given, total) : undefined
      if (kind === 'cash' && sale.given && !given) return
      send({
        with: kind,
        shiftId: shift.id,
        ...(kind === 'cash' && { given: given ?? total }),
        ...(reason !== undefined && { reason }),
      })
    },
    hold: () => send(undefined),
    takeUp(one) {
      setWatched(undefined)
      setTakenUp(one)
    },
    clear,
    next: () => setWatched(undefined),
    dismiss: (id) => queue?.drop(id),
    setAside() {
      if (!waiting) return
      queue?.setAside(waiting.id)
      setWatched(undefined)
      setTakenUp(undefined)
      setSale((before) => ({ ...NO_SALE, ...keptScreening(before) }))
    },
    drop() {
      if (!waiting) return
      queue?.drop(waiting.id)
      setWatched(undefined)
      // What was picked may be gone: the best of what is left is shown.
      setSale(({ picked: _, ...before }) => before)
    },
  }
}

function useLaidSale(sale: Sale, screeningId: string | undefined, queue: SaleQueue | undefined) {
  const found = useSeats(screeningId)
  const heard = useRef(queue)
  heard.current = queue
  const [onHeard] = useState(() => (up: boolean) => heard.current?.heard(up))
  const live = useLiveSeats(screeningId, onHeard)
  const view = found.data?.screeningId === screeningId ? found.data : undefined
  const states = live ?? view?.states ?? NO_STATES
  const laid = useMemo(() => view && laySale(sale, view, states), [sale, view, states])
  return { view, states, laid, fault: found.error }
}

const NO_STATES: States = {}

function keptScreening({ screeningId }: Sale): Pick<Sale, 'screeningId'> {
  return screeningId === undefined ? {} : { screeningId }
}

/** Tickets chosen stay when the screening is another: the guest changed the film, not the family. */
function changeScreening(before: Sale, screeningId: string): Sale {
  return { ...NO_SALE, counts: before.counts, given: before.given, screeningId }
}

function nextPassedOver({ passedOver }: Pick<Sale, 'passedOver'>, laid: LaidSale | undefined) {
  const shown = laid?.seats.map(({ seat }) => seat) ?? []
  // All was passed over once the same come again: then from the beginning.
  return shown.some((seat) => passedOver.includes(seat)) ? [] : [...passedOver, ...shown]
}

export function aboutOf({ film, localTime, auditorium }: ScreeningView): string {
  return `${film.title}, ${localTime} · ${auditorium}`
}
