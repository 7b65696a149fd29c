import type { Asker } from '#identity'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import { filmNames } from '#programme'
import { fillSentence } from './cause.ts'
import type { ReconcileMetric, ReconcileRefusal, SourceView } from './reconciliation.ts'
import type { Restatement, Restatements } from './restatement.ts'
import { judgeRestatement, RESTATEMENT_SENTENCES } from './restatement.ts'
import type { PlaceDay, RestatedRow, Totalled } from './restatement-store.ts'
import { daysOfFilms, restatedRows, totalsCounted } from './restatement-store.ts'
import type { Books } from './run-reconcile.ts'
import { reconcileSources } from './run-reconcile.ts'
import { chooseSource } from './source-choice.ts'

export type RestatementRequest = {
  readonly source: string
  readonly metric: ReconcileMetric
  readonly currency?: string
}

/** Every day on which a reported total is not the one before it and the days since; none merged. */
export async function restatements(
  books: Books,
  asker: Asker,
  request: RestatementRequest,
): Promise<Outcome<Restatements, ReconcileRefusal>> {
  const source = chooseSource(await reconcileSources(books, asker), request.source)
  if (!source.ok) return source
  const settled = totalledOf(source.value, request)
  if (!settled.ok) return settled
  const totalled = settled.value
  const { warehouse, store } = books
  const [rows, counted] = await Promise.all([
    restatedRows(warehouse, totalled),
    totalsCounted(warehouse, totalled),
  ])
  const films = [...new Set(rows.map(({ filmId }) => filmId))]
  const [titles, days] = await Promise.all([
    filmNames(store, films),
    films.length > 0 ? daysOfFilms(warehouse, totalled, films) : [],
  ])
  const { currency } = totalled
  const figure = (value: bigint) =>
    currency === undefined ? Number(value) : { minor: value.toString(), currency }
  const amountOf = (row: RestatedRow) => row.total - row.before - row.days
  const sum = (some: readonly RestatedRow[]) =>
    figure(some.reduce((all, row) => all + amountOf(row), 0n))
  const judged = judgeAll(rows, days, amountOf)
  return accept({
    sourceId: source.value.id,
    source: source.value.name,
    metric: request.metric,
    ...(currency !== undefined && { currency }),
    ...counted,
    count: rows.length,
    nextDay: rows.filter(({ gap }) => gap === 1).length,
    falls: rows.filter(({ total, before }) => total < before).length,
    added: sum(rows.filter((row) => amountOf(row) > 0n)),
    taken: sum(rows.filter((row) => amountOf(row) < 0n)),
    rows: rows
      .toSorted((one, other) => bySize(amountOf(one), amountOf(other)))
      .map((row): Restatement => {
        const { cause, day } = judged.get(row) ?? { cause: 'unknown' }
        const daysMissing = row.gap - row.daysKnown
        const figures = { days: daysMissing, ...(day !== undefined && { day }) }
        return {
          filmId: String(row.filmId),
          film: titles.get(row.filmId) ?? `film ${row.filmId}`,
          ...(row.territory !== '' && { territory: row.territory }),
          ...(row.cinemaId !== 0 && { cinemaId: String(row.cinemaId) }),
          day: row.day,
          since: row.since,
          before: figure(row.before),
          days: figure(row.days),
          total: figure(row.total),
          amount: figure(amountOf(row)),
          daysMissing,
          falls: row.total < row.before,
          cause,
          ...(day !== undefined && { causeDay: day }),
          say: fillSentence(RESTATEMENT_SENTENCES[cause], figures, String),
        }
      }),
  })
}

/** Whether a source has totals to date and figures that should add up to them, and in which currency. */
function totalledOf(
  source: SourceView,
  { metric, currency }: RestatementRequest,
): Outcome<Totalled, 'figures_of_no_kind' | 'reconcile_currency_needed'> {
  const figures = source.figures.filter((one) => one.metric === metric)
  const totals = figures.find(({ kind }) => kind === 'to_date')
  const parts = figures.find(({ kind }) => ['day', 'week', 'weekend'].includes(kind))
  if (!totals || !parts) {
    const what = totals ? 'no days to add up' : 'no totals to date'
    return refuse('figures_of_no_kind', `${source.name} has ${what} of ${metric}.`, [])
  }
  const { currencies } = totals
  const chosen = currency ?? currencies[0]
  if (metric === 'gross' && currency === undefined && currencies.length > 1) {
    return refuse('reconcile_currency_needed', 'Name one of its currencies.', currencies)
  }
  return accept({
    owner: Number(source.organisationId),
    sourceId: Number(source.id),
    metric,
    kind: parts.kind,
    ...(metric === 'gross' && chosen !== undefined && { currency: chosen }),
  })
}

function bySize(one: bigint, other: bigint): number {
  const [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other]
  return a === b ? 0 : a > b ? -1 : 1
}

const placeOf = ({
  filmId,
  cinemaId,
  territory,
}: Pick<PlaceDay, 'filmId' | 'cinemaId' | 'territory'>) => `${filmId} ${cinemaId} ${territory}`

function judgeAll(
  rows: readonly RestatedRow[],
  days: readonly PlaceDay[],
  amountOf: (row: RestatedRow) => bigint,
): ReadonlyMap<RestatedRow, ReturnType<typeof judgeRestatement>> {
  const ofPlace = Map.groupBy(days, placeOf)
  const earlier = Map.groupBy(rows, placeOf)
  return new Map(
    rows.map((row) => [
      row,
      judgeRestatement({
        amount: amountOf(row),
        dayFigure: row.dayFigure,
        daysMissing: row.gap - row.daysKnown,
        earlierDays: (ofPlace.get(placeOf(row)) ?? []).filter(({ day }) => day < row.day),
        earlierAmounts: (earlier.get(placeOf(row)) ?? [])
          .filter(({ day }) => day < row.day)
          .map((one) => ({ day: one.day, amount: amountOf(one) })),
      }),
    ]),
  )
}
