import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSample, keepSampleBoxOffice, removeSample } from '#circuit'
import type { Clock } from '#kernel'
import { expectAccepted, silentLog, systemClock } from '#kernel'
import { filmViews, priceCards, screeningsOfCinema } from '#programme'
import { priceOf } from '#programme/pure'
import type { Engined } from '#server'
import { pendingFacts } from '#store'
import { openTestHouse, putSomethingOnSale } from '#test'
import { seatCounts } from '#ticketing'
import { auditoria, cinemas, organisations } from '#venues'
import { AGGREGATES } from '#warehouse'

let house: Engined
let now: Clock = systemClock
let before: ReadonlyMap<string, bigint>

beforeAll(async () => {
  house = await openTestHouse()
  const real = await putSomethingOnSale(house.store, { name: 'Lantern' })
  await sell(real.screenings[0] ?? 0n, ['F12', 'F13'], 'real')
  before = await rowsOfTables()
}, 120_000)
afterAll(() => house.close())

/** Of every table of the installation, how many rows it has. */
async function rowsOfTables(): Promise<ReadonlyMap<string, bigint>> {
  const tables = await house.store.rows<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const counts = new Map<string, bigint>()
  for (const { name } of tables) {
    const row = await house.store.row<{ rows: bigint }>(`select count(*) as rows from ${name}`)
    counts.set(name, row?.rows ?? 0n)
  }
  return counts
}

/** Ids of the sample's cinemas that sell here, by name. */
async function sellers() {
  const owned = (await cinemas(house.store)).filter(({ sample }) => sample)
  const rooms = new Map(
    await Promise.all(owned.map(async ({ id }) => [id, await auditoria(house.store, id)] as const)),
  )
  return owned.flatMap((cinema) => {
    const own = rooms.get(cinema.id) ?? []
    return own.length > 0 ? [{ ...cinema, rooms: own }] : []
  })
}

async function screenings() {
  const all = await Promise.all(
    (await sellers()).map(({ id }) => {
      const fromDay = dayOf(now())
      return screeningsOfCinema(house.store, { cinemaId: id, fromDay, days: 31 })
    }),
  )
  return all.flat()
}

function dayOf(moment: Temporal.Instant): string {
  return moment.toZonedDateTimeISO('Europe/Dublin').toPlainDate().subtract({ days: 1 }).toString()
}

/** Keeps the box office until something holds, as a server does. */
async function keepUntil(isSo: () => Promise<boolean>, keepers = 1): Promise<void> {
  const stop = new AbortController()
  const { store, log, selling } = house
  const { boxOffice, sheets } = selling
  const box = { store, log, boxOffice, sheets, settleMs: 0, restMs: 0, signal: stop.signal }
  const clock = () => now()
  const kept = Array.from({ length: keepers }, () =>
    keepSampleBoxOffice({ ...box, clock, changed: () => undefined }),
  )
  try {
    while (!(await isSo())) await pause(200)
  } finally {
    stop.abort()
    await Promise.all(kept)
  }
}

async function sell(screeningId: bigint, seats: readonly string[], key: string) {
  const { boxOffice } = house.selling
  const wanted = seats.map((seat) => ({ seat, ticketType: 'Adult' }))
  const hold = { screeningId, channel: 'web', seats: wanted, key, print: key } as const
  const { id: orderId } = expectAccepted(await boxOffice.hold(hold))
  const paying = { orderId, screeningId, key, print: key, with: 'card', reason: '' } as const
  return expectAccepted(await boxOffice.pay(paying))
}

async function soldSeats(): Promise<number> {
  const ids = (await screenings()).map(({ id }) => id)
  const counts = [...(await seatCounts(house.store, ids)).values()]
  return counts.reduce((sum, { sold }) => sum + sold, 0)
}

test('the sample gets a box office: rooms, films, a card, and eight days on sale', async () => {
  expectAccepted(await createSample({ store: house.store, clock: systemClock, log: silentLog }))
  await keepUntil(async () => (await screenings()).length > 0 && (await soldSeats()) > 100, 2)
  const boxes = await sellers()
  expect(boxes.map(({ rooms }) => rooms.map(({ seats }) => seats))).toEqual([
    [150, 75, 39],
    [108, 39],
  ])
  const all = await screenings()
  // From late in the evening on, today has nothing left to sell.
  expect(new Set(all.map(({ tradingDay }) => tradingDay)).size).toBeGreaterThanOrEqual(7)
  expect(all.every(({ status }) => status === 'on_sale')).toBe(true)
  const owner = boxes[0]?.organisationId ?? 0
  const films = await filmViews(house.store, owner)
  for (const film of films) {
    expect(film.releases.length, film.title).toBeGreaterThan(0)
    expect(film.runtimeMinutes, film.title).toBeGreaterThan(60)
    expect(film.rating, film.title).not.toBe('')
    expect(film.synopsis, film.title).not.toBe('')
  }
  const releases = films.flatMap((film) => film.releases)
  expect(releases.some(({ format }) => format === 'IMAX')).toBe(true)
  expect(releases.some(({ subtitles }) => subtitles.includes('en'))).toBe(true)
  // One row a title: what is sold here and what the circuit simulates answer together.
  expect(new Set(films.map(({ title }) => title)).size).toBe(films.length)
  const [card] = await priceCards(house.store, owner)
  const at = { ticketType: 'Adult', area: 'Standard', weekday: 5, minute: 1215, format: '2D' }
  const price = (asked: object) => {
    return card && priceOf(card.tariff, { ...at, channel: 'web', ...asked })
  }
  const evening = price({})?.priceMinor ?? 0n
  expect(price({ area: 'Premium' })?.priceMinor).toBeGreaterThan(evening)
  expect(price({ format: 'IMAX' })?.priceMinor).toBeGreaterThan(evening)
  expect(price({ minute: 900 })?.priceMinor).toBeLessThan(evening)
  expect(price({ weekday: 2 })?.priceMinor).toBeLessThan(evening)
  expect(price({ ticketType: 'Child' })?.priceMinor).toBeLessThan(evening)
  expect(price({})?.feeOnlineMinor).toBeGreaterThan(0n)
  expect(price({ channel: 'counter' })?.feeOnlineMinor).toBe(0n)
}, 60_000)

test('asked again, by two servers at once, nothing is made twice', async () => {
  const made = await rowsOfTables()
  const sold = await soldSeats()
  await keepUntil(async () => (await soldSeats()) > sold + 50, 2)
  const again = await rowsOfTables()
  for (const table of ['auditorium', 'seat_plan', 'film', 'release', 'tariff', 'screening']) {
    expect([table, again.get(table)]).toEqual([table, made.get(table)])
  }
  const twice = await house.store.rows(
    `select screening_id, seat from ticket where state = 'valid' group by 1, 2 having count(*) > 1`,
  )
  expect(twice).toEqual([])
}, 60_000)

test('each trading day the next one is put on sale, and missed days are caught up', async () => {
  const days = async () => new Set((await screenings()).map(({ tradingDay }) => tradingDay))
  const known = (await days()).size
  const ahead = (hours: number): Clock => {
    return () => systemClock().add({ hours })
  }
  now = ahead(24)
  await keepUntil(async () => (await days()).size >= known)
  const last = [...(await days())].toSorted().at(-1) ?? ''
  // Three days without a server.
  now = ahead(4 * 24)
  const wanted = Temporal.PlainDate.from(last).add({ days: 3 }).toString()
  await keepUntil(async () => (await days()).has(wanted))
  now = systemClock
  const all = [...(await days())].toSorted()
  expect(all.at(-1)).toBe(wanted)
  const [first = ''] = all
  const span = Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(wanted)).days
  expect(all).toHaveLength(span + 1)
}, 60_000)

test('removed, it leaves nothing in any table, and real cinemas are untouched', async () => {
  const all = await screenings()
  const soon = all.findLast(({ status }) => status === 'on_sale')?.id ?? 0n
  await sell(soon, ['D5'], 'a guest of the sample')
  const owner = all[0]?.organisationId ?? 0
  await house.store.write(async (transaction) => {
    await transaction.run(
      `insert into shift (organisation_id, cinema_id, till, cashier, currency, float_minor)
       select organisation_id, id, 'Till 1', 'Ann', currency, 0 from cinema
       where organisation_id = $1 limit 1`,
      owner,
    )
    await transaction.run(
      `insert into test_wallet_payment (key, amount_minor, currency, title, return_to)
       select key, 1, currency, title, '' from payment where organisation_id = $1 limit 1`,
      owner,
    )
  })
  // Whoever goes on selling while it is removed is refused in the end, and leaves nothing either.
  const selling = sellOn(all.map(({ id }) => id))
  const { store, warehouse } = house
  expectAccepted(await removeSample({ store, warehouse, log: silentLog }))
  expect(await selling).toContain('screening_unknown')
  expect((await organisations(store)).map(({ name }) => name)).toEqual(['Lantern'])
  const after = await rowsOfTables()
  for (const [table, rows] of before) {
    if (table === 'outbox_batch' || table === 'outbox') continue
    expect([table, after.get(table)]).toEqual([table, rows])
  }
  const tables = ['ticket', 'screening', 'screening_by_day', ...AGGREGATES.map(({ name }) => name)]
  for (const table of tables) {
    const sql = `select toString(count()) as rows from ${table} where owner = ${owner}`
    expect([table, await warehouse.query<{ rows: string }>(sql)]).toEqual([table, [{ rows: '0' }]])
  }
  expect(await pendingFacts(store)).toEqual({ facts: 0 })
  const [kept] = await warehouse.query<{ sold: string }>(
    'select toString(sum(quantity)) as sold from ticket',
  )
  expect(kept?.sold).toBe('2')
}, 120_000)

/** Sells single seats one after the other until it is refused as there is no such screening. */
async function sellOn(ids: readonly bigint[]): Promise<readonly string[]> {
  const { boxOffice } = house.selling
  const refusals: string[] = []
  for (let turn = 0; !refusals.includes('screening_unknown'); turn++) {
    const screeningId = ids[turn % ids.length] ?? 0n
    const [key, print] = [`on ${turn}`, 'on']
    const seats = [{ seat: `B${1 + (turn % 8)}`, ticketType: 'Adult' }]
    const held = await boxOffice.hold({ screeningId, channel: 'counter', seats, key, print })
    if (!held.ok) {
      refusals.push(held.refusal)
      continue
    }
    const orderId = held.value.id
    const paid = await boxOffice.pay({ orderId, screeningId, key, print, with: 'cash', reason: '' })
    if (!paid.ok) refusals.push(paid.refusal)
  }
  return refusals
}
