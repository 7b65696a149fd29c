import type { Asker } from '#identity'
import type { Outcome } from '#kernel'
import { accept } from '#kernel'
import type { Behind } from './behind-store.ts'
import { behindReported, behindTickets } from './behind-store.ts'
import type { RowLook } from './causes/row-look.ts'
import { settleSides } from './laid-out.ts'
import { wallTimes } from './look-behind.ts'
import type { ReconcileFigure, ReconcileRefusal, ReconcileRequest } from './reconciliation.ts'
import type { Books } from './run-reconcile.ts'
import { figureWriter, reconcileSources } from './run-reconcile.ts'
import type { Side } from './side.ts'

/** Which row: its films, and its cinema and days where it is told apart by them. */
export type DrillRequest = ReconcileRequest & {
  readonly filmIds: readonly number[]
  readonly cinemaId?: number
  readonly firstDay?: string
  readonly lastDay?: string
}

/** What a side's figure of one row is made of. Amounts and counts both, where it has tickets. */
export type DrillSide = {
  readonly types: readonly {
    readonly name: string
    readonly gross: ReconcileFigure
    readonly admissions: number
    readonly free: number
  }[]
  /** By the clock on the cinema's wall: "2018-04-16 19:30". */
  readonly screenings: readonly {
    readonly moment: string
    readonly gross: ReconcileFigure
    readonly admissions: number
  }[]
  readonly days: readonly { readonly day: string; readonly value: ReconcileFigure }[]
}

export type Drill = { readonly left: DrillSide; readonly right: DrillSide }

/** Both sides' rows behind one row of a reconciliation. */
export async function drill(
  books: Books,
  asker: Asker,
  request: DrillRequest,
): Promise<Outcome<Drill, ReconcileRefusal>> {
  const { firstDay: from, lastDay: to } = request
  const narrowed = {
    ...request,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
  const sides = settleSides(await reconcileSources(books, asker), narrowed)
  if (!sides.ok) return sides
  const wallTime = await wallTimes(books)
  const figure = figureWriter(sides.value.currency)
  const of = async (side: Side) => readSide(await behind(books, side, request), figure, wallTime)
  const [left, right] = await Promise.all([of(sides.value.left), of(sides.value.right)])
  return accept({ left, right })
}

async function behind(
  { warehouse }: Books,
  side: Side,
  { filmIds, cinemaId }: DrillRequest,
): Promise<Behind | undefined> {
  const look = {
    side,
    periods: undefined,
    filmIds,
    ...(cinemaId !== undefined && { cinemaId }),
  }
  const one = () => 'row'
  const isTickets = side.figures.kind === 'tickets'
  const found = await (isTickets ? behindTickets : behindReported)(warehouse, look, one)
  return found.get('row')
}

function readSide(
  found: Behind | undefined,
  figure: RowLook['figure'],
  wallTime: RowLook['wallTime'],
): DrillSide {
  return {
    types: (found?.types ?? []).map(({ name, gross, admissions, free }) => {
      return { name, gross: figure(gross), admissions, free }
    }),
    screenings: (found?.screenings ?? []).map((part) => ({
      moment: wallTime(part.cinemaId, part.startsAtSeconds),
      gross: figure(part.gross),
      admissions: part.admissions,
    })),
    days: (found?.days ?? []).map(({ day, value }) => ({ day, value: figure(value) })),
  }
}
