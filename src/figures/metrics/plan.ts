import { literal } from '#warehouse'
import type { Column } from './column.ts'
import { columnName, isMoney } from './column.ts'
import { coverageSql } from './coverage.ts'
import { keysOf } from './ground.ts'
import type { Measure } from './metric.ts'
import { indent, select } from './part.ts'
import { completenessParts } from './parts-completeness.ts'
import { listingParts } from './parts-listing.ts'
import { reportedParts } from './parts-reported.ts'
import { ticketParts } from './parts-tickets.ts'
import type { Question } from './question.ts'
import { metricById } from './registry.ts'
import type { RateTable, Setting, Variant } from './setting.ts'
import type { Draft, Span, Whole } from './statement.ts'
import { gatheredSql, statement } from './statement.ts'
import { weekBefore } from './variant.ts'
import { WHOLES, wholeQuestion } from './whole.ts'

/** How a question is answered: from which tables, by which statement. */
export type Plan = {
  readonly question: Question
  /** Each read of a table, and what for. */
  readonly reads: readonly { readonly table: string; readonly why: string; readonly sql: string }[]
  readonly sql: string
}

/**
 * Plans a question. Everything is one statement: the rows of every span in their order, the others
 * beyond the limit, the total, and which cinemas, sources and currencies are in it. Films and cinemas
 * that are one are counted under the id of their group.
 */
export function planQuestion(question: Question, setting: Setting): Plan {
  const metrics = question.metrics.map(metricById)
  const needed = new Set(metrics.flatMap(({ needs }) => needs))
  const wholes = [...needed].filter((measure) => measure in WHOLES)
  // What is left of sales and refunds says whether there is a row at all.
  const plain = [...needed].filter((measure) => !(measure in WHOLES))
  const needs = new Set<Measure>(['sold', 'refunded', ...plain])
  const spans = spansOf(question, setting, needs)
  const whole = wholes.length > 0 ? wholeOf(question, setting, wholes) : undefined
  const draft: Draft = {
    question,
    metrics,
    spans,
    columns: columnsOf(spans, needs),
    coverage: coverageSql(question, setting, {
      variants: coveredVariants(spans, needs),
      ofWhole: wholes.some(isMoney),
    }),
    converts: setting.rates !== undefined,
    commons: [
      ...(setting.rates ? [ratesSql(setting.rates)] : []),
      ...(whole ? [`wholes as (\n${indent(wholesSql(whole, setting))}\n)`] : []),
    ],
    ...(whole && { whole }),
  }
  const reads = [...spans, ...(whole?.spans ?? [])].flatMap(({ variant, parts }, at) =>
    parts.map(({ table, why, sql }) => {
      const of = at < spans.length ? why : `${why}, the whole`
      return { table, why: variant.id === 'now' ? of : `${of}, ${variant.id}`, sql }
    }),
  )
  return { question, reads, sql: statement(draft) }
}

/** Every span of which there are amounts. */
function coveredVariants(spans: readonly Span[], needs: ReadonlySet<Measure>): readonly Variant[] {
  const asked = spans.map(({ variant }) => variant)
  const endless = asked.map(({ from: _from, ...variant }) => variant)
  return [
    ...asked,
    ...(needs.has('before_gross') ? asked.map(weekBefore) : []),
    ...(needs.has('life_gross') ? endless : []),
  ]
}

/** The span asked, and each it is held against, with the parts that answer it. */
function spansOf(
  question: Question,
  setting: Setting,
  needs: ReadonlySet<Measure>,
): readonly Span[] {
  const { from, to } = question
  const now: Variant = {
    id: 'now',
    shift: [],
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
  return [now, ...setting.comparisons].map((variant) => ({
    variant,
    parts: setting.reporter
      ? reportedParts(question, setting, variant, needs)
      : [
          ...ticketParts(question, setting, variant, needs),
          ...listingParts(question, setting, variant, needs),
          ...completenessParts(question, setting, variant, needs),
        ],
  }))
}

function columnsOf(spans: readonly Span[], needs: ReadonlySet<Measure>): readonly Column[] {
  return spans.flatMap(({ variant, parts }) =>
    [...needs].map((measure) => {
      const sql = parts.map(({ gives }) => gives.get(measure)).find((one) => one !== undefined)
      return {
        name: columnName(measure, variant),
        measure,
        gathering: sql?.startsWith('set_') ? 'set' : sql?.startsWith('most_') ? 'most' : 'sum',
        money: isMoney(measure),
      } as const
    }),
  )
}

function wholeOf(question: Question, setting: Setting, measures: readonly Measure[]): Whole {
  const asked = wholeQuestion(question)
  const from = measures.flatMap((measure) => WHOLES[measure]?.from ?? [])
  const needs = new Set<Measure>(['sold', ...from])
  const spans = spansOf(asked, setting, needs)
  return { keys: keysOf(asked), spans, columns: columnsOf(spans, needs), measures }
}

function wholesSql({ keys, spans, columns, measures }: Whole, setting: Setting): string {
  const converts = setting.rates !== undefined
  const made = spans.flatMap(({ variant }) =>
    measures.map((measure) => {
      const { from = [], sql = '' } = WHOLES[measure] ?? {}
      const written = from.reduce(
        (text, one) =>
          text.replace(new RegExp(`\\b${one}\\b`), `parts_of.${columnName(one, variant)}`),
        sql,
      )
      return `${written} as ${columnName(measure, variant)}`
    }),
  )
  return select(
    [...keys, ...made],
    `from (\n${indent(gatheredSql({ spans, keys, columns, converts }))}\n) as parts_of`,
  )
}

function ratesSql({ factors }: RateTable): string {
  const rows = factors.map(
    ({ currency, day, factor }) =>
      `(${literal.text(currency)}, ${literal.text(day)}, ${literal.text(factor)})`,
  )
  const listed = rows.length > 0 ? rows.join(', ') : `('', '1970-01-01', '0')`
  return `rates as (
  select rate.1 as currency, toDate(rate.2) as day, toDecimal256(rate.3, 24) as factor
  from (select arrayJoin([${listed}]) as rate)
)`
}
