import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { accept, refuse } from '#kernel'
import type { OrderView, Refusal } from '#web'
import type { House } from './house.ts'
import { onceByKey } from './idempotency.ts'
import { refusalProblem } from './problem.ts'
import type { AskApi, Asked } from './shop-ask.ts'
import type { ShopData } from './shop-data.ts'
import type { DrawPage } from './shop-page.ts'
import { NOTHING, sendPage } from './shop-page.ts'
import { orderAddress, partyOf, readShopRequest, tokenIn } from './shop-request.ts'

const KEY = /^[\w-]{8,100}$/

type FormsOf = {
  readonly house: House
  readonly data: ShopData
  readonly api: AskApi
  readonly draw: DrawPage
}

/** What is done by forms, so that seats can be bought without scripts: held, paid, given up. */
export function mountForms(scope: FastifyInstance, { house, data, api, draw }: FormsOf): void {
  scope.post('/screenings/:id/best', async (request, reply) => {
    const asked = readShopRequest(request)
    const { id, form } = asked
    const party = partyOf(form)
    const held = await heldOnce(house, request, (key) => data.holdBest(id, party, key))
    if (held.ok) return reply.redirect(held.value, 303)
    const { status, refused } = whyOf(held)
    const body = await data.seats(id, { party, formKey: randomUUID(), refused })
    return sendPage(reply, request, asked, draw(asked, body ? { body, status } : NOTHING))
  })
  scope.post('/orders/:id/pay', async (request, reply) => {
    const asked = readShopRequest(request)
    const { id, form } = asked
    const { token } = tokenIn(form)
    const returnTo = `${orderAddress(id, token)}&back=1`
    const wanted = { token, provider: 'test', returnTo }
    const begun = await api.post<{ url: string }>(`/v1/orders/${id}/payments`, keyOf(form), wanted)
    if (begun.ok) return reply.redirect(begun.value.url, 303)
    const { status, refused } = whyOf(begun)
    const body = await data.order(id, { token, back: false, formKey: randomUUID(), refused })
    return sendPage(reply, request, asked, draw(asked, body ? { body, status } : NOTHING))
  })
  scope.post('/orders/:id/release', async (request, reply) => {
    const { id, form } = readShopRequest(request)
    const { token } = tokenIn(form)
    await api.post<OrderView>(`/v1/orders/${id}/release`, keyOf(form), { token })
    // Whatever became of it stands on its page.
    return reply.redirect(orderAddress(id, token), 303)
  })
}

/**
 * The address of the order that a form makes. Which seats are best changes with every hold, so the form
 * itself is what is done once: sent again, it leads to the same order.
 */
async function heldOnce(
  house: House,
  request: FastifyRequest,
  hold: (key: string) => Promise<Asked<OrderView>>,
): Promise<Asked<string>> {
  const key = keyOf(readShopRequest(request).form)
  // A form sends no headers: its hidden field stands for one.
  request.headers['idempotency-key'] = `shop-${key}`
  let refused: Asked<OrderView> | undefined
  const outcome = await onceByKey(house.store, request, async () => {
    const held = await hold(key)
    if (held.ok) return accept(orderAddress(held.value.id, held.value.token ?? ''))
    refused = held
    // Only so that nothing is kept under the key; what is told is what the API said.
    return refuse('no_seats_left', held.say)
  })
  if (outcome.ok) return accept(String(outcome.value))
  if (refused && !refused.ok) return refused
  return { ...outcome, status: refusalProblem(outcome).status }
}

function whyOf(asked: Extract<Asked<unknown>, { readonly ok: false }>): {
  readonly status: number
  readonly refused: Refusal
} {
  const { status, refusal, say, choices } = asked
  return { status, refused: { refusal, say, ...(choices && { choices }) } }
}

/** A form drawn by us brings its key along; one that does not is a request of its own. */
function keyOf(form: URLSearchParams): string {
  const key = form.get('key') ?? ''
  return KEY.test(key) ? key : randomUUID()
}
