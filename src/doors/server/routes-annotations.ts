import { scopeOf } from '#access'
import type { Asker } from '#identity'
import type { Outcome } from '#kernel'
import { accept, parseId, refuse } from '#kernel'
import { addNote, findAnnotations, ownerOf, readNote, removeNote } from '#reports'
import type { House } from './house.ts'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { idOf } from './routes-venues.ts'
import {
  annotationsAskedWire,
  annotationsWire,
  annotationWire,
  newNoteWire,
} from './wire-reports.ts'

export const ANNOTATION_ROUTES: readonly Route[] = [
  answers({
    name: 'annotations',
    method: 'GET',
    path: '/v1/annotations',
    summary: 'What happened in these days: openings, holidays, outages, price changes and notes',
    refusals: ['question_malformed'],
    query: annotationsAskedWire,
    response: annotationsWire,
    async answer({ house, asker, query }) {
      const { from, to, basis, sample } = query
      if (to < from) return refuse('question_malformed', 'The last day is before the first.')
      const listed = (text: string | undefined) => text?.split(',').filter((one) => one !== '')
      const [films, cinemas] = [listed(query.film), listed(query.cinema)]
      const territories = listed(query.territory)
      const source = basis?.startsWith('reported:') ? basis.slice(9) : undefined
      const annotations = await findAnnotations(house, asker, {
        from,
        to,
        ...(films && { films }),
        ...(cinemas && { cinemas }),
        ...(territories && { territories }),
        ...(source !== undefined && { source }),
        ...(sample !== undefined && { sample: sample === 'true' }),
      })
      return accept({ annotations: [...annotations] })
    },
  }),
  answers({
    name: 'addNote',
    method: 'POST',
    path: '/v1/annotations',
    summary: 'Writes a note beside the figures of some days',
    refusals: ['cinema_unknown', 'film_unknown', 'note_unusable', 'organisation_unknown'],
    body: newNoteWire,
    status: 201,
    response: annotationWire,
    async answer({ house, asker, body }) {
      const note = readNote(body)
      if (!note.ok) return note
      const filmId = body.film === undefined ? undefined : (parseId(body.film) ?? 0)
      const cinemaId = body.cinema === undefined ? undefined : (parseId(body.cinema) ?? 0)
      const owner = await ownerFor(house, asker, body.organisation, { filmId, cinemaId })
      if (!owner.ok) return owner
      const organisationId = owner.value
      const made = await house.store.write((transaction) =>
        addNote(transaction, { organisationId, ...note.value, filmId, cinemaId }),
      )
      return accept(made)
    },
  }),
  answers({
    name: 'removeNote',
    method: 'DELETE',
    path: '/v1/annotations/{id}',
    summary: 'Takes a note away; the answer is the note, so that it can be written again',
    refusals: ['note_unknown'],
    response: annotationWire,
    async answer({ house, asker, params }) {
      const owners = await ownersOf(house, asker)
      const removed = await house.store.write((transaction) =>
        removeNote(transaction, owners, idOf(params)),
      )
      return removed ? accept(removed) : refuse('note_unknown', 'There is no such note any more.')
    },
  }),
]

/** Everybody whose figures the asker may see; the real ones first. */
export async function ownersOf(house: House, asker: Asker): Promise<readonly number[]> {
  const { owners, sampleOwners } = await scopeOf(house.store, asker)
  return [...owners, ...sampleOwners]
}

/** The organisation named, or the first of those the asker has. */
export async function organisationFor(
  house: House,
  asker: Asker,
  named: string | undefined,
): Promise<Outcome<number, 'organisation_unknown'>> {
  const owners = await ownersOf(house, asker)
  const owner = named === undefined ? owners[0] : owners.find((id) => String(id) === named)
  if (owner !== undefined) return accept(owner)
  return refuse('organisation_unknown', 'There is no such organisation.')
}

type About = { readonly filmId: number | undefined; readonly cinemaId: number | undefined }

/** A note belongs to whom its cinema or film belongs to. */
async function ownerFor(
  house: House,
  asker: Asker,
  organisation: string | undefined,
  { filmId, cinemaId }: About,
): Promise<Outcome<number, 'cinema_unknown' | 'film_unknown' | 'organisation_unknown'>> {
  const owners = await ownersOf(house, asker)
  const of = (kind: 'film' | 'cinema', id: number) => ownerOf(house.store, owners, { kind, id })
  const film = filmId === undefined ? undefined : await of('film', filmId)
  if (filmId !== undefined && film === undefined) {
    return refuse('film_unknown', 'There is no such film.')
  }
  const cinema = cinemaId === undefined ? undefined : await of('cinema', cinemaId)
  if (cinemaId !== undefined && cinema === undefined) {
    return refuse('cinema_unknown', 'There is no such cinema.')
  }
  const owner = cinema ?? film
  return owner === undefined ? organisationFor(house, asker, organisation) : accept(owner)
}
