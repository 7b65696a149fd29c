import type { Reader, Transaction } from '#store'

// Sorted, so that two imports that meet the same new titles cannot deadlock.
const ADD_TITLES = `
  insert into film (organisation_id, title)
  select $1, title from unnest($2::text[]) as title group by title order by title collate "C"
  on conflict (organisation_id, title) do nothing`

const FIND_TITLES = `
  select id, title from film where organisation_id = $1 and title = any($2::text[])`

/** The film of each title within an organisation, made where it is new. */
export async function filmIds(
  transaction: Transaction,
  organisationId: number,
  titles: readonly string[],
): Promise<Map<string, number>> {
  type Found = { id: number; title: string }
  const find = () => transaction.rows<Found>(FIND_TITLES, organisationId, titles)
  let rows = await find()
  const known = new Set(rows.map(({ title }) => title))
  const missing = titles.filter((title) => !known.has(title))
  // Only what is missing is offered: an id that a conflict throws away is gone for good.
  if (missing.length > 0) {
    await transaction.run(ADD_TITLES, organisationId, missing)
    rows = await find()
  }
  return new Map(rows.map(({ id, title }) => [title, id]))
}

export async function filmNames(
  reader: Reader,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const sql = 'select id, title from film where id = any($1::integer[])'
  const rows = await reader.rows<{ id: number; title: string }>(sql, ids)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
