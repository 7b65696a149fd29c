import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Reader, Transaction } from '#store'
import type { Mapped, MappingSource } from '../resolve-layout.ts'
import { columnNames } from './column-names.ts'
import { compileMapping } from './compile-mapping.ts'
import type { Mapping } from './mapping.ts'
import { printMapping } from './mapping-text.ts'
import type { MappingView, SavedMapping } from './proposal.ts'
import { readMappingText } from './read-mapping.ts'

const COLUMNS = 'id, name, version, text, made_at'

const LATEST = `
  select distinct on (name) ${COLUMNS} from mapping where organisation_id = $1
  order by name, version desc`

const BY_NAME = `
  select ${COLUMNS} from mapping where name = $1 order by version desc, id desc limit 1`

const OF_ORGANISATION = `
  select ${COLUMNS} from mapping where organisation_id = $1 and name = $2
  order by version desc limit 1`

const EVERY_LATEST = `
  select distinct on (organisation_id, name) ${COLUMNS} from mapping
  order by organisation_id, name, version desc`

const ADD = `
  insert into mapping (organisation_id, name, version, text) values ($1, $2, $3, $4) returning id`

type MappingRow = { id: number; name: string; version: number; text: string; made_at: Date }

/**
 * Saves a mapping of an organisation: the next version of its name, or the one that is there where it
 * says the same.
 */
export async function saveMapping(
  transaction: Transaction,
  organisationId: number,
  mapping: Mapping,
): Promise<number> {
  const text = printMapping(mapping)
  const last = await transaction.row<MappingRow>(OF_ORGANISATION, organisationId, mapping.name)
  if (last?.text === text) return last.id
  const version = (last?.version ?? 0) + 1
  const values = [organisationId, mapping.name, version, text]
  const row = await transaction.row<{ id: number }>(ADD, ...values)
  if (!row) throw new Error('PostgreSQL returned no mapping')
  return row.id
}

/** The latest version of each mapping of an organisation, by name. */
export async function mappingViews(
  reader: Reader,
  organisationId: number,
): Promise<readonly MappingView[]> {
  const rows = await reader.rows<MappingRow>(LATEST, organisationId)
  return rows.flatMap((row) => {
    const saved = savedOf(row)
    if (!saved) return []
    const { text: _, mapping: __, ...view } = saved
    return [view]
  })
}

export async function mappingById(reader: Reader, id: number): Promise<SavedMapping | undefined> {
  const sql = `select ${COLUMNS} from mapping where id = $1`
  const row = await reader.row<MappingRow>(sql, id)
  return row && savedOf(row)
}

/** The latest version under that name. */
export async function mappingByName(
  reader: Reader,
  name: string,
): Promise<SavedMapping | undefined> {
  const row = await reader.row<MappingRow>(BY_NAME, name)
  return row && savedOf(row)
}

/** A version that this program cannot read any more is no mapping. */
function savedOf(row: MappingRow): SavedMapping | undefined {
  const read = readMappingText(row.text)
  if (!read.ok) return undefined
  const mapping = read.value
  const of = 'layout' in mapping ? { layout: mapping.layout } : { table: mapping.table }
  return {
    id: String(row.id),
    name: row.name,
    version: row.version,
    ...of,
    columns: compileMapping(mapping).columns,
    madeAt: row.made_at.toISOString(),
    text: row.text,
    mapping,
  }
}

/** Saved mappings as layouts. */
export const MAPPINGS: MappingSource = {
  async byId(reader, id): Promise<Outcome<Mapped, 'mapping_unknown'>> {
    const saved = await mappingById(reader, id)
    if (!saved) return refuse('mapping_unknown', `There is no mapping ${id}.`)
    return accept({ layout: compileMapping(saved.mapping), mappingId: id })
  },
  /** The one that explains most of the header, should several fit. */
  async fitting(reader, header) {
    const names = new Set(columnNames(header))
    const rows = await reader.rows<MappingRow>(EVERY_LATEST)
    const fitting = rows.flatMap((row) => {
      const saved = savedOf(row)
      return saved?.columns.every((column) => names.has(column)) ? [saved] : []
    })
    const [best] = fitting.toSorted((a, b) => b.columns.length - a.columns.length)
    return best && { layout: compileMapping(best.mapping), mappingId: Number(best.id) }
  },
}
