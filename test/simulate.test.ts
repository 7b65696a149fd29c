import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Order } from '#circuit'
import { createSample, removeSimulation, simulate, simulateFiles } from '#circuit'
import { OWN_ORGANISATION, readMappingText, saveMapping } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted, silentLog } from '#kernel'
import type { Engined } from '#server'
import { openTestHouse } from '#test'
import { addOrganisation, organisations } from '#venues'
import { AGGREGATES } from '#warehouse'

/** Over the change of the clock in autumn, with seats sold before it for days after it. */
const ORDER: Order = {
  seed: 'test',
  territory: 'IE',
  cinemas: 4,
  days: 9,
  until: '2026-10-29',
  rate: 20,
}

let house: Engined
let folder: string

beforeAll(async () => {
  house = await openTestHouse()
  folder = await mkdtemp(join(tmpdir(), 'simulation-'))
}, 60_000)
afterAll(async () => {
  await house?.close()
  await rm(folder, { recursive: true, force: true })
})

const one = async (sql: string) => (await house.warehouse.query(sql))[0]

/** Sums that would tell of a ticket more, less or other; of those whose owner is a sample or not. */
async function sums(where: string) {
  return one(`
    select toString(count()) as facts, toString(sum(quantity)) as admissions,
      toString(sum(price)) as gross, toString(sum(fee_online)) as fees, toString(sum(tax)) as tax,
      toString(sum(quantity * toUnixTimestamp(starts_at))) as starts,
      toString(sum(quantity * toInt64(toUnixTimestamp(sold_at)))) as sold,
      toString(sum(quantity * sold_minute)) as minutes, toString(sum(quantity * start_hour)) as hours,
      toString(sum(quantity * toUInt32(sold_day))) as days, toString(uniqExact(screening)) as shows,
      toString(sum(quantity * (cityHash64(ticket_type, channel, format, language, seat) % 1000))) as words
    from ticket where ${where}`)
}

test('whatever stops it, a simulation goes on where it was, and no ticket is there twice', async () => {
  const { store, warehouse } = house
  const simulating = { store, warehouse, order: ORDER }
  const stop = new AbortController()
  const begun = expectAccepted(
    await simulate({ ...simulating, progress: () => stop.abort(), signal: stop.signal }),
  )
  expect(begun.done).toBe(1)
  const whole = expectAccepted(await simulate(simulating))
  expect(whole.done).toBe(whole.of)
  const all = await sums('1')
  expect(Number(all?.['admissions'])).toBeGreaterThan(6_000)
  // As a crash between the engine's acknowledgement and PostgreSQL's note leaves it.
  await store.write((transaction) =>
    transaction.run("update simulation set chunks_done = 0, state = 'building'"),
  )
  expectAccepted(await simulate(simulating))
  expect(await sums('1')).toEqual(all)
  for (const { name } of AGGREGATES) {
    const sql = `select toString(sum(sold - refunded)) as admissions from ${name}`
    expect([name, await one(sql)]).toEqual([name, { admissions: all?.['admissions'] }])
  }
  expect((await organisations(store)).map(({ sample }) => sample)).toEqual([true])
}, 120_000)

test('its facts hold together: local times, seats, places and days', async () => {
  const wrong = `
    select toString(countIf(start_hour != toHour(toTimeZone(starts_at, 'Europe/Dublin')))) as hours,
      toString(countIf(sold_at > starts_at + interval 10 minute)) as late,
      toString(countIf(sold_minute % 60 != toMinute(toTimeZone(sold_at, 'Europe/Dublin')))) as minutes,
      toString(countIf(sold_minute < 1440 and
        intDiv(sold_minute, 60) != toHour(toTimeZone(sold_at, 'Europe/Dublin')))) as sold_hours
    from ticket`
  expect(await one(wrong)).toEqual({ hours: '0', late: '0', minutes: '0', sold_hours: '0' })
  const full = `
    select toString(countIf(t.sold > s.seats)) as over, toString(countIf(t.film != s.film)) as other
    from (select screening, sum(quantity) as sold, any(film) as film from ticket group by screening) t
    left join screening s on s.screening = t.screening`
  expect(await one(full)).toEqual({ over: '0', other: '0' })
  const seat = `select toString(count()) as twice from (
    select screening, seat, sum(quantity) as taken from ticket where seat != ''
    group by screening, seat having taken > 1)`
  expect(await one(seat)).toEqual({ twice: '0' })
  expect(await one('select toString(count()) as places from site where latitude > 51')).toEqual({
    places: String(ORDER.cinemas),
  })
  const days = "select groupUniqArray(name) as names from calendar_day where kind = 'holiday'"
  expect(await one(days)).toEqual({ names: ['October Bank Holiday'] })
})

test('another simulation or the sample beside it is refused', async () => {
  const { store, warehouse, clock } = house
  const other = await simulate({ store, warehouse, order: { ...ORDER, seed: 'other' } })
  expect(other).toMatchObject({ ok: false, refusal: 'simulation_there' })
  const sample = await createSample({ store, clock, log: silentLog })
  expect(sample).toMatchObject({ ok: false, refusal: 'simulation_there' })
})

test('as Parquet it is the same circuit, and our own import reads it so', async () => {
  const writing = { folder, order: ORDER, log: silentLog }
  const written = expectAccepted(await simulateFiles(writing))
  expect(written.done).toBe(written.of)
  // Again there is nothing left to do.
  expect(expectAccepted(await simulateFiles(writing)).tickets).toBe(0)
  const files = (await readdir(folder)).toSorted()
  expect(files.filter((name) => name.endsWith('.part'))).toEqual([])
  const { store, importer } = house
  for (const what of ['tickets', 'screenings'] as const) {
    const mapping = expectAccepted(
      readMappingText(await readFile(join(folder, `${what}.yaml`), 'utf8')),
    )
    const mappingId = await store.write(async (transaction) => {
      const own = await addOrganisation(transaction, { name: OWN_ORGANISATION, sample: false })
      return String(await saveMapping(transaction, own, mapping))
    })
    for (const name of files.filter((file) => file.startsWith(`${what}-`))) {
      const file = await importer.receive(LOCAL_OWNER, name, createReadStream(join(folder, name)))
      const said = { fileId: file.id, mappingId, timezone: 'Europe/Dublin', currency: 'EUR' }
      const begun = expectAccepted(await importer.begin(LOCAL_OWNER, { ...said, cinema: '' }))
      const read = await importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(60_000))
      expect({ name, quarantined: read.quarantined }).toEqual({ name, quarantined: 0 })
    }
  }
  const real = 'owner != (select owner from site limit 1)'
  expect(await sums(real)).toEqual(await sums(`not (${real})`))
}, 120_000)

test('removed, nothing of it is left', async () => {
  const { store, warehouse } = house
  expect(expectAccepted(await removeSimulation(store, warehouse))).toBe('removed')
  const left =
    'select toString(count()) as left from ticket where owner in (select owner from site)'
  expect(await one(left)).toEqual({ left: '0' })
  expect((await organisations(store)).filter(({ sample }) => sample)).toEqual([])
  // What was imported from its files is somebody's own and stays.
  expect(await one('select toString(count() > 0) as kept from ticket')).toEqual({ kept: '1' })
})
