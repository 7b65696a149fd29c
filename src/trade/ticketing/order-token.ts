import { hash, timingSafeEqual } from 'node:crypto'

/** Whoever shows it may act for the order: a hold belongs to it. Worked out anew, never kept. */
export function orderToken(key: Buffer, orderId: bigint): string {
  return keyed(key, orderId, 0).subarray(0, 18).toString('base64url')
}

export function isTokenOf(key: Buffer, orderId: bigint, said: string): boolean {
  const right = Buffer.from(orderToken(key, orderId))
  const given = Buffer.from(said)
  return given.length === right.length && timingSafeEqual(given, right)
}

// Crockford's letters: none that is taken for another when it is read out.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LETTERS = 8
const HALF = 20n
const MASK = (1n << HALF) - 1n
const ROUNDS = 4

/**
 * What people call an order by: 8 letters that no two of 2^40 orders share, and from which nobody reads
 * how many there were. A Feistel network over two halves of 20 bits: each code stands for one number.
 */
export function orderCode(key: Buffer, orderId: bigint): string {
  let [left, right] = [(orderId >> HALF) & MASK, orderId & MASK]
  for (let round = 0; round < ROUNDS; round++) {
    ;[left, right] = [right, left ^ scramble(key, round, right)]
  }
  return letters((left << HALF) | right)
}

/** The order of a code as it was typed; undefined for what cannot be one. */
export function orderOfCode(key: Buffer, said: string): bigint | undefined {
  const number = numberOf(said)
  if (number === undefined) return undefined
  let [left, right] = [number >> HALF, number & MASK]
  for (let round = ROUNDS - 1; round >= 0; round--) {
    ;[left, right] = [right ^ scramble(key, round, left), left]
  }
  return (left << HALF) | right
}

function scramble(key: Buffer, round: number, half: bigint): bigint {
  return BigInt(keyed(key, half, round + 1).readUInt32BE(0)) & MASK
}

/**
 * A keyed hash of a number for one of several uses. Key and message are of fixed length and the hash is
 * never shown whole, so nothing can be appended to it: the outer hash of an HMAC would add nothing.
 */
function keyed(key: Buffer, number: bigint, use: number): Buffer {
  const message = Buffer.alloc(key.length + 9)
  key.copy(message)
  message.writeUInt8(use, key.length)
  message.writeBigUInt64BE(number, key.length + 1)
  return hash('sha256', message, 'buffer')
}

function letters(number: bigint): string {
  const places = Array.from({ length: CODE_LETTERS }, (_, place) => {
    const shift = BigInt(5 * (CODE_LETTERS - 1 - place))
    return LETTERS[Number((number >> shift) & 31n)]
  })
  return places.join('')
}

function numberOf(said: string): bigint | undefined {
  const text = said.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (text.length !== CODE_LETTERS) return undefined
  let number = 0n
  for (const letter of text) {
    const value = LETTERS.indexOf(letter)
    if (value === -1) return undefined
    number = (number << 5n) | BigInt(value)
  }
  return number
}
