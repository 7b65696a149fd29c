import type { Outcome } from '#kernel'
import { accept, localMoment, refuse } from '#kernel'
import type { Transaction } from '#store'
import { cinemaById } from '#venues'
import { auditoriumWithin, overlaps } from './plan-screenings-store.ts'
import type { Screening, Slot } from './screening.ts'
import { freeAgainMs } from './screening.ts'
import { noScreening, screeningById } from './screening-store.ts'
import { inTheWay, lockAuditoria, unlessOverlapping } from './slot-store.ts'

export type Move = {
  readonly auditoriumId?: number | undefined
  /** ISO instant, a whole minute. */
  readonly startsAt?: string | undefined
}

type MoveRefusal =
  | 'auditorium_unknown'
  | 'plan_unknown'
  | 'screening_not_planned'
  | 'screening_overlaps'
  | 'screening_unknown'
  | 'screening_unusable'

const LOCK_SCREENING = 'select id from screening where id = $1 for update'
const MOVE = `
  update screening set auditorium_id = $2, seat_plan_id = $3, starts_at = $4,
    occupies = tstzrange($4, $5), trading_day = $6
  where id = $1`
const REMOVE = `delete from screening where id = $1 and status = 'planned'`

/** Puts a planned screening elsewhere in its cinema, or at another time. */
export async function moveScreening(
  transaction: Transaction,
  id: bigint,
  { auditoriumId, startsAt }: Move,
): Promise<Outcome<void, MoveRefusal>> {
  const seen = await screeningById(transaction, id)
  if (!seen) return noScreening()
  const target = auditoriumId ?? seen.auditoriumId
  await lockAuditoria(transaction, [seen.auditoriumId, target])
  await transaction.row(LOCK_SCREENING, id)
  const screening = await screeningById(transaction, id)
  if (!screening) return noScreening()
  if (screening.status !== 'planned') return notPlanned(screening)
  const startsAtMs = startsAt === undefined ? screening.startsAtMs : wholeMinute(startsAt)
  if (startsAtMs === undefined) {
    const say =
      'A screening starts at a whole minute, as an ISO instant such as 2026-12-18T20:15:00Z.'
    return refuse('screening_unusable', say)
  }
  const cinema = await cinemaById(transaction, screening.cinemaId)
  if (!cinema) throw new Error(`screening ${id} has no cinema`)
  const room = await auditoriumWithin(transaction, target, cinema.id)
  if (!room.ok) return room
  const { tradingDay } = localMoment(Temporal.Instant.fromEpochMilliseconds(startsAtMs), cinema)
  const { seatPlanId } = room.value
  const slot: Slot = { ...screening, auditoriumId: target, seatPlanId, startsAtMs, tradingDay }
  const moved = await unlessOverlapping(transaction, () => {
    const [starts, free] = [new Date(startsAtMs), new Date(freeAgainMs(slot))]
    return transaction.run(MOVE, id, target, seatPlanId, starts, free, tradingDay)
  })
  if (moved !== undefined) return accept(undefined)
  const [first] = await inTheWay(transaction, [slot], id)
  return overlaps(first?.[1], slot, cinema)
}

/** Takes a screening out of the programme that was never on sale. */
export async function removeScreening(
  transaction: Transaction,
  id: bigint,
): Promise<Outcome<void, 'screening_unknown' | 'screening_not_planned'>> {
  if ((await transaction.run(REMOVE, id)) === 1) return accept(undefined)
  const screening = await screeningById(transaction, id)
  return screening ? notPlanned(screening) : noScreening()
}

function notPlanned({ status }: Screening) {
  const say =
    status === 'on_sale'
      ? 'The screening is on sale already; cancel it instead.'
      : 'The screening is cancelled.'
  return refuse('screening_not_planned', say)
}

function wholeMinute(text: string): number | undefined {
  try {
    const { epochMilliseconds } = Temporal.Instant.from(text)
    const year =
      Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO('UTC').year
    return epochMilliseconds % 60_000 === 0 && year >= 1900 && year < 2100
      ? epochMilliseconds
      : undefined
  } catch {
    // No instant: the caller says what one must be.
    return undefined
  }
}
