import { tidyText } from '#kernel'
import type { About, Layout, LayoutContext, Meaning, RowRead, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import { LAYOUTS } from '../layouts/index.ts'
import { columnNames } from './column-names.ts'
import type { Columns } from './columns.ts'
import { columnsOf } from './columns.ts'
import type { Field } from './fields.ts'
import { FIELD_SHAPES } from './fields.ts'
import type { ColumnsMapping, EmptyRule, Mapping, RenameMapping } from './mapping.ts'
import type { Read, Row } from './row.ts'
import { SAID_BY_TABLE } from './said-by-table.ts'

/** Layouts made of a mapping have this id; which mapping it was, the import keeps. */
export const MAPPING_LAYOUT_ID = 'mapping'

/** A mapping as a layout, which is all that the importer knows. */
export function compileMapping(mapping: Mapping): Layout {
  return 'layout' in mapping ? renamed(mapping) : mapped(mapping)
}

function mapped(mapping: ColumnsMapping): Layout {
  const { currency, timezone } = mapping
  const territory = mapping.constants.find(({ field }) => field === 'territory')?.value
  const fixed = {
    ...(territory !== undefined && { territory }),
    ...(currency !== undefined && { currency }),
    ...(timezone !== undefined && { timezone }),
  }
  return {
    id: MAPPING_LAYOUT_ID,
    version: 1,
    name: mapping.name,
    table: mapping.table,
    about: aboutOf(mapping),
    meaning: meaningOf(mapping),
    columns: mapping.columns.map(({ column }) => column),
    ignored: ignoredBy(mapping),
    ...(Object.keys(fixed).length > 0 && { fixed }),
    ...(mapping.reading && { reading: mapping.reading }),
    reader: (header, context) => readerOf(mapping, header, context),
  }
}

/** Columns that the mapping knows without reading facts from them. */
function ignoredBy({ ignore = [], empty }: ColumnsMapping): readonly string[] {
  return [...ignore, ...empty.flatMap(({ blank = [], column = [] }) => [...blank, column].flat())]
}

/** Fields by which a key fixes the day of its fact. */
const OF_A_DAY: ReadonlySet<Field> = new Set([
  'startsAt',
  'startDay',
  'tradingDay',
  'day',
  'firstDay',
  'soldAt',
  'soldDay',
])

function meaningOf({ rows, scope }: ColumnsMapping): Meaning {
  // What equal counted rows have in common is all of them, their day too.
  if (rows === 'counted') return { rows, scope }
  return { rows: 'keyed', scope, dayless: !rows.some((field) => OF_A_DAY.has(field)) }
}

function aboutOf({ table, about, columns }: ColumnsMapping): About {
  const has = (wanted: string) => columns.some(({ field }) => field === wanted)
  if (has('cinema')) return 'nothing'
  if (table !== 'box_office') return 'cinema'
  return has('territory') ? 'nothing' : (about ?? 'territory')
}

/** The layout itself, with the header's new names read as the ones it knows. */
function renamed({ name: _, layout: id, rename, reading }: RenameMapping): Layout {
  const layout = LAYOUTS.find((one) => one.id === id)
  if (!layout) throw new Error(`There is no layout ${id}`)
  const old = new Map(rename.map(({ column, was }) => [column, was]))
  const now = new Map(rename.map(({ column, was }) => [was, column]))
  const known = (header: readonly string[]) =>
    columnNames(header).map((name) => old.get(name) ?? name)
  return {
    ...layout,
    columns: layout.columns.map((name) => now.get(name) ?? name),
    ...(reading && { reading: { ...layout.reading, ...reading } }),
    reader: (header, context) => layout.reader(known(header), context),
  }
}

function readerOf(
  mapping: ColumnsMapping,
  header: readonly string[],
  context: LayoutContext,
): RowReader {
  const columns = columnsOf(mapping, header, context)
  const said = SAID_BY_TABLE[mapping.table]({
    mapping,
    columns,
    context,
    key: keyOf(mapping, columns),
  })
  const names = columnNames(header)
  const rules = mapping.empty.map((rule) => emptyRule(rule, names))
  const row: Row = { cells: [], turn: 0, fault: undefined }
  const wrong = wrongColumns(mapping, names)
  return (cells): RowRead => {
    if (cells.every((cell) => cell === '' || cell.trim() === '')) {
      return { fate: 'empty', rule: 'a blank line' }
    }
    for (const rule of rules) if (rule(cells)) return { fate: 'empty', rule: rule.says }
    if (cells.length !== names.length) {
      const fault = wrong(cells)
      if (fault) return fault
    }
    row.cells = cells
    row.turn++
    row.fault = undefined
    const facts = said(row)
    if (row.fault) return row.fault
    if (facts === undefined || facts.length === 0)
      return { fate: 'empty', rule: 'no figure at all' }
    return { fate: 'row', facts }
  }
}

/** Names a row among those of its cinema: by the fields that tell rows apart, or by all it says. */
function keyOf({ rows, columns: rules }: ColumnsMapping, columns: Columns): Read<string> {
  const fields = rows === 'counted' ? rules.map(({ field }) => field) : rows
  const places = (['cinema', 'city'] as const).filter((one) => columns.has(one))
  const reads = [...new Set([...fields, ...places])].map(columns.canonical)
  return (row) => {
    const parts: string[] = []
    for (const read of reads) parts.push(read(row) ?? '')
    return parts.join('\u001f')
  }
}

function emptyRule({ rule, blank, column, is }: EmptyRule, names: readonly string[]) {
  if (blank) {
    const places = blank.map((name) => names.indexOf(name)).filter((at) => at >= 0)
    const test = (cells: readonly string[]) =>
      places.length > 0 && places.every((at) => (cells[at] ?? '').trim() === '')
    return Object.assign(test, { says: rule })
  }
  const at = names.indexOf(column ?? '')
  const texts = new Set(is?.map(tidyText))
  const test = (cells: readonly string[]) => at >= 0 && texts.has(tidyText(cells[at] ?? ''))
  return Object.assign(test, { says: rule })
}

/** A row with more cells is whole if the others are blank; one with fewer was cut off. */
function wrongColumns({ columns }: ColumnsMapping, names: readonly string[]) {
  const amounts = new Set(
    columns
      .filter(({ field }) => FIELD_SHAPES[field].kind === 'amount')
      .map(({ column }) => names.indexOf(column)),
  )
  return (cells: readonly string[]) => {
    const more = cells.slice(names.length)
    if (cells.length > names.length && more.every((cell) => cell.trim() === '')) return undefined
    const last = cells.at(-1)?.trim() ?? ''
    if (cells.length < names.length && amounts.has(cells.length - 1) && /(^|[.,\s])$/.test(last)) {
      const say = 'The row ends in the middle of a price. The file may have been cut off.'
      return quarantined('columns_wrong', say)
    }
    const say = `The row has ${cells.length} cells where the header has ${names.length}.`
    return quarantined('columns_wrong', `${say} It may be cut off.`)
  }
}
