import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import type { Store } from '#store'
import { addPriceCard, priceCards, supersedeTariff, tariffById, tariffInForce } from './index.ts'
import type { TariffLineSaid } from './tariff-line.ts'
import { readTariffLines } from './tariff-line.ts'
import type { TestCinema } from './testing-cinema.ts'
import { adult, makeCinema, openTestStore } from './testing-cinema.ts'

let store: Store
let close: () => Promise<void>
let cinema: TestCinema

beforeAll(async () => {
  const opened = await openTestStore()
  store = opened.store
  close = opened.close
  cinema = await makeCinema(store, { name: 'Lantern' })
}, 60_000)
afterAll(() => close())

const TAX = { taxName: 'VAT', taxBasisPoints: 900 }

async function newCard(name: string, lines = [adult(1_000n)], currency = 'EUR') {
  const { organisationId } = cinema
  const card = { organisationId, name, currency, ...TAX, lines }
  return store.write((transaction) => addPriceCard(transaction, card))
}

function supersede(
  priceCardId: number,
  basedOn: number,
  lines: readonly TariffLineSaid[],
  inForceFrom?: string,
) {
  const said = { priceCardId, basedOn, ...TAX, lines, inForceFrom }
  return store.write((transaction) => supersedeTariff(transaction, said))
}

const moment = (aheadMs: number) => new Date(Date.now() + aheadMs).toISOString()

test('a price card is superseded; what was sold on keeps its version', async () => {
  const id = expectAccepted(await newCard('Weekdays'))
  const first = await tariffInForce(store, id)
  expect(first).toMatchObject({ version: 1, currency: 'EUR', lines: [{ priceMinor: 1_000n }] })
  expect(await supersede(id, 1, [adult(1_200n)])).toEqual({ ok: true, value: 2 })
  expect(await tariffInForce(store, id)).toMatchObject({ version: 2 })
  expect(await tariffById(store, first?.id ?? 0)).toEqual(first)
  expect(await supersede(id, 1, [adult(900n)])).toMatchObject({
    refusal: 'tariff_changed',
    say: 'Version 2 was made since version 1 was opened.',
  })
  expect(await supersede(999_999, 1, [])).toMatchObject({ refusal: 'price_card_unknown' })
  expect(await tariffById(store, 999_999)).toBeUndefined()
  expect(await tariffInForce(store, 999_999)).toBeUndefined()
})

test('of several who supersede the same version at once one does', async () => {
  const id = expectAccepted(await newCard('Contested'))
  const outcomes = await Promise.all(
    [1, 2, 3, 4, 5].map((euros) => supersede(id, 1, [adult(BigInt(euros) * 100n)])),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))
  expect(refusals).toEqual(Array(4).fill('tariff_changed'))
})

test('a version to come is in force from its moment on; the latest of one moment counts', async () => {
  const id = expectAccepted(await newCard('Holidays'))
  const soon = moment(1_500)
  expectAccepted(await supersede(id, 1, [adult(1_500n)], soon))
  expectAccepted(await supersede(id, 2, [adult(1_600n)], soon))
  expect(await tariffInForce(store, id)).toMatchObject({ version: 1 })
  const [card] = (await priceCards(store, cinema.organisationId)).filter((one) => one.id === id)
  expect(card).toMatchObject({ inForce: 1, tariff: { version: 3 } })
  expect(card?.versions.map(({ version }) => version)).toEqual([3, 2, 1])
  await expect
    .poll(async () => (await tariffInForce(store, id))?.version, { timeout: 5_000 })
    .toBe(3)
  const past = await supersede(id, 3, [adult(1n)], moment(-60_000))
  expect(past).toMatchObject({ refusal: 'period_unusable' })
  expect(await supersede(id, 3, [], 'tomorrow')).toMatchObject({ refusal: 'period_unusable' })
  const far = await supersede(id, 3, [], moment(800 * 86_400_000))
  expect(far).toMatchObject({ refusal: 'period_unusable' })
})

test('a card that ended has no prices, and can begin again', async () => {
  const id = expectAccepted(await newCard('Matinee'))
  expectAccepted(await supersede(id, 1, []))
  expect(await tariffInForce(store, id)).toMatchObject({ version: 2, lines: [] })
  expectAccepted(await supersede(id, 2, [adult(700n)]))
  expect(await tariffInForce(store, id)).toMatchObject({ version: 3, lines: [{}] })
})

test('PostgreSQL itself refuses to change a tariff, to take it away, to change its currency', async () => {
  const changes = [
    'update tariff set lines = $1',
    'update tariff set tax_basis_points = 0 where $1::text is not null',
    'update tariff set in_force_from = now() where $1::text is not null',
  ]
  for (const sql of changes) {
    await expect(store.write((transaction) => transaction.run(sql, '[]'))).rejects.toThrow(
      'a tariff never changes',
    )
  }
  const run = (sql: string) => store.write((transaction) => transaction.run(sql))
  await expect(run('delete from tariff')).rejects.toThrow('a tariff is never taken away')
  await expect(run("update price_card set currency = 'USD'")).rejects.toThrow('keeps its currency')
  await run('update price_card set currency = currency')
})

test('a card is in a currency that a cinema trades in, under a name of its own', async () => {
  expect(await newCard('Yen', [], 'JPY')).toMatchObject({
    refusal: 'currency_unknown',
    choices: ['EUR'],
  })
  expect(await newCard(' Every  day ')).toMatchObject({ refusal: 'name_taken' })
  expect(await newCard(' ')).toMatchObject({ refusal: 'name_unusable' })
  expect(await newCard('x\u0000y')).toMatchObject({ refusal: 'name_unusable' })
})

const LINES: readonly [string, Partial<TariffLineSaid>][] = [
  ['the price is not in EUR', { price: { minor: 1n, currency: 'USD' } }],
  ['the price is less than nothing', { price: { minor: -1n, currency: 'EUR' } }],
  ['the online fee is less than nothing', { feeOnline: { minor: -1n, currency: 'EUR' } }],
  ['the price is more than any seat', { price: { minor: 10n ** 18n, currency: 'EUR' } }],
  ['a ticket type has', { ticketType: ' ' }],
  ['a ticket type has', { ticketType: 'x'.repeat(41) }],
  ['weekdays are 1', { weekdays: [0] }],
  ['weekdays are 1', { weekdays: [8] }],
  ['weekdays are 1', { weekdays: [1.5] }],
  ['weekdays are 1', { weekdays: [1, 1] }],
  ['weekdays are 1', { weekdays: [] }],
  ['minutes of the trading day', { minutes: { from: -1, to: 10 } }],
  ['minutes of the trading day', { minutes: { from: 0, to: 2_161 } }],
  ['minutes of the trading day', { minutes: { from: 600, to: 600 } }],
  ['areas names 1 to', { areas: [] }],
  ['formats names 1 to', { formats: ['2D', ' 2D'] }],
  ['channels names 1 to', { channels: [''] }],
]

test.each(LINES)('a line is refused: %s', (say, wrong) => {
  const outcome = readTariffLines([adult(1n), adult(1n, wrong)], 'EUR')
  expect(outcome).toMatchObject({ refusal: 'tariff_unusable' })
  expect(outcome.ok ? '' : outcome.say).toContain(`Line 2: ${say}`)
})

test('200 lines are a tariff, 201 are none; the largest amounts come back as they were', async () => {
  const most = 1_000_000_000_000n
  const lines = Array.from({ length: 200 }, () =>
    adult(most, { weekdays: [7, 1], minutes: { from: 0, to: 2_160 } }),
  )
  const id = expectAccepted(await newCard('Many', lines))
  const tariff = await tariffInForce(store, id)
  expect(tariff?.lines).toHaveLength(200)
  expect(tariff?.lines[0]).toMatchObject({ priceMinor: most, weekdays: [1, 7] })
  expect(await newCard('Too many', [...lines, adult(1n)])).toMatchObject({
    refusal: 'tariff_unusable',
  })
})
