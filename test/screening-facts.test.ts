import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import type { Engined } from '#server'
import { pendingFacts } from '#store'
import type { OnSale } from '#test'
import { openTestHouse, putSomethingOnSale } from '#test'
import { endSeatOutOfOrder, sayEarlierScreenings, takeSeatsOutOfOrder } from '#ticketing'
import { outOfOrder } from '#venues'

let house: Engined
let show: OnSale

beforeAll(async () => {
  house = await openTestHouse()
  show = await putSomethingOnSale(house.store, { rows: 10, seatsInRow: 20, screenings: 2 })
}, 60_000)
afterAll(() => house?.close())

type Listed = { screening: string; seats: string; listed: string; room: string; shown: string }

/** What the figures know of each screening, once all that was said has arrived. */
async function listed(): Promise<readonly Listed[]> {
  while ((await pendingFacts(house.store)).facts > 0) await pause(20)
  return house.warehouse.query<Listed>(`
    select toString(screening) as screening, toString(sum(weight * toInt64(seats))) as seats,
      toString(sum(if(status = 'cancelled', 0, weight))) as listed, any(room) as room,
      concat(any(format), ' ', any(language), ' ', toString(any(start_hour))) as shown
    from screening where owner = ${show.organisationId}
    group by screening having sum(weight) != 0 order by screening`)
}

const seats = ['A1', 'A2', 'B7']
const from = new Date(0).toISOString()

function auditorium(): number {
  const [first] = show.auditoria
  if (first === undefined) throw new Error('nothing is on sale')
  return first
}

test('what goes on sale is listed with its seats, hour, format and language', async () => {
  const [first, second] = await listed()
  const said = { seats: '200', listed: '1', shown: '2D en 20' }
  expect(first).toEqual({ screening: String(show.screenings[0]), room: 'Screen 1', ...said })
  expect(second).toEqual({ screening: String(show.screenings[1]), room: 'Screen 2', ...said })
})

test('seats out of order are not on offer, until they are sold again', async () => {
  const period = { auditoriumId: auditorium(), seats, from, reason: 'Spring' }
  await house.store.write(async (transaction) =>
    expectAccepted(await takeSeatsOutOfOrder(transaction, period)),
  )
  expect((await listed()).map((one) => one.seats)).toEqual(['197', '200'])
  const [open] = await outOfOrder(house.store, auditorium(), house.clock())
  await house.store.write(async (transaction) =>
    expectAccepted(await endSeatOutOfOrder(transaction, Number(open?.id))),
  )
  expect((await listed()).map((one) => one.seats)).toEqual(['198', '200'])
})

test('a cancelled screening is listed no more', async () => {
  const screeningId = show.screenings[1] ?? 0n
  expectAccepted(await house.selling.boxOffice.cancel({ screeningId, reason: 'Projector' }))
  expect((await listed()).map((one) => one.listed)).toEqual(['1', '0'])
})

test('what an earlier version put on sale is said once', async () => {
  await house.store.write((transaction) => transaction.run('delete from screening_said'))
  await house.store.write((transaction) => transaction.run('delete from outbox'))
  await house.warehouse.command('alter table screening delete where 1 settings mutations_sync = 1')
  await Promise.all([sayEarlierScreenings(house.store), sayEarlierScreenings(house.store)])
  expect((await listed()).map((one) => one.listed)).toEqual(['1'])
  await sayEarlierScreenings(house.store)
  expect((await listed()).map((one) => one.listed)).toEqual(['1'])
})
