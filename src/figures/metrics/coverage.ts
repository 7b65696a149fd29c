import type { TicketSum } from './column.ts'
import type { Ground } from './ground.ts'
import { conditions, dimensionSql } from './ground.ts'
import { indent } from './part.ts'
import { reporterCondition } from './parts-reported.ts'
import { ticketSumSql, ticketTable } from './parts-tickets.ts'
import type { Question } from './question.ts'
import type { Setting, Variant } from './setting.ts'
import { wholeQuestion } from './whole.ts'

/** Ids of sources and codes of currencies that an answer names at most. */
const NAMED_MAX = 1000

/**
 * Which cinemas, sources and currencies have anything left in it after what was taken back. Amounts of
 * a whole may be of more currencies than those of its parts.
 */
export function coverageSql(question: Question, setting: Setting, spans: CoveredSpans): string {
  const [now] = spans.variants
  if (!now) throw new Error('a question about no span')
  const own = leftSql(question, setting, now)
  const whole = wholeQuestion(question)
  // The whole of tickets has all of its parts in it; a reporter may state it apart from them.
  const parts = spans.ofWhole && setting.reporter === undefined ? [] : [question]
  const about = spans.ofWhole ? [...parts, whole] : parts
  const all = spans.variants.flatMap((variant) =>
    about.map((asked) => leftSql(asked, setting, variant)),
  )
  const currencies = `arraySort(groupUniqArrayIf(${NAMED_MAX})(currency_of, currency_of != ''))`
  // A whole territory is no cinema.
  const sites = setting.reporter ? 'uniqExactIf(site, at_cinema)' : 'uniqExact(site)'
  const named = `${sites}, arraySort(groupUniqArray(${NAMED_MAX})(source_of))`
  const only = all.length === 1 && all[0] === own
  if (only) return `select tuple(${named}, ${currencies})\nfrom (\n${indent(own)}\n)`
  return `select tuple(${named}, (
  select ${currencies} from (
${indent(all.join('\nunion all\n'), 2)}
  )
))
from (
${indent(own)}
)`
}

/** Every span of which there are figures, the one asked first; and whether wholes are in it. */
export type CoveredSpans = { readonly variants: readonly Variant[]; readonly ofWhole: boolean }

function leftSql(question: Question, setting: Setting, variant: Variant): string {
  return setting.reporter
    ? reportedLeft(question, setting, variant)
    : ticketsLeft(question, setting, variant)
}

function ticketsLeft(question: Question, setting: Setting, variant: Variant): string {
  const asked = { ...question, by: [] }
  const { grain: _grain, ...whole } = asked
  const table = ticketTable(whole, setting, ['cinema', 'source', 'currency'])
  const ground: Ground = { family: 'ticket', table, setting, variant }
  const counted: readonly TicketSum[] = question.metrics.includes('scanned')
    ? ['sold', 'refunded', 'scanned']
    : ['sold', 'refunded']
  const left = counted.map((sum) => `sum(${ticketSumSql(sum, ground)}) != 0`)
  return `select ${dimensionSql('cinema', ground)} as site, source as source_of, currency as currency_of
from ${table}
where ${conditions(asked, ground).join('\n  and ')}
group by site, source_of, currency_of
having ${left.join(' or ')}`
}

function reportedLeft(question: Question, setting: Setting, variant: Variant): string {
  const { reporter } = setting
  if (!reporter) throw new Error('a plan on reported figures without a reporter')
  const ground: Ground = { family: 'reported', table: 'box_office', setting, variant }
  // Whoever reports counts for no cinema of its own, unless it names one; counts have no currency.
  return `select ${dimensionSql('cinema', ground)} as site, max(box_office.cinema != 0) as at_cinema,
  source as source_of, any(currency) as currency_of
from box_office
where ${reporterCondition(question, reporter)}
  and ${conditions(question, ground).join('\n  and ')}
group by site, source_of, currency
having sum(weight) != 0`
}
