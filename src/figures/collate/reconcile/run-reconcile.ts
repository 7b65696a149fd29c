import { scopeOf } from '#access'
import type { Asker } from '#identity'
import type { Outcome } from '#kernel'
import { accept, currencyDigits } from '#kernel'
import type { Store } from '#store'
import type { Warehouse } from '#warehouse'
import type { Pair } from './align.ts'
import { align } from './align.ts'
import type { Cause } from './cause.ts'
import { definitionCauses, placeCauses } from './causes/definition-causes.ts'
import type { RowLook } from './causes/row-look.ts'
import { findCauses, say, sayNames } from './find-causes.ts'
import type { LaidOut } from './laid-out.ts'
import { layOut, settleSides } from './laid-out.ts'
import { lookBehind } from './look-behind.ts'
import type {
  ReconcileRefusal,
  ReconcileRequest,
  Reconciliation,
  SourceView,
} from './reconciliation.ts'
import type { RowNames } from './row-names.ts'
import { namesOf, titleOfPair, titlesOf } from './row-names.ts'
import { byMoney, stateOf } from './row-order.ts'
import { sourceViews } from './source-catalogue-store.ts'
import { readRow, summarise } from './summarise.ts'

export type Books = { readonly store: Store; readonly warehouse: Warehouse }

/** Rows whose causes are looked for, the largest first. */
const LOOKED_MAX = 2_000

/** The sources that two sides may be chosen from. */
export async function reconcileSources(books: Books, asker: Asker): Promise<readonly SourceView[]> {
  return sourceViews(books.store, books.warehouse, await scopeOf(books.store, asker))
}

/** Lays two sources side by side: what agrees, what differs, what stands on one side, and why. */
export async function reconcile(
  books: Books,
  asker: Asker,
  request: ReconcileRequest,
): Promise<Outcome<Reconciliation, ReconcileRefusal>> {
  const sides = settleSides(await reconcileSources(books, asker), request)
  if (!sides.ok) return sides
  const read = await layOut(books.warehouse, sides.value)
  if (!read.ok) return read
  const laid = read.value
  const names = await namesOf(
    books.store,
    [laid.left.owner, laid.right.owner],
    [...laid.leftRows, ...laid.rightRows],
  )
  const aligned = align(laid.leftRows, laid.rightRows, names)
  const rowFigure = figureWriter(laid.currency)
  const pairs = aligned.pairs.toSorted(byMoney)
  const looked = pairs.filter((pair) => stateOf(pair) !== 'agree').slice(0, LOOKED_MAX)
  const looks = await lookBehind(books, { laid, aligned, pairs: looked, names, rowFigure })
  const digits = laid.currency === undefined ? 0 : currencyDigits(laid.currency)
  const titleOf = (pair: Pair) => titleOfPair(pair, names)
  const found = findCauses({ pairs, rows: looks, titleOf, scale: 10n ** BigInt(digits) })
  const rows = pairs.map((pair) => {
    const agreed = () => sayNames(bareLook(pair, names, rowFigure))
    return readRow(pair, {
      request,
      names,
      rowFigure,
      causes: found.ofRow.get(pair.key) ?? agreed(),
    })
  })
  const causes = [
    ...found.ofAll,
    ...placeCauses(laid).map(say),
    ...definitionCauses(pairs, laid).map(say),
    ...outsideCauses(laid, rowFigure),
  ]
  return accept(summarise({ request, laid, pairs, rows, rowFigure, causes }))
}

function outsideCauses({ outsidePeriods }: LaidOut, figure: RowLook['figure']): readonly Cause[] {
  if (!outsidePeriods) return []
  const { side, value } = outsidePeriods
  return [say({ id: 'outside_periods', exact: false, side, figures: { amount: figure(value) } })]
}

/** Writes values as amounts of a currency, or as counts. */
export function figureWriter(currency: string | undefined): RowLook['figure'] {
  return (value) => (currency === undefined ? Number(value) : { minor: value.toString(), currency })
}

/** A row that agrees has nothing behind it worth looking at; only its names are. */
function bareLook(pair: Pair, names: RowNames, figure: RowLook['figure']): RowLook {
  return {
    pair,
    metric: 'gross',
    figure,
    titles: titlesOf(pair, names),
    behind: {},
    spans: {},
    sameSource: false,
    wallTime: () => '',
  }
}
