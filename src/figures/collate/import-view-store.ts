import type { Reading } from '#files'
import { moneyToWire } from '#kernel'
import type { Reader } from '#store'
import type { FactTable } from '#warehouse'
import { factTableShape } from '#warehouse'
import { decodeRow } from './fact-body.ts'
import { namedColumns } from './fact-row.ts'
import type { ChangeView, ImportState, ImportTotal, ImportView } from './import.ts'
import { layoutName } from './recognise.ts'

const VIEWS = `
  select i.*, i.first_day::text as first_day, i.last_day::text as last_day,
    (select count(*) from quarantine q
      where q.import_id = i.id and q.state = 'waiting') as waiting,
    f.bytes, c.name as cinema, s.name as source,
    coalesce((select json_agg(json_build_object('measure', t.measure, 'currency', t.currency,
        'value', trim_scale(t.value)::text) order by t.measure, t.currency)
      from import_total t where t.import_id = i.id), '[]') as totals
  from import i join source_file f on f.id = i.source_file_id
  join source s on s.id = i.source_id
  left join cinema c on c.id = i.cinema_id`

const CHANGES = `
  select c.number, c.place, c.line, c.before, c.after, i.fact_table
  from change c join import i on i.id = c.import_id
  where c.import_id = $1 and (c.number, c.place) > ($2, $3)
  order by c.number, c.place limit $4`

const FILMS = 'select id, title as name from film where id = any($1)'

const CINEMAS = 'select id, name from cinema where id = any($1)'

const NOTES = 'select line, say from import_note where import_id = $1 order by line limit $2'

const ROWS_SHOWN_MAX = 500

type ViewRow = {
  id: number
  state: ImportState
  file_name: string
  layout: string
  mapping_id: number | null
  source_id: number
  source: string
  fact_table: FactTable
  cinema_id: number | null
  cinema: string | null
  territory: string
  reading: Reading | null
  bytes: bigint
  bytes_read: bigint
  read: bigint
  accepted: bigint
  corrected: bigint
  duplicate: bigint
  quarantined: bigint
  empty: bigint
  withdrawn: bigint
  withdrawal_due: boolean
  waiting: bigint
  totals: { measure: string; currency: string; value: string }[]
  first_day: string | null
  last_day: string | null
  say: string | null
  created_at: Date
  finished_at: Date | null
}

/** The newest imports first. */
export async function importViews(reader: Reader, atMost: number): Promise<readonly ImportView[]> {
  const rows = await reader.rows<ViewRow>(`${VIEWS} order by i.id desc limit $1`, atMost)
  return rows.map(view)
}

export async function importView(reader: Reader, id: number): Promise<ImportView | undefined> {
  const row = await reader.row<ViewRow>(`${VIEWS} where i.id = $1`, id)
  return row && view(row)
}

/** What an import put in another's place or took back; from the one after `after` on. */
export async function changeViews(
  reader: Reader,
  importId: number,
  after: { readonly number: number; readonly place: number } = { number: 0, place: -1 },
): Promise<readonly ChangeView[]> {
  type Found = {
    line: bigint | null
    before: string
    after: string | null
    fact_table: FactTable
  }
  const { number, place } = after
  const rows = await reader.rows<Found>(CHANGES, importId, number, place, ROWS_SHOWN_MAX)
  const changes = rows.map((row) => {
    const shape = factTableShape(row.fact_table)
    return {
      ...(row.line !== null && { line: Number(row.line) }),
      before: namedColumns(decodeRow(row.before), shape),
      ...(row.after !== null && { after: namedColumns(decodeRow(row.after), shape) }),
    }
  })
  return withNames(reader, changes)
}

/** The facts with the names of film and cinema in the place of their ids; none for 0. */
async function withNames(
  reader: Reader,
  changes: readonly ChangeView[],
): Promise<readonly ChangeView[]> {
  const facts = changes.flatMap(({ before, after }) => (after ? [before, after] : [before]))
  const named = async (column: 'film' | 'cinema', sql: string) => {
    const ids = new Set(facts.map((fact) => Number(fact[column] ?? 0)))
    const rows = await reader.rows<{ id: number; name: string }>(sql, [...ids])
    return new Map(rows.map(({ id, name }) => [String(id), name]))
  }
  const [films, cinemas] = [await named('film', FILMS), await named('cinema', CINEMAS)]
  const written = (fact: ChangeView['before']) => ({
    ...fact,
    ...('film' in fact && { film: films.get(fact['film'] ?? '') ?? '' }),
    ...('cinema' in fact && { cinema: cinemas.get(fact['cinema'] ?? '') ?? '' }),
  })
  return changes.map(({ before, after, ...change }) => {
    return { ...change, before: written(before), ...(after && { after: written(after) }) }
  })
}

/** What of rows that count was left out. */
export async function importNotes(reader: Reader, importId: number) {
  type Found = { line: bigint; say: string }
  const rows = await reader.rows<Found>(NOTES, importId, ROWS_SHOWN_MAX)
  return rows.map(({ line, say }) => ({ line: Number(line), say }))
}

function view(row: ViewRow): ImportView {
  const totals = row.totals.map(
    ({ measure, currency, value }): ImportTotal => ({
      measure,
      value,
      ...(currency !== '' && { currency }),
    }),
  )
  return {
    id: String(row.id),
    state: row.state,
    fileName: row.file_name,
    bytes: Number(row.bytes),
    bytesRead: Number(row.bytes_read),
    layout: { id: row.layout, name: row.mapping_id ? row.source : layoutName(row.layout) },
    ...(row.mapping_id !== null && { mappingId: String(row.mapping_id) }),
    sourceId: String(row.source_id),
    source: row.source,
    table: row.fact_table,
    ...(row.cinema_id !== null && { cinemaId: String(row.cinema_id) }),
    ...(row.cinema !== null && { cinema: row.cinema }),
    ...(row.territory !== '' && { territory: row.territory }),
    ...(row.reading && { reading: row.reading }),
    read: Number(row.read),
    accepted: Number(row.accepted),
    corrected: Number(row.corrected),
    duplicate: Number(row.duplicate),
    quarantined: Number(row.quarantined),
    empty: Number(row.empty),
    withdrawn: Number(row.withdrawn),
    withdrawalDue: row.withdrawal_due,
    waiting: Number(row.waiting),
    totals,
    ...ledFigures(totals),
    createdAt: row.created_at.toISOString(),
    ...(row.finished_at && { finishedAt: row.finished_at.toISOString() }),
    ...(row.say !== null && { say: row.say }),
    ...(row.first_day !== null && { firstDay: row.first_day }),
    ...(row.last_day !== null && { lastDay: row.last_day }),
  }
}

/** Admissions, and gross where it is of one currency. */
function ledFigures(totals: readonly ImportTotal[]): Pick<ImportView, 'admissions' | 'gross'> {
  const admissions = totals.find(({ measure }) => measure === 'admissions')
  const gross = totals.filter(({ measure }) => measure === 'gross')
  const [only] = gross
  const amount =
    gross.length === 1 && only?.currency !== undefined
      ? moneyToWire({ minor: BigInt(only.value), currency: only.currency })
      : undefined
  return {
    ...(admissions && { admissions: Number(admissions.value) }),
    ...(amount && { gross: amount }),
  }
}
