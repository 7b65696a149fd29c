import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#kernel'
import type { Served } from '#server'
import { serve } from '#server'

/** A served house on a free port and a folder of its own. */
export async function serveTestHouse(): Promise<Served> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fullhouse-test-'))
  const config = { port: 0, host: '127.0.0.1', dataFolder, sample: false }
  const served = await serve(config, systemClock, () => undefined)
  const close = async () => {
    await served.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { ...served, close }
}
