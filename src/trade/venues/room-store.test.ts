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
  auditoriumNames,
  namedRoomIds,
  openCinema,
  roomKey,
  VENUES_MIGRATIONS,
} from './index.ts'

let folder: string
let store: Store
let cinemaId: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'room-'))
  // As root, PostgreSQL runs as another user, who has to pass.
  chmodSync(folder, 0o711)
  store = await openStore({
    dataFolder: join(folder, 'data'),
    migrations: [...STORE_MIGRATIONS, ...VENUES_MIGRATIONS],
    log: silentLog,
    clock: systemClock,
  })
  cinemaId = await store.write(async (transaction) => {
    const own = { name: 'Your cinema', sample: false }
    const organisationId = await addOrganisation(transaction, own)
    const cinema = { name: 'Lantern', timezone: 'Europe/Dublin', currency: 'EUR' }
    return expectAccepted(await openCinema(transaction, { organisationId, ...cinema }))
  })
})
afterAll(async () => {
  await store?.close()
  rmSync(folder, { recursive: true, force: true })
})

const roomId = (name: string) =>
  store.write(async (transaction) => {
    const room = { cinemaId, name }
    return (await namedRoomIds(transaction, [room])).get(roomKey(room))
  })
const add = (name: string) =>
  store.write(async (transaction) =>
    expectAccepted(await addAuditorium(transaction, { cinemaId, name })),
  )

test('a room that only files name has an id of its own, far from those of auditoria', async () => {
  const id = await roomId(' Screen  2 ')
  expect(id).toBeGreaterThanOrEqual(1_000_000_000)
  expect(await roomId('Screen 2')).toBe(id)
  expect(await roomId('')).toBeUndefined()
})

test('an auditorium of the same name is the room, whichever came first', async () => {
  const small = await add('Studio')
  expect(small).toBeLessThan(1_000_000_000)
  expect(await roomId('Studio')).toBe(small)
  const large = await roomId('Grand')
  expect(await add('Grand')).toBe(large)
  expect(await roomId('Grand')).toBe(large)
  expect(await auditoriumNames(store, [small, large ?? 0, 7_000])).toEqual(
    new Map([
      [small, 'Studio'],
      [large, 'Grand'],
    ]),
  )
})
