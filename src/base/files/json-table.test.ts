import { expect, test } from 'vitest'
import { detectReading } from './detect.ts'
import { otherTables } from './other-tables.ts'
import type { Reading } from './reading.ts'
import { cellsOf, encode, readAll, sourceOf } from './testing.ts'

async function reading(text: string | Uint8Array, name = 'x.json'): Promise<Reading> {
  const outcome = await detectReading(sourceOf(text), name)
  if (!outcome.ok) throw new Error(outcome.say)
  return outcome.value
}

const SCHEDULE = `{"date":"2025-12-14","summary":{"films":2},
 "stats":{"A":1,"B":2,"C":3,"D":4,"E":5,"F":6,"G":7,"H":8,"I":9},
 "movies":[{"id":1977633929036906496,"title":"AGAK LAEN","genres":["Drama","Comedy"],"country":null,
  "schedules":{"BANDUNG KOTA":[{"theatre":"X","rooms":[{"category":"2D","price":"Rp30.000",
    "all_showtimes":[{"time":"12:00","open":true},{"time":"14:30","open":false}]}]}],
   "AMBON":[{"theatre":"Y, Z","rooms":[{"category":"IMAX","price":1.10,
    "all_showtimes":[{"time":"20:15","status":1}]}]}]}},
  {"id":2,"title":"TANPA","schedules":{}}]}`

test('a schedule is unfolded to a row per showing, with what stands above it', async () => {
  const found = await reading(SCHEDULE)
  expect(found).toEqual({
    format: 'json',
    encoding: 'utf-8',
    path: 'movies[].schedules{}[].rooms[].all_showtimes[]',
  })
  const table = await readAll(sourceOf(SCHEDULE, 5), found)
  expect(table.header).toEqual([
    'date',
    'summary.films',
    'stats',
    'movies.id',
    'movies.title',
    'movies.genres',
    'movies.country',
    'schedules.key',
    'schedules.theatre',
    'rooms.category',
    'rooms.price',
    'all_showtimes.time',
    'all_showtimes.open',
    'all_showtimes.status',
  ])
  const film = ['1977633929036906496', 'AGAK LAEN', 'Drama; Comedy', '']
  const stats = 'A: 1; B: 2; C: 3; D: 4; E: 5; F: 6; G: 7; H: 8; I: 9'
  const above = ['2025-12-14', '2', stats, ...film]
  expect(cellsOf(table)).toEqual([
    [...above, 'BANDUNG KOTA', 'X', '2D', 'Rp30.000', '12:00', 'true', ''],
    [...above, 'BANDUNG KOTA', 'X', '2D', 'Rp30.000', '14:30', 'false', ''],
    [...above, 'AMBON', 'Y, Z', 'IMAX', '1.10', '20:15', '', '1'],
  ])
  expect(table.rows.map(({ line }) => line)).toEqual([2, 3, 4])
  const others = await otherTables(sourceOf(SCHEDULE), 'x.json')
  expect(others).toContainEqual({ path: 'movies[]', label: 'movies[] (2)' })
})

test('places are found: lists, objects whose names are data, lists of lists, one object', async () => {
  const cases: readonly (readonly [string, string, readonly string[], number])[] = [
    ['[{"a":1},{"b":2}]', '[]', ['a', 'b'], 2],
    ['{"year":2024,"days":[{"name":"x"},{"name":"y"}]}', 'days[]', ['year', 'days.name'], 2],
    ['{"A|B":{"lat":1},"C|D":{"lat":2}}', '{}', ['key', 'lat'], 2],
    ['{"data":{"rows":[[1,"x"],[2,"y"],[3,"z"]]}}', 'data.rows[]', ['rows.A', 'rows.B'], 3],
    ['{"film":"Dune","sold":12}', '', ['film', 'sold'], 1],
    ['["x","y"]', '[]', ['value'], 2],
    ['{"a.b":[{"c":1}]}', '"a.b"[]', ['a.b.c'], 1],
    ['{"a":{"i":[{"i":[{"v":1},{"v":2}]}]}}', 'a.i[].i[]', ['a.i.i.v'], 2],
    ['[]', '[]', [], 0],
  ]
  for (const [text, path, header, rows] of cases) {
    const found = await reading(text)
    const table = await readAll(sourceOf(text), { ...found, path })
    const seen = [text, found.path === path, table.header, table.rows.length]
    expect(seen).toEqual([text, true, header, rows])
  }
})

test('numbers keep every digit, and names that objects have by nature are names like others', async () => {
  const text =
    '[{"id":12345678901234567890,"price":1.10,"tiny":1e-7,"__proto__":{"x":1},"constructor":2}]'
  const table = await readAll(sourceOf(text), await reading(text))
  expect(table.header).toEqual(['id', 'price', 'tiny', '__proto__.x', 'constructor'])
  expect(cellsOf(table)).toEqual([['12345678901234567890', '1.10', '1e-7', '1', '2']])
  expect(Reflect.get({}, 'x')).toBeUndefined()
})

test('JSON comes in other encodings too', async () => {
  const text = '\ufeff[{"片名":"满江红"}]'
  const table = await readAll(
    sourceOf(encode(text, 'utf-16le')),
    await reading(encode(text, 'utf-16le')),
  )
  expect(cellsOf(table)).toEqual([['满江红']])
})

test('an object a line: columns of all lines, and a damaged line costs itself', async () => {
  const text =
    '{"film":"Dune","sold":1}\n{"film":"Tenet"\n\n{"film":"Tár","fee":{"hall":2}}\n[1]\n"x"\n{}'
  const found = await reading(text, 'x.ndjson')
  expect(found).toEqual({ format: 'ndjson', encoding: 'utf-8', path: '' })
  const table = await readAll(sourceOf(text, 9), found)
  expect(table.header).toEqual(['film', 'sold', 'fee.hall'])
  expect(cellsOf(table)).toEqual([
    ['Dune', '1', ''],
    'not_json',
    [''],
    ['Tár', '', '2'],
    'not_json',
    'not_json',
    ['', '', ''],
  ])
  expect(table.rows.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('several rows out of one line are told apart', async () => {
  const text =
    '{"film":"A","shows":[{"t":1},{"t":2}]}\n{"film":"B","shows":[]}\n{"film":"C","shows":[{"t":3}]}\n'
  const found = { format: 'ndjson', encoding: 'utf-8', path: 'shows[]' } as const
  const { rows } = await readAll(sourceOf(text), found)
  expect(rows.map(({ line, raw }) => [line, raw])).toEqual([
    [1, 'A,1'],
    [2, 'A,2'],
    [4, 'C,3'],
  ])
})

test('JSON that breaks off, or is nested without end, is refused', async () => {
  for (const text of [
    '[{"a":1},',
    '{"a":',
    `${'['.repeat(200_000)}`,
    `${'[{"a":'.repeat(50_000)}`,
  ]) {
    const outcome = await detectReading(sourceOf(text), 'x.json')
    expect(outcome).toMatchObject({ ok: false, refusal: 'file_unreadable' })
  }
})
