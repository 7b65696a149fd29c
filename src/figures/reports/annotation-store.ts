import type { Reader, Transaction } from '#store'
import type { Annotation, NoteRead } from './annotation.ts'

export type NewNote = NoteRead & {
  readonly organisationId: number
  readonly filmId?: number | undefined
  readonly cinemaId?: number | undefined
}

type NoteRow = {
  id: number
  from_day: string
  to_day: string
  text: string
  film_id: number | null
  cinema_id: number | null
}

const COLUMNS = 'id, from_day::text as from_day, to_day::text as to_day, text, film_id, cinema_id'
const ADD = `
  insert into annotation (organisation_id, from_day, to_day, text, film_id, cinema_id)
  values ($1, $2, $3, $4, $5, $6) returning ${COLUMNS}`
const REMOVE = `
  delete from annotation where id = $1 and organisation_id = any($2::integer[])
  returning ${COLUMNS}`
// The newest first where there are more than anybody reads.
const NOTES = `
  select ${COLUMNS} from annotation
  where organisation_id = any($1::integer[]) and to_day >= $2 and from_day <= $3
    and (film_id is null or $4::integer[] is null or film_id = any($4))
    and (cinema_id is null or $5::integer[] is null or cinema_id = any($5))
  order by made_at desc, id desc limit 500`
const OWNER_OF_FILM = `
  select organisation_id as owner from film
  where id = $1 and organisation_id = any($2::integer[])`
const OWNER_OF_CINEMA = `
  select organisation_id as owner from cinema
  where id = $1 and organisation_id = any($2::integer[])`

export async function addNote(transaction: Transaction, note: NewNote): Promise<Annotation> {
  const { organisationId, from, to, text, filmId, cinemaId } = note
  const values = [organisationId, from, to, text, filmId ?? null, cinemaId ?? null]
  const row = await transaction.row<NoteRow>(ADD, ...values)
  if (!row) throw new Error('PostgreSQL returned no annotation')
  return viewNote(row)
}

/** Takes a note away; gives it back, so that it can be written again. */
export async function removeNote(
  transaction: Transaction,
  owners: readonly number[],
  id: number,
): Promise<Annotation | undefined> {
  const row = await transaction.row<NoteRow>(REMOVE, id, owners)
  return row && viewNote(row)
}

export type NotesAsked = {
  readonly owners: readonly number[]
  readonly from: string
  readonly to: string
  /** Notes on other films, or other cinemas, are left out. */
  readonly filmIds?: readonly number[] | undefined
  readonly cinemaIds?: readonly number[] | undefined
}

export async function notesWithin(
  reader: Reader,
  { owners, from, to, filmIds, cinemaIds }: NotesAsked,
): Promise<readonly Annotation[]> {
  const subject = [filmIds ?? null, cinemaIds ?? null]
  return (await reader.rows<NoteRow>(NOTES, owners, from, to, ...subject)).map(viewNote)
}

/** Whose film, or whose cinema, it is; undefined where the asker has no such. */
export async function ownerOf(
  reader: Reader,
  owners: readonly number[],
  what: { readonly kind: 'film' | 'cinema'; readonly id: number },
): Promise<number | undefined> {
  const sql = what.kind === 'film' ? OWNER_OF_FILM : OWNER_OF_CINEMA
  return (await reader.row<{ owner: number }>(sql, what.id, owners))?.owner
}

function viewNote(row: NoteRow): Annotation {
  return {
    id: String(row.id),
    kind: 'note',
    by: 'hand',
    from: row.from_day,
    ...(row.to_day !== row.from_day && { to: row.to_day }),
    text: row.text,
    ...(row.film_id !== null && { film: String(row.film_id) }),
    ...(row.cinema_id !== null && { cinema: String(row.cinema_id) }),
  }
}
