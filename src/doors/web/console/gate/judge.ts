import type { Decision, TicketCode } from '#ticketing/pure'
import { checkTicketCode, gateVerdict, readTicketCode } from '#ticketing/pure'
import type { GateList } from '../wire/gate.ts'

/** What is shown at the gate: what a camera read, or an order's code that was typed. */
export type Shown = { readonly code: string } | { readonly orderCode: string }

type Order = GateList['orders'][number]

export type OwnVerdict = Decision & {
  readonly orderCode?: string
  readonly screeningId?: string
  /** This browser cannot check signatures, so the guest has to be asked for the order's code. */
  readonly unchecked?: true
}

const NOBODY = { admitted: [], tickets: [] } as const

/** The verdict of a gate that can ask nobody: by signature, by the list, and by whom it let in. */
export async function judgeAlone(list: GateList, shown: Shown, nowMs: number): Promise<OwnVerdict> {
  if ('orderCode' in shown) {
    const order = list.orders.find(({ code }) => code === plainCode(shown.orderCode))
    return order ? judge(list, order.screeningId, list.cinema.id, order, nowMs) : unknown()
  }
  const code = readTicketCode(shown.code)
  if (!code) return { ...NOBODY, verdict: shown.code.startsWith('FH1.') ? 'forged' : 'unknown' }
  const signature = await checkTicketCode(code, list.publicKeys)
  if (signature === 'unchecked') return { ...unknown(), unchecked: true }
  if (signature !== 'good')
    return { ...NOBODY, verdict: signature === 'forged' ? 'forged' : 'unknown' }
  const order = list.orders.find(({ id }) => id === code.orderId.toString())
  const cinemaId = String(code.cinemaId)
  return judge(list, code.screeningId.toString(), cinemaId, order ?? signedOrder(code), nowMs)
}

function judge(
  list: GateList,
  screeningId: string,
  cinemaId: string,
  { code, tickets }: Pick<Order, 'code' | 'tickets'>,
  nowMs: number,
): OwnVerdict {
  const screening = list.screenings.find(({ id }) => id === screeningId)
  const gate = {
    cinemaId: list.cinema.id,
    tradingDay: list.tradingDay,
    ...(list.screeningId !== undefined && { screeningId: list.screeningId }),
  }
  const decision = gateVerdict({ cinemaId, tickets, ...(screening && { screening }) }, gate, nowMs)
  return { ...decision, screeningId, ...(code !== '' && { orderCode: code }) }
}

/** Sold after the list was made: its signature says all that can be known. */
function signedOrder({ orderId, seats }: TicketCode): Pick<Order, 'code' | 'tickets'> {
  const tickets = seats.map(({ seat, place }) => ({
    id: (orderId * 64n + BigInt(place)).toString(),
    seat,
    ticketType: '',
    state: 'valid' as const,
  }))
  return { code: '', tickets }
}

/** As the server writes it: without what people put between, and no letters taken for digits. */
function plainCode(said: string): string {
  return said.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}

function unknown(): OwnVerdict {
  return { ...NOBODY, verdict: 'unknown' }
}
