import type { RoomNamed } from '#venues'
import type { Warehouse } from '#warehouse'
import { factTableShape } from '#warehouse'
import type { PreparedRow } from './batch.ts'
import { correctedRows, decide } from './batch.ts'
import type { FactRow, Identity } from './fact-row.ts'
import { factId, factRow, namedColumns } from './fact-row.ts'
import type { Fates } from './import.ts'
import type { Layout } from './layout.ts'
import type { Readable, ReadRow } from './reading.ts'
import { portions } from './reading.ts'
import { roomSaid } from './room-said.ts'
import { ROWS_PER_BATCH } from './run-import.ts'
import type { CinemaSaid, FilmSaid, Said } from './said.ts'
import { factNamer, standingFor } from './standing-store.ts'
import { createTrialMemory } from './trial-memory.ts'

/** What one row would do. */
export type TriedRow = {
  readonly line: number
  readonly fate: 'new' | 'corrects' | 'duplicate' | 'quarantined' | 'empty'
  /** Why it is in quarantine, or the rule by which it is empty. */
  readonly say?: string
  readonly raw: string
  /** The facts, by column; film and cinema by name. */
  readonly facts: readonly Readonly<Record<string, string>>[]
}

/** What an import would do: every row's fate, counted, and the first rows as they would be read. */
export type Tried = Fates & {
  readonly corrected: number
  /** Facts that stand and that the file, being whole, lacks: they would be taken back. Capped. */
  readonly missing: number
  readonly firstRows: readonly TriedRow[]
  readonly firstQuarantined: readonly TriedRow[]
  /** Fewer than all rows were tried, since the file is long. */
  readonly partly: boolean
}

export type Trial = Readable & {
  readonly warehouse: Warehouse
  readonly layout: Layout
  readonly currency: string
  readonly territory: string
  /** Where facts may stand already; absent for a cinema or source that is new. */
  readonly place?: { readonly owner: number; readonly source: number; readonly cinema: number }
  /** Ids of films and cinemas that are known; others are new, and so are their facts. */
  readonly names: KnownNames
  /** So many rows at most. */
  readonly rowsMax: number
}

export type KnownNames = {
  films(films: readonly FilmSaid[]): Promise<(film: FilmSaid) => number>
  cinemas(cinemas: readonly CinemaSaid[]): Promise<(cinema: CinemaSaid) => number>
  /** By the ids of their cinemas; one that is new has 0. */
  rooms(rooms: readonly RoomNamed[]): Promise<Identity['room']>
}

const ROWS_SHOWN = 50

/** Tries an import without doing it: makes no film and no cinema, and writes no figure. */
export async function tryImport(trial: Trial): Promise<Tried> {
  const fates = { read: 0, accepted: 0, duplicate: 0, quarantined: 0, empty: 0 }
  let corrected = 0
  let partly = false
  const firstRows: TriedRow[] = []
  const firstQuarantined: TriedRow[] = []
  // What earlier portions of the file would have brought in by then, and how often each row came.
  const carried = new Map<string, FactRow>()
  const times = new Map<string, number>()
  const perPortion = Math.min(ROWS_PER_BATCH, trial.rowsMax)
  const memory = createTrialMemory(trial)
  for await (const { rows } of portions(trial, 0, perPortion, 'every row')) {
    const prepared = await prepare(trial, rows, times)
    const decision = decide(prepared, await standingOf(trial, prepared, carried))
    await memory.note(prepared)
    for (const { facts } of prepared) for (const { name, row } of facts) carried.set(name, row)
    corrected += correctedRows(decision, prepared)
    rows.forEach((row, at) => {
      const letter = decision.fates[at] ?? 'q'
      fates.read++
      fates[NAMED[letter as keyof typeof NAMED]]++
      if (firstRows.length < ROWS_SHOWN) firstRows.push(triedRow(trial, row, letter))
      const bad = letter === 'q' && firstQuarantined.length < ROWS_SHOWN
      if (bad) firstQuarantined.push(triedRow(trial, row, letter))
    })
    if (fates.read < trial.rowsMax) continue
    partly = true
    break
  }
  const missing = partly ? 0 : await memory.missing()
  await memory.forget()
  return { ...fates, corrected, missing, firstRows, firstQuarantined, partly }
}

const NAMED = {
  a: 'accepted',
  c: 'accepted',
  m: 'accepted',
  d: 'duplicate',
  q: 'quarantined',
  e: 'empty',
} as const

async function prepare(
  { layout, names, place, currency }: Trial,
  rows: readonly ReadRow[],
  times: Map<string, number>,
): Promise<PreparedRow[]> {
  const said = rows.flatMap(({ read }) => (read.fate === 'row' ? read.facts : []))
  const film = await names.films(
    said.flatMap((one) => ('film' in one && one.film ? [one.film] : [])),
  )
  const namedCinema = await names.cinemas(said.flatMap(({ cinema }) => (cinema ? [cinema] : [])))
  const { owner, source, cinema } = place ?? { owner: 0, source: 0, cinema: 0 }
  const room = await names.rooms(
    said.flatMap((one) => {
      const name = roomSaid(one)
      return name ? [{ cinemaId: one.cinema ? namedCinema(one.cinema) : cinema, name }] : []
    }),
  )
  const identity = { owner, source, cinema, currency, film, namedCinema, room }
  const nameOf = factNamer(factTableShape(layout.table))
  const counted = layout.meaning.rows === 'counted'
  return rows.map(({ read }): PreparedRow => {
    if (read.fate !== 'row') return { fate: read.fate, facts: [] }
    const facts = read.facts.map((one) => {
      const ordinal = counted ? (times.get(one.key) ?? 0) + 1 : 1
      if (counted) times.set(one.key, ordinal)
      const row = factRow(one, identity, factId(one, ordinal))
      return { name: nameOf(row), row }
    })
    return { fate: 'row', facts }
  })
}

async function standingOf(
  { warehouse, layout, place }: Trial,
  prepared: readonly PreparedRow[],
  carried: ReadonlyMap<string, FactRow>,
) {
  const facts = prepared.flatMap((row) => row.facts).map(({ row }) => row)
  const ofFile = new Map<string, FactRow>()
  for (const { name } of prepared.flatMap((row) => row.facts)) {
    const before = carried.get(name)
    if (before) ofFile.set(name, before)
  }
  if (!place) return ofFile
  const known = await standingFor(
    warehouse,
    factTableShape(layout.table),
    place,
    facts,
    layout.meaning,
  )
  return new Map([...known, ...ofFile])
}

const TRIED: Readonly<Record<string, TriedRow['fate']>> = {
  a: 'new',
  c: 'corrects',
  m: 'corrects',
  d: 'duplicate',
  q: 'quarantined',
  e: 'empty',
} satisfies Record<keyof typeof NAMED, TriedRow['fate']>

function triedRow(trial: Trial, { row, read }: ReadRow, letter: string): TriedRow {
  const say = read.fate === 'quarantined' ? read.say : read.fate === 'empty' ? read.rule : undefined
  return {
    line: row.line,
    fate: TRIED[letter] ?? 'quarantined',
    raw: row.raw.slice(0, RAW_SHOWN_MAX),
    ...(say !== undefined && { say }),
    facts: read.fate === 'row' ? read.facts.map((said) => shownFact(said, trial)) : [],
  }
}

const RAW_SHOWN_MAX = 2_000

/** A fact by column, with the names of film, cinema and auditorium in the place of their ids. */
function shownFact(said: Said, { currency }: Trial): Record<string, string> {
  const identity = {
    owner: 0,
    source: 0,
    cinema: 0,
    currency,
    film: () => 0,
    namedCinema: () => 0,
    room: () => 0,
  }
  const columns = namedColumns(factRow(said, identity, 0n), factTableShape(said.table))
  const { owner: _, source: __, fact: ___, ...shown } = columns
  return {
    ...shown,
    film: 'film' in said && said.film ? said.film.title : '',
    cinema: said.cinema?.name ?? '',
    ...('auditorium' in shown && { auditorium: roomSaid(said) }),
  }
}
