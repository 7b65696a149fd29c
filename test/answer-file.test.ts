import { read as readBook, utils } from '@e965/xlsx'
import { tableFromIPC } from 'apache-arrow'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moneyToDecimal } from '#kernel'
import { filmIds, sourceId } from '#programme'
import type { Served } from '#server'
import { serveTestHouse } from '#test'
import { addCinema, addOrganisation } from '#venues'

const DAY = '2026-11-21'
const LARGEST = 2n ** 63n - 1n

/** What is known to break files, in names and in figures. */
const TITLES = [
  '十万灯火',
  'Marrow, "Part 2"',
  '=SUM(A1)',
  '🎬 two\nlines',
  'Plain',
  '-5 °C',
  'Ünïcode',
]

let served: Served
let filmOf: ReadonlyMap<string, bigint>
beforeAll(async () => {
  served = await serveTestHouse()
  const { store, warehouse } = served.house
  const ids = await store.write(async (writing) => {
    const organisationId = await addOrganisation(writing, { name: 'Chain', sample: false })
    const own = { organisationId, dayStartsAt: 6, live: false }
    const rex = { ...own, name: '大光明“Rex”', timezone: 'Europe/Berlin', currency: 'EUR' }
    const lux = { ...own, name: 'Lux', timezone: 'Asia/Kuwait', currency: 'KWD' }
    return {
      owner: organisationId,
      rex: await addCinema(writing, rex),
      lux: await addCinema(writing, lux),
      films: await filmIds(writing, organisationId, TITLES),
      source: await sourceId(writing, { organisationId, kind: 'file', name: 'Till' }),
    }
  })
  filmOf = new Map(TITLES.map((title) => [title, BigInt(String(ids.films.get(title)))]))
  let fact = 0
  const ticket = (title: string, more: object) => ({
    owner: Number(ids.owner),
    exhibitor: Number(ids.owner),
    source: Number(ids.source),
    fact: ++fact,
    cinema: Number(ids.rex),
    auditorium: 5,
    screening: 1,
    film: Number(filmOf.get(title)),
    channel: 'web',
    ticket_type: '成人 “A,B”',
    kind: 'sale',
    quantity: 1,
    price: 1000,
    currency: 'EUR',
    sold_at: '2026-11-20 10:00:00',
    sold_day: '2026-11-20',
    sold_minute: 700,
    starts_at: '2026-11-21 19:00:00',
    trading_day: DAY,
    start_hour: 20,
    seat: 'F12',
    ...more,
  })
  const week = { trading_day: '2026-11-14', starts_at: '2026-11-14 19:00:00', screening: 2 }
  const lux = { cinema: Number(ids.lux), currency: 'KWD', screening: 3 }
  const facts = [
    ...TITLES.map((title, at) => ticket(title, { quantity: at + 1, price: 110 * (at + 1) })),
    ...TITLES.slice(0, 3).map((title) => ticket(title, { ...week, price: 333 })),
    ticket('Ünïcode', { price: (LARGEST - 770n).toString() }),
    ticket('Plain', { ...lux, price: 1 }),
    ticket('Plain', { kind: 'refund', quantity: -1, price: -550 }),
  ]
  const body = facts.map((row) => JSON.stringify(row)).join('\n')
  await warehouse.insert({ table: 'ticket', token: 'files', body: `${body}\n` })
}, 120_000)
afterAll(() => served.close())

type Json = Readonly<Record<string, unknown>>

const EURO = { currency: 'EUR', from: DAY, to: DAY }
const QUESTIONS: Readonly<Record<string, Json>> = {
  'by film, held against the week before': {
    metrics: ['gross', 'admissions', 'averageTicketPrice', 'refundRate'],
    by: ['film'],
    compare: ['weekday', 'year'],
    ...EURO,
  },
  'by day and film of several currencies': {
    metrics: ['gross', 'sold', 'onlineShare'],
    by: ['tradingDay', 'currency', 'film', 'cinema'],
  },
  'by week': { metrics: ['admissions', 'gross'], grain: 'week', currency: 'EUR' },
  'the first of many': { metrics: ['gross'], by: ['film'], limit: 2, ...EURO },
  'in all': { metrics: ['gross', 'admissions'], ...EURO },
  'by things that are numbers or moments': {
    metrics: ['admissions', 'peoplePerScreening'],
    by: ['weekday', 'hour', 'startsAt', 'daysBefore'],
  },
  'of nothing': { metrics: ['gross'], by: ['film'], from: '2001-01-01', to: '2001-01-02' },
}

const address = (path: string, question: Json, more: Readonly<Record<string, string>> = {}) =>
  `${served.url}${path}?${new URLSearchParams({ q: JSON.stringify(question), ...more })}`

async function fileOf(question: Json, format: string, more = {}, path = '/v1/answers/file') {
  const response = await fetch(address(path, question, { format, ...more }))
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

type Row = Readonly<Record<string, unknown>>
type Cells = Readonly<Record<string, string | null>>

/** What a file must hold, from the answer in JSON: every cell as exact text. */
async function expected(question: Json): Promise<readonly Cells[]> {
  const response = await fetch(address('/v1/answers', question))
  const answer: { rows: Row[]; question: Json; currency?: string } = Object(await response.json())
  const asked = answer.question
  const metrics = listOf(asked['metrics'])
  const compare = listOf(asked['compare'])
  const money = metrics.some((id) => ['gross', 'averageTicketPrice'].includes(id))
  return answer.rows.map((row) => {
    const { compared = {}, ...plain } = row
    const cells: Record<string, string | null> = {}
    for (const [name, value] of Object.entries(plain)) cells[name] = textOf(value)
    if (money) cells['currency'] ??= answer.currency ?? null
    for (const span of compare) {
      const figures: Row = Object(Object(compared)[span])
      for (const id of metrics) cells[`${id}_${span}`] = textOf(figures[id])
    }
    return cells
  })
}

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : []

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return String(value)
  const { minor, currency }: { minor: string; currency: string } = Object(value)
  return moneyToDecimal({ minor: BigInt(minor), currency })
}

const whole = (value: string | null | undefined) => (value === '' ? null : (value ?? null))

/** Without the zeros behind a decimal's last digit, which are a column's and not the figure's. */
function plain(cells: Cells): Cells {
  const trim = (value: string | null) =>
    value?.includes('.') && /^-?\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : value
  return Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, trim(value)]))
}

test.each(Object.entries(QUESTIONS))('CSV says what JSON says: %s', async (_name, question) => {
  const text = Buffer.from(await fileOf(question, 'csv')).toString()
  const wanted = await expected(question)
  const guarded = (value: string | null) =>
    value !== null && /^[=+\-@]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value
  expect(csvRows(text)).toEqual(
    wanted.map((cells) =>
      Object.fromEntries(
        Object.entries(cells).map(([name, value]) => [name, guarded(value) || null]),
      ),
    ),
  )
})

/** RFC 4180, read by nobody of ours. */
function csvRows(text: string): readonly Cells[] {
  const lines: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    const line = lines.at(-1) ?? []
    const put = (more: string) => line.splice(-1, 1, (line.at(-1) ?? '') + more)
    if (letter === '"' && quoted && text[at + 1] === '"') {
      put('"')
      at++
    } else if (letter === '"') quoted = !quoted
    else if (quoted) put(letter ?? '')
    else if (letter === ',') line.push('')
    else if (letter === '\r' && text[at + 1] === '\n') {
      lines.push([''])
      at++
    } else put(letter ?? '')
  }
  const [head = [], ...rows] = lines.slice(0, -1)
  return rows.map((cells) =>
    Object.fromEntries(head.map((name, at) => [name, whole(cells[at])] as const)),
  )
}

test.each(Object.entries(QUESTIONS))('Parquet says what JSON says: %s', async (_name, question) => {
  const bytes = await fileOf(question, 'parquet')
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const { schema, key_value_metadata: keys = [] } = parquetMetadata(file)
  // The library turns decimals into floating point: the column is read as the bytes that it is.
  const scales = new Map(schema.map(({ name, scale }) => [name, scale]))
  const metadata = parquetMetadata(file)
  for (const element of metadata.schema) {
    if (element.converted_type !== 'DECIMAL') continue
    delete element.converted_type
    delete element.logical_type
  }
  const rows = await parquetReadObjects({ file, metadata, compressors })
  const found = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        parquetText(value, scales.get(name), name),
      ]),
    ),
  )
  const wanted = await expected(question)
  expect(found.map(plain)).toEqual(wanted.map((cells) => plain(typed(cells))))
  expect(JSON.parse(keys.find(({ key }) => key === 'question')?.value ?? '')).toMatchObject(
    question,
  )
})

/** Text that is not known is nothing in a typed column, and moments have milliseconds. */
function typed(cells: Cells): Cells {
  const { startsAt, daysBefore, ...rest } = cells
  return {
    ...rest,
    ...(startsAt !== undefined && { startsAt: startsAt?.replace('Z', '.000Z') ?? null }),
    ...(daysBefore !== undefined && { daysBefore: daysBefore === '' ? null : daysBefore }),
  }
}

function parquetText(value: unknown, scale: number | undefined, name: string): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Uint8Array) {
    const bits = value.reduce((sum, byte) => (sum << 8n) + BigInt(byte), 0n)
    return decimal(BigInt.asIntN(128, bits), scale ?? 0)
  }
  if (!(value instanceof Date)) return String(value)
  return name === 'startsAt' ? value.toISOString() : value.toISOString().slice(0, 10)
}

function decimal(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return value < 0n ? `-${text}` : text
}

test.each(Object.entries(QUESTIONS))('Arrow says what JSON says: %s', async (_name, question) => {
  const table = tableFromIPC(await fileOf(question, 'arrow'))
  const wanted = await expected(question)
  const found = Array.from({ length: table.numRows }, (_, at) =>
    Object.fromEntries(
      table.schema.fields.map(({ name, type }) => {
        const value: unknown = table.getChild(name)?.get(at) ?? null
        return [name, arrowText(value, String(type))]
      }),
    ),
  )
  expect(found.map(plain)).toEqual(wanted.map((cells) => plain(typed(cells))))
  expect(table.schema.metadata.get('question')).toBeDefined()
})

function arrowText(value: unknown, type: string): string | null {
  if (value === null) return null
  const scale = /^Decimal\[38e\+?(\d+)\]$/.exec(type)?.[1]
  if (scale !== undefined && value instanceof Uint32Array) {
    const bits = value.reduceRight((sum, word) => (sum << 32n) + BigInt(word), 0n)
    return decimal(BigInt.asIntN(128, bits), Number(scale))
  }
  if (type.startsWith('Date')) return new Date(Number(value)).toISOString().slice(0, 10)
  if (type.startsWith('Timestamp')) return new Date(Number(value)).toISOString()
  return String(value)
}

test.each(Object.entries(QUESTIONS))('Excel says what JSON says: %s', async (_name, question) => {
  const book = readBook(await fileOf(question, 'xlsx'), { raw: true })
  const sheet = book.Sheets['Figures'] ?? {}
  const rows: unknown[][] = utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null })
  const wanted = await expected(question)
  const names = csvRows(
    Buffer.from(await fileOf(question, 'csv'))
      .toString()
      .split('\r\n')[0] ?? '',
  )
  expect(names).toEqual([])
  const head = (
    Buffer.from(await fileOf(question, 'csv'))
      .toString()
      .split('\r\n')[0] ?? ''
  ).split(',')
  const found = rows
    .slice(1)
    .map((cells) => Object.fromEntries(head.map((name, at) => [name, excelText(cells[at], name)])))
  const blank = (cells: Cells) =>
    Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, value || null]))
  expect(found.map(plain).map(blank)).toEqual(wanted.map((cells) => blank(plain(typed(cells)))))
  const about: string[][] = utils.sheet_to_json(book.Sheets['About'] ?? {}, { header: 1 })
  expect(about.map(([title]) => title)).toEqual(
    expect.arrayContaining(['What this is', 'Trading days', 'As of', 'Sources', 'Question']),
  )
})

function excelText(value: unknown, name: string): string | null {
  if (value === null || value === undefined) return null
  if (typeof value !== 'number') return String(value)
  const isDay = name === 'tradingDay' || name === 'period'
  if (!isDay && name !== 'startsAt') return String(value)
  const iso = new Date(Math.round((value - 25_569) * 86_400_000)).toISOString()
  return isDay ? iso.slice(0, 10) : iso
}

test('tickets behind a number leave as a file too, every one', async () => {
  const question = { metrics: ['gross'], where: { film: [String(filmOf.get('Plain'))] } }
  const listed = await fetch(address('/v1/answers/tickets', question, { limit: '100' }))
  const { tickets, count }: { tickets: Row[]; count: number } = Object(await listed.json())
  const bytes = await fileOf(question, 'csv', {}, '/v1/answers/tickets/file')
  const rows = csvRows(Buffer.from(bytes).toString())
  expect(rows).toHaveLength(count)
  expect(rows.map((row) => [row['film'], row['quantity'], row['currency'], row['price']])).toEqual(
    tickets.map((one) => [
      one['film'],
      String(one['quantity']),
      Object(one['price']).currency,
      textOf(one['price']),
    ]),
  )
  expect(rows.map(({ startsAt, seat, kind }) => ({ startsAt, seat, kind }))).toEqual(
    tickets.map(({ startsAt, seat, kind }) => ({ startsAt, seat, kind })),
  )
})

test('a file says its name in the reader’s words, and nothing keeps it', async () => {
  const question = { metrics: ['gross', 'admissions'], by: ['film'], ...EURO }
  const response = await fetch(
    address('/v1/answers/file', question, { format: 'csv', lang: 'zh', bom: 'true' }),
  )
  const name = `filename*=UTF-8''${encodeURIComponent('按影片：分账票房、人次，2026-11-21.csv')}`
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="_2026-11-21.csv"; ${name}`,
  )
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect([...new Uint8Array(await response.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const zh = readBook(await fileOf(question, 'xlsx', { lang: 'zh' }))
  expect(zh.SheetNames).toEqual(['数据', '说明'])
  expect(zh.Sheets['数据']?.['A1'].v).toBe('影片')
})

test.each([
  ['q={', 400, 'question_malformed'],
  ['q={"metrics":["gross"]}', 400, 'question_malformed'],
  ['q={"metrics":["takings"]}&format=csv', 400, 'question_malformed'],
  ['q={"metrics":["gross"],"by":["film"],"limit":1000001}&format=csv', 400, 'question_malformed'],
  ['q={"metrics":["gross"],"by":["film"]}&format=csv', 422, 'currency_needed'],
  ['q={"metrics":["gross"],"basis":"reported:99"}&format=xlsx', 422, 'basis_unknown'],
])('%s is refused before the first byte', async (search, status, refusal) => {
  const response = await fetch(`${served.url}/v1/answers/file?${search}`)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(await response.json()).toMatchObject({ refusal })
})

test('a limit of a file may be larger than one of a page', async () => {
  const question = { metrics: ['gross'], by: ['film'], limit: 1_000_000, ...EURO }
  expect(csvRows(Buffer.from(await fileOf(question, 'csv')).toString())).toHaveLength(TITLES.length)
})
