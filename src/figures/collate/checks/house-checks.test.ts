import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendFacts, fixBatch, markFailed, retryFailedBatches } from '#store'
import { heardFrom } from '#venues'
import { absurdDates } from './absurd-dates.ts'
import { checkImport } from './check-import.ts'
import { lastRun } from './check-run-store.ts'
import { feedLate } from './feed-late.ts'
import { filesLate } from './files-late.ts'
import { acceptFinding, findingViews } from './finding-store.ts'
import { aggregatesDiffer, batchesAside } from './house-checks.ts'
import {
  importFailed,
  quarantinedShare,
  quarantineWaiting,
  takenBack,
  withdrawalWaits,
} from './import-checks.ts'
import { sameFileAgain } from './same-file-again.ts'
import { siteGap } from './site-gap.ts'
import type { Figures } from './testing-figures.ts'
import { daysFrom, openFigures } from './testing-figures.ts'

let figures: Figures
beforeAll(async () => {
  figures = await openFigures()
})
afterAll(() => figures.close())

const ADD_FILE = `insert into source_file (sha256, bytes, name) values ($1, 100, 'x') returning id`
const ADD_IMPORT = `
  insert into import (organisation_id, cinema_id, source_id, source_file_id, file_name, layout,
    layout_version, state, say, read, accepted, duplicate, quarantined, withdrawn, withdrawal_due,
    first_day, last_day, created_at)
  values ($1, $2, $3, $4, $5, 'x', 1, $6, $7, $8::bigint + $9::bigint + $10::bigint, $8, $9, $10, $11,
    $12, $13, $14,
    coalesce($15::timestamptz, now()))
  returning id`

type Planted = {
  readonly cinema: number
  readonly source: number
  readonly file?: string
  readonly name?: string
  readonly state?: 'done' | 'failed'
  readonly say?: string
  readonly accepted?: number
  readonly duplicate?: number
  readonly waiting?: number
  readonly reason?: string
  readonly withdrawn?: number
  readonly withdrawalDue?: boolean
  readonly days?: readonly [string, string]
  readonly at?: string
}

let files = 0

/** An import as it stands when it has ended, with rows waiting in quarantine. */
async function plant(one: Planted): Promise<number> {
  return figures.store.write(async (transaction) => {
    const sha256 = one.file ?? String(++files).padStart(64, '0')
    const known = await transaction.row<{ id: number }>(
      'select id from source_file where sha256 = $1',
      sha256,
    )
    const file = known ?? (await transaction.row<{ id: number }>(ADD_FILE, sha256))
    const { waiting = 0, days = [null, null] } = one
    const row = await transaction.row<{ id: number }>(
      ADD_IMPORT,
      figures.owner,
      one.cinema,
      one.source,
      file?.id,
      one.name ?? 'till.csv',
      one.state ?? 'done',
      one.say ?? null,
      one.accepted ?? 1_000,
      one.duplicate ?? 0,
      waiting,
      one.withdrawn ?? 0,
      one.withdrawalDue ?? false,
      ...days,
      one.at ?? null,
    )
    const quarantine = `insert into quarantine (import_id, line, reason, say, raw)
      select $1, n + 1, $3, 'The year is 0216.', 'raw' from generate_series(1, $2) as n`
    await transaction.run(quarantine, row?.id, waiting, one.reason ?? 'amount_unreadable')
    return row?.id ?? 0
  })
}

async function place(name: string) {
  return { cinema: await figures.cinema(name), source: await figures.source(name) }
}

test('imports in trouble: failed, many rows in quarantine, a few, taken back, waiting', async () => {
  const at = await place('Imports')
  const look = async (check: Parameters<Figures['look']>[0]) => {
    const found = await figures.look(check, { cinemaId: at.cinema })
    return found.map(({ importId, severity, values }) => ({ importId, severity, values }))
  }
  const all = [importFailed, quarantinedShare, quarantineWaiting, takenBack, withdrawalWaits]
  await plant(at)
  await plant({ ...at, duplicate: 900, withdrawn: 100 })
  for (const check of all) expect(await look(check), check.id).toEqual([])
  const failed = await plant({ ...at, state: 'failed', say: 'The disk is full.' })
  const many = await plant({ ...at, waiting: 37 })
  const few = await plant({ ...at, waiting: 3 })
  const back = await plant({ ...at, accepted: 0, duplicate: 100, withdrawn: 400 })
  const due = await plant({ ...at, waiting: 1, withdrawalDue: true })
  expect(await look(importFailed)).toMatchObject([{ importId: `${failed}`, severity: 'error' }])
  expect(await look(quarantinedShare)).toMatchObject([
    { importId: `${many}`, values: { waiting: 37, read: 1_037, share: '3.6 %' } },
  ])
  expect((await look(quarantineWaiting)).map(({ importId }) => importId).toSorted()).toEqual(
    [`${few}`, `${due}`].toSorted(),
  )
  expect(await look(takenBack)).toMatchObject([
    { importId: `${back}`, values: { withdrawn: 400, stood: 500 } },
  ])
  expect(await look(withdrawalWaits)).toMatchObject([{ importId: `${due}` }])
})

test('a failed file that is read well later is no trouble any more', async () => {
  const at = await place('Again')
  const file = 'a'.repeat(64)
  await plant({ ...at, file, state: 'failed', say: 'Cut off.' })
  expect(await figures.look(importFailed, { cinemaId: at.cinema })).toHaveLength(1)
  await plant({ ...at, file })
  expect(await figures.look(importFailed, { cinemaId: at.cinema })).toEqual([])
})

test('years that wait in quarantine are counted with their line', async () => {
  const at = await place('Years')
  const id = await plant({ ...at, waiting: 2, reason: 'year_absurd' })
  const found = await figures.look(absurdDates)
  expect(found).toMatchObject([
    { sentence: 'quarantined', importId: `${id}`, values: { count: 2, line: 2 } },
  ])
  expect(found[0]?.rows.rows[0]).toEqual([2, 'The year is 0216.', 'raw'])
  // They are no second finding of rows that wait.
  expect(await figures.look(quarantineWaiting, { cinemaId: at.cinema })).toEqual([])
})

test('the same file under another name, and in two places', async () => {
  const [at, other] = [await place('Same'), await place('Same too')]
  await plant({ ...at, name: 'april.csv' })
  expect(await figures.look(sameFileAgain)).toEqual([])
  const file = 'b'.repeat(64)
  await plant({ ...at, file, name: 'may.csv' })
  await plant({ ...at, file, name: 'june.csv', accepted: 0, duplicate: 1_000 })
  expect(await figures.look(sameFileAgain)).toMatchObject([
    { severity: 'notice', sentence: 'named', values: { file: 'may.csv', other: 'june.csv' } },
  ])
  await plant({ ...other, file, name: 'may.csv' })
  expect(await figures.look(sameFileAgain)).toMatchObject([
    { severity: 'warning', sentence: 'counted', values: { count: 1_000 } },
  ])
})

test('a file is overdue when its source usually comes sooner', async () => {
  const at = await place('Overdue')
  for (const day of daysFrom('2026-03-01', '2026-03-10')) {
    await plant({ ...at, at: `${day}T08:00:00Z` })
  }
  const now = (day: string) => Temporal.Instant.from(`${day}T09:00:00Z`)
  const look = async (day: string) =>
    figures.look(filesLate, { cinemaId: at.cinema, now: now(day) })
  expect(await look('2026-03-12')).toEqual([])
  expect(await look('2026-03-14')).toMatchObject([{ values: { day: '2026-03-10', days: 1 } }])
})

test('a cinema that reports live falls silent in its hours, and is no matter at night', async () => {
  const cinema = await figures.cinema('Live', true)
  const heard = (at: string) =>
    figures.store.write((transaction) => heardFrom(transaction, [cinema], new Date(at)))
  await heard('2026-03-10T19:00:00Z')
  const look = (at: string) =>
    figures.look(feedLate, { cinemaId: cinema, now: Temporal.Instant.from(at) })
  expect(await look('2026-03-10T19:10:00Z')).toEqual([])
  const since = '2026-03-10 19:00'
  expect(await look('2026-03-10T19:20:00Z')).toMatchObject([
    { severity: 'warning', values: { since } },
  ])
  expect(await look('2026-03-10T21:30:00Z')).toMatchObject([{ severity: 'error' }])
  await heard('2026-03-10T22:58:00Z')
  expect(await look('2026-03-11T06:30:00Z')).toEqual([])
  expect(await look('2026-03-11T10:30:00Z')).toHaveLength(1)
})

test('batches put aside, and sums that differ from their facts', async () => {
  expect(await figures.look(batchesAside)).toEqual([])
  const { store, warehouse } = figures
  await store.write((transaction) => appendFacts(transaction, 'ticket', ['{"not":"a fact"}']))
  const batch = await fixBatch(store, { factsMax: 10 })
  await markFailed(store, batch?.number ?? 0n, 'Unknown field not.')
  const [found] = await figures.look(batchesAside)
  expect(found).toMatchObject({ severity: 'error', values: { count: 1 } })
  expect(found?.organisationId).toBeUndefined()
  await retryFailedBatches(store)
  expect(await figures.look(batchesAside)).toEqual([])

  const at = await place('Sums')
  await figures.sell(at, [{ day: '2026-03-03' }])
  expect(await figures.look(aggregatesDiffer)).toEqual([])
  await warehouse.command(`insert into ticket_by_day (owner, currency, trading_day, cinema, sold)
    values (${figures.owner}, 'EUR', '2026-03-03', ${at.cinema}, 1)`)
  expect(await figures.look(aggregatesDiffer)).toMatchObject([
    { severity: 'error', firstDay: '2026-03-03' },
  ])
})

test('an accepted finding stays quiet until its figures change, also when it comes back', async () => {
  const at = await place('Accepted')
  const days = daysFrom('2026-01-01', '2026-04-30')
  const without = (...missing: string[]) => days.filter((day) => !missing.includes(day))
  await figures.sell(
    at,
    without('2026-03-03', '2026-03-04').map((day) => ({ day })),
  )
  const [found] = await figures.look(siteGap, { cinemaId: at.cinema })
  const accept = (note: string) =>
    figures.store.write((transaction) => acceptFinding(transaction, Number(found?.id), true, note))
  expect(await accept('Closed for painting')).toBe(true)
  expect(await figures.look(siteGap, { cinemaId: at.cinema })).toEqual([])
  const accepted = { cinemaId: at.cinema, state: 'accepted' } as const
  expect(await figures.look(siteGap, accepted)).toMatchObject([{ note: 'Closed for painting' }])
  // A day of it is brought in after all: other figures, so it is asked again.
  await figures.sell(at, [{ day: '2026-03-04' }])
  expect(await figures.look(siteGap, { cinemaId: at.cinema })).toMatchObject([
    { note: 'Closed for painting', values: { days: 1 } },
  ])
  await figures.sell(at, [{ day: '2026-03-03' }])
  expect(await figures.look(siteGap, { cinemaId: at.cinema })).toEqual([])
})

test('an import’s end runs what its facts and rows need, over what it touched', async () => {
  const at = await place('Touched')
  const days = daysFrom('2026-01-01', '2026-04-30').filter((day) => day !== '2026-03-03')
  await figures.sell(
    at,
    days.map((day) => ({ day })),
  )
  const early = await plant({ ...at, days: ['2026-01-01', '2026-01-31'] })
  await checkImport(figures, early)
  const gaps = () =>
    findingViews(figures.store, {
      owners: [figures.owner],
      check: 'site_gap',
      cinemaId: at.cinema,
      atMost: 10,
    })
  expect(await gaps()).toEqual([])
  const late = await plant({ ...at, days: ['2026-02-01', '2026-04-30'], waiting: 40 })
  await checkImport(figures, late)
  expect(await gaps()).toMatchObject([{ firstDay: '2026-03-03', importId: `${late}` }])
  const run = await lastRun(figures.store)
  expect(run).toMatchObject({ state: 'done', checks: run?.checksDone })
})
