import { localMoment } from '#kernel'
import type { Store } from '#store'
import { cinemas } from '#venues'
import type { Warehouse } from '#warehouse'
import type { Aligned, Pair } from './align.ts'
import type { Behind } from './behind-store.ts'
import { behindReported, behindTickets, concessionDays } from './behind-store.ts'
import type { RowLook } from './causes/row-look.ts'
import type { LaidOut } from './laid-out.ts'
import type { SideName } from './reconciliation.ts'
import type { RowNames } from './row-names.ts'
import { titlesOf } from './row-names.ts'
import { isDaily, spanOf } from './side.ts'

type Books = { readonly store: Store; readonly warehouse: Warehouse }

export type Looking = {
  readonly laid: LaidOut
  readonly aligned: Aligned
  /** The rows to look behind. */
  readonly pairs: readonly Pair[]
  readonly names: RowNames
  readonly rowFigure: RowLook['figure']
}

/** What lies behind rows on both sides, in one statement for each kind of part. */
export async function lookBehind(books: Books, looking: Looking): Promise<readonly RowLook[]> {
  const { laid, pairs, names, rowFigure } = looking
  if (pairs.length === 0) return []
  const [left, right, wallTime, concessionsOn] = await Promise.all([
    behindSide(books, looking, 'left'),
    behindSide(books, looking, 'right'),
    wallTimes(books),
    concessions(books, laid),
  ])
  const { left: leftSide, right: rightSide } = laid
  const [leftSpan, rightSpan] = [spanOf(laid.leftRows), spanOf(laid.rightRows)]
  return pairs.map((pair): RowLook => {
    const [behindLeft, behindRight] = [left.get(pair.key), right.get(pair.key)]
    return {
      pair,
      metric: leftSide.metric,
      figure: rowFigure,
      titles: titlesOf(pair, names),
      behind: {
        ...(behindLeft && { left: behindLeft }),
        ...(behindRight && { right: behindRight }),
      },
      spans: { ...(leftSpan && { left: leftSpan }), ...(rightSpan && { right: rightSpan }) },
      sameSource: leftSide.sourceId === rightSide.sourceId,
      ...(concessionsOn && { concessionsOn }),
      wallTime,
    }
  })
}

async function behindSide(
  { warehouse }: Books,
  { laid, aligned, pairs }: Looking,
  name: SideName,
): Promise<ReadonlyMap<string, Behind>> {
  const side = laid[name]
  const ids = pairs.flatMap((pair) => (name === 'left' ? pair.left : pair.right)?.filmIds ?? [])
  const filmIds = [...new Set(ids)].filter((id) => id !== 0)
  if (ids.length === 0) return new Map()
  const { kind } = side.figures
  const look = { side, periods: isDaily(kind) ? laid.periods : undefined, filmIds }
  if (kind === 'tickets') return behindTickets(warehouse, look, aligned.keyOf)
  return behindReported(warehouse, look, aligned.keyOf)
}

/** The clock on a cinema's wall; UTC where a cinema is not ours. */
export async function wallTimes({ store }: Pick<Books, 'store'>): Promise<RowLook['wallTime']> {
  const zones = new Map((await cinemas(store)).map((cinema) => [cinema.id, cinema]))
  return (cinemaId, startsAtSeconds) => {
    const cinema = zones.get(cinemaId)
    const instant = Temporal.Instant.fromEpochMilliseconds(startsAtSeconds * 1000)
    const rule = { timezone: cinema?.timezone ?? 'UTC', dayStartsAt: 0 }
    const { tradingDay, minute } = localMoment(instant, rule)
    const two = (value: number) => String(value).padStart(2, '0')
    return `${tradingDay} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  }
}

async function concessions(
  { warehouse }: Books,
  { left, right, currency }: LaidOut,
): Promise<RowLook['concessionsOn']> {
  const tickets = [left, right].find(({ figures }) => figures.kind === 'tickets')
  if (!tickets || currency === undefined || left.metric !== 'gross') return undefined
  const days = await concessionDays(warehouse, tickets.owner, currency)
  if (days.length === 0) return undefined
  const sold = new Map(days.map(({ cinemaId, day, value }) => [`${cinemaId} ${day}`, value]))
  return (cinemaId, day) => sold.get(`${cinemaId} ${day}`) ?? 0n
}
