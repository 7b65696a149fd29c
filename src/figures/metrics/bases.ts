import type { Asker } from '#identity'
import type { Clock, Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import { sourceNames } from '#programme'
import type { Store } from '#store'
import type { Warehouse } from '#warehouse'
import { literal } from '#warehouse'
import type { Basis, BasisView, Question } from './question.ts'
import { knownOf, namedDimensions } from './question-fit.ts'
import { METRIC_IDS } from './question-key.ts'
import { metricById } from './registry.ts'
import type { ReporterFacts } from './reporters.ts'
import { readReporters, reportedMetrics } from './reporters.ts'
import { askedScope } from './scope.ts'

type Of = {
  readonly store: Store
  readonly warehouse: Warehouse
  readonly owners: readonly number[]
}
type Refusal = 'basis_needed' | 'basis_unknown' | 'question_malformed'

/**
 * The reporter whose figures answer a question, or nobody where tickets do. Tickets and reported figures
 * are never added, nor two reporters: where both could answer and none is named, it is refused.
 */
export async function chooseBasis(
  { store, warehouse, owners }: Of,
  question: Question,
): Promise<Outcome<ReporterFacts | undefined, Refusal>> {
  const { basis } = question
  if (basis === 'tickets') return fitsTickets(question)
  const reporters = await readReporters(warehouse, owners)
  if (basis !== undefined) {
    const named = reporters.find(({ source }) => `reported:${source}` === basis)
    if (!named) return unknown(basis, reporters)
    return fitsReporter(question, named)
  }
  const able = reporters.filter((one) => fitsReporter(question, one).ok && overlaps(question, one))
  const tickets = fitsTickets(question)
  if (able.length === 0) return tickets
  const [only] = able
  const some = tickets.ok && (await hasTickets(warehouse, owners, question))
  if (!some && able.length === 1) return accept(only)
  if (some || able.length > 1) {
    const names = await sourceNames(
      store,
      able.map(({ source }) => source),
    )
    const choices = [
      ...(some ? ['tickets'] : []),
      ...able.map(({ source }) => `reported:${source}`),
    ]
    const said = names.map(({ id, name }) => `reported:${id} (${name})`).join(', ')
    const ours = some ? 'tickets, or ' : ''
    return refuse('basis_needed', `Say on which basis: ${ours}${said}.`, choices)
  }
  return tickets
}

function unknown(basis: Basis, reporters: readonly ReporterFacts[]) {
  const choices = ['tickets', ...reporters.map(({ source }) => `reported:${source}`)]
  return refuse(
    'basis_unknown',
    `Nobody reports figures under “${basis}”; choose from ${choices.join(', ')}.`,
    choices,
  )
}

function fitsTickets(question: Question): Outcome<undefined, 'question_malformed'> {
  const odd = namedDimensions(question).find((id) => !knownOf(id, 'ticket'))
  if (odd) return lacking(`Tickets are not known by “${odd}”; ask on a reported basis.`)
  return accept(undefined)
}

function fitsReporter(
  question: Question,
  reporter: ReporterFacts,
): Outcome<ReporterFacts, 'question_malformed'> {
  const odd = namedDimensions(question).find((id) => !knownOf(id, 'reported'))
  if (odd) return lacking(`Reported figures are not known by “${odd}”; ask on tickets.`)
  if (question.soldBy !== undefined) {
    return lacking('Reported figures have no time of sale; ask on tickets.')
  }
  const known = reportedMetrics(reporter)
  const missing = question.metrics.find((id) => !known.includes(id))
  if (missing) {
    const why = metricById(missing).bases.includes('reported')
      ? 'this source does not report it'
      : 'it is known of tickets only'
    return lacking(`“${missing}” cannot be answered: ${why}. It reports ${known.join(', ')}.`)
  }
  const [kind] = reporter.kinds
  const daily = kind === 'day'
  const byDay =
    question.grain === 'day' ||
    namedDimensions(question).some((id) => ['tradingDay', 'weekday', 'releaseDay'].includes(id))
  if (!daily && byDay) return lacking(`This source reports by ${kind}, not by day.`)
  return accept(reporter)
}

function lacking(say: string) {
  return refuse('question_malformed', say)
}

function overlaps({ from, to }: Question, { firstDay, lastDay }: ReporterFacts): boolean {
  return (from === undefined || from <= lastDay) && (to === undefined || to >= firstDay)
}

async function hasTickets(
  warehouse: Warehouse,
  owners: readonly number[],
  { from, to }: Question,
): Promise<boolean> {
  if (owners.length === 0) return false
  const within = [
    `owner in ${literal.list(owners, literal.uint32)}`,
    ...(from === undefined ? [] : [`trading_day >= ${literal.date(from)}`]),
    ...(to === undefined ? [] : [`trading_day <= ${literal.date(to)}`]),
  ]
  const rows = await warehouse.query(
    `select 1 as one from ticket_by_mix where ${within.join(' and ')} limit 1`,
  )
  return rows.length > 0
}

/** What an asker may ask on: their tickets, and each source of reported figures. */
export async function basesFor(
  engines: { readonly store: Store; readonly warehouse: Warehouse; readonly clock: Clock },
  asker: Asker,
  sample: boolean | undefined,
): Promise<readonly BasisView[]> {
  const { store, warehouse } = engines
  const { owners } = await askedScope(engines, asker, { ...(sample !== undefined && { sample }) })
  if (owners.length === 0) return []
  const [reporters, days] = await Promise.all([
    readReporters(warehouse, owners),
    warehouse.query<{ first: string; last: string; some: string }>(
      `select min(trading_day) as first, max(trading_day) as last, count() as some
from ticket_by_mix where owner in ${literal.list(owners, literal.uint32)}`,
    ),
  ])
  const names = await sourceNames(
    store,
    reporters.map(({ source }) => source),
  )
  const [span] = days
  return [
    {
      basis: 'tickets',
      name: 'Tickets',
      ...(span && Number(span.some) > 0 && { firstDay: span.first, lastDay: span.last }),
      metrics: METRIC_IDS,
      territories: [],
      kinds: [],
    },
    ...reporters.map((one) => ({
      basis: `reported:${one.source}` as const,
      name: names.find(({ id }) => id === one.source)?.name ?? `source ${one.source}`,
      firstDay: one.firstDay,
      lastDay: one.lastDay,
      metrics: reportedMetrics(one),
      territories: one.territoryCodes,
      kinds: one.kinds,
    })),
  ]
}
