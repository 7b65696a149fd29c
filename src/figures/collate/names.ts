import type { FilmNamed } from '#programme'
import { filmKey, namedFilmIds } from '#programme'
import type { Store } from '#store'
import type { CinemaNamed, RoomNamed } from '#venues'
import { cinemaKey, namedCinemaIds, namedRoomIds, roomKey } from '#venues'
import type { FactTable } from '#warehouse'
import type { Identity } from './fact-row.ts'
import type { Import } from './import-store.ts'
import type { RowRead } from './layout.ts'
import { roomSaid } from './room-said.ts'
import type { CinemaSaid, FilmSaid } from './said.ts'

/** More are forgotten and asked for again: a file names films by the thousand, not by the million. */
const NAMES_KEPT_MAX = 200_000
/** Whose films and cinemas are ours; those of other tables are known from others' figures only. */
const OURS: ReadonlySet<FactTable> = new Set(['ticket', 'concession', 'stored_value'])

/** Gives films, cinemas and auditoria that rows name their ids, making what is new. */
export function createNames(store: Store, one: Import) {
  const films = new Map<string, number>()
  const cinemas = new Map<string, number>()
  /** By cinema and name, as the file writes it. */
  const rooms = new Map<string, number>()
  const reported = !OURS.has(one.table)
  const { organisationId, context } = one
  const dayStartsAt = context.dayStartsAt

  const cinemaId = (cinema: CinemaSaid) => known(cinemas, cinemaKey(cinema))

  async function learn(reads: readonly RowRead[]): Promise<void> {
    if (films.size > NAMES_KEPT_MAX) films.clear()
    if (cinemas.size > NAMES_KEPT_MAX) cinemas.clear()
    const newFilms = new Map<string, FilmNamed>()
    const newCinemas = new Map<string, CinemaNamed>()
    let before: FilmSaid | undefined
    for (const read of reads) {
      if (read.fate !== 'row') continue
      for (const said of read.facts) {
        const film = 'film' in said ? said.film : undefined
        if (film && film !== before && !films.has(filmKey(film))) {
          newFilms.set(filmKey(film), film)
        }
        before = film
        if (said.cinema && !cinemas.has(cinemaKey(said.cinema))) {
          newCinemas.set(cinemaKey(said.cinema), said.cinema)
        }
      }
    }
    if (newFilms.size > 0 || newCinemas.size > 0) await learnNamed(newFilms, newCinemas)
    await learnRooms(reads)
  }

  async function learnNamed(
    newFilms: ReadonlyMap<string, FilmNamed>,
    newCinemas: ReadonlyMap<string, CinemaNamed>,
  ): Promise<void> {
    await store.write(async (transaction) => {
      const naming = { organisationId, reported, dayStartsAt }
      const foundFilms = await namedFilmIds(transaction, naming, [...newFilms.values()])
      const foundCinemas = await namedCinemaIds(transaction, naming, [...newCinemas.values()])
      for (const [key, id] of foundFilms) films.set(key, id)
      for (const [key, id] of foundCinemas) cinemas.set(key, id)
    })
  }

  async function learnRooms(reads: readonly RowRead[]): Promise<void> {
    if (rooms.size > NAMES_KEPT_MAX) rooms.clear()
    const newRooms = new Map<string, RoomNamed>()
    for (const read of reads) {
      if (read.fate !== 'row') continue
      for (const said of read.facts) {
        const name = roomSaid(said)
        if (name === '') continue
        const room = { cinemaId: said.cinema ? cinemaId(said.cinema) : one.cinemaId, name }
        const id = rooms.get(`${room.cinemaId}\u001f${name}`)
        if (id === undefined) newRooms.set(`${room.cinemaId}\u001f${name}`, room)
      }
    }
    if (newRooms.size === 0) return
    const found = await store.write((transaction) =>
      namedRoomIds(transaction, [...newRooms.values()]),
    )
    for (const [key, room] of newRooms) rooms.set(key, found.get(roomKey(room)) ?? 0)
  }

  // A showing's rows stand together, and layouts give them one film.
  let last: { readonly film: FilmSaid; readonly id: number } | undefined
  const filmId = (film: FilmSaid) => {
    if (last?.film !== film) last = { film, id: known(films, filmKey(film)) }
    return last.id
  }

  // A screening's rows stand together, too.
  let lastRoom = { cinema: 0, name: '', id: 0 }
  const roomId = (cinema: number, name: string) => {
    if (lastRoom.cinema !== cinema || lastRoom.name !== name) {
      lastRoom = { cinema, name, id: known(rooms, `${cinema}\u001f${name}`) }
    }
    return lastRoom.id
  }

  const identity: Identity = {
    owner: organisationId,
    source: one.sourceId,
    cinema: one.cinemaId,
    currency: context.currency,
    film: filmId,
    namedCinema: cinemaId,
    room: roomId,
  }
  return { learn, identity }
}

export type Names = ReturnType<typeof createNames>

function known(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`PostgreSQL gave no id for “${key.replace('\u001f', ' ')}”`)
  return id
}
