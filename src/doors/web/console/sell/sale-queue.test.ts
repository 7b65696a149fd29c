import { expect, test } from 'vitest'
import { WireError } from '../wire/problem.ts'
import type { OrderView } from '../wire/sell.ts'
import type { Keeper, SentSale } from './sale-queue.ts'
import { createSaleQueue } from './sale-queue.ts'

const euro = (minor: string) => ({ minor, currency: 'EUR' })

function sale(id: string): SentSale {
  return {
    id,
    holdKey: `${id}-hold`,
    payKey: `${id}-pay`,
    screeningId: '7',
    about: 'Harbour Lights, 20:30',
    total: euro('2500'),
    hold: { channel: 'counter', seats: [{ seat: 'E4', ticketType: 'Adult' }] },
    payment: { with: 'cash' },
    begunAtMs: 0,
  }
}

// Only what the queue looks at: the rest of an order is the page's.
const order = (state: string) => ({ id: '9', token: 'token', state }) as OrderView

function memory(kept: SentSale[] = []): Keeper & { readonly kept: SentSale[] } {
  return {
    kept,
    read: () => [...kept],
    keep(one) {
      const at = kept.findIndex(({ id }) => id === one.id)
      if (at === -1) kept.push(one)
      else kept[at] = one
    },
    forget(id) {
      const at = kept.findIndex((one) => one.id === id)
      if (at !== -1) kept.splice(at, 1)
    },
  }
}

/** A server that answers as told, and a queue on it; `pass` lets the waiting time pass. */
function till(answers: readonly (OrderView | Error)[], kept: SentSale[] = []) {
  const sent: string[] = []
  const due: (() => void)[] = []
  const rest = [...answers]
  const answer = async (key: string) => {
    sent.push(key)
    const next = rest.shift()
    if (next === undefined || next instanceof Error) throw next ?? new WireError()
    return next
  }
  const keeper = memory(kept)
  const queue = createSaleQueue({
    keeper,
    nowMs: () => 41,
    hold: ({ holdKey }) => answer(holdKey),
    pay: ({ payKey }) => answer(payKey),
    later(work) {
      due.push(work)
      return () => undefined
    },
  })
  const settle = () => new Promise((done) => setTimeout(done, 0))
  const pass = async () => {
    due.shift()?.()
    await settle()
  }
  return { queue, keeper, sent, settle, pass }
}

const problem = (refusal: string, status = 409) =>
  new WireError({ title: '', status, detail: refusal, refusal })

test('a sale is held, paid and no longer kept', async () => {
  const { queue, keeper, sent, settle } = till([order('open'), order('paid')])
  queue.add(sale('a'))
  expect(keeper.kept).toHaveLength(1)
  await settle()
  expect(sent).toEqual(['a-hold', 'a-pay'])
  expect(queue.read()).toMatchObject({ sales: [], done: [{ order: { state: 'paid' } }] })
  expect(keeper.kept).toEqual([])
})

test('a break is said, and the same key is sent until it is answered', async () => {
  const { queue, keeper, sent, settle, pass } = till([
    order('open'),
    new WireError(),
    new TypeError('cut in the middle of the answer'),
    problem('unavailable', 503),
    problem('request_in_flight'),
    order('paid'),
  ])
  queue.add(sale('a'))
  await settle()
  expect(queue.read()).toMatchObject({ awaySinceMs: 41, sales: [{ payTried: true }] })
  for (let time = 0; time < 4; time += 1) await pass()
  expect(sent).toEqual(['a-hold', 'a-pay', 'a-pay', 'a-pay', 'a-pay', 'a-pay'])
  expect(queue.read().awaySinceMs).toBeUndefined()
  expect(keeper.kept).toEqual([])
})

test('a reload in the break goes on where it was', async () => {
  const before = till([order('open'), new WireError()])
  before.queue.add(sale('a'))
  await before.settle()
  before.queue.close()
  const after = till([order('paid')], before.keeper.kept)
  await after.settle()
  expect(after.sent).toEqual(['a-pay'])
  expect(after.queue.read().done).toHaveLength(1)
})

test('what is refused stays to be read, and the next one goes on', async () => {
  const { queue, settle } = till([problem('seat_taken'), order('open'), order('paid')])
  queue.add(sale('a'))
  queue.add(sale('b'))
  await settle()
  const { sales, done } = queue.read()
  expect(sales).toMatchObject([{ id: 'a', refused: { refusal: 'seat_taken' } }])
  expect(done).toMatchObject([{ sale: { id: 'b' } }])
  queue.drop('a')
  expect(queue.read().sales).toEqual([])
})

test('a payment that was sent cannot be given up, as nobody knows whether it arrived', async () => {
  const { queue, settle } = till([order('open'), new WireError()])
  queue.add(sale('a'))
  await settle()
  queue.drop('a')
  expect(queue.read().sales).toHaveLength(1)
  queue.setAside('a')
  expect(queue.read().sales).toMatchObject([{ aside: true }])
})

test('the network coming back sends at once', async () => {
  const { queue, sent, settle } = till([new WireError(), order('open'), order('paid')])
  queue.add(sale('a'))
  await settle()
  queue.heard(true)
  await settle()
  expect(sent).toEqual(['a-hold', 'a-hold', 'a-pay'])
})
