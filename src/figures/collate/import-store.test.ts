import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import { openTestHouse, tillFile, tillRows } from '#test'
import type { Gain, Manifest } from './import-store.ts'
import { addBatch, importById, openBatch } from './import-store.ts'

let house: Awaited<ReturnType<typeof openTestHouse>>
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const GAIN: Gain = {
  accepted: 10,
  duplicate: 0,
  quarantined: 0,
  empty: 0,
  bytesRead: 100,
  admissions: 10,
  grossMinor: 100n,
  firstDay: '2018-06-01',
  lastDay: '2018-06-01',
}

function batch(number: number, firstRow: number): Manifest {
  const fixed = { rows: 10, facts: 10, digest: 'x', fates: 'a'.repeat(10), corrections: new Map() }
  return { ...fixed, number, firstRow }
}

test('of two readers of one import only the first fixes the next rows', async () => {
  const text = Readable.from([Buffer.from(tillFile(tillRows('readers', 5)))])
  const { id: fileId } = await house.importer.receive(LOCAL_OWNER, 'till.csv', text)
  const request = { fileId, cinema: 'Readers', timezone: 'America/Chicago', currency: 'USD' }
  const id = Number(expectAccepted(await house.importer.begin(LOCAL_OWNER, request)).id)
  const fix = (manifest: Manifest) =>
    house.store.write((transaction) => addBatch(transaction, id, manifest, [], GAIN))
  await fix(batch(1, 0))
  // It lost its lease and does not know yet: the same rows under the next number.
  await expect(fix(batch(2, 0))).rejects.toThrow('somebody else')
  expect(await importById(house.store, id)).toMatchObject({ rowsRead: 10 })
  expect(await openBatch(house.store, id)).toMatchObject({ number: 1, firstRow: 0 })
})
