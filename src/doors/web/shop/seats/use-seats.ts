import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { bestSeats, gapLeft, nearestEqual } from '#ticketing/pure'
import type { Seat } from '#venues/pure'
import type { SeatsBody } from '../page.ts'
import type { OrderView, Refusal } from '../wire.ts'
import type { Sent } from '../wire-post.ts'
import { post } from '../wire-post.ts'
import type { Chosen } from './choice.ts'
import { chosenAs, seatIndex, takenSeats, toggled, totalOf } from './choice.ts'
import { useLiveStates } from './use-live-states.ts'

/** What the page has to say of the choice, and what it offers instead. */
export type Notice =
  | { readonly is: 'taken'; readonly gone: readonly string[]; readonly others: readonly string[] }
  | { readonly is: 'gap'; readonly lonely?: string; readonly instead: readonly string[] }
  | { readonly is: 'ended' }
  | { readonly is: 'most'; readonly most: number }
  | { readonly is: 'refused'; readonly refusal: Refusal }

export type SeatSale = ReturnType<typeof useSeats>

/**
 * The choice of seats and what becomes of it. Tapping chooses here, and holds nothing: only who goes on
 * holds, so that looking costs nobody a seat. From then on the time runs.
 */
export function useSeats(body: SeatsBody) {
  const { seats: view, screening } = body
  const states = useLiveStates(screening.id, view.states)
  const index = useMemo(() => seatIndex(view.plan), [view])
  const [order, setOrder] = useState(body.order)
  const [chosen, setChosen] = useState<readonly Chosen[]>(body.order?.lines ?? [])
  const [party, setParty] = useState(body.party)
  const [busy, setBusy] = useState(false)
  const [notice, setNotice] = useState<Notice | undefined>(
    body.refused && { is: 'refused', refusal: body.refused },
  )
  const mine = useMine(order)
  const yours = useMemo(() => new Set(chosen.map(({ seat }) => seat)), [chosen])
  const taken = useMemo(() => takenSeats(view.plan, states, mine), [view, states, mine])
  const situation = { plan: view.plan, taken }

  // Somebody was quicker with a seat that is chosen here and not held yet. While a hold is under way
  // the stream may tell of it before its answer does: then it is our own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only news of others are such news
  useEffect(() => {
    const gone =
      order || busy ? [] : chosen.map(({ seat }) => seat).filter((seat) => taken.has(seat))
    if (gone.length === 0) return
    const others = nearestEqual(situation, [...yours]) ?? []
    setChosen(chosen.filter(({ seat }) => !gone.includes(seat)))
    setNotice({ is: 'taken', gone, others })
  }, [taken, busy])

  const refuse = (refusal: Refusal, wanted: readonly Chosen[]) => {
    const seats = wanted.map(({ seat }) => seat)
    const instead = refusal.choices ?? []
    if (refusal.refusal === 'seat_gap') {
      const lonely = gapLeft(situation, seats)?.lonely
      setNotice({ is: 'gap', instead, ...(lonely !== undefined && { lonely }) })
    } else if (refusal.refusal === 'seat_taken') {
      setNotice({ is: 'taken', gone: goneOf(seats, taken, refusal), others: instead })
    } else setNotice({ is: 'refused', refusal })
  }

  /** Gives the held seats up, and waits until that is done. */
  const release = async () => {
    if (!order) return
    setOrder(undefined)
    showOrder(screening.id, undefined)
    await post(`/v1/orders/${order.id}/release`, { token: order.token })
  }

  const hold = async (wanted: readonly Chosen[], keepGap: boolean) => {
    setBusy(true)
    setNotice(undefined)
    await release()
    const sent = await post<OrderView>(`/v1/screenings/${screening.id}/holds`, {
      channel: 'web',
      seats: wanted.map(({ seat, ticketType }) => ({ seat, ticketType })),
      ...(keepGap && { keepGap }),
    })
    if (sent.ok) {
      setOrder(sent.value)
      setChosen(sent.value.lines)
      showOrder(screening.id, sent.value)
    } else refuse(sent, wanted)
    setBusy(false)
  }

  const change = (next: readonly Chosen[]) => {
    if (next.length > view.linesMax) {
      setNotice({ is: 'most', most: view.linesMax })
      return
    }
    setNotice(undefined)
    setChosen(next)
    void release()
  }

  return {
    view,
    index,
    states,
    yours,
    chosen,
    order,
    party,
    busy,
    notice,
    justHeld: order !== undefined && order.id !== body.order?.id,
    total: order?.total ?? totalOf(view, index, chosen),
    setParty: (next: number) => setParty(Math.min(Math.max(next, 1), view.linesMax)),
    toggle(seat: Seat, id: string) {
      if (!busy && (yours.has(id) || !taken.has(id))) change(toggled(view, chosen, seat))
    },
    take: (seats: readonly string[]) => change(chosenAs(view, seats, chosen)),
    takeBest() {
      const best = bestSeats(situation, { party })
      if (best) change(chosenAs(view, best.seats))
      else setNotice({ is: 'refused', refusal: { refusal: 'no_seats_left', say: '' } })
    },
    setType(seat: string, ticketType: string) {
      const next = chosen.map((one) => (one.seat === seat ? { seat, ticketType } : one))
      setChosen(next)
      if (order) void hold(next, true)
    },
    hold: (keepGap: boolean) => hold(chosen, keepGap),
    clear: () => change([]),
    async prolong() {
      if (!order) return
      const body = { token: order.token }
      const sent: Sent<OrderView> = await post(`/v1/orders/${order.id}/prolong`, body)
      if (sent.ok) setOrder({ ...sent.value, ...tokenOf(order) })
      else refuse(sent, chosen)
    },
    /** The time is over: the choice stays where it is still free. */
    ended() {
      setOrder(undefined)
      showOrder(screening.id, undefined)
      setNotice({ is: 'ended' })
    },
  }
}

/** The seats this order holds; while it is given up they may still be told as somebody's. */
function useMine(order: OrderView | undefined): ReadonlySet<string> {
  const last = useRef<ReadonlySet<string>>(new Set())
  if (order) last.current = new Set(order.lines.map(({ seat }) => seat))
  return last.current
}

function goneOf(
  wanted: readonly string[],
  taken: ReadonlySet<string>,
  { say }: Refusal,
): readonly string[] {
  const known = wanted.filter((seat) => taken.has(seat))
  if (known.length > 0) return known
  // The stream has not said it yet, the refusal has.
  const words = say.split(/[^\p{L}\p{N}-]+/u)
  const named = wanted.filter((seat) => words.includes(seat))
  return named.length > 0 ? named : wanted
}

function tokenOf({ token }: OrderView): Pick<OrderView, 'token'> {
  return token === undefined ? {} : { token }
}

/** The address names what is held, so that the page loaded again still has it. */
export function seatsAddress(screeningId: string, order: OrderView | undefined): string {
  const query = order ? `?order=${order.id}&token=${encodeURIComponent(order.token ?? '')}` : ''
  return `/shop/screenings/${screeningId}${query}`
}

function showOrder(screeningId: string, order: OrderView | undefined): void {
  history.replaceState(null, '', seatsAddress(screeningId, order))
}
