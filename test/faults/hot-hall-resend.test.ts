import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { silentLog, systemClock } from '#kernel'
import { serve } from '#server'
import { putSomethingOnSale } from '#test'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

test('a hold sent again to a server that knows more of the row is the same hold', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fullhouse-test-'))
  closers.push(() => rm(dataFolder, { recursive: true, force: true }))
  const config = { port: 0, host: '127.0.0.1', dataFolder, sample: false }
  // Stands still, so that neither looks at the hall a second time.
  const begun = systemClock()
  const open = async () => {
    const { url, house, close } = await serve(config, () => begun, silentLog)
    closers.push(close)
    return { url, house }
  }
  const [first, second] = [await open(), await open()]
  const { screenings } = await putSomethingOnSale(first.house.store)
  const path = `/v1/screenings/${screenings[0]}`
  const hold = async (url: string, key: string, channel: string, ...seats: string[]) => {
    const wanted = seats.map((seat) => ({ seat, ticketType: 'Adult' }))
    const body = JSON.stringify({ channel, seats: wanted })
    const headers = { 'content-type': 'application/json', 'idempotency-key': key }
    const response = await fetch(`${url}${path}/holds`, { method: 'POST', headers, body })
    const said: { id?: string; refusal?: string } = JSON.parse(await response.text())
    return said
  }
  await fetch(`${first.url}${path}/best-seats?party=1`)
  await hold(second.url, 'neighbour', 'counter', 'G8', 'G9')
  await fetch(`${second.url}${path}/best-seats?party=1`)
  const held = await hold(first.url, 'mine', 'web', 'G5', 'G6')
  expect(held.id).toBeDefined()
  expect(await hold(second.url, 'mine', 'web', 'G5', 'G6')).toMatchObject({ id: held.id })
  // The rule itself stands.
  expect(await hold(second.url, 'other', 'web', 'G5', 'G6')).toMatchObject({ refusal: 'seat_gap' })
}, 120_000)
