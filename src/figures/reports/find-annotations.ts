import { scopeOf } from '#access'
import type { Asker } from '#identity'
import type { Clock } from '#kernel'
import { parseId } from '#kernel'
import type { Aliases } from '#programme'
import { createAliasReader } from '#programme'
import type { Store } from '#store'
import { cinemaViews } from '#venues'
import type { Warehouse } from '#warehouse'
import type { Annotation, AnnotationSubject } from './annotation.ts'
import { notesWithin } from './annotation-store.ts'
import { holidays } from './calendar-store.ts'
import { openings } from './opening-store.ts'
import { outages } from './outage-store.ts'
import { priceChanges } from './price-store.ts'
import type { Found } from './rank.ts'
import { rankAnnotations } from './rank.ts'

export type AnnotationsAsked = AnnotationSubject & {
  readonly from: string
  readonly to: string
  /** Unless said: only where nothing is real, as with answers. */
  readonly sample?: boolean | undefined
  /** Reported figures are shown, of this source, in place of tickets. */
  readonly source?: string | undefined
  readonly territories?: readonly string[] | undefined
}

type Engines = { readonly store: Store; readonly warehouse: Warehouse; readonly clock: Clock }

/**
 * What happened in these days, the most important first. A page about a film or a cinema gets what
 * concerns it and what concerns everybody. Nothing of it is stored but the notes.
 */
export async function findAnnotations(
  { store, warehouse, clock }: Engines,
  asker: Asker,
  asked: AnnotationsAsked,
): Promise<readonly Annotation[]> {
  const { owners: real, sampleOwners } = await scopeOf(store, asker)
  const all = [...real, ...sampleOwners]
  const views = await cinemaViews(store, clock().epochMilliseconds)
  const isOf = (owners: readonly number[]) => views.filter(within(owners))
  const sample = asked.sample ?? (isOf(real).length === 0 && sampleOwners.length > 0)
  const owners = sample ? sampleOwners : real
  if (owners.length === 0) return []
  const aliases = await createAliasReader(store)(owners)
  const filmIds = asked.films && membersOf(asked.films, aliases.film)
  const cinemaIds = asked.cinemas && membersOf(asked.cinemas, aliases.cinema)
  const cinemas = isOf(owners).filter(({ id }) => !cinemaIds || cinemaIds.includes(Number(id)))
  // A name that nobody has stands for nothing at all.
  if (filmIds?.length === 0 || cinemaIds?.length === 0) return []
  const { from, to, territories } = asked
  const sourceId = asked.source === undefined ? undefined : (parseId(asked.source) ?? 0)
  const days = { from, to }
  const facts = { store, warehouse, owners, aliases, ...days, filmIds, cinemaIds, sourceId }
  const zones = sourceId === undefined ? cinemas.map(({ timezone }) => timezone) : []
  const [notes, ...derived] = await Promise.all([
    notesWithin(store, { owners, ...days, filmIds, cinemaIds }),
    openings(facts),
    holidays({ warehouse, owners: all, ...days, zones, territories }),
    outages({ ...facts, cinemas }),
    sourceId === undefined ? priceChanges({ store, owners, ...days, cinemaIds }) : [],
  ])
  const found = [...notes.map((note) => ownNote(note, asked)), ...derived.flat()]
  return rankAnnotations(found, days)
}

function within(owners: readonly number[]) {
  const ids = new Set(owners.map(String))
  return ({ organisationId }: { readonly organisationId: string }) => ids.has(organisationId)
}

/** A note on the very thing the page is about. */
function ownNote(note: Annotation, { films, cinemas }: AnnotationSubject): Found {
  const own = (films?.length === 1 && note.film) || (cinemas?.length === 1 && note.cinema)
  return own ? { ...note, own: true } : note
}

/** Every id under which facts may name these, those of their groups among them. */
function membersOf(ids: readonly string[], aliases: Aliases['film']): readonly number[] {
  const said = ids.flatMap((id) => parseId(id) ?? [])
  const groups = new Set(said.map((id) => aliases.get(id) ?? id))
  const members = [...aliases].filter(([, group]) => groups.has(group)).map(([id]) => id)
  return [...new Set([...groups, ...members])]
}
