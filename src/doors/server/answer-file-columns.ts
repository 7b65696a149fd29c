import type { ColumnKind, WrittenCell, WrittenColumn, WrittenRow } from '#files'
import { currencyDigits, money } from '#kernel'
import type { Answer, AnswerRow, ComparisonId, DimensionId, Figure, MetricId, Unit } from '#metrics'
import type { FileWords } from './answer-file-words.ts'

type Head = Pick<Answer, 'question' | 'definitions' | 'currency'>

/** Where a column's cell stands in a row. */
export type FileColumn = WrittenColumn & { cell(row: AnswerRow): WrittenCell }

/** Dimensions that are named: their id stands beside. */
const NAMED: ReadonlySet<DimensionId> = new Set(['film', 'cinema', 'auditorium'])

const KINDS: Readonly<Partial<Record<DimensionId, ColumnKind>>> = {
  tradingDay: 'day',
  startsAt: 'moment',
  weekday: 'whole',
  hour: 'whole',
  daysBefore: 'whole',
  releaseDay: 'whole',
  releaseWeek: 'whole',
}

const FIGURE_KINDS: Readonly<Record<Unit, ColumnKind>> = {
  tickets: 'whole',
  screenings: 'whole',
  seats: 'whole',
  sites: 'whole',
  money: 'amount',
  share: 'share',
  change: 'share',
  ratio: 'number',
  people: 'number',
}

/** Room for the digits of every currency there is. */
const DIGITS_MAX = 4

/**
 * The columns of an answer in a file, each under the name that it has in JSON: `period`, what the
 * question splits by with the ids beside, the currency of the amounts, then each metric with what it
 * is compared with (`gross`, `gross_previous`).
 */
export function fileColumns(head: Head, words: FileWords): readonly FileColumn[] {
  const { by, grain, metrics } = head.question
  const asksMoney = metrics.some((id) => unitOf(head, id) === 'money')
  return [
    ...(grain ? [keyColumn('period', words.dimension('period'), 'day')] : []),
    ...by.flatMap((id) => dimensionColumns(id, words)),
    ...(asksMoney && !by.includes('currency') ? [currencyColumn(head, words)] : []),
    ...metrics.flatMap((id) => metricColumns(head, id, words)),
  ]
}

function dimensionColumns(id: DimensionId, words: FileWords): readonly FileColumn[] {
  const column = keyColumn(id, words.dimension(id), KINDS[id] ?? 'text')
  if (!NAMED.has(id)) return [column]
  return [column, keyColumn(`${id}Id`, `${words.dimension(id)} ID`, 'text')]
}

function keyColumn(name: string, title: string, kind: ColumnKind): FileColumn {
  return {
    name,
    title,
    kind,
    cell(row) {
      const value = row[name]
      if (value === undefined || value === null || typeof value === 'object') return null
      const text = String(value)
      if (kind === 'text') return text
      // What is not known is an empty text on the wire, and nothing in a typed column.
      if (text === '') return null
      return kind === 'whole' ? Number(text) : text
    },
  }
}

function currencyColumn({ currency, question }: Head, words: FileWords): FileColumn {
  const { metrics } = question
  return {
    name: 'currency',
    title: words.dimension('currency'),
    kind: 'text',
    cell(row) {
      const own = metrics.map((id) => row[id]).find((figure) => isAmount(figure))
      return isAmount(own) ? own.currency : (currency ?? null)
    },
  }
}

function metricColumns(head: Head, id: MetricId, words: FileWords): readonly FileColumn[] {
  const unit = unitOf(head, id)
  const kind = FIGURE_KINDS[unit]
  const digits = kind === 'amount' && { digits: digitsOf(head) }
  const title = words.metric(id, head.definitions)
  const compared = (comparison: ComparisonId): FileColumn => ({
    name: `${id}_${comparison}`,
    title: words.compared(title, comparison),
    kind,
    ...digits,
    cell: (row) => figureCell(row.compared?.[comparison]?.[id], kind),
  })
  return [
    { name: id, title, kind, ...digits, cell: (row) => figureCell(row[id], kind) },
    ...(head.question.compare ?? []).map(compared),
  ]
}

function unitOf({ definitions }: Head, id: MetricId): Unit {
  const definition = definitions.find((one) => one.id === id)
  if (!definition) throw new Error(`an answer does not say what ${id} is`)
  return definition.unit
}

function digitsOf({ currency, question }: Head): number {
  const code = currency ?? question.convert ?? question.currency
  return code === undefined || question.by.includes('currency') ? DIGITS_MAX : currencyDigits(code)
}

function figureCell(figure: AnswerRow[string] | undefined, kind: ColumnKind): WrittenCell {
  if (figure === null || figure === undefined) return null
  if (isAmount(figure)) return money(BigInt(figure.minor), figure.currency)
  if (typeof figure === 'object') return null
  return kind === 'whole' ? BigInt(figure) : Number(figure)
}

function isAmount(figure: unknown): figure is Extract<Figure, { readonly minor: string }> {
  return typeof figure === 'object' && figure !== null && 'minor' in figure
}

/** Rows of an answer as rows of a file. */
export async function* fileRows(
  columns: readonly FileColumn[],
  blocks: AsyncIterable<readonly AnswerRow[]>,
): AsyncGenerator<readonly WrittenRow[]> {
  for await (const rows of blocks) yield rows.map((row) => columns.map(({ cell }) => cell(row)))
}
