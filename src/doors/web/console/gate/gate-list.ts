import type { GateList, HeadCount, ScanAnswer } from '../wire/gate.ts'
import type { OwnVerdict } from './judge.ts'
import type { Said } from './said.ts'

type Order = GateList['orders'][number]

/** The list with those let in whom this gate let in by itself. */
export function withAdmitted(
  list: GateList,
  { admitted, screeningId = '', orderCode = '' }: OwnVerdict,
  atMs: number,
  door: string,
): GateList {
  if (admitted.length === 0) return list
  const inside = new Set(admitted.map(({ id }) => id))
  const mark = (tickets: Order['tickets']) =>
    tickets.map((one) => (inside.has(one.id) ? { ...one, admittedAtMs: atMs, door } : one))
  const known = list.orders.some(({ tickets }) => tickets.some(({ id }) => inside.has(id)))
  const orders = list.orders.map((order) => ({ ...order, tickets: mark(order.tickets) }))
  const [first] = admitted
  const id = first ? (BigInt(first.id) / 64n).toString() : ''
  const unlisted = { id, code: orderCode, screeningId, tickets: mark(admitted) }
  return {
    ...list,
    orders: known ? orders : [...orders, unlisted],
    screenings: list.screenings.map((one) =>
      one.id === screeningId ? { ...one, inside: one.inside + inside.size } : one,
    ),
  }
}

export function withCount(list: GateList, screening: string, count: HeadCount): GateList {
  const screenings = list.screenings.map((one) =>
    one.id === screening ? { ...one, ...count } : one,
  )
  return { ...list, screenings }
}

/** What an answer says of tickets and heads goes into the list at once, should the signal go next. */
export function withAnswer(list: GateList, answer: ScanAnswer, door: string): GateList {
  const atMs = Date.parse(answer.at)
  const admitted = answer.admit > 0 ? answer.tickets : []
  const screeningId = answer.screening?.id ?? ''
  const own = { verdict: answer.verdict, admitted, tickets: admitted, screeningId }
  const marked = withAdmitted(list, { ...own, orderCode: answer.orderCode ?? '' }, atMs, door)
  if (screeningId === '') return marked
  return withCount(marked, screeningId, { inside: answer.inside, sold: answer.sold })
}

/** The list as it was before a scan that this gate made by itself. */
export function withoutScan(list: GateList, { atMs, screening, admit }: Said): GateList {
  const orders = list.orders.map((order) => ({
    ...order,
    tickets: order.tickets.map(({ admittedAtMs, door, ...rest }) =>
      admittedAtMs === undefined || admittedAtMs === atMs
        ? rest
        : { ...rest, admittedAtMs, ...(door !== undefined && { door }) },
    ),
  }))
  const screenings = list.screenings.map((one) =>
    one.id === screening?.id ? { ...one, inside: one.inside - admit } : one,
  )
  return { ...list, orders, screenings }
}
