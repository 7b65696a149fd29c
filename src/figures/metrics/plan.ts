import { literal } from '#warehouse'
import type { Column } from './column.ts'
import { columnName, isMoney } from './column.ts'
import { coverageSql } from './coverage.ts'
import type { Gathered, Span } from './gather.ts'
import { gatheredSql } from './gather.ts'
import { keysOf } from './ground.ts'
import type { Measure } from './metric.ts'
import { indent, partSql, select } from './part.ts'
import { completenessParts } from './parts-completeness.ts'
import { listingParts } from './parts-listing.ts'
import { reportedParts, reporterCondition } from './parts-reported.ts'
import { ticketParts } from './parts-tickets.ts'
import type { Question } from './question.ts'
import { metricById } from './registry.ts'
import type { RateTable, Setting, Variant } from './setting.ts'
import type { Draft } from './statement.ts'
import { statement } from './statement.ts'
import { nowOf, weekBefore } from './variant.ts'
import { isOwnWhole, needsWholes, WHOLES, wholeQuestion, wholeSql } from './whole.ts'

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
  const wholes = needsWholes(needed)
  const asked = wholeQuestion(question)
  const ofRows = isOwnWhole(question, asked) && readsTheSame(question, asked, setting)
  const parts = wholes.flatMap((measure) => WHOLES[measure]?.from ?? [])
  const needs = new Set<Measure>([
    // What is left of sales and refunds says whether there is a row at all.
    'sold',
    'refunded',
    ...[...needed].filter((measure) => !(measure in WHOLES)),
    ...(ofRows ? parts : []),
  ])
  const spans = spansOf(question, setting, needs)
  const converts = setting.rates !== undefined
  const apart =
    wholes.length > 0 && !ofRows
      ? gatheredOf(asked, setting, new Set<Measure>(['sold', ...parts]))
      : undefined
  const draft: Draft = {
    question,
    metrics,
    spans,
    keys: keysOf(question),
    columns: columnsOf(spans, needs),
    coverage: coverageSql(question, setting, {
      variants: coveredVariants(spans, needs),
      ofWhole: wholes.some(isMoney),
    }),
    converts,
    commons: [
      ...(setting.rates ? [ratesSql(setting.rates)] : []),
      ...(apart ? [`wholes as (\n${indent(wholesSql(apart, wholes))}\n)`] : []),
    ],
    ...(wholes.length > 0 && { whole: { keys: keysOf(asked), measures: wholes, ofRows } }),
  }
  return { question, reads: readsOf(spans, apart?.spans ?? []), sql: statement(draft) }
}

/** A reporter may state its wholes apart: then they are not the sum of what it states of each. */
function readsTheSame(question: Question, whole: Question, { reporter }: Setting): boolean {
  if (!reporter) return true
  return reporterCondition(question, reporter) === reporterCondition(whole, reporter)
}

function readsOf(spans: readonly Span[], ofWhole: readonly Span[]): Plan['reads'] {
  return [...spans, ...ofWhole].flatMap(({ variant, parts }, at) =>
    parts.map((part) => {
      const of = at < spans.length ? part.why : `${part.why}, the whole`
      const why = variant.id === 'now' ? of : `${of}, ${variant.id}`
      return { table: part.table, why, sql: partSql(part) }
    }),
  )
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
  return [nowOf(question), ...setting.comparisons].map((variant) => ({
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
    [...needs].map((measure) => ({
      name: columnName(measure, variant),
      measure,
      gathering: parts.find(({ gives }) => gives.has(measure))?.gathering ?? 'sum',
      money: isMoney(measure),
    })),
  )
}

function gatheredOf(question: Question, setting: Setting, needs: ReadonlySet<Measure>): Gathered {
  const spans = spansOf(question, setting, needs)
  const converts = setting.rates !== undefined
  return { spans, keys: keysOf(question), columns: columnsOf(spans, needs), converts }
}

/** The whole, read apart: one row for each of its keys. */
function wholesSql(gathered: Gathered, measures: readonly Measure[]): string {
  const made = gathered.spans.flatMap(({ variant }) =>
    measures.map((measure) => {
      const written = wholeSql(measure, (one) => `parts_of.${columnName(one, variant)}`)
      return `${written} as ${columnName(measure, variant)}`
    }),
  )
  const from = `from (\n${indent(gatheredSql(gathered))}\n) as parts_of`
  const unrated = gathered.converts ? ['parts_of.unrated as unrated'] : []
  return select([...gathered.keys, ...made, ...unrated], from)
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
