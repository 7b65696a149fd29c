import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted, silentLog, systemClock } from '#kernel'
import { readParameters } from '#metrics'
import { openHouse } from '#server'
import { startPostgres15, tillFile, tillRows } from '#test'
import { compareAggregates } from '#warehouse'

const postgres = await startPostgres15()
afterAll(() => postgres?.stop())

describe.skipIf(postgres === undefined)('on PostgreSQL 15 by URL, as a plain role', () => {
  test('the whole way from a file to its answer, and opened again from elsewhere', async () => {
    const databaseUrl = postgres?.url ?? ''
    const folders = await Promise.all(
      ['a', 'b'].map((name) => mkdtemp(join(tmpdir(), `fullhouse-own-${name}-`))),
    )
    const open = (dataFolder: string) => {
      const config = { port: 0, host: '127.0.0.1', dataFolder, sample: false, databaseUrl }
      return openHouse(config, systemClock, silentLog)
    }
    const [first = '', second = ''] = folders
    const house = await open(first)
    const rows = tillRows('own', 10)
    const bytes = Readable.from([Buffer.from(tillFile(rows))])
    const file = await house.importer.receive(LOCAL_OWNER, 'till.csv', bytes)
    const request = { fileId: file.id, cinema: 'Own', timezone: 'America/Chicago', currency: 'USD' }
    const begun = expectAccepted(await house.importer.begin(LOCAL_OWNER, request))
    const done = await house.importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(30_000))
    expect(done).toMatchObject({ state: 'done', accepted: rows.length })
    const question = expectAccepted(readParameters({ metrics: 'admissions' }))
    const answer = expectAccepted(await house.answers.ask(LOCAL_OWNER, question))
    const sold = rows.reduce((sum, { quantity }) => sum + quantity, 0)
    expect(answer.rows).toEqual([{ admissions: sold }])
    expect(await compareAggregates(house.warehouse)).toEqual([])
    // The database is theirs: nothing of ours may start one of its own.
    expect(await readdir(first)).not.toContain('postgres')
    await house.close()
    const later = await open(second)
    expect(later.store.state()).toEqual({ up: true })
    await later.close()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  })
})
