import { afterAll, beforeAll, expect, test } from 'vitest'
import { derivedId } from '#kernel'
import { addAuditorium, savePlan } from '#venues'
import { soldAfterEnd, soldInFuture } from './clock-checks.ts'
import { clockShifted } from './clock-shifted.ts'
import { doubledRows } from './doubled-rows.ts'
import { negativeTotal } from './negative-total.ts'
import { priceOutlier } from './price-outlier.ts'
import { sameFiguresTwice } from './same-figures-twice.ts'
import { screeningsOverlap } from './screenings-overlap.ts'
import { siteGap } from './site-gap.ts'
import { soldOverCapacity } from './sold-over-capacity.ts'
import type { Figures, Sale } from './testing-figures.ts'
import { daysFrom, openFigures } from './testing-figures.ts'

let figures: Figures
beforeAll(async () => {
  figures = await openFigures()
})
afterAll(() => figures.close())

async function place(name: string, source = 'Till') {
  return { cinema: await figures.cinema(name), source: await figures.source(source) }
}

const DAYS = daysFrom('2026-02-02', '2026-04-12')
/** Two screenings a day, clean in every way. */
const CLEAN: readonly Sale[] = DAYS.flatMap((day) => [
  { day, time: '17:30', quantity: 3 },
  { day, time: '20:15', title: 'Kestrel', quantity: 5 },
])

async function addRoom(cinemaId: number, name: string, seats: number): Promise<number> {
  return figures.store.write(async (transaction) => {
    const added = await addAuditorium(transaction, { cinemaId, name })
    if (!added.ok) throw new Error(added.say)
    const row = (at: number) => ({ row: 'A', number: at + 1, x: at, y: 0, house: false })
    const plan = {
      areas: [{ id: 'all', name: 'All' }],
      screen: { x: 1, width: 2 },
      seats: Array.from({ length: seats }, (_, at) => ({
        ...row(at),
        kind: 'standard' as const,
        area: 'all',
      })),
    }
    const saved = await savePlan(transaction, { auditoriumId: added.value, basedOn: 0, plan })
    if (!saved.ok) throw new Error(saved.say)
    return added.value
  })
}

test('sold over capacity: by the only auditorium, by the one named, by stated seats', async () => {
  const one = await place('One room')
  await addRoom(one.cinema, 'Screen 1', 10)
  await figures.sell(one, CLEAN)
  expect(await figures.look(soldOverCapacity, { cinemaId: one.cinema })).toEqual([])
  await figures.sell(one, [{ day: '2026-03-03', quantity: 13, title: 'Marrow', time: '22:00' }])
  const [found, ...more] = await figures.look(soldOverCapacity, { cinemaId: one.cinema })
  expect(more).toEqual([])
  expect(found).toMatchObject({
    severity: 'error',
    values: { sold: 13, seats: 10, over: 3, film: 'Marrow' },
    money: [{ minor: '3000', currency: 'EUR' }],
    firstDay: '2026-03-03',
  })
  expect(found?.say).toContain('sold 13 tickets where there are 10 seats')
  // A refund brings it down again: the finding goes away by itself.
  const back = { day: '2026-03-03', quantity: -3, title: 'Marrow', time: '22:00' }
  await figures.sell(one, [back])
  expect(await figures.look(soldOverCapacity, { cinemaId: one.cinema })).toEqual([])
  const gone = await figures.look(soldOverCapacity, { cinemaId: one.cinema, state: 'gone' })
  expect(gone).toMatchObject([{ id: found?.id, state: 'gone' }])

  const two = await place('Two rooms')
  const [small, large] = [
    await addRoom(two.cinema, 'Small', 6),
    await addRoom(two.cinema, 'Large', 20),
  ]
  await figures.sell(two, [
    { day: '2026-03-03', quantity: 9, auditorium: large },
    // No auditorium named: nothing is known of it, and the run says so.
    { day: '2026-03-04', quantity: 9 },
  ])
  expect(await figures.look(soldOverCapacity, { cinemaId: two.cinema })).toEqual([])
  await figures.sell(two, [{ day: '2026-03-05', quantity: 9, auditorium: small }])
  expect(await figures.look(soldOverCapacity, { cinemaId: two.cinema })).toHaveLength(1)

  const stated = await place('Stated')
  const starts = Date.parse('2026-03-06T20:15:00Z') / 1000
  const screening = derivedId(stated.cinema, figures.film(), starts)
  const programme = await figures.source('Programme')
  await figures.put('screening', [
    {
      cinema: stated.cinema,
      source: programme,
      room: '2D',
      screening: screening.toString(),
      film: figures.film(),
      starts_at: starts,
      trading_day: '2026-03-06',
      seats: 40,
    },
  ])
  await figures.sell(stated, [{ day: '2026-03-06', quantity: 40 }])
  expect(await figures.look(soldOverCapacity, { cinemaId: stated.cinema })).toEqual([])
  await figures.sell(stated, [{ day: '2026-03-06', quantity: 1 }])
  expect(await figures.look(soldOverCapacity, { cinemaId: stated.cinema })).toHaveLength(1)
})

test('negative totals: of a screening, of a film’s day, of a whole day, each said once', async () => {
  const at = await place('Refunds')
  await figures.sell(at, CLEAN)
  const look = () => figures.look(negativeTotal, { cinemaId: at.cinema })
  expect(await look()).toEqual([])
  await figures.sell(at, [
    // A screening below zero on a film's day that is not.
    { day: '2026-03-02', time: '22:00', quantity: -1 },
    // A film's day below zero on a day that is not.
    { day: '2026-03-03', time: '21:00', title: 'Marrow', quantity: -1 },
    { day: '2026-03-03', time: '23:00', title: 'Marrow', quantity: -1 },
    // A whole day.
    { day: '2026-03-04', time: '17:30', quantity: -30 },
  ])
  const found = await look()
  const brief = found.map(({ sentence, firstDay, values }) => [sentence, firstDay, values['total']])
  expect(brief.toSorted()).toEqual([
    ['day', '2026-03-04', { minor: '-22000', currency: 'EUR' }],
    ['film', '2026-03-03', { minor: '-2000', currency: 'EUR' }],
    ['screening', '2026-03-02', { minor: '-1000', currency: 'EUR' }],
  ])
})

test('a gap of a site: an expected day without figures; closed Mondays are none', async () => {
  const at = await place('Gaps')
  const open = daysFrom('2026-01-01', '2026-06-30', (weekday) => weekday !== 0)
  await figures.sell(
    at,
    open.map((day) => ({ day })),
  )
  expect(await figures.look(siteGap, { cinemaId: at.cinema })).toEqual([])
  const other = await place('Gaps too')
  const days = open.filter((day) => day < '2026-04-14' || day > '2026-04-16')
  await figures.sell(
    other,
    days.map((day) => ({ day })),
  )
  // Of days to come some are sold ahead and others not yet.
  const now = Temporal.Instant.from('2026-04-14T12:00:00Z')
  expect(await figures.look(siteGap, { cinemaId: other.cinema, now })).toEqual([])
  const found = await figures.look(siteGap, { cinemaId: other.cinema })
  expect(found).toMatchObject([
    { firstDay: '2026-04-14', lastDay: '2026-04-16', severity: 'warning', values: { days: 3 } },
  ])
  // A run of other days neither finds it nor takes it for gone.
  const later = { cinemaId: other.cinema, from: '2026-05-01', to: '2026-05-31' }
  expect(await figures.look(siteGap, later)).toHaveLength(1)
})

test('overlaps: in one auditorium, and two events at one moment on one screen', async () => {
  const at = await place('Overlaps')
  const [left, right] = [await addRoom(at.cinema, '1', 50), await addRoom(at.cinema, '2', 50)]
  await figures.store.write((transaction) =>
    transaction.run('update film set runtime_minutes = 120 where id = $1', figures.film()),
  )
  await figures.sell(at, [
    { day: '2026-03-03', time: '18:00', auditorium: left },
    { day: '2026-03-03', time: '20:00', title: 'Kestrel', auditorium: left },
    { day: '2026-03-03', time: '18:30', title: 'Marrow', auditorium: right },
  ])
  const look = () => figures.look(screeningsOverlap, { cinemaId: at.cinema })
  expect(await look()).toEqual([])
  await figures.sell(at, [{ day: '2026-03-03', time: '19:30', title: 'Marrow', auditorium: left }])
  const [found, ...more] = await look()
  expect(more).toEqual([])
  expect(found).toMatchObject({ sentence: 'room', severity: 'warning' })
  expect(found?.say).toContain('“Marrow” starts Tue 3 Mar 2026, 19:30')
  expect(found?.say).toContain('“Orbit of Ida” (from 18:00)')

  const alone = await place('One screen')
  await figures.sell(alone, CLEAN)
  const moments = () => figures.look(screeningsOverlap, { cinemaId: alone.cinema })
  expect(await moments()).toEqual([])
  await figures.sell(alone, [{ day: '2026-03-09', time: '20:15', title: 'Marrow' }])
  expect(await moments()).toMatchObject([
    { sentence: 'moment', severity: 'notice', values: { count: 2, starts: '2026-03-09 20:15' } },
  ])
  // Where starts are shared all the time there are several screens, and nothing is wrong.
  const many = await place('Many screens')
  await figures.sell(
    many,
    DAYS.flatMap((day) => [{ day }, { day, title: 'Kestrel' }]),
  )
  expect(await figures.look(screeningsOverlap, { cinemaId: many.cinema })).toEqual([])
})

test('overlaps of a programme file, unless it names kinds of rooms', async () => {
  const programme = await figures.source('Rooms')
  const kinds = await figures.source('Kinds')
  const [cinema, other] = [await figures.cinema('Planned'), await figures.cinema('Kinds')]
  const row = (source: number, at: number, room: string, day: string, time: string) => ({
    cinema: source === kinds ? other : cinema,
    source,
    room,
    screening: String(at + 1),
    film: figures.film(at % 2 ? 'Kestrel' : 'Marrow'),
    starts_at: `${day} ${time}:00`,
    trading_day: day,
  })
  const times = ['12:00', '15:00', '18:00', '21:00']
  const clean = DAYS.slice(0, 10).flatMap((day, at) =>
    times.map((time, place) => row(programme, at * 4 + place, 'Screen 1', day, time)),
  )
  const shared = DAYS.slice(0, 10).flatMap((day, at) =>
    times.map((_, place) => row(kinds, at * 4 + place, '2D', day, '19:00')),
  )
  await figures.put('screening', [...clean, ...shared])
  expect(await figures.look(screeningsOverlap, { cinemaId: cinema })).toEqual([])
  await figures.put('screening', [row(programme, 900, 'Screen 1', DAYS[3] ?? '', '18:10')])
  expect(await figures.look(screeningsOverlap, { cinemaId: cinema })).toHaveLength(1)
  expect(await figures.look(screeningsOverlap, { cinemaId: other })).toEqual([])
})

const MINUTE_MS = 60_000
const soldAt = (day: string, time: string) => ({
  soldAtMs: Date.parse(`${day}T${time}:00Z`),
  soldDay: day,
  soldMinute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
})

test('sales after the end of their screening, and from the future', async () => {
  const at = await place('Clocks')
  const sales = DAYS.map((day) => ({ day, ...soldAt(day, '20:05') }))
  await figures.sell(at, sales)
  const look = () => figures.look(soldAfterEnd, { cinemaId: at.cinema })
  expect(await look()).toEqual([])
  await figures.sell(at, [{ day: '2026-03-03', time: '10:00', ...soldAt('2026-03-03', '18:00') }])
  expect(await look()).toMatchObject([{ values: { tickets: 2, firstDay: '2026-03-03' } }])

  const now = Temporal.Instant.from('2026-04-12T20:06:30Z')
  const future = { cinemaId: at.cinema, now }
  expect(await figures.look(soldInFuture, future)).toEqual([])
  const ahead = now.epochMilliseconds + 5 * MINUTE_MS
  const sale = { day: '2026-04-12', soldAtMs: ahead, soldDay: '2026-04-12', soldMinute: 1211 }
  await figures.sell(at, [sale])
  expect(await figures.look(soldInFuture, future)).toMatchObject([{ values: { tickets: 2 } }])
})

test('a week whose sales are moved by whole hours', async () => {
  const shape = [
    ['17:10', 3],
    ['18:20', 6],
    ['19:40', 9],
    ['20:05', 12],
    ['21:30', 4],
  ] as const
  const week = (day: string, hours: number): Sale[] =>
    shape.map(([time, quantity]) => {
      const later = `${String(Number(time.slice(0, 2)) + hours).padStart(2, '0')}${time.slice(2)}`
      return { day, time: '22:00', quantity, ...soldAt(day, later) }
    })
  const at = await place('Steady')
  await figures.sell(
    at,
    DAYS.flatMap((day) => week(day, 0)),
  )
  expect(await figures.look(clockShifted, { cinemaId: at.cinema })).toEqual([])
  const off = await place('Off')
  await figures.sell(
    off,
    DAYS.flatMap((day) => week(day, day >= '2026-03-30' && day < '2026-04-06' ? -8 : 0)),
  )
  expect(await figures.look(clockShifted, { cinemaId: off.cinema })).toMatchObject([
    { sentence: 'earlier', firstDay: '2026-03-30', values: { hours: 8 } },
  ])
})

test('a price ten times its type', async () => {
  const at = await place('Prices')
  await figures.sell(at, CLEAN)
  await figures.sell(at, [{ day: '2026-03-03', quantity: 1, priceMinor: 9_900n }])
  expect(await figures.look(priceOutlier, { cinemaId: at.cinema })).toEqual([])
  await figures.sell(at, [{ day: '2026-03-04', quantity: 2, priceMinor: 24_000n }])
  expect(await figures.look(priceOutlier, { cinemaId: at.cinema })).toMatchObject([
    { values: { count: 1, median: { minor: '1000' }, dearest: { minor: '12000' } } },
  ])
})

test('a day that stands twice in a file without keys', async () => {
  const at = await place('Doubled')
  const types = Array.from({ length: 20 }, (_, type) => `Type ${type}`)
  const day = (date: string, times: number): Sale[] =>
    types.flatMap((ticketType) => Array.from({ length: times }, () => ({ day: date, ticketType })))
  await figures.sell(at, [...day('2026-03-02', 1), ...day('2026-03-03', 3)])
  // Two equal sales on a busy day are two sales.
  await figures.sell(at, [{ day: '2026-03-02', ticketType: 'Type 3' }])
  expect(await figures.look(doubledRows, { cinemaId: at.cinema })).toEqual([])
  await figures.sell(at, day('2026-03-05', 2))
  expect(await figures.look(doubledRows, { cinemaId: at.cinema })).toMatchObject([
    {
      firstDay: '2026-03-05',
      lastDay: '2026-03-05',
      values: { count: 20, stake: { minor: '40000', currency: 'EUR' } },
    },
  ])
})

test('one day from two sources', async () => {
  const at = await place('Twice')
  const again = { ...at, source: await figures.source('Other till') }
  await figures.sell(at, CLEAN)
  // The same house on another day, and a day that agrees in one of two screenings only.
  await figures.sell(again, [
    { day: '2026-05-01', time: '17:30', quantity: 3 },
    { day: '2026-03-04', time: '17:30', quantity: 3 },
    { day: '2026-03-04', time: '20:15', quantity: 4 },
  ])
  const look = () => figures.look(sameFiguresTwice, { cinemaId: at.cinema })
  expect(await look()).toEqual([])
  await figures.sell(again, [
    { day: '2026-03-03', time: '17:30', quantity: 3, title: 'Marrow' },
    { day: '2026-03-03', time: '20:15', quantity: 5 },
  ])
  expect(await look()).toMatchObject([
    { firstDay: '2026-03-03', values: { days: 1, stake: { minor: '8000', currency: 'EUR' } } },
  ])
})
