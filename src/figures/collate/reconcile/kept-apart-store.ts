import type { Reader } from '#store'

const KEPT_APART = `
  select m.left_id, m.right_id from match m
  join match_decision d on d.match_id = m.id and d.undone_at is null
  where m.organisation_id = any($1::integer[]) and m.kind = 'film' and d.verdict = 'different'`

/** Films that were decided to be two, however alike their titles. */
export async function filmsKeptApart(
  reader: Reader,
  owners: readonly number[],
): Promise<readonly (readonly [number, number])[]> {
  const rows = await reader.rows<{ left_id: number; right_id: number }>(KEPT_APART, owners)
  return rows.map(({ left_id, right_id }) => [left_id, right_id])
}
