import type { Reader, Transaction } from '#store'

/** A film as somebody's file names it: its title, and the code or year that tells it apart. */
export type FilmNamed = {
  readonly title: string
  readonly toldApart?: string
  readonly otherTitle?: string
  readonly year?: number
  /** ISO date. */
  readonly opensOn?: string
  readonly runtimeMinutes?: number
  readonly distributor?: string
}

type Naming = {
  readonly organisationId: number
  /** From figures of others: not a film that we play. */
  readonly reported: boolean
}

const FIND = `
  select f.id, f.title, f.told_apart, f.reported
  from unnest($2::text[], $3::text[]) as said (title, told_apart)
  join film f on f.organisation_id = $1 and f.title = said.title and f.told_apart = said.told_apart`

// Sorted, so that two imports that meet the same new films cannot deadlock.
const ADD = `
  insert into film (organisation_id, title, told_apart, original_title, year, opens_on,
    runtime_minutes, distributor, reported)
  select $1, title, told_apart, original, year, opens_on, minutes, distributor, $9
  from unnest($2::text[], $3::text[], $4::text[], $5::integer[], $6::date[], $7::integer[],
    $8::text[]) as said (title, told_apart, original, year, opens_on, minutes, distributor)
  order by title collate "C", told_apart collate "C"
  on conflict (organisation_id, title, told_apart) do nothing`

const PLAYED = `
  update film set reported = false where id = any($1::integer[]) and reported`

/** Names a film within an organisation. */
export function filmKey({ title, toldApart = '' }: FilmNamed): string {
  return `${title}\u001f${toldApart}`
}

/**
 * The film of each name, by `filmKey`; made where it is new. What is said of a film beside its name is
 * kept the first time. One that we play is not only reported any more.
 */
export async function namedFilmIds(
  transaction: Transaction,
  { organisationId, reported }: Naming,
  films: readonly FilmNamed[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = new Map(films.map((film) => [filmKey(film), film]))
  let rows = await find(transaction, organisationId, [...wanted.values()])
  const known = new Set(rows.map((row) => filmKey({ title: row.title, toldApart: row.told_apart })))
  const missing = [...wanted].filter(([key]) => !known.has(key)).map(([, film]) => film)
  // Only what is missing is offered: an id that a conflict throws away is gone for good.
  if (missing.length > 0) {
    await transaction.run(ADD, organisationId, ...columnsOf(missing), reported)
    rows = await find(transaction, organisationId, [...wanted.values()])
  }
  const played = reported ? [] : rows.filter((row) => row.reported).map(({ id }) => id)
  if (played.length > 0) await transaction.run(PLAYED, played)
  return new Map(
    rows.map((row) => [filmKey({ title: row.title, toldApart: row.told_apart }), row.id]),
  )
}

type Found = { id: number; title: string; told_apart: string; reported: boolean }

function find(reader: Reader, organisationId: number, films: readonly FilmNamed[]) {
  const titles = films.map(({ title }) => title)
  const apart = films.map(({ toldApart = '' }) => toldApart)
  return reader.rows<Found>(FIND, organisationId, titles, apart)
}

function columnsOf(films: readonly FilmNamed[]): readonly unknown[] {
  return [
    films.map(({ title }) => title),
    films.map(({ toldApart = '' }) => toldApart),
    films.map(({ otherTitle = '' }) => otherTitle),
    films.map(({ year }) => year ?? null),
    films.map(({ opensOn }) => opensOn ?? null),
    films.map(({ runtimeMinutes }) => runtimeMinutes ?? null),
    films.map(({ distributor = '' }) => distributor),
  ]
}
