import type { ImportView } from '#collate'
import type { MangleImporter } from './mangle-importer.ts'
import type { Ledger, TrueFate } from './mangle-rows.ts'
import type { WrittenFile } from './mangle-write.ts'

/** How the rows of one kind fared. */
export type KindCount = {
  readonly kind: string
  readonly fate: TrueFate
  readonly written: number
  /** Fared otherwise than they must. */
  readonly wrong: number
}

/** What came of a file, beside what must have come of it. */
export type Verdict = {
  /** Rows that are sound, and of them those that count, exactly. */
  readonly sound: number
  readonly soundLost: number
  readonly damaged: number
  readonly damagedAccepted: number
  readonly facts: number
  readonly kinds: readonly KindCount[]
  /** Whatever is not as it must be, in words; the first of each kind. */
  readonly complaints: readonly string[]
}

const COMPLAINTS_EACH_MAX = 5
const FILMS_AT_ONCE = 100

/** Holds an import against what was written, row by row and fact by fact. */
export async function judge(
  importer: MangleImporter,
  ledger: Ledger,
  written: WrittenFile,
  view: ImportView,
): Promise<Verdict> {
  const complaints: string[] = []
  const lines = await quarantinedLines(importer, view)
  const kinds = countKinds(written, lines, complaints)
  checkFates(written, view, complaints)
  const { lost, facts } = await compareFacts(importer, ledger, view, complaints)
  const { fates } = written
  const strayed = kinds
    .filter(({ fate }) => fate !== 'quarantined' && fate !== 'open')
    .reduce((sum, { wrong }) => sum + wrong, 0)
  return {
    sound: fates.accepted + fates.duplicate,
    soundLost: strayed + lost,
    damaged: fates.quarantined,
    damagedAccepted: kinds
      .filter(({ fate }) => fate === 'quarantined')
      .reduce((sum, { wrong }) => sum + wrong, 0),
    facts,
    kinds,
    complaints,
  }
}

async function quarantinedLines(importer: MangleImporter, { id }: ImportView) {
  const rows = await importer.store<{ line: bigint; reason: string; say: string; raw: string }>(
    'select line, reason, say, left(raw, 100) as raw from quarantine where import_id = $1',
    Number(id),
  )
  return new Map(rows.map((row) => [Number(row.line), row]))
}

type Lines = Awaited<ReturnType<typeof quarantinedLines>>

/** Each row in quarantine must be a damaged one, and each damaged one must be there. */
function countKinds({ struck, fates }: WrittenFile, lines: Lines, complaints: string[]) {
  const kinds = new Map<string, { fate: TrueFate; written: number; wrong: number }>()
  const left = new Map(lines)
  const count = (kind: string, fate: TrueFate, written: number, wrong: number) => {
    const before = kinds.get(kind) ?? { fate, written: 0, wrong: 0 }
    kinds.set(kind, { fate, written: before.written + written, wrong: before.wrong + wrong })
    return before.wrong < COMPLAINTS_EACH_MAX
  }
  for (const { line, kind, fate } of struck) {
    const there = left.get(line)
    left.delete(line)
    const wrong = fate !== 'open' && (fate === 'quarantined') !== (there !== undefined)
    const few = count(kind, fate, 1, wrong ? 1 : 0)
    if (!wrong || !few) continue
    const what = there ? `is in quarantine: ${there.say}` : 'is not in quarantine'
    complaints.push(`line ${line}, ${kind}, ${what}`)
  }
  const plain = fates.accepted - struck.filter(({ fate }) => fate === 'accepted').length
  count('untouched', 'accepted', plain, left.size)
  for (const { line, say, raw } of [...left.values()].slice(0, COMPLAINTS_EACH_MAX)) {
    complaints.push(`line ${line}, untouched, is in quarantine: ${say} ${JSON.stringify(raw)}`)
  }
  return [...kinds].map(([kind, one]): KindCount => ({ kind, ...one }))
}

/** A row of which nobody can know may fare either way, so the counts have room for those. */
function checkFates(written: WrittenFile, view: ImportView, complaints: string[]): void {
  const { fates, rows, corrected } = written
  const { read, accepted, duplicate, quarantined, empty } = view
  if (view.state !== 'done') complaints.push(`the import is ${view.state}: ${view.say}`)
  if (read !== rows) complaints.push(`${read} rows read of ${rows} written`)
  if (accepted + duplicate + quarantined + empty !== read) complaints.push('fates do not add up')
  const within = (name: string, found: number, wanted: number, room: number) => {
    if (found >= wanted && found <= wanted + room) return
    complaints.push(`${found} rows ${name}, not ${wanted}`)
  }
  within('accepted', accepted, fates.accepted, fates.open)
  within('duplicate', duplicate, fates.duplicate, fates.open)
  within('quarantined', quarantined, fates.quarantined, fates.open)
  within('empty', empty, fates.empty, 0)
  within('corrected', view.corrected, corrected, fates.open)
}

type Found = { readonly key: string; readonly value: string }

/** All that the source says in the warehouse, by name, against what it must say. */
async function compareFacts(
  importer: MangleImporter,
  { family, standing, open }: Ledger,
  view: ImportView,
  complaints: string[],
) {
  let [facts, wrong, invented] = [0, 0, 0]
  const complain = (times: number, say: string) => {
    if (times < COMPLAINTS_EACH_MAX) complaints.push(say)
  }
  const seen = new Set<string>()
  for await (const { key, value } of factsOf(importer, family.table, view)) {
    facts++
    const wanted = standing.get(key)
    if (wanted === undefined) {
      if (open.get(key)?.has(value)) continue
      complain(invented++, `nobody said ${key}: ${value}`)
      continue
    }
    seen.add(key)
    if (wanted !== value) complain(wrong++, `${key} is ${value}, not ${wanted}`)
  }
  let missing = 0
  for (const key of standing.keys()) if (!seen.has(key)) complain(missing++, `${key} is missing`)
  return { facts, lost: missing + wrong + invented }
}

async function* factsOf(
  importer: MangleImporter,
  table: 'ticket' | 'box_office',
  view: ImportView,
): AsyncGenerator<Found> {
  const place = `source = ${view.sourceId}${view.cinemaId ? ` and cinema = ${view.cinemaId}` : ''}`
  const films = await importer.warehouse<{ film: number }>(
    `select distinct film from ${table} where ${place} order by film`,
  )
  const named = await importer.store<{ id: number; title: string; told_apart: string }>(
    'select id, title, told_apart from film',
  )
  const titles = new Map(named.map((one) => [one.id, one]))
  for (let at = 0; at < films.length; at += FILMS_AT_ONCE) {
    const some = films.slice(at, at + FILMS_AT_ONCE).map(({ film }) => film)
    const where = `${place} and film in (${some.join(', ')})`
    const rows = await importer.warehouse<Record<string, string>>(FACTS[table](where))
    for (const row of rows) {
      const film = titles.get(Number(row['film']))
      const title = table === 'ticket' ? `${film?.title}` : `${film?.title}#${film?.told_apart}`
      yield { key: `${title}|${row['rest']}`, value: plainFigures(row['figures'] ?? '') }
    }
  }
}

const FACTS = {
  ticket: (where: string) => `
    select film, concat(toString(starts_at), '|', ticket_type, '|', toString(kind)) as rest,
      concat(toString(sum(quantity)), '|', toString(sum(price))) as figures
    from ticket where ${where} group by film, rest having sum(quantity) != 0`,
  box_office: (where: string) => `
    select film, concat(toString(first_day), '|', measure, '|', toString(kind)) as rest,
      toString(sum(value)) as figures
    from box_office where ${where} group by film, rest having sum(weight) != 0`,
}

function plainFigures(text: string): string {
  return text.replace(/\.0+$/, '').replace(/(\.\d*?)0+$/, '$1')
}
