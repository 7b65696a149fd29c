import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import type { Store } from '#store'
import { addAuditorium, readPlanFile, removeOrganisation, savePlan } from '#venues'
import type { ScreeningsSaid } from './index.ts'
import {
  copyScreenings,
  markCancelled,
  moveScreening,
  planScreenings,
  publishScreenings,
  removeScreening,
  screeningById,
  screeningViews,
} from './index.ts'
import type { TestCinema } from './testing-cinema.ts'
import { makeCinema, openTestStore } from './testing-cinema.ts'

let store: Store
let close: () => Promise<void>
let dublin: TestCinema

beforeAll(async () => {
  const opened = await openTestStore()
  store = opened.store
  close = opened.close
  dublin = await makeCinema(store, { name: 'Lantern' })
}, 60_000)
afterAll(() => close())

/** Plans in a cinema: 15 minutes of trailers, 100 of film, 15 of cleaning make 2 h 10. */
function plan(
  cinema: TestCinema,
  days: string[],
  times: string[],
  more: Partial<ScreeningsSaid> = {},
) {
  const { cinemaId, releaseId, auditoriumId, priceCardId } = cinema
  const said = { cinemaId, releaseId, auditoriumId, priceCardId, days, times, ...more }
  return store.write((transaction) => planScreenings(transaction, said))
}

async function starts(ids: readonly bigint[]): Promise<readonly string[]> {
  return (await screeningViews(store, { ids })).map(({ startsAt }) => startsAt)
}

test('what touches exactly is planned; one minute of overlap names what is in the way', async () => {
  const first = await plan(dublin, ['2027-01-04'], ['18:00', '20:10'])
  expect(await starts(expectAccepted(first))).toEqual([
    '2027-01-04T18:00:00Z',
    '2027-01-04T20:10:00Z',
  ])
  expect(await plan(dublin, ['2027-01-04', '2027-01-05'], ['15:51'])).toMatchObject({
    refusal: 'screening_overlaps',
    say: '2027-01-04 15:51 cannot be: “Tides” is in Screen 1 on 2027-01-04 from 18:00 to 20:10.',
  })
  // All or none: the fifth has nothing either.
  const shown = { cinemaId: dublin.cinemaId, fromDay: '2027-01-05', days: 1 }
  expect(await screeningViews(store, shown)).toEqual([])
  expect(await plan(dublin, ['2027-01-04'], ['15:50'])).toMatchObject({ ok: true })
})

test('times that overlap each other are refused before anything is planned', async () => {
  expect(await plan(dublin, ['2027-01-06'], ['20:00', '22:09'])).toMatchObject({
    refusal: 'screening_overlaps',
    say: '2027-01-06 22:09 cannot be: “Tides” is in Screen 1 on 2027-01-06 from 20:00 to 22:10.',
  })
  expect(await plan(dublin, ['2027-01-06', '2027-01-06'], ['20:00'])).toMatchObject({
    refusal: 'screening_overlaps',
  })
})

test('after midnight belongs to the evening before, until 06:00', async () => {
  const made = expectAccepted(
    await plan(dublin, ['2027-01-08'], ['00:30', '05:59', '23:40'], { featureMinutes: 5 }),
  )
  const views = await screeningViews(store, { ids: made })
  expect(
    views.map(({ localDate, localTime, tradingDay, minute }) => [
      localDate,
      localTime,
      tradingDay,
      minute,
    ]),
  ).toEqual([
    ['2027-01-08', '23:40', '2027-01-08', 1420],
    ['2027-01-09', '00:30', '2027-01-08', 1470],
    ['2027-01-09', '05:59', '2027-01-08', 1799],
  ])
  // The next trading day begins at 06:00 of the same date.
  const next = await plan(dublin, ['2027-01-09'], ['06:34'])
  expect(await starts(expectAccepted(next))).toEqual(['2027-01-09T06:34:00Z'])
})

test('a time that the clock skips is refused by name; one that comes twice is the first', async () => {
  expect(await plan(dublin, ['2027-03-27'], ['01:30'])).toMatchObject({
    refusal: 'time_skipped',
    say: 'The clock in Europe/Dublin skips 01:30 on the trading day 2027-03-27.',
  })
  const autumn = await plan(dublin, ['2027-10-30'], ['01:30'], { featureMinutes: 20 })
  expect(await starts(expectAccepted(autumn))).toEqual(['2027-10-31T00:30:00Z'])
})

test('days are copied with their wall times across a change of the clock', async () => {
  const dunedin = await makeCinema(store, { name: 'Albatross', timezone: 'Pacific/Auckland' })
  const { cinemaId } = dunedin
  expectAccepted(await plan(dunedin, ['2027-09-18'], ['20:00', '02:30']))
  // In the night to the 26th the clock in Auckland goes from 02:00 to 03:00.
  const copied = await store.write((transaction) =>
    copyScreenings(transaction, { cinemaId, from: '2027-09-18', to: '2027-09-25', days: 1 }),
  )
  expect(copied).toMatchObject({
    value: {
      made: 1,
      skipped: [{ startsAt: '2027-09-26T02:30', why: 'The clock skips this time.' }],
    },
  })
  expectAccepted(await plan(dunedin, ['2027-09-19'], ['20:00']))
  const again = await store.write((transaction) =>
    copyScreenings(transaction, { cinemaId, from: '2027-09-18', to: '2027-09-25', days: 2 }),
  )
  expect(again).toMatchObject({
    value: {
      made: 1,
      skipped: [
        {
          startsAt: '2027-09-25T20:00',
          why: '“Tides” is in Screen 1 on 2027-09-25 from 20:00 to 22:10.',
        },
        { startsAt: '2027-09-26T02:30' },
      ],
    },
  })
  const shown = { cinemaId, fromDay: '2027-09-25', days: 2 }
  const views = await screeningViews(store, shown)
  expect(views.map(({ localTime, startsAt }) => [localTime, startsAt])).toEqual([
    ['20:00', '2027-09-25T08:00:00Z'],
    ['20:00', '2027-09-26T07:00:00Z'],
  ])
})

test('of two who plan the same hour at once exactly one does, thirty times', async () => {
  for (let round = 0; round < 30; round++) {
    const day = Temporal.PlainDate.from('2027-05-01').add({ days: round }).toString()
    const outcomes = await Promise.all([
      plan(dublin, [day], ['19:00', '21:30']),
      plan(dublin, [day], ['21:00', '18:30']),
      plan(dublin, [day], ['20:30']),
    ])
    const made = outcomes.filter(({ ok }) => ok)
    expect(made).toHaveLength(1)
    for (const outcome of outcomes) {
      if (!outcome.ok) expect(outcome.say).toContain(`is in Screen 1 on ${day}`)
    }
  }
})

test('of two who bypass our lock PostgreSQL lets the second wait, and refuses it', async () => {
  const [id = 0n] = expectAccepted(await plan(dublin, ['2027-02-01'], ['20:00']))
  const copy = `insert into screening (organisation_id, cinema_id, auditorium_id, seat_plan_id, film_id,
      release_id, price_card_id, starts_at, trailers_minutes, feature_minutes, cleaning_minutes,
      occupies, trading_day)
    select organisation_id, cinema_id, auditorium_id, seat_plan_id, film_id, release_id,
      price_card_id, starts_at + interval '4 hours', trailers_minutes, feature_minutes,
      cleaning_minutes, tstzrange(starts_at + interval '4 hours', starts_at + interval '5 hours'),
      trading_day from screening where id = $1`
  const inserted = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const first = store.write(async (transaction) => {
    await transaction.run(copy, id)
    inserted.resolve()
    await mayCommit.promise
  })
  await inserted.promise
  const second = store.write((transaction) => transaction.run(copy, id))
  const refused = expect(second).rejects.toMatchObject({
    code: '23P01',
    constraint: 'screening_overlap',
  })
  mayCommit.resolve()
  await first
  await refused
})

test('copied into the short night of spring, what would now overlap is left out', async () => {
  const short = await makeCinema(store, { name: 'Short night' })
  const { cinemaId } = short
  expectAccepted(await plan(short, ['2027-03-20'], ['23:30', '02:00']))
  const copied = await store.write((transaction) =>
    copyScreenings(transaction, { cinemaId, from: '2027-03-20', to: '2027-03-27', days: 1 }),
  )
  expect(copied).toMatchObject({
    value: {
      made: 1,
      skipped: [
        {
          startsAt: '2027-03-28T02:00',
          why: '“Tides” is in Screen 1 on 2027-03-27 from 23:30 to 2027-03-28 02:40.',
        },
      ],
    },
  })
})

test('a planned screening moves, to another auditorium too; one on sale stays where it is', async () => {
  const { cinemaId } = dublin
  const [early = 0n, late = 0n] = expectAccepted(
    await plan(dublin, ['2027-02-02'], ['18:00', '21:00']),
  )
  const move = (id: bigint, to: Parameters<typeof moveScreening>[2]) =>
    store.write((transaction) => moveScreening(transaction, id, to))
  expect(await move(early, { startsAt: '2027-02-02T19:00:00Z' })).toMatchObject({
    refusal: 'screening_overlaps',
    say: '2027-02-02 19:00 cannot be: “Tides” is in Screen 1 on 2027-02-02 from 21:00 to 23:10.',
  })
  // It is never in its own way.
  expect(await move(early, { startsAt: '2027-02-02T18:10:00Z' })).toMatchObject({ ok: true })
  expect(await move(early, { startsAt: '2027-02-02T18:10:30Z' })).toMatchObject({
    refusal: 'screening_unusable',
  })
  const other = expectAccepted(
    await store.write((transaction) => addAuditorium(transaction, { cinemaId, name: 'Screen 2' })),
  )
  expect(await move(early, { auditoriumId: other })).toMatchObject({ refusal: 'plan_unknown' })
  const { plan: drawn } = expectAccepted(
    readPlanFile(new TextEncoder().encode('row,number\nB,1\n')),
  )
  await store.write((transaction) =>
    savePlan(transaction, { auditoriumId: other, basedOn: 0, plan: drawn }),
  )
  expect(
    await move(early, { auditoriumId: other, startsAt: '2027-02-03T01:00:00Z' }),
  ).toMatchObject({
    ok: true,
  })
  const [view] = await screeningViews(store, { ids: [early] })
  expect(view).toMatchObject({ auditorium: 'Screen 2', tradingDay: '2027-02-02', seats: 1 })
  await store.write((transaction) => publishScreenings(transaction, [late]))
  expect(await move(late, { startsAt: '2027-02-02T12:00:00Z' })).toMatchObject({
    refusal: 'screening_not_planned',
  })
  const remove = (id: bigint) => store.write((transaction) => removeScreening(transaction, id))
  expect(await remove(late)).toMatchObject({ refusal: 'screening_not_planned' })
  expect(await remove(early)).toMatchObject({ ok: true })
  expect(await remove(early)).toMatchObject({ refusal: 'screening_unknown' })
})

test('a screening goes on sale once, with the newest plan; cancelled, its hour is free again', async () => {
  const [id = 0n] = expectAccepted(await plan(dublin, ['2027-02-04'], ['20:00']))
  const { plan: larger } = expectAccepted(
    readPlanFile(new TextEncoder().encode('row,number\nA,1\nA,2\nA,3\n')),
  )
  const { auditoriumId } = dublin
  await store.write((transaction) =>
    savePlan(transaction, { auditoriumId, basedOn: 1, plan: larger }),
  )
  const publish = () => store.write((transaction) => publishScreenings(transaction, [id, 999_999n]))
  expect(await publish()).toEqual([id])
  expect(await publish()).toEqual([])
  const [view] = await screeningViews(store, { ids: [id] })
  expect(view).toMatchObject({ status: 'on_sale', seats: 3 })
  const cancel = (one: bigint) =>
    store.write((transaction) => markCancelled(transaction, one, ' Projector\nbroken '))
  expect(await cancel(id)).toMatchObject({ ok: true })
  expect(await cancel(id)).toMatchObject({ refusal: 'screening_cancelled' })
  expect(await cancel(999_999n)).toMatchObject({ refusal: 'screening_unknown' })
  expect(await screeningById(store, id)).toMatchObject({ cancelReason: 'Projector broken' })
  expect(await publish()).toEqual([])
  expect(await plan(dublin, ['2027-02-04'], ['20:00'])).toMatchObject({ ok: true })
})

test('what is of another organisation is unknown here', async () => {
  const other = await makeCinema(store, { name: 'Ferry' })
  const on = (more: Partial<ScreeningsSaid>) => plan(dublin, ['2027-02-05'], ['20:00'], more)
  expect(await on({ releaseId: other.releaseId })).toMatchObject({ refusal: 'release_unknown' })
  expect(await on({ priceCardId: other.priceCardId })).toMatchObject({
    refusal: 'price_card_unknown',
  })
  expect(await on({ auditoriumId: other.auditoriumId })).toMatchObject({
    refusal: 'auditorium_unknown',
  })
  expect(await on({ cinemaId: 999_999 })).toMatchObject({ refusal: 'cinema_unknown' })
  expect(await on({ days: ['2027-02-30'] })).toMatchObject({ refusal: 'screening_unusable' })
  expect(await on({ times: ['24:00'] })).toMatchObject({ refusal: 'screening_unusable' })
  expect(await on({ times: [] })).toMatchObject({ refusal: 'screening_unusable' })
})

test('an organisation goes with its programme', async () => {
  const gone = await makeCinema(store, { name: 'Gone' })
  const made = expectAccepted(await plan(gone, ['2027-02-05'], ['20:00']))
  await store.write((transaction) => removeOrganisation(transaction, gone.organisationId))
  expect(await screeningViews(store, { ids: made })).toEqual([])
})
