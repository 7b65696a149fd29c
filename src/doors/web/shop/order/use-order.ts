import { useEffect, useState } from 'preact/hooks'
import type { OrderBody } from '../page.ts'
import type { OrderView } from '../wire.ts'
import { get, post } from '../wire-post.ts'

export type LiveOrder = ReturnType<typeof useOrder>

const LOOK_EVERY_MS = 1_000
/** After so many looks somebody is slow, and there is no hurry. */
const HURRY = 120
const SLOW_EVERY_MS = 5_000

/** The order, looked at again for as long as something can happen to it by itself. */
export function useOrder(body: OrderBody) {
  const { token } = body
  const [order, setOrder] = useState(body.order)
  const { id, state } = order
  useEffect(() => {
    // Expired too: money may still be on its way, and what becomes of it is to be said.
    if (state !== 'paying' && state !== 'expired') return undefined
    let looks = 0
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      const seen = await get<OrderView>(`/v1/orders/${id}?token=${encodeURIComponent(token)}`)
      // The page of another state is drawn by the server, with all that belongs to it.
      if (seen.ok && seen.value.state !== state) location.replace(orderAddress(id, token, true))
      looks += 1
      timer = setTimeout(look, looks < HURRY ? LOOK_EVERY_MS : SLOW_EVERY_MS)
    }
    timer = setTimeout(look, LOOK_EVERY_MS)
    return () => clearTimeout(timer)
  }, [id, token, state])
  const send = async (what: 'prolong' | 'release') => {
    const sent = await post<OrderView>(`/v1/orders/${id}/${what}`, { token })
    if (sent.ok) setOrder(sent.value)
    else location.replace(orderAddress(id, token, false))
  }
  return {
    order,
    prolong: () => void send('prolong'),
    release: () => void send('release'),
    /** The time is over: what became of it stands on the page loaded again. */
    ended: () => location.replace(orderAddress(id, token, false)),
  }
}

export function orderAddress(id: string, token: string, back: boolean): string {
  return `/shop/orders/${id}?token=${encodeURIComponent(token)}${back ? '&back=1' : ''}`
}
