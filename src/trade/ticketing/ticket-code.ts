import { fromBase64Url, toBase64Url } from './base64-url.ts'

/** What stands in a ticket's code: enough to let its guests in where nobody can be asked. */
export type TicketContent = {
  readonly orderId: bigint
  readonly screeningId: bigint
  readonly startsAtSeconds: number
  readonly cinemaId: number
  /** Each with its line's place in the order, which makes a ticket's number. */
  readonly seats: readonly { readonly seat: string; readonly place: number }[]
}

/** A code as it was read: nothing in it is to be believed before its signature was checked. */
export type TicketCode = TicketContent & {
  /** The first two bytes of the key that is said to have signed it. */
  readonly keyId: number
  readonly signed: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
}

/** The first letters of every code; the number is that of its form. */
export const CODE_PREFIX = 'FH1.'
const SIGNATURE_BYTES = 64
const SEATS_MAX = 64
const SEAT_BYTES_MAX = 40
/** Longer than any that we sign; what a camera reads beyond it is not ours. */
const TEXT_MAX = 2_000
const VERSION = 1

/** Names a public key within its installation. */
export function keyIdOf(publicKeyText: string): number {
  const bytes = fromBase64Url(publicKeyText)
  return ((bytes?.[0] ?? 0) << 8) | (bytes?.[1] ?? 0)
}

/** The bytes that are signed. Seats stand in the order of their places, each told by what differs. */
export function packTicket(content: TicketContent, keyId: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [VERSION, keyId >> 8, keyId & 255]
  const seats = content.seats.toSorted((one, other) => one.place - other.place)
  putNumber(bytes, content.orderId)
  putNumber(bytes, content.screeningId)
  putNumber(bytes, BigInt(content.startsAtSeconds))
  putNumber(bytes, BigInt(content.cinemaId))
  putNumber(
    bytes,
    seats.reduce((places, { place }) => places | (1n << BigInt(place)), 0n),
  )
  let before: Uint8Array = new Uint8Array()
  for (const { seat } of seats) {
    const name = new TextEncoder().encode(seat)
    const shared = sharedBytes(before, name)
    putName(bytes, shared, name)
    before = name
  }
  return Uint8Array.from(bytes)
}

/** The text of a QR code: what was signed and its signature. */
export function ticketCodeText(signed: Uint8Array, signature: Uint8Array): string {
  return CODE_PREFIX + toBase64Url(Uint8Array.from([...signed, ...signature]))
}

/** Takes a code apart; undefined for what none of us wrote. */
export function readTicketCode(text: string): TicketCode | undefined {
  if (!text.startsWith(CODE_PREFIX) || text.length > TEXT_MAX) return undefined
  const bytes = fromBase64Url(text.slice(CODE_PREFIX.length))
  if (!bytes || bytes.length <= SIGNATURE_BYTES) return undefined
  const signed = bytes.slice(0, -SIGNATURE_BYTES)
  const unpacked = unpackTicket(signed)
  return unpacked && { ...unpacked, signed, signature: bytes.slice(-SIGNATURE_BYTES) }
}

function unpackTicket(signed: Uint8Array): (TicketContent & { keyId: number }) | undefined {
  const [version, high = 0, low = 0] = signed
  if (version !== VERSION) return undefined
  const reading = { bytes: signed, at: 3 }
  const numbers = Array.from({ length: 5 }, () => takeNumber(reading))
  const [orderId, screeningId, startsAt, cinemaId, mask] = numbers
  if (orderId === undefined || screeningId === undefined || startsAt === undefined) return undefined
  if (cinemaId === undefined || mask === undefined || mask >> BigInt(SEATS_MAX)) return undefined
  const seats: { seat: string; place: number }[] = []
  let before: Uint8Array = new Uint8Array()
  for (let place = 0; place < SEATS_MAX; place++) {
    if (((mask >> BigInt(place)) & 1n) === 0n) continue
    const name = takeName(reading, before)
    if (!name) return undefined
    before = name
    seats.push({ seat: new TextDecoder().decode(name), place })
  }
  if (seats.length === 0 || reading.at !== signed.length) return undefined
  const keyId = (high << 8) | low
  const [startsAtSeconds, cinema] = [Number(startsAt), Number(cinemaId)]
  return { keyId, orderId, screeningId, startsAtSeconds, cinemaId: cinema, seats }
}

type Reading = { readonly bytes: Uint8Array; at: number }

/** Seven bits a byte, the lowest first; a set eighth says that more follow. */
function putNumber(bytes: number[], number: bigint): void {
  let rest = number
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128)
  bytes.push(Number(rest))
}

function takeNumber(reading: Reading): bigint | undefined {
  let number = 0n
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = reading.bytes[reading.at++]
    if (byte === undefined) return undefined
    number |= BigInt(byte & 127) << shift
    if (byte < 128) return number
  }
  return undefined
}

/** How much is as in the name before, how much follows: in one byte where both are small. */
function putName(bytes: number[], shared: number, name: Uint8Array): void {
  const rest = name.length - shared
  if (shared < 15 && rest < 15) bytes.push((shared << 4) | rest)
  else bytes.push(LONG_NAME, shared, rest)
  bytes.push(...name.subarray(shared))
}

const LONG_NAME = 255

function takeName(reading: Reading, before: Uint8Array): Uint8Array | undefined {
  const next = () => reading.bytes[reading.at++] ?? SEAT_BYTES_MAX
  const head = next()
  const [shared, rest] = head === LONG_NAME ? [next(), next()] : [head >> 4, head & 15]
  const from = reading.at
  reading.at += rest
  if (shared > before.length || shared + rest > SEAT_BYTES_MAX) return undefined
  if (reading.at > reading.bytes.length) return undefined
  return Uint8Array.from([
    ...before.subarray(0, shared),
    ...reading.bytes.subarray(from, reading.at),
  ])
}

function sharedBytes(one: Uint8Array, other: Uint8Array): number {
  const differs = one.findIndex((byte, at) => byte !== other[at])
  return differs === -1 ? Math.min(one.length, other.length) : differs
}
