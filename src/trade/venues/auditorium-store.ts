import type { Outcome } from '#kernel'
import { accept, DAY_STARTS_AT, isCurrency, refuse, tidyText, timezoneNamed } from '#kernel'
import type { Reader, Transaction } from '#store'

export type AuditoriumView = {
  readonly id: string
  readonly cinemaId: string
  readonly name: string
  /** Of its newest seat plan; 0 while it has none. */
  readonly version: number
  readonly seats: number
}

const NAME_CHARACTERS_MAX = 80
const AUDITORIA_MAX = 60

const OPEN_CINEMA = `
  insert into cinema (organisation_id, name, timezone, currency, day_starts_at, live)
  values ($1, $2, $3, $4, $5, false)
  on conflict (organisation_id, name, city) do update
    set reported = false, timezone = excluded.timezone, currency = excluded.currency,
      day_starts_at = excluded.day_starts_at
    where cinema.reported
  returning id`

// A room of that name is this auditorium: what facts have said of it is its own.
const ADD_AUDITORIUM = `
  insert into auditorium (id, cinema_id, name) overriding system value
  values (coalesce((select id from room where cinema_id = $1 and name = $2),
    nextval(pg_get_serial_sequence('auditorium', 'id'))), $1, $2)
  on conflict (cinema_id, name) do nothing returning id`

const AUDITORIA = `
  select a.id, a.cinema_id, a.name, coalesce(p.version, 0) as version, coalesce(p.seats, 0) as seats
  from auditorium a
  left join lateral (
    select version, seats from seat_plan
    where auditorium_id = a.id order by version desc limit 1
  ) p on true`

type AuditoriumRow = {
  id: number
  cinema_id: number
  name: string
  version: number
  seats: number
}

export type DescribedCinema = {
  readonly organisationId: number
  readonly name: string
  readonly timezone: string
  readonly currency: string
}

/** Makes a cinema by hand; one of that name must not be there yet. */
export async function openCinema(
  transaction: Transaction,
  described: DescribedCinema,
): Promise<
  Outcome<number, 'name_unusable' | 'name_taken' | 'timezone_unknown' | 'currency_unknown'>
> {
  const { organisationId, currency } = described
  const name = readName(described.name)
  if (!name.ok) return name
  const timezone = timezoneNamed(described.timezone)
  if (timezone === undefined) {
    const say = `“${described.timezone}” is no time zone. Give one such as Europe/Dublin.`
    return refuse('timezone_unknown', say)
  }
  if (!isCurrency(currency)) {
    return refuse('currency_unknown', `“${currency}” is no currency. Give a code such as EUR.`)
  }
  const values = [organisationId, name.value, timezone, currency, DAY_STARTS_AT] as const
  const row = await transaction.row<{ id: number }>(OPEN_CINEMA, ...values)
  return row ? accept(row.id) : taken(`There is a cinema “${name.value}” already.`)
}

/** Adds an auditorium to a cinema; its name is what stands on the door and the ticket. */
export async function addAuditorium(
  transaction: Transaction,
  { cinemaId, name: said }: { readonly cinemaId: number; readonly name: string },
): Promise<
  Outcome<number, 'cinema_unknown' | 'name_unusable' | 'name_taken' | 'auditoria_too_many'>
> {
  const name = readName(said)
  if (!name.ok) return name
  // Locked, so that two who add at once are counted one after the other.
  const cinema = await transaction.row('select id from cinema where id = $1 for update', cinemaId)
  if (!cinema) return refuse('cinema_unknown', 'There is no such cinema.')
  const others = await auditoria(transaction, cinemaId)
  if (others.length >= AUDITORIA_MAX) {
    return refuse('auditoria_too_many', `A cinema has at most ${AUDITORIA_MAX} auditoria.`)
  }
  const row = await transaction.row<{ id: number }>(ADD_AUDITORIUM, cinemaId, name.value)
  return row ? accept(row.id) : taken(`There is an auditorium “${name.value}” already.`)
}

/** Every auditorium, or those of one cinema, by name. */
export async function auditoria(
  reader: Reader,
  cinemaId?: number,
): Promise<readonly AuditoriumView[]> {
  const sql = `${AUDITORIA} where $1::integer is null or a.cinema_id = $1
    order by a.cinema_id, a.name collate "C"`
  const rows = await reader.rows<AuditoriumRow>(sql, cinemaId ?? null)
  return rows.map(view)
}

export async function auditoriumById(
  reader: Reader,
  id: number,
): Promise<AuditoriumView | undefined> {
  const row = await reader.row<AuditoriumRow>(`${AUDITORIA} where a.id = $1`, id)
  return row && view(row)
}

function view({ id, cinema_id, name, version, seats }: AuditoriumRow): AuditoriumView {
  return { id: String(id), cinemaId: String(cinema_id), name, version, seats }
}

function readName(said: string): Outcome<string, 'name_unusable'> {
  const name = tidyText(said)
  if (name.length > 0 && name.length <= NAME_CHARACTERS_MAX && !/\p{C}/u.test(name)) {
    return accept(name)
  }
  return refuse('name_unusable', `A name has 1 to ${NAME_CHARACTERS_MAX} characters.`)
}

function taken(say: string) {
  return refuse('name_taken', `${say} Choose another name.`)
}
