import type { KeyObject } from 'node:crypto'
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Store } from '#store'

/** What an installation signs with; all servers on its database sign alike. Never in a log. */
export type TicketingSecret = {
  /** Key of the message codes in order tokens and codes. */
  readonly orderKey: Buffer
  /** Ed25519: signs tickets. */
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** The public key's 32 bytes as base64url: what a gate checks tickets with. */
  readonly publicKeyText: string
}

const ORDER_KEY_BYTES = 32

// Of servers that start at once the first one's secret stays.
const MAKE = `
  insert into ticketing_secret (id, order_key, ticket_private_key, ticket_public_key)
  values (1, $1, $2, $3) on conflict (id) do nothing`
const FIND = `
  select order_key, ticket_private_key, ticket_public_key from ticketing_secret where id = 1`

type SecretRow = { order_key: Buffer; ticket_private_key: Buffer; ticket_public_key: Buffer }

/** The installation's secret, made the first time that it is asked for. */
export async function ticketingSecret(store: Store): Promise<TicketingSecret> {
  return secretOf((await store.row<SecretRow>(FIND)) ?? (await makeSecret(store)))
}

async function makeSecret(store: Store): Promise<SecretRow> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  await store.write((transaction) =>
    transaction.run(MAKE, randomBytes(ORDER_KEY_BYTES), pkcs8, spki),
  )
  const kept = await store.row<SecretRow>(FIND)
  if (!kept) throw new Error('PostgreSQL kept no ticketing secret')
  return kept
}

function secretOf(row: SecretRow): TicketingSecret {
  const publicKey = createPublicKey({ key: row.ticket_public_key, format: 'der', type: 'spki' })
  const { x } = publicKey.export({ format: 'jwk' })
  if (x === undefined) throw new Error('The ticketing secret holds no Ed25519 key')
  return {
    orderKey: row.order_key,
    privateKey: createPrivateKey({ key: row.ticket_private_key, format: 'der', type: 'pkcs8' }),
    publicKey,
    publicKeyText: x,
  }
}
