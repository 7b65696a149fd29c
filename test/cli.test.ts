import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '#cli'
import { readEnvironment } from '#config'
import { tillFile } from '#test'

let folder: string
let data: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fullhouse-cli-'))
  data = join(folder, 'data')
  const row = {
    title: '=1+1, the film',
    date: 'Mar 16, 2018 5:00:00 PM',
    ticketType: 'Adult',
    quantity: 2,
    unitCents: 425,
  }
  await writeFile(join(folder, 'till.csv'), tillFile([row, { ...row, title: '十万灯火' }]))
  await writeFile(join(folder, 'other.csv'), 'a,b\n1,2\n')
  await writeFile(join(folder, 'days.csv'), 'Film,Day,Gross\nIda,2021-10-01,120.50\n')
  await writeFile(
    join(folder, 'days.yaml'),
    'name: days\ntable: box_office\ncurrency: CNY\nrows: [film, day]\nconstants: { territory: CN }\n' +
      'columns: { Film: film, Day: day, Gross: gross }\n',
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...words: readonly string[]) {
  const lines: string[] = []
  const notes: string[] = []
  const output = {
    out: (line: string) => lines.push(line),
    note: (line: string) => notes.push(line),
    progress: () => undefined,
  }
  const signal = new AbortController().signal
  const exit = await runCommandLine({ words, environment: readEnvironment(), output, signal })
  return { exit, out: lines.join('\n'), notes: notes.join('\n') }
}

test.each([
  [[], 'fullhouse COMMAND'],
  [['frobnicate'], 'no command “frobnicate”'],
  [['ask', '--metrics', 'grosss'], 'grosss'],
  [['ask', '--colour', 'red'], '--colour'],
  [['ask', '--metrics', 'gross', '--format', 'xml'], 'table, json, csv'],
  [['ask', '--metrics', 'gross', '--port', 'x'], '--port'],
  [['import'], 'Name a file'],
  [['import', '/nowhere/at/all.csv'], 'no file /nowhere'],
])('%j is asked wrongly, exits 2 and says so', async (words, say) => {
  const { exit, out, notes } = await run(...words)
  expect(exit).toBe(2)
  expect(out + notes).toContain(say)
})

test('import, ask and doctor by command', async () => {
  const where = ['--data', data]
  const cinema = ['--cinema', 'The Art', '--timezone', 'America/Chicago', '--currency', 'USD']
  const path = join(folder, 'till.csv')
  const unknown = await run('import', join(folder, 'other.csv'), ...where, ...cinema)
  expect([unknown.exit, unknown.notes]).toEqual([2, expect.stringContaining('a, b')])
  const idle = ['--territory', 'US']
  const imported = await run('import', path, ...where, ...cinema, ...idle, '--format', 'json')
  expect(imported.notes).toMatch(/till\.csv: not needed for this file, .*: --territory\.$/m)
  expect(imported.exit).toBe(0)
  const fates = { read: 2, accepted: 2, duplicate: 0, quarantined: 0, empty: 0 }
  expect(JSON.parse(imported.out)).toMatchObject(fates)
  const days = join(folder, 'days.csv')
  const mapping = ['--mapping', join(folder, 'days.yaml')]
  const country = await run('import', days, ...where, ...cinema, ...idle, ...mapping, '--dry-run')
  expect(country.notes).toMatch(/left aside: --cinema, --territory, --currency\.$/)
  const bare = await run('import', days, ...where, ...mapping, '--dry-run')
  expect([bare.exit, bare.notes]).toEqual([0, ''])
  const asked = ['ask', '--metrics', 'admissions,gross', '--by', 'film', '--order', 'film:asc']
  const csv = await run(...asked, ...where, '--format', 'csv')
  // A spreadsheet must not run a title as a formula.
  const [head, ...lines] = csv.out.split('\r\n')
  expect(head).toBe('film,filmId,currency,admissions,gross')
  const guarded = [/^"'=1\+1, the film",\d+,USD,2,8\.50$/, /^十万灯火,\d+,USD,2,8\.50$/]
  expect(lines).toHaveLength(2)
  for (const line of guarded) expect(lines).toContainEqual(expect.stringMatching(line))
  const json = JSON.parse((await run(...asked, ...where, '--format', 'json')).out)
  expect(json.rows).toHaveLength(2)
  expect(json.rows[0]).toMatchObject({
    filmId: expect.any(String),
    admissions: 2,
    gross: { minor: '850', currency: 'USD' },
  })
  const healthy = await run('doctor', ...where, '--format', 'json')
  expect([healthy.exit, healthy.out]).toEqual([0, expect.not.stringContaining('"well":false')])
}, 180_000)

test('what was asked becomes a file of any format, whole or not at all', async () => {
  const asked = ['ask', '--metrics', 'admissions,gross', '--by', 'film', '--data', data]
  const nowhere = await run(...asked, '--format', 'parquet')
  expect([nowhere.exit, nowhere.notes]).toEqual([2, 'Say where it goes: --out rows.parquet'])
  for (const format of ['csv', 'xlsx']) {
    const out = join(folder, `rows.${format}`)
    const kept = await run(...asked, '--format', format, '--limit', '20000', '--out', out)
    expect([kept.exit, kept.notes]).toEqual([0, `${out} is written.`])
    expect((await readFile(out)).length).toBeGreaterThan(50)
  }
  const rows = await readFile(join(folder, 'rows.csv'), 'utf8')
  expect(rows).toMatch(/^film,filmId,currency,admissions,gross\r\n(.+\r\n){2}$/)
  const tickets = await run(...asked, '--tickets', '--format', 'csv')
  expect(tickets.out.split('\r\n')).toHaveLength(3)
}, 180_000)
