import type { Asker } from '#identity'
import type { Clock, Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Aliases } from '#programme'
import { sourceNames } from '#programme'
import type { Store } from '#store'
import type { CinemaView } from '#venues'
import type { Warehouse } from '#warehouse'
import { chooseBasis } from './bases.ts'
import { comparedSpans } from './comparison.ts'
import { readHolidays } from './holidays.ts'
import { readLookups } from './lookups.ts'
import type { ComparisonSpan, Question, QuestionRefusal, RateShown } from './question.ts'
import { asksListing, asksMoney } from './question-fit.ts'
import { rateTable, readRates, shownRate } from './rates.ts'
import type { ReporterFacts } from './reporters.ts'
import { readListing } from './reporters.ts'
import type { AskedScope } from './scope.ts'
import { askedScope } from './scope.ts'
import type { RateTable, Setting } from './setting.ts'

export type Prepared = {
  readonly setting: Setting
  readonly scope: AskedScope
  readonly comparisons: readonly ComparisonSpan[]
  readonly rates: readonly RateShown[]
}

export type Preparing = {
  readonly store: Store
  readonly warehouse: Warehouse
  readonly clock: Clock
  readonly readAliases: (owners: readonly number[]) => Promise<Aliases>
  readonly baseOnly?: boolean
}

/** Gathers all that a plan for an asker's question follows from. */
export async function prepare(
  engines: Preparing,
  asker: Asker,
  question: Question,
): Promise<Outcome<Prepared, QuestionRefusal>> {
  const { store, warehouse } = engines
  const { owners, ...scope } = await askedScope(engines, asker, question)
  const chosen = await chooseBasis({ store, warehouse, owners }, question)
  if (!chosen.ok) return chosen
  const reporter = chosen.value
  const aliases = await engines.readAliases(owners)
  const looking = { store, warehouse, owners, aliases, sites: scope.sites }
  const [lookups, listing, holidays, converting] = await Promise.all([
    readLookups(looking, question),
    reporter || !asksListing(question) ? [] : readListing(warehouse, owners),
    question.compare?.includes('holiday') ? readHolidays(warehouse, owners) : [],
    readConversion({ store, warehouse, owners }, question, currenciesOf(scope.sites, reporter)),
  ])
  if (!converting.ok) return converting
  const { variants, spans } = comparedSpans(question, holidays)
  const { rates, shown } = converting.value
  return accept({
    setting: {
      owners,
      aliases,
      lookups,
      comparisons: variants,
      listing,
      ...(reporter && { reporter }),
      ...(rates && { rates }),
      ...(engines.baseOnly && { baseOnly: true }),
    },
    scope,
    comparisons: spans,
    rates: shown,
  })
}

function currenciesOf(
  sites: readonly CinemaView[],
  reporter: ReporterFacts | undefined,
): readonly string[] {
  const own = reporter ? reporter.currencies : sites.map(({ currency }) => currency)
  return [...new Set(own)].toSorted()
}

type Converting = { readonly rates?: RateTable; readonly shown: readonly RateShown[] }
type From = {
  readonly store: Store
  readonly warehouse: Warehouse
  readonly owners: readonly number[]
}

/** The rates by which amounts are shown in another currency, and what people are told of them. */
async function readConversion(
  { store, warehouse, owners }: From,
  question: Question,
  currencies: readonly string[],
): Promise<Outcome<Converting, 'rate_missing'>> {
  const { convert, from, to } = question
  if (convert === undefined || !asksMoney(question)) return accept({ shown: [] })
  const others = currencies.filter((currency) => currency !== convert)
  // A run begins before the first day asked, and years before it may be compared with.
  const endless = question.metrics.includes('lifetimeGross')
  const compared = from && Temporal.PlainDate.from(from).subtract({ years: 4 }).toString()
  const since = question.compare ? compared : from
  const stated =
    others.length === 0
      ? undefined
      : await readRates(warehouse, {
          owners,
          currencies: [...others, convert],
          ...(since !== undefined && !endless && { from: since }),
          ...(to !== undefined && { to }),
        })
  if (others.length > 0 && !stated) {
    return refuse(
      'rate_missing',
      `No rates are known between ${others.join(', ')} and ${convert}. Import a table of rates, such as ` +
        'the European Central Bank’s.',
    )
  }
  const rates = rateTable(convert, currencies, stated)
  const names = stated ? await sourceNames(store, [stated.source]) : []
  const source = names[0]?.name ?? ''
  const shown = others.flatMap((currency) => {
    const one = shownRate(rates, currency, to)
    return one ? [{ from: currency, to: convert, source, ...one }] : []
  })
  return accept({ rates, shown })
}
