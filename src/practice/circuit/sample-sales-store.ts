import type { Reader } from '#store'

// By the cinema, since that is what orders are found by.
const SOLD = `
  select screening_id, max(substring(hold_key from '[0-9]+$')::integer) + 1 as next from ticket_order
  where cinema_id = any($1::integer[]) and made_at > clock_timestamp() - interval '20 days'
    and paid_at is not null and hold_key like 'sample-%'
  group by screening_id`

/** The key of an order that the sample's own guests make: asked again it is the same order. */
export function guestKey(organisationId: number, screening: bigint, turn: number): string {
  return `sample-${organisationId}-${screening}-${turn}`
}

/** Of each screening that guests bought for, the turn of the next; who found no seat stays at home. */
export async function nextTurns(
  reader: Reader,
  cinemaIds: readonly number[],
): Promise<ReadonlyMap<bigint, number>> {
  const rows = await reader.rows<{ screening_id: bigint; next: number }>(SOLD, cinemaIds)
  return new Map(rows.map(({ screening_id, next }) => [screening_id, next]))
}
