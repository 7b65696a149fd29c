import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccepted, silentLog, systemClock } from '#kernel'
import type { Store } from '#store'
import { openStore, STORE_MIGRATIONS } from '#store'
import {
  addAuditorium,
  addOrganisation,
  auditoria,
  endOutOfOrder,
  openCinema,
  outOfOrder,
  planVersions,
  savedPlan,
  savePlan,
  takeOutOfOrder,
  VENUES_MIGRATIONS,
} from './index.ts'
import type { SeatPlan } from './seat-plan.ts'
import { EMPTY_PLAN } from './seat-plan.ts'
import { editPlan } from './seat-plan-edit.ts'

let folder: string
let store: Store
let cinemaId: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seat-plan-'))
  // As root, PostgreSQL runs as another user, who has to pass.
  chmodSync(folder, 0o711)
  store = await openStore({
    dataFolder: join(folder, 'data'),
    migrations: [...STORE_MIGRATIONS, ...VENUES_MIGRATIONS],
    log: silentLog,
    clock: systemClock,
  })
  const cinema = { name: 'Lantern', timezone: 'Europe/Dublin', currency: 'EUR' }
  cinemaId = await store.write(async (transaction) => {
    const own = { name: 'Your cinema', sample: false }
    const organisationId = await addOrganisation(transaction, own)
    return expectAccepted(await openCinema(transaction, { organisationId, ...cinema }))
  })
})
afterAll(async () => {
  await store?.close()
  rmSync(folder, { recursive: true, force: true })
})

function drawn(seats: number): SeatPlan {
  const numbering = { from: 'left', start: 1, step: 1 } as const
  const [from, to] = [
    { x: 0, y: 0 },
    { x: seats - 1, y: 0 },
  ]
  const row = { do: 'add-row', row: 'A', area: 'Standard', from, to, numbering } as const
  return expectAccepted(editPlan(EMPTY_PLAN, row))
}

async function newAuditorium(name: string): Promise<number> {
  return store.write(async (transaction) => {
    return expectAccepted(await addAuditorium(transaction, { cinemaId, name }))
  })
}

const save = (auditoriumId: number, basedOn: number, plan: unknown) =>
  store.write((transaction) => savePlan(transaction, { auditoriumId, basedOn, plan }))

test('an auditorium is added once under its name, and in a cinema that is there', async () => {
  await newAuditorium('Screen 1')
  const again = store.write((transaction) =>
    addAuditorium(transaction, { cinemaId, name: ' Screen  1 ' }),
  )
  expect(await again).toMatchObject({ refusal: 'name_taken' })
  const nowhere = store.write((transaction) =>
    addAuditorium(transaction, { cinemaId: 4_000, name: 'Screen 1' }),
  )
  expect(await nowhere).toMatchObject({ refusal: 'cinema_unknown' })
  expect(await auditoria(store, cinemaId)).toMatchObject([
    { name: 'Screen 1', version: 0, seats: 0 },
  ])
})

test('saving makes the next version, and the one before stays as it was', async () => {
  const id = await newAuditorium('Versions')
  expect(await save(id, 0, drawn(4))).toMatchObject({ value: { version: 1, seats: 4 } })
  expect(await save(id, 1, drawn(6))).toMatchObject({ value: { version: 2, seats: 6 } })
  expect(await save(id, 2, drawn(6))).toMatchObject({ value: { version: 2 } })
  expect((await planVersions(store, id)).map(({ version }) => version)).toEqual([2, 1])
  expect((await savedPlan(store, id, 1))?.plan).toEqual(drawn(4))
  expect((await savedPlan(store, id))?.plan).toEqual(drawn(6))
  const tamper = store.write((transaction) =>
    transaction.run('update seat_plan set seats = 9 where auditorium_id = $1', id),
  )
  await expect(tamper).rejects.toThrow('never changes')
})

test('of two who drew on the same version, one saves and the other is told', async () => {
  const id = await newAuditorium('Contested')
  await save(id, 0, drawn(3))
  const outcomes = await Promise.all([save(id, 1, drawn(4)), save(id, 1, drawn(5))])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: 'plan_changed' })
  expect(await planVersions(store, id)).toHaveLength(2)
})

test('an unsound plan is not saved', async () => {
  const id = await newAuditorium('Unsound')
  const { seats } = drawn(2)
  const plan = { ...EMPTY_PLAN, seats: [...seats, ...seats] }
  expect(await save(id, 0, plan)).toMatchObject({ refusal: 'seat_twice' })
  expect(await save(id, 0, EMPTY_PLAN)).toMatchObject({ refusal: 'plan_empty' })
  expect(await save(5_000, 0, drawn(2))).toMatchObject({ refusal: 'auditorium_unknown' })
  expect(await savedPlan(store, id)).toBeUndefined()
})

test('a seat is out of order for a period, or until it is mended', async () => {
  const id = await newAuditorium('Broken')
  await save(id, 0, drawn(4))
  const [from, to] = ['2026-11-23T00:00:00Z', '2026-11-25T00:00:00Z']
  const take = (seats: readonly string[], until?: string) =>
    store.write((transaction) =>
      takeOutOfOrder(transaction, { auditoriumId: id, seats, from, to: until, reason: 'Spring' }),
    )
  expect(await take(['A1', 'A2'], to)).toEqual({ ok: true, value: 2 })
  expect(await take(['A3'])).toEqual({ ok: true, value: 1 })
  expect(await take(['A1', 'Z9'])).toMatchObject({ refusal: 'seat_unknown' })
  expect(await take(['A1'], '2026-11-22T00:00:00Z')).toMatchObject({ refusal: 'period_unusable' })
  expect(await take(['A1'], 'soon')).toMatchObject({ refusal: 'period_unusable' })
  const at = (text: string) => outOfOrder(store, id, Temporal.Instant.from(text))
  expect((await at('2026-11-24T00:00:00Z')).map(({ seat }) => seat)).toEqual(['A1', 'A2', 'A3'])
  const [open] = await at(to)
  expect(open).toMatchObject({ seat: 'A3', reason: 'Spring' })
  const end = () => store.write((transaction) => endOutOfOrder(transaction, Number(open?.id)))
  expect(await end()).toMatchObject({ ok: true })
  expect(await end()).toMatchObject({ refusal: 'period_unknown' })
})
