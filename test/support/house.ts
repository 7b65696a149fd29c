import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#kernel'
import type { Engined } from '#server'
import { openHouse } from '#server'

/** A house on a folder of its own, with both real engines; `close` takes the folder away too. */
export async function openTestHouse(): Promise<Engined> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fullhouse-test-'))
  const config = { port: 0, host: '127.0.0.1', dataFolder, sample: false }
  const house = await openHouse(config, systemClock, () => undefined)
  const close = async () => {
    await house.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { ...house, close }
}
