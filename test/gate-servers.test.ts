import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { expectAccepted, systemClock } from '#kernel'
import type { Engined } from '#server'
import { openHouse } from '#server'
import type { Postgres15 } from '#test'
import { putSomethingOnSale, sellSeats, startPostgres15 } from '#test'
import { admitScans, headCounts, undoScan } from '#ticketing'

const postgres: Postgres15 | undefined = await startPostgres15()
const closers: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of closers.reverse()) await close()
  await postgres?.stop()
})

const dataFolder = await mkdtemp(join(tmpdir(), 'fullhouse-gate-'))
closers.push(() => rm(dataFolder, { recursive: true, force: true }))

async function openServer(databaseUrl: string): Promise<Engined> {
  const config = { port: 0, host: '127.0.0.1', dataFolder, sample: false, databaseUrl }
  const house = await openHouse(config, systemClock, () => undefined)
  closers.push(house.close)
  return house
}

test.skipIf(postgres === undefined)(
  'gates of two servers on one PostgreSQL 15 let each ticket in once',
  async () => {
    const url = postgres?.url ?? ''
    const servers = await Promise.all([openServer(url), openServer(url)])
    const [one, other] = servers
    expect(one.selling.secret.publicKeyText).toBe(other.selling.secret.publicKeyText)
    const { screenings } = await putSomethingOnSale(one.store)
    const [screeningId = 0n] = screenings
    const office = ({ store, selling: { sheets, secret } }: Engined) => ({ store, sheets, secret })
    for (let seat = 1; seat <= 15; seat++) {
      const { code } = await sellSeats(one, screeningId, [`B${seat}`])
      const scan = () => {
        const { epochMilliseconds: scannedAtMs } = systemClock()
        return { id: randomUUID(), code, screeningId, door: 'A', scannedAtMs }
      }
      const answers = await Promise.all(
        [one, other, one, other].map((server) => admitScans(office(server), [scan()])),
      )
      const admitted = answers.flatMap(expectAccepted).filter(({ outcome }) => {
        return outcome.verdict === 'admit'
      })
      expect(admitted).toHaveLength(1)
      // Let in at the one, undone at the other, once however often it is asked.
      if (seat > 5) continue
      const id = admitted[0]?.id ?? ''
      for (const server of [other, one]) expectAccepted(await undoScan(office(server), id))
    }
    const counts = await headCounts(other.store, [screeningId])
    expect(counts.get(screeningId)).toEqual({ inside: 10, sold: 15 })
  },
  60_000,
)
