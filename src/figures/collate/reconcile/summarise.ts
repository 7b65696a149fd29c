import type { Pair } from './align.ts'
import type { RowLook } from './causes/row-look.ts'
import type { LaidOut } from './laid-out.ts'
import type {
  ReconcileFigure,
  ReconcileRequest,
  ReconcileRow,
  Reconciliation,
  RowState,
  SideView,
} from './reconciliation.ts'
import type { RowNames } from './row-names.ts'
import { titleOfPair } from './row-names.ts'
import { stateOf, weight } from './row-order.ts'
import type { Side } from './side.ts'
import { spanOf } from './side.ts'

type Written = {
  readonly request: ReconcileRequest
  readonly names: RowNames
  readonly rowFigure: RowLook['figure']
  readonly causes: ReconcileRow['causes']
}

/** A row as it is shown. */
export function readRow(pair: Pair, { request, names, rowFigure, causes }: Written): ReconcileRow {
  const { left, right, cinemaId, from, to } = pair
  const { by } = request
  const filmIds = [...new Set([...(left?.filmIds ?? []), ...(right?.filmIds ?? [])])]
  const share = left && right && shareOf(right.value - left.value, left.value)
  return {
    ...(by.includes('film') && { film: titleOfPair(pair, names), filmIds: filmIds.map(String) }),
    ...(by.includes('cinema') && {
      cinema: names.cinemas.get(cinemaId) ?? '',
      cinemaId: String(cinemaId),
    }),
    ...(by.includes('day') && { day: from }),
    ...(by.includes('period') && { from, to }),
    ...(left && { left: rowFigure(left.value) }),
    ...(right && { right: rowFigure(right.value) }),
    ...(left && right && { difference: rowFigure(right.value - left.value) }),
    ...(share !== undefined && { share }),
    state: stateOf(pair),
    causes,
  }
}

function shareOf(difference: bigint, left: bigint): number | undefined {
  return left === 0n ? undefined : Number((difference * 1_000_000n) / left) / 1_000_000
}

type Summed = {
  readonly request: ReconcileRequest
  readonly laid: LaidOut
  readonly pairs: readonly Pair[]
  readonly rows: readonly ReconcileRow[]
  readonly rowFigure: RowLook['figure']
  readonly causes: Reconciliation['causes']
}

/** The whole, as it is shown. */
export function summarise({
  request,
  laid,
  pairs,
  rows,
  rowFigure,
  causes,
}: Summed): Reconciliation {
  const of = (state: RowState) => pairs.filter((pair) => stateOf(pair) === state)
  const sum = (some: readonly Pair[]) => rowFigure(some.reduce((all, one) => all + weight(one), 0n))
  const total = (side: 'left' | 'right') =>
    pairs.reduce((all, pair) => all + ((side === 'left' ? pair.left : pair.right)?.value ?? 0n), 0n)
  const [agree, differ] = [of('agree'), of('differs')]
  const [leftOnly, rightOnly] = [of('leftOnly'), of('rightOnly')]
  const { metric, by, from, to } = request
  return {
    metric,
    by,
    ...(laid.currency !== undefined && { currency: laid.currency }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    left: sideView(laid.left, laid.leftRows, rowFigure(total('left'))),
    right: sideView(laid.right, laid.rightRows, rowFigure(total('right'))),
    agree: agree.length,
    differ: differ.length,
    leftOnly: leftOnly.length,
    rightOnly: rightOnly.length,
    sums: {
      agree: sum(agree),
      differ: sum(differ),
      leftOnly: sum(leftOnly),
      rightOnly: sum(rightOnly),
      difference: rowFigure(total('right') - total('left')),
    },
    causes,
    rows,
  }
}

function sideView(side: Side, rows: LaidOut['leftRows'], total: ReconcileFigure): SideView {
  const span = spanOf(rows)
  return {
    sourceId: String(side.sourceId),
    source: side.source,
    kind: side.figures.kind,
    ...(span && { firstDay: span[0], lastDay: span[1] }),
    definitions: side.figures.definitions,
    rows: rows.length,
    total,
  }
}
