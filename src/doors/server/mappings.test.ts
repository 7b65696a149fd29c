import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveTestHouse } from '#test'
import type { Served } from './serve.ts'

let served: Served

beforeAll(async () => {
  served = await serveTestHouse()
}, 60_000)

afterAll(() => served.close())

let keys = 0

async function ask(path: string, body?: unknown) {
  const headers = { 'content-type': 'application/json', 'idempotency-key': `k${++keys}` }
  const post = { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await fetch(`${served.url}${path}`, body === undefined ? {} : post)
  // What the wire says is what the tests look at.
  return { status: response.status, value: (await response.json()) as Record<string, never> }
}

async function give(fileName: string, bytes: Uint8Array): Promise<string> {
  const response = await fetch(`${served.url}/v1/files?fileName=${encodeURIComponent(fileName)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': `f${++keys}` },
    body: Buffer.from(bytes),
  })
  const { id } = (await response.json()) as { id: string }
  return id
}

const TILL = [
  'Event Title;Showing Date/Time;House;Price Lvl;Qty;Amt;Comm;Rep ID',
  'Orbit of Ida;Nov 20, 2026 8:15:00 PM;Screen 2;Adult Eve;2;€ 23,80;0,90;K. Daly',
  'Orbit of Ida;Nov 20, 2026 8:15:00 PM;Screen 2;Adult Eve;2;€ 23,80;0,90;K. Daly',
  'The Salt Road;Nov 20, 2026 6:40:00 PM;Screen 1;Senior;2;€ 17,00;0,00;M. Byrne',
  'The Salt Road;Nov 20, 0216 6:40:00 PM;Screen 1;Senior;2;€ 17,00;0,00;M. Byrne',
  'The Salt Road;Nov 20, 2026 6:40:00 PM;Screen 1;Adult Eve;-2;−€ 23,80;−0,90;M. Byrne',
].join('\n')

test('a till that is new: proposed, tried, saved, and known the next time', async () => {
  const fileId = await give('naas-2026-11-20.csv', new TextEncoder().encode(TILL))
  const proposed = await ask('/v1/mappings/propose', { fileId, timezone: 'Europe/Dublin' })
  expect(proposed.status).toBe(200)
  expect(proposed.value).toMatchObject({
    table: 'ticket',
    looksLike: 'ticket sales',
    counts: { read: 7, leftOut: 1, asked: 0 },
    mapping: { name: 'naas', currency: 'EUR' },
  })
  const text = String(proposed.value['text'])
  const tried = await ask('/v1/mappings/preview', { fileId, text, timezone: 'Europe/Dublin' })
  expect(tried.value).toMatchObject({
    counts: { read: 5, row: 4, quarantined: 1, empty: 0 },
    rows: [
      {
        line: 2,
        fate: 'row',
        cells: expect.arrayContaining([{ field: 'price', shown: '23.80 EUR', cell: '€ 23,80' }]),
      },
      { line: 3, fate: 'row' },
      { line: 4, fate: 'row' },
      { line: 5, fate: 'quarantined', say: 'The year is 0216. Did the till mean 2026?' },
      {
        line: 6,
        fate: 'row',
        cells: expect.arrayContaining([{ field: 'quantity', shown: '-2', cell: '-2' }]),
      },
    ],
  })
  const saved = await ask('/v1/mappings', { text })
  expect(saved).toMatchObject({ status: 201, value: { name: 'naas', version: 1 } })
  expect((await ask('/v1/mappings', { text })).value).toMatchObject({ id: saved.value['id'] })
  const changed = text.replace('scope: part', 'scope: days')
  expect((await ask('/v1/mappings', { text: changed })).value).toMatchObject({ version: 2 })
  expect((await ask('/v1/mappings')).value).toMatchObject({
    mappings: [{ name: 'naas', version: 2 }],
  })
  const again = await give('naas-2026-11-21.csv', new TextEncoder().encode(`${TILL}\n`))
  const looked = await fetch(`${served.url}/v1/files/${again}`)
  expect(await looked.json()).toMatchObject({ mapping: { name: 'naas', about: 'cinema' } })
})

/** 影片,放映日期,票房(万元) and three rows, in GB18030. */
const CHINESE = Buffer.from(
  'd3b0c6ac2cb7c5d3b3c8d5c6da2cc6b1b7bf28cdf2d4aa290a' +
    'd1cec2b72c323032362d31312d32302c31302e350a' +
    'd1cec2b72c323032362d31312d32312c392e32350a' +
    'c0e4b8db2c323032362d31312d32302c332e310a',
  'hex',
)

test('a Chinese report in GB18030 and 万元 is read to the fen', async () => {
  const fileId = await give('票房.csv', CHINESE)
  const proposed = await ask('/v1/mappings/propose', { fileId })
  expect(proposed.value).toMatchObject({
    table: 'box_office',
    mapping: {
      currency: 'CNY',
      reading: { encoding: 'gb18030' },
      rows: ['film', 'day'],
      columns: [
        { column: '影片', field: 'film' },
        { column: '放映日期', field: 'day' },
        { column: '票房(万元)', field: 'gross', unit: 'ten_thousand' },
      ],
    },
  })
  const { value } = await ask('/v1/mappings/preview', {
    fileId,
    mapping: proposed.value['mapping'],
  })
  expect(value).toMatchObject({
    counts: { read: 3, row: 3 },
    rows: [
      { cells: expect.arrayContaining([{ field: 'gross', shown: '105000.00 CNY', cell: '10.5' }]) },
      {},
      {},
    ],
  })
})

test('refusals name the line, and what is not there', async () => {
  const fileId = await give('till.csv', new TextEncoder().encode(TILL))
  const wrong = await ask('/v1/mappings/preview', { fileId, text: 'name: x\ntable: tickets' })
  expect(wrong).toMatchObject({
    status: 422,
    value: {
      refusal: 'mapping_unusable',
      detail: 'Line 2: “tickets” is no table known here. Did you mean ticket?',
    },
  })
  expect(await ask('/v1/mappings', {})).toMatchObject({ value: { refusal: 'mapping_unusable' } })
  expect(await ask('/v1/mappings/propose', { fileId: '999' })).toMatchObject({
    value: { refusal: 'file_missing' },
  })
  expect(await ask('/v1/mappings/999')).toMatchObject({
    status: 404,
    value: { refusal: 'mapping_unknown' },
  })
  const chosen = await ask('/v1/mappings/propose', { fileId, table: 'screening' })
  expect(chosen.value).toMatchObject({ table: 'screening' })
})
