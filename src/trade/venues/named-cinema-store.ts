import type { Reader, Transaction } from '#store'

/** A cinema as somebody's file names it. */
export type CinemaNamed = {
  readonly name: string
  /** Its town, where one name may be two cinemas. */
  readonly city?: string
  readonly timezone: string
  readonly currency: string
}

type Naming = {
  readonly organisationId: number
  /** From files of others: no site of ours. */
  readonly reported: boolean
  readonly dayStartsAt: number
}

const FIND = `
  select c.id, c.name, c.city, c.reported
  from unnest($2::text[], $3::text[]) as said (name, city)
  join cinema c on c.organisation_id = $1 and c.name = said.name and c.city = said.city`

// Sorted, so that two imports that meet the same new cinemas cannot deadlock.
const ADD = `
  insert into cinema (organisation_id, name, city, timezone, currency, day_starts_at, live, reported)
  select $1, name, city, timezone, currency, $6, false, $7
  from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as said (name, city, timezone, currency)
  order by name collate "C", city collate "C"
  on conflict (organisation_id, name, city) do nothing`

const OURS = 'update cinema set reported = false where id = any($1::integer[]) and reported'

/** Names a cinema within an organisation. */
export function cinemaKey({ name, city = '' }: Pick<CinemaNamed, 'name' | 'city'>): string {
  return `${name}\u001f${city}`
}

/**
 * The cinema of each name and town, by `cinemaKey`; made where it is new, an existing one keeps its
 * zone and currency. One that sells for us is not only reported any more.
 */
export async function namedCinemaIds(
  transaction: Transaction,
  { organisationId, reported, dayStartsAt }: Naming,
  cinemas: readonly CinemaNamed[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = new Map(cinemas.map((cinema) => [cinemaKey(cinema), cinema]))
  let rows = await find(transaction, organisationId, [...wanted.values()])
  const known = new Set(rows.map(cinemaKey))
  const missing = [...wanted].filter(([key]) => !known.has(key)).map(([, cinema]) => cinema)
  // Only what is missing is offered: an id that a conflict throws away is gone for good.
  if (missing.length > 0) {
    const columns = [
      missing.map(({ name }) => name),
      missing.map(({ city = '' }) => city),
      missing.map(({ timezone }) => timezone),
      missing.map(({ currency }) => currency),
    ]
    await transaction.run(ADD, organisationId, ...columns, dayStartsAt, reported)
    rows = await find(transaction, organisationId, [...wanted.values()])
  }
  const ours = reported ? [] : rows.filter((row) => row.reported).map(({ id }) => id)
  if (ours.length > 0) await transaction.run(OURS, ours)
  return new Map(rows.map((row) => [cinemaKey(row), row.id]))
}

type Found = { id: number; name: string; city: string; reported: boolean }

function find(reader: Reader, organisationId: number, cinemas: readonly CinemaNamed[]) {
  const names = cinemas.map(({ name }) => name)
  const cities = cinemas.map(({ city = '' }) => city)
  return reader.rows<Found>(FIND, organisationId, names, cities)
}
