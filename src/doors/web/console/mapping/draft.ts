import type {
  Choice,
  ColumnOptions,
  ColumnRule,
  ColumnsMapping,
  Field,
  Mapping,
  ProposedColumn,
  Question,
} from '#collate/pure'
import { FIELD_SHAPES, MAPPED_TABLES, TABLE_SHAPES } from '#collate/pure'
import type { ReadingWish } from '../wire/imports.ts'
import type { Proposal } from '../wire/mappings.ts'

export type DraftColumn = ProposedColumn & {
  /** Said by a person: what the proposal wrote of it no longer holds. */
  readonly byHand?: true
}

/** A mapping in the making: what was proposed, what was answered since, and what is still asked. */
export type Draft = {
  readonly base: ColumnsMapping
  readonly columns: readonly DraftColumn[]
  /** About the file as a whole. */
  readonly questions: readonly Question[]
  readonly answers: ReadonlyMap<Question, Choice>
}

/** A proposal to work on; undefined for a known layout of which columns were renamed. */
export function draftOf({ mapping, columns, questions }: Proposal): Draft | undefined {
  if ('layout' in mapping) return undefined
  return { base: mapping, columns, questions, answers: new Map() }
}

/** The mapping as it stands, whether it reads the file yet or not. */
export function mappingOf(draft: Draft, name: string, reading: ReadingWish): Mapping {
  const { columns } = draft
  const { ignore: _, ...base } = draft.base
  const rules = columns.flatMap(({ rule }) => (rule ? [rule] : []))
  const ignore = columns.flatMap(({ column, confidence }) =>
    confidence === 'left_out' ? [column] : [],
  )
  const fields = new Set([
    ...rules.map(({ field }) => field),
    ...base.constants.map(({ field }) => field),
  ])
  return {
    ...base,
    name,
    reading: { ...base.reading, ...reading },
    rows: keyOf(base.rows, fields),
    columns: rules,
    ...(ignore.length > 0 && { ignore }),
  }
}

/** What tells one row from another, where it is in the file. */
const TELLING: readonly Field[] = [
  'film',
  'filmCode',
  'cinema',
  'city',
  'territory',
  'startsAt',
  'startDay',
  'startTime',
  'tradingDay',
  'auditorium',
  'day',
  'firstDay',
  'lastDay',
  'period',
  'card',
  'orderReference',
]

function keyOf(rows: ColumnsMapping['rows'], fields: ReadonlySet<Field>): ColumnsMapping['rows'] {
  if (rows === 'counted') return rows
  const key = [...new Set([...rows, ...TELLING])].filter((field) => fields.has(field))
  return key.length === 0 ? 'counted' : key
}

/** How many questions nobody has answered. */
export function openQuestions({ columns, questions, answers }: Draft): number {
  return (
    questions.length -
    answers.size +
    columns.filter(({ question }) => question !== undefined).length
  )
}

/** The column becomes a field, or is left out. A field stands in one column: another gives it up. */
export function become(draft: Draft, name: string, field: Field | undefined): Draft {
  const columns = draft.columns.map((column): DraftColumn => {
    if (column.column === name) return settled(column, field && ruleFor(column, field))
    return field !== undefined && column.rule?.field === field ? settled(column, undefined) : column
  })
  return { ...draft, columns }
}

/** The answer to what was asked of a column. */
export function answerColumn(draft: Draft, name: string, choice: Choice): Draft {
  const field = choice.rule?.field
  const columns = draft.columns.map((column): DraftColumn => {
    if (column.column === name) return settled(column, choice.rule, choice.shows)
    return field !== undefined && column.rule?.field === field ? settled(column, undefined) : column
  })
  return { ...draft, columns }
}

/** How the cells of a column are read. */
export function readColumn(draft: Draft, name: string, options: ColumnOptions): Draft {
  const columns = draft.columns.map((column): DraftColumn => {
    const { rule } = column
    if (column.column !== name || !rule) return column
    return settled(column, { column: rule.column, field: rule.field, ...options })
  })
  return { ...draft, columns }
}

/** The answer to a question about the whole file. */
export function answerFile(draft: Draft, question: Question, choice: Choice): Draft {
  const answers = new Map([...draft.answers, [question, choice] as const])
  return { ...withAnswer(draft, question.about, choice), answers }
}

function withAnswer(draft: Draft, about: Question['about'], choice: Choice): Draft {
  const { base } = draft
  const { constant, value } = choice
  if (constant?.field === 'territory') return ofTerritory(draft, constant.value)
  if (constant) {
    const others = base.constants.filter(({ field }) => field !== constant.field)
    return { ...draft, base: { ...base, constants: [...others, constant] } }
  }
  if (value === undefined) return draft
  switch (about) {
    case 'currency':
      return { ...draft, base: { ...base, currency: value } }
    case 'timezone':
      return { ...draft, base: { ...base, timezone: value } }
    case 'territory':
      return value === 'cinema' ? ofOneCinema(draft) : ofTerritory(draft, value)
    case 'table': {
      const table = MAPPED_TABLES.find((one) => one === value)
      return table === undefined ? draft : ofTable(draft, table)
    }
    default:
      return draft
  }
}

function ofTerritory(draft: Draft, value: string): Draft {
  const { about: _, ...base } = draft.base
  const others = base.constants.filter(({ field }) => field !== 'territory')
  return { ...draft, base: { ...base, constants: [...others, { field: 'territory', value }] } }
}

function ofOneCinema(draft: Draft): Draft {
  const constants = draft.base.constants.filter(({ field }) => field !== 'territory')
  return { ...draft, base: { ...draft.base, constants, about: 'cinema' } }
}

/** Another kind of facts: columns whose field it does not have are left out. */
export function ofTable(draft: Draft, table: ColumnsMapping['table']): Draft {
  const { fields } = TABLE_SHAPES[table]
  const columns = draft.columns.map((column) =>
    column.rule && !fields.includes(column.rule.field) ? settled(column, undefined) : column,
  )
  const constants = draft.base.constants.filter(({ field }) => fields.includes(field))
  return { ...draft, base: { ...draft.base, table, constants }, columns }
}

function settled(column: DraftColumn, rule: ColumnRule | undefined, shown?: string): DraftColumn {
  return {
    column: column.column,
    first: column.first,
    reads: '',
    confidence: rule ? 'sure' : 'left_out',
    byHand: true,
    ...(rule && { rule }),
    ...(shown !== undefined && { shown }),
  }
}

/** What was found out of the column's cells holds on where the new field is read the same way. */
function ruleFor({ column, rule, question }: DraftColumn, field: Field): ColumnRule {
  const offered = question?.choices.find((choice) => choice.rule?.field === field)?.rule
  if (offered) return offered
  const before = rule ?? question?.choices.find((choice) => choice.rule)?.rule
  const kind = FIELD_SHAPES[field].kind
  if (!before || FIELD_SHAPES[before.field].kind !== kind) return { column, field }
  return { ...before, field }
}
