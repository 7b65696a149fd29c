import type { Reading } from '#files'
import { columnNames } from './column-names.ts'
import { compileMapping } from './compile-mapping.ts'
import type { RenameMapping } from './mapping.ts'
import { printMapping } from './mapping-text.ts'
import type { NearLayout } from './near-layout.ts'
import type { Proposal, ProposalContext, ProposedColumn } from './proposal.ts'

/** So many of the first rows must read as the layout reads them. */
const READ_SHARE_LEAST = 0.8

/** A known layout with some columns called otherwise, if the first rows do read as it. */
export function proposeRename(
  { layout, rename }: NearLayout,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  reading: Partial<Reading>,
  context: ProposalContext,
): Proposal | undefined {
  const mapping: RenameMapping = {
    name: layout.name,
    ...(Object.keys(reading).length > 0 && { reading }),
    layout: layout.id,
    rename,
  }
  const reader = compileMapping(mapping).reader(header, {
    timezone: context.timezone ?? layout.fixed?.timezone ?? 'UTC',
    dayStartsAt: 6,
    currency: context.currency ?? layout.fixed?.currency ?? 'EUR',
    territory: context.territory ?? layout.fixed?.territory ?? '',
    fileName: context.fileName,
  })
  const fates = rows.map((cells) => reader(cells).fate)
  const read = fates.filter((fate) => fate !== 'quarantined').length
  if (read < fates.length * READ_SHARE_LEAST || !fates.includes('row')) return undefined
  const names = columnNames(header)
  const columns = names.map((column, at): ProposedColumn => {
    const was = rename.find((one) => one.column === column)?.was
    const first = rows.find((cells) => (cells[at] ?? '').trim() !== '')?.[at] ?? ''
    if (was !== undefined) return { column, confidence: 'likely', first, reads: `Read as “${was}”` }
    const isKnown = layout.columns.includes(column)
    if (isKnown) return { column, confidence: 'sure', first, reads: 'As the layout reads it' }
    return { column, confidence: 'left_out', first, reads: 'The layout leaves it in the file' }
  })
  const of = (confidence: string) => columns.filter((one) => one.confidence === confidence).length
  const renamed = rename.map(({ column, was }) => `“${column}” for “${was}”`).join(', ')
  return {
    mapping,
    text: printMapping(mapping),
    table: layout.table,
    looksLike: `${layout.name}, with ${renamed}`,
    columns,
    questions: [],
    counts: { read: of('sure') + of('likely'), leftOut: of('left_out'), asked: 0 },
  }
}
