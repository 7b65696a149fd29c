import { generateKeyPairSync, sign } from 'node:crypto'
import { decodeQR } from 'qr/decode.js'
import { expect, test } from 'vitest'
import { seededRandom } from '#kernel'
import { fromBase64Url, toBase64Url } from './base64-url.ts'
import { checkTicketCode } from './ticket-check.ts'
import type { TicketContent } from './ticket-code.ts'
import { keyIdOf, packTicket, readTicketCode, ticketCodeText } from './ticket-code.ts'
import { qrPath } from './ticket-qr.ts'
import { signTicketCode } from './ticket-signature.ts'

const HOUSE = keys()
const OTHER = keys()

function keys() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKeyText: publicKey.export({ format: 'jwk' }).x ?? '' }
}

function content(seats: readonly string[], orderId = 1_234_567n): TicketContent {
  return {
    orderId,
    screeningId: 98_765n,
    startsAtSeconds: 1_795_291_200,
    cinemaId: 1_042,
    seats: seats.map((seat, place) => ({ seat, place })),
  }
}

const ROW = Array.from({ length: 50 }, (_, place) => `G${place + 1}`)

test('a code says what was signed, whatever the seats are called', async () => {
  for (const seats of [
    ['A1'],
    ['G6', 'G7'],
    ['5-12', '5-13', '十排1'],
    ROW,
    [ROW.join('').slice(0, 40)],
  ]) {
    const code = readTicketCode(signTicketCode(HOUSE.privateKey, content(seats)))
    expect(code).toMatchObject(content(seats))
    expect(code && (await checkTicketCode(code, [OTHER.publicKeyText, HOUSE.publicKeyText]))).toBe(
      'good',
    )
  }
  const refundedInPart = {
    ...content([]),
    seats: [
      { seat: 'G7', place: 1 },
      { seat: 'K1', place: 63 },
    ],
  }
  expect(readTicketCode(signTicketCode(HOUSE.privateKey, refundedInPart))).toMatchObject(
    refundedInPart,
  )
})

test('its QR code is small enough for a phone, and a camera reads it', () => {
  const most = 2n ** 40n
  const versions = [1, 2, 10, 50].map((seats) => {
    const text = signTicketCode(HOUSE.privateKey, content(ROW.slice(0, seats), most))
    const { size, path } = qrPath(text)
    expect(decodeQR(pixels(size, path))).toBe(text)
    return (size - 8 - 17) / 4
  })
  console.info('versions for 1, 2, 10 and 50 seats', versions)
  expect(Math.max(...versions)).toBeLessThanOrEqual(12)
})

/** The path as a picture of three pixels a module: dark bars on white. */
function pixels(size: number, path: string) {
  const side = size * 3
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * 3; row < Number(y) * 3 + 3; row++) {
      const from = row * side + Number(x) * 3
      for (let at = from; at < from + Number(length) * 3; at++) data.fill(0, at * 4, at * 4 + 3)
    }
  }
  return { width: side, height: side, data }
}

test('ten thousand edits of good codes are all refused', async () => {
  const random = seededRandom('edits')
  const codes = [['A1'], ['G6', 'G7'], ROW.slice(0, 10)].map((seats) =>
    signTicketCode(HOUSE.privateKey, content(seats)),
  )
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. é'
  const found = { same: 0, unread: 0, forged: 0, foreign: 0 }
  for (let edit = 0; edit < 10_000; edit++) {
    const code = random.pick(codes)
    const at = random.whole(0, code.length - 1)
    const other = random.whole(0, code.length - 1)
    const edited = random.pick([
      () => code.slice(0, at) + random.pick([...letters]) + code.slice(at + 1),
      () => code.slice(0, at) + code.slice(at + 1),
      () => code.slice(0, at) + random.pick([...letters]) + code.slice(at),
      () => code.slice(0, at),
      () => code.slice(0, Math.min(at, other)) + code.slice(Math.max(at, other)),
      () => code.slice(0, at) + random.pick(codes).slice(at),
    ])()
    if (codes.includes(edited)) {
      found.same++
      continue
    }
    const read = readTicketCode(edited)
    if (!read) {
      found.unread++
      continue
    }
    const signature = await checkTicketCode(read, [HOUSE.publicKeyText])
    expect(signature, edited).not.toBe('good')
    expect(signature).not.toBe('unchecked')
    if (signature === 'forged' || signature === 'foreign') found[signature]++
  }
  console.info('of 10,000 edits', found)
  expect(found.forged).toBeGreaterThan(1_000)
  expect(found.same).toBeLessThan(1_500)
})

test('a code of another installation is foreign, and one in our name is forged', async () => {
  const theirs = readTicketCode(signTicketCode(OTHER.privateKey, content(['A1'])))
  expect(theirs && (await checkTicketCode(theirs, [HOUSE.publicKeyText]))).toBe('foreign')
  const inOurName = packTicket(content(['A1']), keyIdOf(HOUSE.publicKeyText))
  const forged = readTicketCode(ticketCodeText(inOurName, sign(null, inOurName, OTHER.privateKey)))
  expect(forged && (await checkTicketCode(forged, [HOUSE.publicKeyText]))).toBe('forged')
})

test('no code is written in two ways', () => {
  const text = signTicketCode(HOUSE.privateKey, content(['A1']))
  const last = text.at(-1) ?? ''
  const spare = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
  const read = spare.filter((letter) => readTicketCode(text.slice(0, -1) + letter) !== undefined)
  expect(read).toContain(last)
  const bytes = fromBase64Url(text.slice(4))
  const lettersOfLast = ((bytes?.length ?? 0) * 8) % 6 || 6
  expect(read).toHaveLength(2 ** lettersOfLast)
  expect(toBase64Url(bytes ?? new Uint8Array())).toBe(text.slice(4))
})
