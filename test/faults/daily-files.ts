import type { Random } from '#kernel'
import { seededRandom } from '#kernel'

/** A row that cannot count as it is written, and how somebody settles it. */
export type BadRow = {
  readonly line: number
  readonly way: 'rule' | 'cells' | 'aside'
  readonly found: string
  readonly meant: string
  readonly cells: readonly string[]
}

/** A country's box office, the whole of its days. */
export type DailyFile = {
  readonly name: string
  readonly text: string
  readonly rows: number
  readonly bad: readonly BadRow[]
  /** What stands once all its rows are settled, by fact. */
  readonly standing: ReadonlyMap<string, string>
}

/** Files of the same days, one after the other; each says anew what is so. */
export type DailyFiles = {
  next(): DailyFile
  settled(file: DailyFile): void
  /** What must stand in the end. */
  standing(): ReadonlyMap<string, string>
}

export const BAD_COLUMN = 'gross_usd'
const HEADER = [
  'date',
  'title',
  'release_id',
  BAD_COLUMN,
  'theaters',
  'gross_to_date_usd',
  'day_of_release',
  'distributor',
]
const DAYS = 120
const FILMS = 40
const FIRST_MS = Date.UTC(2017, 0, 1)
const DAY_MS = 86_400_000
/** Of the rows of a file so many are left out, so that thousands of facts are taken back at once. */
const LEFT_OUT = 0.55
const CHANGED = 0.2
const BAD_ROWS = 7
const WAYS = ['rule', 'cells', 'aside'] as const

export function dailyFiles(seed: string): DailyFiles {
  const random = seededRandom(`${seed} daily`)
  const gross = new Map<number, number>()
  let files = 0
  let standing: ReadonlyMap<string, string> = new Map()
  return {
    next: () => write(random, gross, ++files),
    settled: (file) => {
      standing = file.standing
    },
    standing: () => standing,
  }
}

function write(random: Random, gross: Map<number, number>, place: number): DailyFile {
  const lines = [HEADER.join(',')]
  const standing = new Map<string, string>()
  const bad: BadRow[] = []
  // Every second file is clean: it takes back what it lacks as soon as it is read.
  const badRows = place % 2 === 0 ? 0 : BAD_ROWS
  for (let number = 0; number < DAYS * FILMS; number++) {
    const film = number % FILMS
    // One film is there every day, so that each day is one that the file names.
    if (film > 0 && random.next() < LEFT_OUT) continue
    if (!gross.has(number) || random.next() < CHANGED) gross.set(number, random.whole(1, 9_000_000))
    const dollars = gross.get(number) ?? 0
    const { cells, facts } = describe(number, dollars)
    const isBad = film > 0 && bad.length < badRows && random.next() < 0.01
    if (!isBad) {
      lines.push(cells.join(','))
      for (const [key, value] of facts) standing.set(key, value)
      continue
    }
    const way = WAYS[bad.length % WAYS.length] ?? 'aside'
    // Another in each file: a rule stays, and would mend the next file's before anybody saw them.
    const found = `lost ${place}-${bad.length}`
    const line = lines.push(cells.map((cell, at) => (at === 3 ? found : cell)).join(','))
    bad.push({ line, way, found, meant: String(dollars), cells })
    if (way !== 'aside') for (const [key, value] of facts) standing.set(key, value)
  }
  const text = `${lines.join('\n')}\n`
  return { name: `daily-${place}.csv`, text, rows: lines.length - 1, bad, standing }
}

function describe(number: number, dollars: number) {
  const [day, film] = [Math.floor(number / FILMS), number % FILMS]
  const date = new Date(FIRST_MS + day * DAY_MS).toISOString().slice(0, 10)
  const [title, code, sites] = [`Film ${film}`, `rl${film}`, 100 + film]
  const toDate = dollars + day
  const figures = [dollars, sites, toDate].map(String)
  const cells = [date, title, code, ...figures, String(day + 1), 'Someone']
  const key = (measure: string, kind: string) => [code, date, measure, kind].join('|')
  const facts = [
    [key('gross', 'day'), `${dollars}00`],
    [key('sites', 'day'), String(sites)],
    [key('gross', 'to_date'), `${toDate}00`],
  ] as const
  return { cells, facts }
}
