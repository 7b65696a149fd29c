import { sign, verify } from 'node:crypto'
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse } from '#test'
import { ticketingSecret } from './signing-key-store.ts'

let house: Awaited<ReturnType<typeof openTestHouse>>
beforeAll(async () => {
  house = await openTestHouse()
}, 120_000)
afterAll(() => house.close())

test('of servers that start at once one makes the secret, and all sign with it', async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, () => ticketingSecret(house.store)))
  expect(new Set(secrets.map(({ publicKeyText }) => publicKeyText)).size).toBe(1)
  expect(new Set(secrets.map(({ orderKey }) => orderKey.toString('hex'))).size).toBe(1)
  const [one, other] = [secrets[0], await ticketingSecret(house.store)]
  if (!one) throw new Error('no secret')
  expect(other.orderKey.equals(one.orderKey)).toBe(true)
  expect(one.orderKey.length).toBe(32)
  const text = Buffer.from('a ticket')
  expect(verify(null, text, other.publicKey, sign(null, text, one.privateKey))).toBe(true)
})

test('printed, the private key says nothing of itself', async () => {
  const { privateKey } = await ticketingSecret(house.store)
  const told = inspect(privateKey) + JSON.stringify(privateKey)
  const scalar = privateKey.export({ format: 'jwk' }).d
  expect(scalar).toHaveLength(43)
  expect(told).not.toContain(scalar)
  expect(told).toContain('PrivateKeyObject')
})
