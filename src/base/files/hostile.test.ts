import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGunzip, gzipSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, expect, test } from 'vitest'
import { csvRowsOf } from './csv-table.ts'
import { detectReading } from './detect.ts'
import { FileFault } from './file-fault.ts'
import { otherTables } from './other-tables.ts'
import type { ByteSource, Reading } from './reading.ts'
import { seekableCopy } from './seekable.ts'
import { encode, readAll, sourceOf, xlsxOf, zipOf } from './testing.ts'
import { inflatedPieces, plainPieces } from './unpack.ts'

const scratch = mkdtempSync(join(tmpdir(), 'fullhouse-scratch-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const lines = Array.from({ length: 2000 }, (_, n) => `Film ${n},2024-01-01,${n * 7919}`)
const csv = `${['film,day,sold', ...lines].join('\n')}\n`
const comma = { format: 'csv', encoding: 'utf-8', separator: ',', headerLine: 1 } as const

test('a packed file that is damaged is refused before a row is read', async () => {
  const packed = gzipSync(csv)
  const zip = Buffer.from(zipOf([{ name: 'a.csv', content: csv, stored: true }]))
  zip[zip.indexOf('Film 7,')] = 0x47
  const refused = { ok: false, say: expect.stringContaining('damaged or incomplete') }
  expect(await detectReading(sourceOf(zip), 'a.zip')).toMatchObject(refused)
  expect(await detectReading(sourceOf(packed.subarray(0, -20)), 'a.csv.gz')).toMatchObject(refused)
})

test('a packed file that breaks off gives the rows before, and says so in its last', async () => {
  const packed = gzipSync(csv)
  const cut = packed.subarray(0, packed.length / 2)
  const rows = await bothWays(cut, { ...comma, compression: 'gzip' })
  expect(rows.at(-1)?.fault).toBe('breaks_off')
  expect(rows.slice(0, -1).map(({ raw }) => raw)).toEqual(lines.slice(0, rows.length - 1))
})

test('damage within a zip is found by its sum, though every line reads well', async () => {
  const zip = Buffer.from(zipOf([{ name: 'a.csv', content: csv, stored: true }]))
  zip[zip.indexOf('Film 7,')] = 0x47
  const rows = await bothWays(zip, { ...comma, compression: 'zip', member: 'a.csv' })
  expect(rows).toHaveLength(2001)
  expect(rows.at(-1)?.fault).toBe('breaks_off')
})

/** The rows, which are the same however the bytes come. */
async function bothWays(bytes: Uint8Array, reading: Reading) {
  const { rows } = await readAll(sourceOf(bytes, 65_536), reading)
  expect((await readAll(sourceOf(bytes, 1013), reading)).rows).toEqual(rows)
  return rows
}

test('a file made to fill a disk stops being read', async () => {
  const zeros = gzipSync(Buffer.concat([Buffer.from('a,b\n1,2\n'), Buffer.alloc(8 * 1024 ** 2)]))
  const open = (free: number) =>
    inflatedPieces(plainPieces(sourceOf(zeros, 999)), createGunzip(), free)
  const comma = { encoding: 'utf-8', separator: ',', headerLine: 1 } as const
  const faults = async (free: number) => {
    const seen: unknown[] = []
    for await (const { rows } of csvRowsOf(open(free), comma)) {
      seen.push(...rows.map(({ fault }) => fault))
    }
    return seen
  }
  expect(await faults(1024 ** 2)).toEqual([undefined, undefined, 'too_large'])
  expect(await faults(64 * 1024 ** 2)).toEqual([undefined, undefined, 'too_long'])
})

test('a copy on disk is nobody else’s, and gone when it is closed', async () => {
  const source = { ...sourceOf(Buffer.alloc(20_000_000, 'film,sold\n'), 1_000_000), scratch }
  const copy = await seekableCopy(plainPieces(source), scratch)
  expect(readdirSync(scratch)).toEqual([])
  expect(Buffer.from(await copy.read(19_999_990, 100)).toString()).toBe('film,sold\n')
  await copy.close()
})

test('a sheet that breaks off says so', async () => {
  const row = '<row><c t="str"><v>film</v></c><c><v>1</v></c></row>'
  const book = xlsxOf([{ name: 'S', xml: `<sheetData>${row.repeat(5000)}</sheetData>` }])
  const cut = xlsxOf([{ name: 'S', xml: `<sheetData>${row.repeat(5000)}<!--` }])
  expect((await readAll(sourceOf(book), { format: 'xlsx', headerLine: 1 })).rows).toHaveLength(4999)
  const { rows } = await readAll(sourceOf(cut), { format: 'xlsx', headerLine: 1 })
  expect(rows.at(-1)?.fault).toBe('breaks_off')
})

test('entities and far cells of a workbook cost nothing', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
  const cells = '<c r="A1" t="str"><v>&b;</v></c><c r="ZZZZZZ1" t="str"><v>x</v></c>'
  const xml = `${bomb}<sheetData><row r="1">${cells}</row></sheetData>`
  const { header } = await readAll(sourceOf(xlsxOf([{ name: 'S', xml }])), { format: 'xlsx' })
  expect(header).toEqual(['&b;'])
})

const SEEDS: readonly (readonly [string, Uint8Array])[] = [
  ['a.csv', Buffer.from(csv.slice(0, 3000))],
  ['b.csv', encode('片名;票房\n满江红;12\n流浪地球;"13\n'.repeat(40), 'gb18030')],
  ['c.csv.gz', gzipSync(csv)],
  [
    'd.zip',
    zipOf([
      { name: 'a.csv', content: csv },
      { name: 'b.json', content: '[{"a":1}]' },
    ]),
  ],
  ['e.json', Buffer.from('{"days":[{"name":"x","n":1},{"name":"y","rooms":[1,2]}]}')],
  ['f.ndjson', Buffer.from('{"a":1}\n{"a":2}\n'.repeat(20))],
  [
    'g.xlsx',
    xlsxOf([{ name: 'S', xml: '<sheetData><row><c t="str"><v>film</v></c></row></sheetData>' }]),
  ],
  ['h.xls', workbook()],
  [
    'i.parquet',
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'n', data: [1, 2, 3] },
          { name: 't', data: ['a', 'b', null] },
        ],
      }),
    ),
  ],
]

function workbook(): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['film', 'sold'],
      ['Dune', 12.5],
    ]),
    'S',
  )
  return write(book, { type: 'buffer', bookType: 'biff8' })
}

test('whatever the bytes are, there are rows or a sentence', { timeout: 120_000 }, async () => {
  const damage = fc.record({
    seed: fc.constantFrom(...SEEDS),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
    cut: fc.option(fc.nat()),
    more: fc.uint8Array({ maxLength: 40 }),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ seed: [name, original], changes, cut, more }) => {
      const bytes = Buffer.concat([original, more])
      for (const [at, value] of changes) bytes[at % bytes.length] = value
      const end = cut === null ? bytes.length : cut % (bytes.length + 1)
      await rowsOrSentence(sourceOf(bytes.subarray(0, end), 97), name)
    }),
    { numRuns: 250 },
  )
})

test('bytes at random are no table, or one that says what is wrong with it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom('x', 'x.csv', 'x.json'),
      async (bytes, name) => rowsOrSentence(sourceOf(bytes, 31), name),
    ),
    { numRuns: 150 },
  )
})

async function rowsOrSentence(source: ByteSource, name: string): Promise<void> {
  const outcome = await detectReading(source, name)
  if (!outcome.ok) {
    expect(outcome.say).toMatch(/^[\p{Lu}\p{Lt}\p{Lo}\w\p{S}\p{P}].*\.$/u)
    return
  }
  await otherTables(source, name)
  try {
    for (const row of (await readAll(source, outcome.value)).rows) {
      expect(row.cells === undefined).toBe(row.fault !== undefined)
    }
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault
    expect(fault.message).toMatch(/\.$/)
  }
}
