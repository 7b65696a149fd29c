import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '#server'
import type { OnSale } from '#test'
import { putSomethingOnSale, serveTestHouse } from '#test'

let served: Served
let sale: OnSale
beforeAll(async () => {
  served = await serveTestHouse()
  sale = await putSomethingOnSale(served.house.store, { time: '20:15', screenings: 2 })
}, 120_000)
afterAll(() => served.close())

type Json = Readonly<Record<string, unknown>>

async function call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Json> {
  const response = await fetch(`${served.url}/v1${path}`, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const found: unknown = await response.json()
  if (typeof found === 'object' && found !== null) return { ...found }
  throw new Error(`no object: ${JSON.stringify(found)}`)
}

async function buy(...seats: string[]): Promise<Json> {
  const wanted = seats.map((seat) => ({ seat, ticketType: 'Adult' }))
  const held = await call('POST', `/screenings/${sale.screenings[0]}/holds`, {
    channel: 'counter',
    seats: wanted,
  })
  const { token } = held
  return call('POST', `/orders/${held['id']}/pay`, { token, with: 'complimentary', reason: 'Test' })
}

test('a sold seat that goes out of order is named, with its order, until one of both ends', async () => {
  const at = `/auditoria/${sale.auditoria[0]}`
  const conflicts = () => call('GET', `${at}/out-of-order-conflicts`)
  expect(await conflicts()).toEqual({ all: 0, tickets: [] })
  const order = await buy('C4', 'C5')
  expect(order).toMatchObject({ state: 'paid' })

  const out = { seats: ['C5', 'C6', 'D1'], reason: 'spring' }
  const { periods } = await call('POST', `${at}/out-of-order`, out)
  // The same seat for a second reason is still one ticket.
  await call('POST', `${at}/out-of-order`, { seats: ['C5'], reason: 'camera' })
  const found = await conflicts()
  expect(found).toMatchObject({
    all: 1,
    tickets: [{ seat: 'C5', film: 'Tides', localTime: '20:15', reason: 'spring' }],
  })
  const [ticket] = found['tickets'] as readonly [Json]
  expect(ticket['code']).toBe(order['code'])
  expect(ticket['orderId']).toBe(order['id'])
  expect(await call('GET', `/auditoria/${sale.auditoria[1]}/out-of-order-conflicts`)).toEqual({
    all: 0,
    tickets: [],
  })

  for (const { id, seat } of periods as readonly { id: string; seat: string }[]) {
    if (seat === 'C5') await call('DELETE', `/out-of-order/${id}`)
  }
  expect(await conflicts()).toMatchObject({ all: 1, tickets: [{ seat: 'C5', reason: 'camera' }] })
  const refund = { tickets: [ticket['id']], reason: 'the seat is broken' }
  expect(await call('POST', `/orders/${order['id']}/refund`, refund)).toMatchObject({
    state: 'part_refunded',
  })
  expect(await conflicts()).toEqual({ all: 0, tickets: [] })
})

test('only while the seat is out at the start', async () => {
  const at = `/auditoria/${sale.auditoria[0]}`
  await buy('G7')
  const before = { seats: ['G7'], from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }
  await call('POST', `${at}/out-of-order`, { ...before, reason: '' })
  expect(await call('GET', `${at}/out-of-order-conflicts`)).toMatchObject({ all: 0 })
  const long = { seats: ['G7'], from: '2026-01-01T00:00:00Z', to: '2099-01-02T00:00:00Z' }
  await call('POST', `${at}/out-of-order`, { ...long, reason: '' })
  expect(await call('GET', `${at}/out-of-order-conflicts`)).toMatchObject({ all: 1 })
  expect(await call('GET', '/auditoria/999/out-of-order-conflicts')).toMatchObject({
    refusal: 'auditorium_unknown',
  })
})
