import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProposalContext, ProposedColumn } from './proposal.ts'
import { proposeMapping } from './propose-mapping.ts'

/** A file whose columns somebody said by hand, to hold proposals against. Its values are invented. */
export type Unseen = {
  readonly id: string
  readonly from: string
  readonly fileName: string
  readonly table: string
  readonly context: Partial<ProposalContext>
  readonly expected: readonly {
    readonly column: string
    /** Several where either does; null where it stays in the file. */
    readonly field: string | null
    /** How its first value is to be read. */
    readonly first?: string
  }[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type Graded = {
  readonly set: string
  readonly column: string
  readonly grade: 'right' | 'asked' | 'wrong'
  readonly found: string
  readonly expected: string
}

export function unseenSets(folder: string): readonly Unseen[] {
  const path = join(import.meta.dirname, folder)
  return readdirSync(path)
    .toSorted()
    .map((name) => ({
      id: name.replace('.json', ''),
      // The files are our own and of this very shape.
      ...(JSON.parse(readFileSync(join(path, name), 'utf8')) as Omit<Unseen, 'id'>),
    }))
}

/** Every column of a set: read as somebody said, asked, or wrong. */
export function gradeSet(set: Unseen): readonly Graded[] {
  const context = { fileName: set.fileName, timezone: 'UTC', ...set.context }
  const proposal = proposeMapping(set.header, set.rows, {}, context)
  const tableOpen = proposal.questions.some(({ about }) => about === 'table')
  return set.expected.map(({ column, field, first }, at): Graded => {
    const found = proposal.columns[at]
    if (found === undefined) throw new Error(`${set.id} has no column ${at}`)
    const said = field === null ? ['null'] : field.split('|')
    const isRight =
      said.includes(fieldOf(found)) &&
      (first === undefined || found.rule === undefined || found.shown === first)
    const isAsked = found.question !== undefined || tableOpen
    return {
      set: set.id,
      column,
      grade: isAsked ? 'asked' : isRight ? 'right' : 'wrong',
      found: `${fieldOf(found)} ${found.shown ?? ''}`,
      expected: `${said.join(' or ')} ${first ?? ''}`,
    }
  })
}

function fieldOf(column: ProposedColumn): string {
  return column.rule?.field ?? 'null'
}

export function tally(graded: readonly Graded[]) {
  const of = (grade: string) => graded.filter((one) => one.grade === grade).length
  return {
    sets: new Set(graded.map(({ set }) => set)).size,
    columns: graded.length,
    right: of('right'),
    asked: of('asked'),
    wrong: of('wrong'),
  }
}
