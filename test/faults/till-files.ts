import type { Random } from '#kernel'
import { seededRandom } from '#kernel'
import type { TillRow } from '#test'
import { TILL_HEADER, tillLine } from '#test'

export type Fates = {
  readonly read: number
  readonly accepted: number
  readonly duplicate: number
  readonly quarantined: number
  readonly empty: number
}

export type Sum = { readonly admissions: number; readonly cents: number }

export type Totals = {
  /** By title, and by the first day of the month of the trading day. */
  readonly byFilm: ReadonlyMap<string, Sum>
  readonly byMonth: ReadonlyMap<string, Sum>
}

export type TillFile = { readonly name: string; readonly text: string; readonly fates: Fates }

/** Files of one till, one after the other, and what they come to if nothing ever goes wrong. */
export type TillFiles = {
  next(): TillFile
  totals(): Totals
}

/** The till's clock knows no summer time, so that its days can be reckoned without a time zone. */
export const TILL_TIMEZONE = 'Asia/Shanghai'
export const TILL_CURRENCY = 'CNY'

export const NEW_ROWS = 40_000
const OLD_ROWS = 3_000
const FIRST_SHOWING_MS = Date.UTC(2001, 0, 1)
const SHOWING_EVERY_MS = 20 * 60_000
const DAY_STARTS_MS = 6 * 3_600_000
const TITLES = [
  'The Salt Road',
  'Orbit of Ida',
  'Café “Lumière”',
  'Marrow, Part 2',
  '十万灯火',
  'A "Quiet" Harbour',
  'Seven Lamps',
]
const TYPES = [
  ['Adult', 4_500],
  ['Student', 2_825],
  ['Evening, 3D', 10_050],
  ['Comp', 0],
] as const

/** A row that no cinema could count, each for another reason. */
const BAD_LINES = [
  'x,A film,A film,"Mar 16, 0216 5:00:00 PM",Adult,1,8,8',
  'x,A film,A film,"Feb 30, 2018 5:00:00 PM",Adult,1,8,8',
  'x,A film,A film,"Mar 16, 2018 5:00:00 PM",Adult,1,8,9',
  'x,A film,A film,"Mar 16, 2018 5:00:00 PM",Adult,one,8,8',
  'x,A film',
]
const EMPTY_LINES = [',,,,,,,', '']

export function tillFiles(seed: string): TillFiles {
  const random = seededRandom(`${seed} till`)
  const ledger = createLedger()
  let files = 0
  return {
    next: () => ({ name: `till-${++files}.csv`, ...write(random, ledger, files) }),
    totals: () => ledger.totals,
  }
}

/**
 * What the till has said so far. Showings are numbered through, four rows each; so a row's number is
 * its identity, and what stands under it is only how many were sold.
 */
function createLedger() {
  const standing: number[] = []
  const byFilm = new Map<string, Sum>()
  const byMonth = new Map<string, Sum>()
  const add = (sums: Map<string, Sum>, name: string, tickets: number, unitCents: number) => {
    const { admissions, cents } = sums.get(name) ?? { admissions: 0, cents: 0 }
    sums.set(name, { admissions: admissions + tickets, cents: cents + tickets * unitCents })
  }
  return {
    totals: { byFilm, byMonth },
    rows: () => standing.length,
    quantity: (row: number) => standing[row] ?? 0,
    /** The fate of a row that says so many were sold. */
    tell(row: number, quantity: number): 'accepted' | 'duplicate' {
      const before = standing[row]
      if (before === quantity) return 'duplicate'
      standing[row] = quantity
      const { title, unitCents } = describe(row, quantity)
      add(byFilm, title, quantity - (before ?? 0), unitCents)
      add(byMonth, monthOf(row), quantity - (before ?? 0), unitCents)
      return 'accepted'
    },
  }
}

type Ledger = ReturnType<typeof createLedger>

function write(random: Random, ledger: Ledger, place: number): Omit<TillFile, 'name'> {
  const fates = { read: 0, accepted: 0, duplicate: 0, quarantined: 0, empty: 0 }
  const lines = [TILL_HEADER]
  const put = (line: string, fate: Exclude<keyof Fates, 'read'>) => {
    lines.push(line)
    fates.read++
    fates[fate]++
  }
  const say = (row: number, quantity: number) =>
    put(tillLine(describe(row, quantity)), ledger.tell(row, quantity))
  const again = (row: number) => {
    const changed = random.next() < 0.3
    say(row, changed ? random.whole(1, 120) : ledger.quantity(row))
  }
  const first = ledger.rows()
  if (place > 1) {
    // Corrections of a stretch of an earlier file, between rows that stand as they were.
    const from = random.whole(0, first - OLD_ROWS)
    for (let row = from; row < from + OLD_ROWS; row++) again(row)
  }
  for (let row = first; row < first + NEW_ROWS; row++) {
    say(row, random.whole(1, 120))
    const chance = random.next()
    if (chance < 0.005) put(random.pick(BAD_LINES), 'quarantined')
    else if (chance < 0.01) put(random.pick(EMPTY_LINES), 'empty')
    else if (chance < 0.03) again(random.whole(first, row))
  }
  return { text: `${lines.join('\n')}\n`, fates }
}

function describe(row: number, quantity: number): TillRow {
  const showing = Math.floor(row / TYPES.length)
  const [ticketType, unitCents] = TYPES[row % TYPES.length] ?? TYPES[0]
  const title = TITLES[showing % TITLES.length] ?? ''
  return { title, date: momentText(showing), ticketType, quantity, unitCents }
}

/** The till's wall clock, written into a Date as if it were UTC. */
function startOf(showing: number): Date {
  return new Date(FIRST_SHOWING_MS + showing * SHOWING_EVERY_MS)
}

function momentText(showing: number): string {
  const at = startOf(showing)
  const [, day, month, year] = at.toUTCString().split(/,? /)
  const hour = at.getUTCHours()
  const two = (part: number) => String(part).padStart(2, '0')
  const time = `${hour % 12 || 12}:${two(at.getUTCMinutes())}:00 ${hour < 12 ? 'AM' : 'PM'}`
  return `${month} ${Number(day)}, ${year} ${time}`
}

function monthOf(row: number): string {
  const start = startOf(Math.floor(row / TYPES.length))
  return `${new Date(start.getTime() - DAY_STARTS_MS).toISOString().slice(0, 7)}-01`
}
