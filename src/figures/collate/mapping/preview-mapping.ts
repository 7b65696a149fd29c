import type { FileRow } from '#files'
import type { LayoutContext } from '../layout.ts'
import { columnNames } from './column-names.ts'
import type { Columns } from './columns.ts'
import { columnsOf } from './columns.ts'
import { compileMapping } from './compile-mapping.ts'
import type { Field } from './fields.ts'
import { FIELD_SHAPES, TABLE_SHAPES } from './fields.ts'
import type { ColumnsMapping, Mapping } from './mapping.ts'
import { printMapping } from './mapping-text.ts'
import type { MappingPreview, PreviewRow } from './proposal.ts'
import type { Row } from './row.ts'
import { shownValue } from './shown-value.ts'

const ROWS_SHOWN = 30

/** The first rows of a file as a mapping reads them. */
export function previewMapping(
  mapping: Mapping,
  header: readonly string[],
  rows: readonly FileRow[],
  context: LayoutContext,
): MappingPreview {
  const reader = compileMapping(mapping).reader(header, context)
  const counts = { read: 0, row: 0, empty: 0, quarantined: 0 }
  const shown: PreviewRow[] = []
  const fields = 'columns' in mapping ? fieldsOf(mapping) : []
  const cellsOf = 'columns' in mapping ? cellReader(mapping, header, context, fields) : () => []
  for (const row of rows) {
    const read = row.cells ? reader(row.cells) : undefined
    const fate = read?.fate ?? 'quarantined'
    counts.read++
    counts[fate]++
    if (shown.length === ROWS_SHOWN) continue
    const say = read === undefined ? 'The row cannot be cut into cells.' : sayOf(read)
    const notes = read?.fate === 'row' ? (read.notes ?? []) : []
    const cells = row.cells && fate !== 'empty' ? cellsOf(row.cells) : []
    shown.push({ line: row.line, fate, ...(say !== undefined && { say }), notes, cells })
  }
  return {
    mapping,
    text: printMapping(mapping),
    header: columnNames(header),
    fields: fields.map((field) => ({ field, label: FIELD_SHAPES[field].label })),
    rows: shown,
    counts,
  }
}

function sayOf(read: ReturnType<ReturnType<ReturnType<typeof compileMapping>['reader']>>) {
  if (read.fate === 'quarantined') return read.say
  return read.fate === 'empty' ? read.rule : undefined
}

/** The fields a mapping reads, in the order of their table. */
function fieldsOf({ table, columns }: ColumnsMapping): readonly Field[] {
  const mapped = new Set(columns.map(({ field }) => field))
  return TABLE_SHAPES[table].fields.filter((field) => mapped.has(field))
}

/** Each field of a row by itself: what cannot be read shows nothing, and the others still show. */
function cellReader(
  mapping: ColumnsMapping,
  header: readonly string[],
  context: LayoutContext,
  fields: readonly Field[],
) {
  const columns: Columns = columnsOf(mapping, header, context)
  const names = columnNames(header)
  const places = new Map(mapping.columns.map(({ field, column }) => [field, names.indexOf(column)]))
  const rule = {
    timezone: mapping.timezone ?? context.timezone,
    currency: mapping.currency ?? context.currency,
  }
  let turn = 0
  return (cells: readonly string[]) => {
    const row: Row = { cells, turn: ++turn, fault: undefined }
    return fields.map((field) => ({
      field,
      shown: shownValue(columns, field, row, rule) ?? '',
      cell: cells[places.get(field) ?? -1] ?? '',
    }))
  }
}
