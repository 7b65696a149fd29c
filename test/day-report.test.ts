import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Random } from '#kernel'
import { expectAccepted, seededRandom, systemClock } from '#kernel'
import { totalOf } from '#programme/pure'
import type { Engined } from '#server'
import type { CounterCinema } from '#test'
import { openCounterCinema, openTestHouse } from '#test'
import { closeShift, dayReport, openShift, shiftTotals, ticketId } from '#ticketing'
import type { Order } from '#ticketing/pure'
import { cinemaById } from '#venues'

const SEED = 'day report 1'
const SALES = 120

let house: Engined
let cinema: CounterCinema
beforeAll(async () => {
  house = await openTestHouse()
  cinema = await openCounterCinema(house.store)
}, 120_000)
afterAll(() => house.close())

type Kept = { readonly order: Order; readonly back: readonly number[]; readonly void: boolean }

const TYPES = ['Adult', 'Child', 'Student', 'Senior', 'Member'] as const
const KINDS = ['cash', 'cash', 'card', 'complimentary'] as const

/** Sells, refunds, voids and gives away at random through the real box office; keeps a list of it. */
async function liveADay(shiftId: bigint): Promise<readonly Kept[]> {
  const random = seededRandom(SEED)
  const office = house.selling.boxOffice
  const kept: Kept[] = []
  for (let number = 0; number < SALES; number++) {
    const screeningId = random.pick(cinema.screenings)
    const row = random.pick([...'BCDEFGHJ'])
    const first = random.whole(2, 9)
    const seats = Array.from({ length: random.whole(1, 3) }, (_, at) => ({
      seat: `${row}${first + at}`,
      ticketType: random.pick(TYPES),
    }))
    const key = `sale ${number}`
    const named = { screeningId, key, print: key, shiftId }
    const held = await office.hold({ ...named, channel: random.pick(['counter', 'web']), seats })
    // Taken before: nothing happened.
    if (!held.ok) continue
    if (random.next() < 0.1) continue
    const order = expectAccepted(
      await office.pay({
        ...{ orderId: held.value.id, screeningId, key: `${key} paid`, print: key, shiftId },
        with: random.pick(KINDS),
        reason: 'the press',
      }),
    )
    kept.push(await perhapsBack(order, random, shiftId))
  }
  return kept
}

async function perhapsBack(order: Order, random: Random, shiftId: bigint): Promise<Kept> {
  const office = house.selling.boxOffice
  const { id: orderId, screeningId, lines } = order
  const asked = { orderId, screeningId, key: `back ${orderId}`, reason: 'ill', shiftId }
  const chance = random.next()
  if (chance < 0.1) {
    expectAccepted(await office.void(asked))
    return { order, back: [...lines.keys()], void: true }
  }
  if (chance > 0.3) return { order, back: [], void: false }
  const back = [...lines.keys()].filter((place) => place === 0 || random.next() < 0.5)
  const tickets = back.map((place) => ticketId(orderId, place))
  expectAccepted(await office.refund({ ...asked, tickets }))
  return { order, back, void: false }
}

/** The report once more, by the simplest sums there are. */
function naive(kept: readonly Kept[]) {
  const euro = (minor: bigint) => ({ minor: minor.toString(), currency: cinema.currency })
  const sold = kept.flatMap(({ order }) => order.lines)
  const backOf = (isVoid: boolean) =>
    kept
      .filter((one) => one.void === isVoid)
      .flatMap(({ order, back }) => order.lines.filter((_, place) => back.includes(place)))
  const sum = (lines: typeof sold) => ({
    tickets: lines.length,
    gross: euro(lines.reduce((all, one) => all + one.priceMinor, 0n)),
    feeHall: euro(lines.reduce((all, one) => all + one.feeHallMinor, 0n)),
    feeOnline: euro(lines.reduce((all, one) => all + one.feeOnlineMinor, 0n)),
    tax: euro(lines.reduce((all, one) => all + one.taxMinor, 0n)),
    total: euro(lines.reduce((all, one) => all + totalOf(one), 0n)),
  })
  const back = [...backOf(false), ...backOf(true)]
  const total = (lines: typeof sold) => lines.reduce((all, one) => all + totalOf(one), 0n)
  const types = [...new Set(sold.map(({ ticketType }) => ticketType))].sort()
  const ofType = (lines: typeof sold, type: string) =>
    lines.filter(({ ticketType }) => ticketType === type)
  return {
    orders: kept.length,
    sold: sum(sold),
    refunded: sum(backOf(false)),
    voided: sum(backOf(true)),
    net: { tickets: sold.length - back.length, total: euro(total(sold) - total(back)) },
    ticketTypes: types.map((ticketType) => ({
      ticketType,
      tickets: ofType(sold, ticketType).length,
      refunded: ofType(back, ticketType).length,
      total: euro(total(ofType(sold, ticketType)) - total(ofType(back, ticketType))),
    })),
    payments: ['card', 'cash', 'complimentary'].map((kind) => {
      const of = kept.filter(({ order }) => order.paidWith === kind)
      const returned = of.map(({ order, back: places }) =>
        total(order.lines.filter((_, place) => places.includes(place))),
      )
      return {
        kind,
        payments: of.length,
        paid: euro(total(of.flatMap(({ order }) => order.lines))),
        returns: returned.filter((minor) => minor > 0n).length,
        returned: euro(returned.reduce((all, one) => all + one, 0n)),
      }
    }),
    complimentary: [
      {
        // What was given back is given for nothing no more, whatever the reason of its return.
        reason: 'the press',
        tickets: kept
          .filter(({ order }) => order.paidWith === 'complimentary')
          .reduce((all, { order, back: places }) => all + order.lines.length - places.length, 0),
      },
    ],
    proof: { difference: euro(0n) },
  }
}

test(`a day of sales, refunds and voids at random adds up (seed ${SEED})`, async () => {
  const { cinemaId, currency } = cinema
  const opened = await house.store.write((transaction) =>
    openShift(transaction, {
      cinemaId,
      till: 'Till 1',
      cashier: 'Bo',
      float: { minor: '20000', currency },
    }),
  )
  const shiftId = BigInt(expectAccepted(opened).id)
  const kept = await liveADay(shiftId)
  expect(kept.length).toBeGreaterThan(SALES / 3)
  const found = await cinemaById(house.store, cinemaId)
  if (!found) throw new Error('the cinema is gone')
  const day = systemClock().toZonedDateTimeISO(found.timezone).toPlainDate().toString()
  const asked = { cinemaId, day, clock: systemClock }
  const report = expectAccepted(await dayReport(house.store, asked))
  const expected = naive(kept)
  expect(report).toMatchObject(expected)

  // Every table is the same money.
  const whole = BigInt(report.net.total.minor)
  for (const table of [report.ticketTypes, report.channels, report.screenings]) {
    expect(table.reduce((sum, { total }) => sum + BigInt(total.minor), 0n)).toBe(whole)
  }
  const taxed = report.taxes.reduce((sum, { gross }) => sum + BigInt(gross.minor), 0n)
  expect(taxed).toBe(BigInt(report.net.gross.minor))

  // The drawer holds the float and what came less what went.
  const cash = expected.payments.find(({ kind }) => kind === 'cash')
  const counted = 20_000n + BigInt(cash?.paid.minor ?? 0) - BigInt(cash?.returned.minor ?? 0)
  const totals = await shiftTotals(house.store, shiftId)
  expect(totals?.shift.expected.minor).toBe(counted.toString())
  expect(totals?.payments).toMatchObject(expected.payments)
  const closed = await house.store.write((transaction) =>
    closeShift(transaction, shiftId, {
      counted: { minor: (counted - 120n).toString(), currency },
      note: '',
    }),
  )
  expect(expectAccepted(closed).difference?.minor).toBe('-120')
  const after = expectAccepted(await dayReport(house.store, asked))
  expect(after.shifts).toMatchObject([{ till: 'Till 1', difference: { minor: '-120' } }])
}, 60_000)

test('money that bought nothing, or that nobody paid, is a difference that is said', async () => {
  const { cinemaId, screenings } = cinema
  const [screeningId] = screenings
  if (screeningId === undefined) throw new Error('no screening')
  const office = house.selling.boxOffice
  const seats = [{ seat: 'K9', ticketType: 'Adult' }]
  const named = { screeningId, key: 'lost', print: 'lost' }
  const held = expectAccepted(await office.hold({ ...named, channel: 'counter', seats }))
  const paying = { orderId: held.id, screeningId, key: 'lost paid', print: '', reason: '' }
  expectAccepted(await office.pay({ ...paying, with: 'card' }))
  await house.store.write((transaction) =>
    transaction.run("update payment set amount_minor = amount_minor - 100 where key = 'lost paid'"),
  )
  const found = await cinemaById(house.store, cinemaId)
  const zone = found?.timezone ?? 'UTC'
  const day = systemClock().toZonedDateTimeISO(zone).toPlainDate().toString()
  const report = expectAccepted(await dayReport(house.store, { cinemaId, day, clock: systemClock }))
  expect(report.proof.difference.minor).toBe('100')
})
