import { tidyText } from '#kernel'
import type { Reader, Transaction } from '#store'

/** An auditorium as a file or the sample names it, without anything else being known of it. */
export type RoomNamed = { readonly cinemaId: number; readonly name: string }

// A room that facts have named keeps its id for ever: an auditorium that is made later takes it over.
const FIND = `
  select said.cinema_id, said.name, coalesce(r.id, a.id) as id
  from unnest($1::integer[], $2::text[]) as said (cinema_id, name)
  left join room r on r.cinema_id = said.cinema_id and r.name = said.name
  left join auditorium a on a.cinema_id = said.cinema_id and a.name = said.name
  where coalesce(r.id, a.id) is not null`

// Sorted, so that two imports that meet the same new rooms cannot deadlock.
const ADD = `
  insert into room (cinema_id, name)
  select cinema_id, name from unnest($1::integer[], $2::text[]) as said (cinema_id, name)
  order by cinema_id, name collate "C"
  on conflict (cinema_id, name) do nothing`

const NAMES = `
  select id, name from auditorium where id = any($1::integer[])
  union select id, name from room where id = any($1::integer[])`

/** Names a room within all cinemas. */
export function roomKey({ cinemaId, name }: RoomNamed): string {
  return `${cinemaId}\u001f${tidyText(name)}`
}

/**
 * The id by which facts name each room, by `roomKey`: that of the cinema's auditorium of the same name,
 * or one of its own, made where it is new. One without a name is left out.
 */
export async function namedRoomIds(
  transaction: Transaction,
  rooms: readonly RoomNamed[],
): Promise<ReadonlyMap<string, number>> {
  const tidy = rooms.map(({ cinemaId, name }) => ({ cinemaId, name: tidyText(name) }))
  const wanted = new Map(tidy.filter(({ name }) => name !== '').map((one) => [roomKey(one), one]))
  const known = await knownRoomIds(transaction, [...wanted.values()])
  const missing = [...wanted].filter(([key]) => !known.has(key)).map(([, one]) => one)
  if (missing.length === 0) return known
  // Only what is missing is offered: an id that a conflict throws away is gone for good.
  await transaction.run(ADD, ...columnsOf(missing))
  return knownRoomIds(transaction, [...wanted.values()])
}

/** Of rooms those that have an id already, by `roomKey`; makes nothing. */
export async function knownRoomIds(
  reader: Reader,
  rooms: readonly RoomNamed[],
): Promise<ReadonlyMap<string, number>> {
  const tidy = rooms.map(({ cinemaId, name }) => ({ cinemaId, name: tidyText(name) }))
  if (tidy.length === 0) return new Map()
  type Found = { cinema_id: number; name: string; id: number }
  const rows = await reader.rows<Found>(FIND, ...columnsOf(tidy))
  return new Map(
    rows.map(({ cinema_id, name, id }) => [roomKey({ cinemaId: cinema_id, name }), id]),
  )
}

/** What the auditoria and rooms of these ids are called; ids that nothing has are left out. */
export async function auditoriumNames(
  reader: Reader,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const rows = await reader.rows<{ id: number; name: string }>(NAMES, ids)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function columnsOf(rooms: readonly RoomNamed[]) {
  return [rooms.map(({ cinemaId }) => cinemaId), rooms.map(({ name }) => name)] as const
}
