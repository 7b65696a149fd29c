import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReconcileRequest } from '#collate'
import { drill, reconcile, restatements } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import { namedFilmIds, sourceId } from '#programme'
import type { Engined } from '#server'
import { openTestHouse } from '#test'
import { addCinema, addOrganisation } from '#venues'
import { factTableShape } from '#warehouse'
import { factId, factRow, namedColumns } from '../src/figures/collate/fact-row.ts'
import type { BoxOfficeSaid, Said, TicketSaid } from '../src/figures/collate/said.ts'

let house: Engined
let owner = 0
let cinema = 0
let batches = 0

beforeAll(async () => {
  house = await openTestHouse()
  await house.store.write(async (transaction) => {
    owner = await addOrganisation(transaction, { name: 'The Art', sample: false })
    cinema = await addCinema(transaction, {
      organisationId: owner,
      name: 'The Art',
      timezone: 'America/Chicago',
      currency: 'USD',
      dayStartsAt: 6,
      live: false,
    })
  })
})
afterAll(() => house.close())

/** Puts facts into the warehouse as an import of that name would. */
async function give(name: string, said: readonly Said[]): Promise<void> {
  const films = said.flatMap((one) => ('film' in one && one.film ? [one.film] : []))
  const { source, ids } = await house.store.write(async (transaction) => ({
    source: await sourceId(transaction, { organisationId: owner, kind: 'file', name }),
    ids: await namedFilmIds(transaction, { organisationId: owner, reported: true }, films),
  }))
  const identity = {
    owner,
    source,
    cinema,
    currency: 'USD',
    film: ({ title, toldApart = '' }: { title: string; toldApart?: string }) =>
      ids.get(`${title}\u001f${toldApart}`) ?? 0,
    room: () => 0,
    namedCinema: () => cinema,
  }
  for (const table of ['ticket', 'box_office', 'concession'] as const) {
    const shape = factTableShape(table)
    const rows = said
      .filter((one) => one.table === table)
      .map((one) => JSON.stringify(namedColumns(factRow(one, identity, factId(one, 1)), shape)))
    if (rows.length === 0) continue
    batches++
    await house.warehouse.insert({ table, token: `test-${batches}`, body: `${rows.join('\n')}\n` })
  }
}

type Ticket = Partial<TicketSaid> & { readonly title: string; readonly day: string }

/** A line of tickets; 8 in the evening in Chicago unless said. */
function tickets({ title, day, ...rest }: Ticket): TicketSaid {
  const startsAtSeconds = Date.parse(`${day}T20:00:00-05:00`) / 1000
  const line = {
    table: 'ticket' as const,
    key: '',
    film: { title },
    ticketType: 'Adult',
    kind: 'sale' as const,
    quantity: 1,
    priceMinor: 1_000n,
    startsAtSeconds,
    tradingDay: day,
    startHour: 20,
    ...rest,
  }
  const { quantity, priceMinor, ticketType, kind } = line
  const key = [title, line.startsAtSeconds, ticketType, quantity, priceMinor, kind].join('|')
  return { ...line, key }
}

type Reported = Partial<BoxOfficeSaid> & { readonly title: string; readonly value: string }

function reported({ title, toldApart, ...rest }: Reported & { toldApart?: string }): BoxOfficeSaid {
  const said = {
    table: 'box_office' as const,
    key: '',
    territory: '',
    film: { title, ...(toldApart !== undefined && { toldApart }) },
    kind: 'undated' as const,
    measure: 'gross' as const,
    ...rest,
  }
  const key = [title, toldApart, said.kind, said.firstDay, said.measure].join('|')
  return { ...said, key }
}

const BY_FILM = { metric: 'gross', by: ['film'] } as const

async function laid(request: Partial<ReconcileRequest> & { left: string; right: string }) {
  return expectAccepted(await reconcile(house, LOCAL_OWNER, { ...BY_FILM, ...request }))
}

const money = (minor: number) => ({ minor: String(minor), currency: 'USD' })

test('tickets beside an undated report: what agrees, differs, and stands on one side', async () => {
  await give('Till', [
    tickets({ title: 'Agreeing', day: '2018-04-13', quantity: 3, priceMinor: 2_850n }),
    tickets({ title: 'Blank', day: '2018-04-13', quantity: 2, priceMinor: 1_700n }),
    // One screening is missing over there.
    tickets({ title: 'Orbit of Ida', day: '2018-04-13', quantity: 5, priceMinor: 4_925n }),
    tickets({ title: 'Orbit of Ida', day: '2018-04-14', quantity: 5, priceMinor: 4_175n }),
    tickets({ title: 'Orbit of Ida', day: '2018-04-15', quantity: 1, priceMinor: 975n }),
    // Passes cost nothing here and 8.00 there.
    ...['Harbour Lights', 'Night Ferry'].flatMap((title, at) => [
      tickets({ title, day: '2019-03-03', quantity: 9, priceMinor: 9_000n }),
      tickets({ title, day: '2019-03-03', ticketType: 'Pass', quantity: 4 + at, priceMinor: 0n }),
    ]),
    tickets({ title: 'For Nothing', day: '2019-03-05', quantity: 20, priceMinor: 0n }),
    tickets({ title: 'The Weir Keeper', day: '2019-03-05', quantity: 4, priceMinor: 3_775n }),
  ])
  await give('Gross report', [
    reported({ title: 'Agreeing', value: '2850' }),
    reported({ title: 'Blank ', value: '1700' }),
    reported({ title: 'Orbit of Ida', value: '5900' }),
    reported({ title: 'Harbour Lights', value: '12200' }),
    reported({ title: 'Night Ferry', value: '13000' }),
    reported({ title: 'Women on Top: The Weir Keeper', value: '3800' }),
  ])
  const found = await laid({ left: 'till', right: 'gross' })
  expect(found).toMatchObject({ agree: 2, differ: 3, leftOnly: 2, rightOnly: 1, currency: 'USD' })
  expect(found.sums).toMatchObject({ differ: money(11_375), agree: money(4_550) })
  const row = (film: string) => found.rows.find((one) => one.film === film)
  expect(row('Orbit of Ida')).toMatchObject({
    left: money(10_075),
    right: money(5_900),
    difference: money(-4_175),
    state: 'differs',
  })
  const said = (film: string) => row(film)?.causes.map(({ say }) => say)
  expect(said('Orbit of Ida')).toContain(
    'The screening of 2018-04-14 20:00 has 41.75 USD on the left: just what the right is without.',
  )
  expect(said('Harbour Lights')).toEqual([
    '4 “Pass” tickets cost nothing on the left. At 8.00 USD each they make the difference; so it is in 2 rows.',
  ])
  expect(said('Blank')).toEqual(['Only blanks in the name differ: “Blank” left, “Blank␣” right.'])
  expect(said('For Nothing')).toEqual([
    'Every ticket on the left was free (20): nothing was taken that the right could list.',
  ])
  expect(said('The Weir Keeper')).toEqual([
    'The right has “Women on Top: The Weir Keeper” (38.00 USD), which stands there only: the same name but for what stands before it, perhaps a series.',
  ])
  const seen = expectAccepted(
    await drill(house, LOCAL_OWNER, {
      ...BY_FILM,
      left: 'till',
      right: 'gross',
      filmIds: (row('Orbit of Ida')?.filmIds ?? []).map(Number),
    }),
  )
  expect(seen.left.days).toHaveLength(3)
  expect(seen.left.types).toEqual([
    { name: 'Adult', gross: money(10_075), admissions: 11, free: 0 },
  ])
  expect(seen.right.days).toEqual([])
})

const day = (title: string, date: string, value: number, kind: 'day' | 'to_date' = 'day') =>
  reported({
    title,
    value: String(value),
    kind,
    territory: 'US',
    lastDay: date,
    firstDay: date,
  })

test('every restated total is listed, with the likely cause, none merged', async () => {
  const days = (title: string, figures: readonly (readonly [string, number, number])[]) =>
    figures.flatMap(([date, value, total]) => [
      day(title, date, value),
      day(title, date, total, 'to_date'),
    ])
  await give('Daily', [
    ...days('Steady', [
      ['2018-06-01', 500, 500],
      ['2018-06-02', 700, 1_200],
    ]),
    // Two days without a figure; then a fall of just the second of June; then that undone.
    ...days('Restated', [
      ['2018-06-01', 1_000, 9_000],
      ['2018-06-02', 300, 9_300],
      ['2018-06-05', 200, 10_000],
      ['2018-06-06', 100, 9_800],
      ['2018-06-07', 100, 10_200],
      ['2018-06-08', 50, 10_200],
    ]),
  ])
  const found = expectAccepted(
    await restatements(house, LOCAL_OWNER, { source: 'Daily', metric: 'gross' }),
  )
  expect(found).toMatchObject({ totals: 8, followed: 6, count: 4, nextDay: 3, falls: 1 })
  expect(found).toMatchObject({ added: money(800), taken: money(-350) })
  const short = found.rows.map(({ film, day: on, amount, cause, falls, daysMissing }) => {
    return [film, on, amount, cause, falls, daysMissing]
  })
  expect(short).toEqual([
    ['Restated', '2018-06-05', money(500), 'days_missing', false, 2],
    ['Restated', '2018-06-06', money(-300), 'earlier_day_taken_back', true, 0],
    ['Restated', '2018-06-07', money(300), 'put_right', false, 0],
    ['Restated', '2018-06-08', money(-50), 'day_left_out', false, 0],
  ])
  const beside = await laid({ left: 'Daily', right: 'Daily', rightKind: 'to_date' })
  expect(beside).toMatchObject({ agree: 1, differ: 1 })
  expect(beside.rows[0]).toMatchObject({ film: 'Restated', difference: money(8_450) })
  expect(beside.rows[0]?.causes.map(({ id, figures }) => [id, figures['amount']])).toEqual([
    ['before_first_total', money(8_000)],
    ['restated', money(450)],
  ])
})

test('weeks are laid beside the days that fall into them, by film and by period', async () => {
  const week = (title: string, first: string, last: string, value: number) =>
    reported({ title, value: String(value), kind: 'week', firstDay: first, lastDay: last })
  await give('Counter', [
    tickets({ title: 'Kestrel', day: '2020-01-03', priceMinor: 1_000n }),
    tickets({ title: 'Kestrel', day: '2020-01-09', priceMinor: 2_000n }),
    tickets({ title: 'Kestrel', day: '2020-01-10', priceMinor: 4_000n }),
    tickets({ title: 'Kestrel', day: '2020-02-01', priceMinor: 8_000n }),
  ])
  await give('Weeks', [
    week('Kestrel', '2020-01-03', '2020-01-09', 3_000),
    week('Kestrel', '2020-01-10', '2020-01-16', 5_000),
  ])
  const whole = await laid({ left: 'Counter', right: 'Weeks' })
  expect(whole.rows).toMatchObject([{ left: money(7_000), right: money(8_000) }])
  const byPeriod = await laid({ left: 'Counter', right: 'Weeks', by: ['film', 'period'] })
  expect(byPeriod.rows).toMatchObject([
    { from: '2020-01-10', to: '2020-01-16', difference: money(1_000), state: 'differs' },
    { from: '2020-01-03', to: '2020-01-09', difference: money(0), state: 'agree' },
  ])
  // What falls into no period of theirs is not hidden.
  expect(byPeriod.causes.map(({ say }) => say)).toEqual([
    'On days that fall into no period of the right, the left has 80.00 USD; it is not laid out.',
  ])
  const cannot = await reconcile(house, LOCAL_OWNER, {
    ...{ ...BY_FILM, by: ['day'] as const },
    left: 'Counter',
    right: 'Weeks',
  })
  expect(cannot).toMatchObject({
    ok: false,
    refusal: 'days_not_stated',
    choices: ['film', 'cinema', 'period'],
  })
})

test('refunds, fees, tax and concessions that one side counts and the other does not', async () => {
  const on = '2021-05-01'
  await give('Box office', [
    tickets({ title: 'Refunded', day: on, quantity: 4, priceMinor: 4_000n }),
    tickets({ title: 'Refunded', day: on, kind: 'refund', quantity: -1, priceMinor: -1_000n }),
    tickets({ title: 'With fees', day: on, quantity: 4, priceMinor: 4_000n, feeOnlineMinor: 240n }),
    tickets({ title: 'Without tax', day: on, quantity: 4, priceMinor: 4_000n, taxMinor: 330n }),
    tickets({ title: 'With popcorn', day: '2021-05-02', quantity: 4, priceMinor: 4_000n }),
    {
      table: 'concession',
      key: 'popcorn',
      soldAtSeconds: Date.parse('2021-05-02T19:50:00-05:00') / 1000,
      soldDay: '2021-05-02',
      product: 'Popcorn',
      productGroup: '',
      priceType: '',
      channel: '',
      payment: '',
      orderReference: '',
      quantity: 1,
      priceMinor: 650n,
      taxMinor: 0n,
    },
  ])
  await give('Accounts', [
    reported({ title: 'Refunded', value: '4000' }),
    reported({ title: 'With fees', value: '4240' }),
    reported({ title: 'Without tax', value: '3670' }),
    reported({ title: 'With popcorn', value: '4650' }),
  ])
  const found = await laid({ left: 'Box office', right: 'Accounts' })
  const first = found.rows.map(({ film, causes }) => [film, causes[0]?.id])
  expect(Object.fromEntries(first)).toEqual({
    Refunded: 'refunds',
    'With fees': 'fees',
    'Without tax': 'tax',
    'With popcorn': 'concessions',
  })
})

test('a source that is not there, or has no such figures, is refused with the choices', async () => {
  const refused = async (request: Partial<ReconcileRequest>) => {
    const whole = { ...BY_FILM, left: 'Till', right: 'Gross report', ...request }
    return reconcile(house, LOCAL_OWNER, whole)
  }
  const unknown = await refused({ left: 'Nobody' })
  expect(unknown).toMatchObject({ ok: false, refusal: 'source_unknown' })
  expect(unknown).toMatchObject({ choices: expect.arrayContaining(['Till', 'Gross report']) })
  expect(await refused({ metric: 'admissions' })).toMatchObject({
    refusal: 'source_has_no_figures',
    choices: ['gross'],
  })
  expect(await refused({ rightKind: 'week' })).toMatchObject({
    refusal: 'figures_of_no_kind',
    choices: ['undated'],
  })
  expect(await refused({ right: 'Daily', rightKind: 'to_date', from: '2018-01-01' })).toMatchObject(
    {
      refusal: 'days_not_stated',
    },
  )
})
