import type { Reading } from '#files'
import type { LayoutContext } from '../layout.ts'
import type { Assigned, Column } from './assign-columns.ts'
import { assignColumns, tablesByScore } from './assign-columns.ts'
import { columnNames } from './column-names.ts'
import { profileOf } from './column-profile.ts'
import type { RuleContext, RuleSettled } from './column-rule.ts'
import { settleRule } from './column-rule.ts'
import type { Field } from './fields.ts'
import { FIELD_SHAPES, TABLE_SHAPES } from './fields.ts'
import { currencyOf, settleFile } from './file-questions.ts'
import { readHeader } from './header-concept.ts'
import type { ColumnsMapping, MappedTable } from './mapping.ts'
import { printMapping } from './mapping-text.ts'
import { nearLayout } from './near-layout.ts'
import type { Proposal, ProposalContext, ProposedColumn, Question } from './proposal.ts'
import { proposeRename } from './propose-rename.ts'
import { emptyRulesOf, rowsOf } from './row-meaning.ts'
import { sayLeftOut, sayRead } from './say-column.ts'
import { settleAmounts } from './settle-amounts.ts'
import { settleNames } from './settle-names.ts'
import { markSeen, settleMark } from './settle-numbers.ts'
import { shownCell } from './shown-value.ts'

/** Tables this near to each other are asked for. */
const TABLE_GAP = 1
const SURE_SCORE = 0.9

/**
 * Proposes how a file that is new might be read, from the words of its header and the values of its
 * first rows. What neither settles is asked; nothing is guessed.
 */
export function proposeMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  reading: Partial<Reading>,
  context: ProposalContext,
): Proposal {
  const near = nearLayout(header)
  const renamed = near && proposeRename(near, header, rows, reading, context)
  if (renamed) return renamed
  const columns = columnsIn(header, rows)
  const [best, second] = tablesByScore(columns)
  const table = best?.table ?? 'ticket'
  const isOpen = best && second && best.score - second.score < TABLE_GAP && best.score > 0
  const proposal = proposeFor(columns, table, reading, context)
  if (!isOpen) return proposal
  const choices = [best, second].map((one) => ({
    say: TABLE_SHAPES[one.table].label,
    value: one.table,
  }))
  const question: Question = { about: 'table', ask: 'What are the rows?', choices }
  return counted({ ...proposal, questions: [question, ...proposal.questions] })
}

/** The proposal for a table that somebody chose. */
export function proposeTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  reading: Partial<Reading>,
  context: ProposalContext,
  table: MappedTable,
): Proposal {
  return proposeFor(columnsIn(header, rows), table, reading, context)
}

function columnsIn(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Column[] {
  return columnNames(header).map((name, at) => ({
    name,
    at,
    header: readHeader(name),
    profile: profileOf(rows.map((cells) => cells[at] ?? '')),
  }))
}

function proposeFor(
  columns: readonly Column[],
  table: MappedTable,
  reading: Partial<Reading>,
  context: ProposalContext,
): Proposal {
  const named = settleNames(assignColumns(columns, table), table)
  const amounts = settleAmounts(named.assigned, table)
  const { assigned } = amounts
  // What the figures say by themselves need not be asked any more.
  const open = [...named.asked].filter(([column]) => !amounts.notes.has(column))
  const asked = new Map([...open, ...amounts.asked])
  const currency = currencyOf(assigned, columns, context) ?? context.currency
  const layout = layoutContext(context, currency)
  const ruleContext = (column: Column): RuleContext => ({
    table,
    currency,
    marks: marksOf(assigned, column, currency),
    dates: {
      others: columns
        .filter((one) => one !== column && one.profile.dates > 0.7)
        .map(({ profile }) => profile),
      weekdays: columns.find(({ profile }) => profile.weekdays > 0.7)?.profile,
      fileName: context.fileName,
    },
    layout,
    admissions: assigned.find(({ field }) => field === 'admissions')?.column,
    admissionsToDate: assigned.find(({ field }) => field === 'admissionsToDate')?.column,
  })
  const settled = new Map<Column, RuleSettled>()
  for (const { column, field } of assigned) {
    if (field) settled.set(column, settleRule(column, field, ruleContext(column)))
  }
  const proposed = assigned.map((one): ProposedColumn => {
    const found = settled.get(one.column)
    const first = one.column.profile.filled[0] ?? ''
    const fields = asked.get(one.column)
    if (fields) return askedColumn(one, fields, ruleContext(one.column), first)
    if (!found) {
      const reads = amounts.notes.get(one.column) ?? sayLeftOut(one, table)
      return { column: one.column.name, confidence: 'left_out', first, reads }
    }
    const { rule, question } = found
    const evidence = [found.evidence, amounts.notes.get(one.column)].filter(Boolean).join(', ')
    const shown = shownCell(rule, first, layout, table)
    return {
      column: one.column.name,
      confidence: question ? 'asked' : one.score >= SURE_SCORE ? 'sure' : 'likely',
      rule,
      first,
      reads: question ? question.ask : sayRead(one.column, rule, evidence, shown),
      ...(!question && { shown }),
      ...(question && { question }),
    }
  })
  const file = settleFile(assigned, columns, table, context)
  const ignore = proposed.flatMap(({ column, confidence }) =>
    confidence === 'left_out' ? [column] : [],
  )
  const mapping: ColumnsMapping = {
    name: nameFrom(context.fileName),
    ...(Object.keys(reading).length > 0 && { reading }),
    table,
    ...(file.about && { about: file.about }),
    ...(file.currency !== undefined && { currency: file.currency }),
    ...(file.timezone !== undefined && { timezone: file.timezone }),
    rows: rowsOf(assigned, table),
    scope: 'part',
    columns: proposed.flatMap(({ rule }) => (rule ? [rule] : [])),
    ...(ignore.length > 0 && { ignore }),
    constants: file.constants,
    empty: emptyRulesOf(assigned),
  }
  return counted({
    mapping,
    text: printMapping(mapping),
    table,
    looksLike: TABLE_SHAPES[table].label,
    columns: proposed,
    questions: file.questions,
    counts: { read: 0, leftOut: 0, asked: 0 },
  })
}

function askedColumn(
  { column }: Assigned,
  fields: readonly Field[],
  context: RuleContext,
  first: string,
): ProposedColumn {
  const choices = fields.map((field) => {
    const { rule } = settleRule(column, field, context)
    const shows = shownCell(rule, first, context.layout, context.table)
    return { say: FIELD_SHAPES[field].label, shows, rule }
  })
  const [one, two] = fields.map((field) => FIELD_SHAPES[field].label.toLowerCase())
  const ask = two === undefined ? `Is this the ${one}?` : `Is this the ${one}, or the ${two}?`
  return {
    column: column.name,
    confidence: 'asked',
    first,
    reads: ask,
    question: { about: 'column', ask, choices: [...choices, { say: 'Leave it out' }] },
  }
}

/** The decimal mark that another amount of the file can only have: one program prints one way. */
function marksOf(assigned: readonly Assigned[], self: Column, currency: string | undefined) {
  for (const { column, field } of assigned) {
    if (column === self || !field) continue
    const { kind } = FIELD_SHAPES[field]
    if (kind !== 'amount' && kind !== 'count') continue
    const seen = markSeen(column.profile)
    if (seen === '.' || seen === ',') return seen
    // A count that is grouped says which mark groups.
    const settled = settleMark(column.profile, kind === 'amount', currency, undefined)
    if (settled.mark) return settled.mark
  }
  return undefined
}

function layoutContext(context: ProposalContext, currency: string | undefined): LayoutContext {
  return {
    timezone: context.timezone ?? '',
    dayStartsAt: 6,
    currency: currency ?? '',
    territory: context.territory ?? '',
    fileName: context.fileName,
  }
}

/** A name for files of this kind: what stands before date and ending. */
export function nameFrom(fileName: string): string {
  const plain = fileName
    .replace(/(\.[a-z0-9]{2,7}){1,2}$/i, '')
    .replace(/[-_. ]*(19|20)\d{2}([-_.]?\d{2}){0,2}.*$/, '')
    .replace(/[-_. ]+/g, ' ')
    .trim()
  return plain === '' ? 'New mapping' : plain.slice(0, 100)
}

function counted(proposal: Proposal): Proposal {
  const { columns, questions } = proposal
  const of = (...kinds: readonly string[]) =>
    columns.filter(({ confidence }) => kinds.includes(confidence)).length
  const asked = of('asked') + questions.length
  return { ...proposal, counts: { read: of('sure', 'likely'), leftOut: of('left_out'), asked } }
}
