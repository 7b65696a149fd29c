import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import { openTestHouse, tillFile, tillRows } from '#test'
import type { Gain, Manifest } from './import-batch-store.ts'
import { addBatch, openBatch } from './import-batch-store.ts'
import { importById } from './import-store.ts'

let house: Awaited<ReturnType<typeof openTestHouse>>
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const GAIN: Gain = {
  accepted: 10,
  corrected: 0,
  duplicate: 0,
  quarantined: 0,
  empty: 0,
  bytesRead: 100,
  withdrawn: 0,
  totals: new Map(),
  firstDay: '2018-06-01',
  lastDay: '2018-06-01',
}

function batch(number: number, firstRow: number): Manifest {
  const decision = { fates: 'a'.repeat(10), mixed: '', changes: new Map() }
  return { ...decision, kind: 'rows', rows: 10, facts: 10, digest: 'x', number, firstRow }
}

test('of two readers of one import only the first fixes the next rows', async () => {
  const text = Readable.from([Buffer.from(tillFile(tillRows('readers', 5)))])
  const { id: fileId } = await house.importer.receive(LOCAL_OWNER, 'till.csv', text)
  const request = { fileId, cinema: 'Readers', timezone: 'America/Chicago', currency: 'USD' }
  const id = Number(expectAccepted(await house.importer.begin(LOCAL_OWNER, request)).id)
  const fix = (manifest: Manifest) =>
    house.store.write((transaction) => {
      const parts = { gain: GAIN, changes: [], notes: [], rowsBefore: manifest.firstRow }
      return addBatch(transaction, id, manifest, parts)
    })
  await fix(batch(1, 0))
  // It lost its lease and does not know yet: the same rows under the next number.
  await expect(fix(batch(2, 0))).rejects.toThrow('somebody else')
  expect(await importById(house.store, id)).toMatchObject({ rowsRead: 10 })
  expect(await openBatch(house.store, id)).toMatchObject({ number: 1, firstRow: 0 })
})
