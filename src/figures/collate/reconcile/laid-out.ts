import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Warehouse } from '#warehouse'
import type {
  ReconcileRefusal,
  ReconcileRequest,
  SideKind,
  SideName,
  SourceFigures,
  SourceView,
} from './reconciliation.ts'
import type { Side, SideRow } from './side.ts'
import { figuresOf, isCoarse, isDaily } from './side.ts'
import type { Period } from './side-store.ts'
import { SIDE_ROWS_MAX, sideRows, statedPeriods, wholeOf } from './side-store.ts'
import { chooseSource } from './source-choice.ts'

/** Both sides settled, before their rows are read. */
export type Sides = {
  readonly left: Side
  readonly right: Side
  readonly currency?: string
}

/** Both sides read. `periods` are the coarser side's, where the other one has days. */
export type LaidOut = Sides & {
  readonly leftRows: readonly SideRow[]
  readonly rightRows: readonly SideRow[]
  readonly periods: readonly Period[] | undefined
  /** What the daily side has on days that fall into none of them. */
  readonly outsidePeriods?: { readonly side: SideName; readonly value: bigint }
}

const PERIODS_MAX = 2_000

/** Which figures of which sources are laid side by side, in which currency. */
export function settleSides(
  sources: readonly SourceView[],
  request: ReconcileRequest,
): Outcome<Sides, ReconcileRefusal> {
  const left = settle(sources, request, request.left, request.leftKind)
  if (!left.ok) return left
  const right = settle(sources, request, request.right, request.rightKind)
  if (!right.ok) return right
  const kinds = [left.value.figures.kind, right.value.figures.kind]
  const [leftKind, rightKind] = kinds
  if (leftKind !== rightKind && kinds.every((kind) => kind && isCoarse(kind))) {
    return refuse(
      'figures_of_no_kind',
      `Figures of a ${leftKind} and of a ${rightKind} are never laid against each other.`,
      [],
    )
  }
  if (request.from !== undefined && kinds.includes('to_date')) {
    return refuse('days_not_stated', 'A total to date has no first day: leave "from" out.', [])
  }
  const currency = currencyOf(left.value.figures, right.value.figures, request)
  if (!currency.ok) return currency
  const one = currency.value === undefined ? {} : { currency: currency.value }
  return accept({ left: { ...left.value, ...one }, right: { ...right.value, ...one }, ...one })
}

function settle(
  sources: readonly SourceView[],
  request: ReconcileRequest,
  said: string,
  kind: SideKind | undefined,
): Outcome<Side, ReconcileRefusal> {
  const source = chooseSource(sources, said)
  if (!source.ok) return source
  const figures = figuresOf(source.value, { ...request, kind })
  if (!figures.ok) return figures
  const { metric, by, from, to } = request
  return accept({
    sourceId: Number(source.value.id),
    owner: Number(source.value.organisationId),
    source: source.value.name,
    figures: figures.value,
    metric,
    by,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  })
}

/** The one currency of amounts; they are never subtracted across two. */
function currencyOf(
  left: SourceFigures,
  right: SourceFigures,
  { metric, currency }: ReconcileRequest,
): Outcome<string | undefined, 'reconcile_currency_needed'> {
  if (metric !== 'gross') return accept(undefined)
  const all = [...new Set([...left.currencies, ...right.currencies])]
  const both = left.currencies.filter((code) => right.currencies.includes(code))
  if (currency !== undefined && all.includes(currency)) return accept(currency)
  if (all.length === 1) return accept(all[0])
  const one = left.currencies.join(', ')
  const other = right.currencies.join(', ')
  return refuse(
    'reconcile_currency_needed',
    `The left is in ${one}, the right in ${other}: name one; two are never subtracted.`,
    both.length > 0 ? both : all,
  )
}

/** Reads both sides. Days are taken as the coarser side's periods have them. */
export async function layOut(
  warehouse: Warehouse,
  sides: Sides,
): Promise<Outcome<LaidOut, 'reconcile_too_large'>> {
  const { left, right } = sides
  const coarse = [left, right].find(({ figures }) => isCoarse(figures.kind))
  const hasDays = [left, right].some(({ figures }) => isDaily(figures.kind))
  const periods = coarse && hasDays ? await statedPeriods(warehouse, coarse) : undefined
  if (periods && periods.length > PERIODS_MAX) return tooLarge(`more than ${PERIODS_MAX} periods`)
  const taken = (side: Side) => (isDaily(side.figures.kind) ? periods : undefined)
  const none = periods?.length === 0
  const rowsOf = (side: Side) => (none ? [] : sideRows(warehouse, side, taken(side)))
  const [leftRows, rightRows] = await Promise.all([rowsOf(left), rowsOf(right)])
  const largest = Math.max(leftRows.length, rightRows.length)
  if (largest > SIDE_ROWS_MAX) return tooLarge(`more than ${SIDE_ROWS_MAX} rows on a side`)
  const laid = { ...sides, leftRows, rightRows, periods }
  if (!periods) return accept(laid)
  const side: SideName = isDaily(left.figures.kind) ? 'left' : 'right'
  const [daily, rows] = side === 'left' ? [left, leftRows] : [right, rightRows]
  const value = (await wholeOf(warehouse, daily)) - rows.reduce((sum, row) => sum + row.value, 0n)
  return accept({ ...laid, ...(value !== 0n && { outsidePeriods: { side, value } }) })
}

function tooLarge(what: string) {
  return refuse('reconcile_too_large', `That is ${what}. Ask for fewer days, or by less.`)
}
