import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ColumnsMapping, Mapping } from '#collate/pure'
import { forgetFile } from '../imports/given-files.ts'
import { currencyOfZone, zoneHere, zoneOfCurrency } from '../places.ts'
import type { House } from '../wire/client.ts'
import type { FileView, ReadingWish, TryRequest } from '../wire/imports.ts'
import { importsClient, useTrial } from '../wire/imports.ts'
import { mappingsClient, useMapping, usePreview, useProposal } from '../wire/mappings.ts'
import type { Draft } from './draft.ts'
import { draftOf, mappingOf, openQuestions } from './draft.ts'
import type { About, Place } from './place.ts'
import { aboutOf, knownCinema, placeErrors, placeSaid } from './place.ts'
import type { ReadBy } from './read-by-menu.tsx'
import { useLater } from './use-later.ts'

const TYPING_MS = 400

/** Everything about one file on its way to an import: how it is read, by what, whose it is, and the trial. */
export function useFileWork(file: FileView, house: House, wish: ReadingWish) {
  const own = house.cinemas.filter(({ sample }) => !sample)
  const [chosen, setReadBy] = useState<ReadBy>()
  const [typed, setTyped] = useState<Partial<Place>>({})
  const [typedName, setName] = useState<string>()
  const [draft, setDraft] = useDraft()
  const readBy = chosen ?? readByContent(file)
  const byColumns = readBy.kind === 'columns'
  const proposal = useProposal(file.id, wish, byColumns && file.reading !== undefined)
  const proposed = proposal.data
  useEffect(() => {
    if (proposed) setDraft(draftOf(proposed))
  }, [proposed, setDraft])
  const saved = useMapping(readBy.kind === 'mapping' ? readBy.id : undefined).data
  const name = typedName ?? proposed?.mapping.name ?? ''
  const mapping = byColumns ? (draft ? mappingOf(draft, name, wish) : proposed?.mapping) : undefined
  const open = byColumns && draft ? openQuestions(draft) : 0
  const place = { ...firstPlace(own, columnsOf(mapping)?.currency), ...typed }
  const about = aboutFile()
  const known = about === 'cinema' ? knownCinema(place, own) : undefined
  const errors = placeErrors(about, place, known)
  const placed = Object.keys(errors).length === 0 ? placeSaid(about, place, known) : undefined
  const later = useLater(mapping, TYPING_MS)
  const preview = usePreview(
    byColumns && later ? { fileId: file.id, mapping: later, ...placed } : undefined,
  )
  const trial = useTrial(trialRequest())
  return {
    own,
    readBy,
    setReadBy,
    place,
    setPlace: (said: Partial<Place>) => setTyped((all) => ({ ...all, ...said })),
    about,
    /** What is asked already, and need not be asked twice. */
    asks: new Set(draft?.questions.map((question) => question.about)),
    /** The mapping itself says in what its amounts are. */
    hasCurrency: columnsOf(saved?.mapping ?? mapping)?.currency !== undefined,
    known,
    errors,
    placed,
    name,
    setName,
    draft,
    setDraft,
    proposal,
    mapping,
    saved,
    open,
    preview,
    trial,
  }

  function aboutFile(): About {
    if (readBy.kind === 'layout') return file.layout?.about ?? 'nothing'
    const of = readBy.kind === 'mapping' ? saved?.mapping : mapping
    const columns = columnsOf(of)
    if (columns) return aboutOf(columns)
    // A known layout under other names: the trial says what is missing.
    return of ? (file.mapping?.about ?? 'cinema') : 'nothing'
  }

  function trialRequest(): TryRequest | undefined {
    if (!placed || !file.reading) return undefined
    const asked = { fileId: file.id, ...placed, reading: wish }
    if (readBy.kind === 'layout') return { ...asked, layout: readBy.id }
    if (readBy.kind === 'mapping') return { ...asked, mappingId: readBy.id }
    const text = preview.data?.text
    if (open > 0 || text === undefined || preview.isPlaceholderData) return undefined
    return { ...asked, mappingText: text }
  }
}

function useDraft() {
  return useState<Draft | undefined>(undefined)
}

export type FileWork = ReturnType<typeof useFileWork>

function readByContent({ layout, mapping }: FileView): ReadBy {
  if (layout) return { kind: 'layout', id: layout.id }
  return mapping ? { kind: 'mapping', id: mapping.id } : { kind: 'columns' }
}

/** A first guess, to be seen and changed: the zone that the file's currency speaks for, else ours. */
function firstPlace(own: House['cinemas'], currency: string | undefined): Place {
  const [only] = own
  const zone = only?.timezone ?? zoneHere()
  return {
    cinema: own.length === 1 && only ? only.name : '',
    timezone: (currency && zoneOfCurrency(currency)) ?? zone,
    currency: currency ?? only?.currency ?? currencyOfZone(zone),
    territory: '',
  }
}

function columnsOf(mapping: Mapping | undefined): ColumnsMapping | undefined {
  return mapping && !('layout' in mapping) ? mapping : undefined
}

/** Keeps a mapping that was made here, so that the import, and the next file like it, is read by it. */
export function useSaveMapping({ mapping, setReadBy }: FileWork) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      if (!mapping) throw new Error('There is no mapping to save')
      return mappingsClient.save(mapping)
    },
    onSuccess(saved) {
      queries.setQueryData(['mapping', saved.id], saved)
      void queries.invalidateQueries({ queryKey: ['mappings'] })
      setReadBy({ kind: 'mapping', id: saved.id })
    },
  })
}

/** Starts the import; a mapping that is not saved yet is saved first. */
export function useStartImport(file: FileView, wish: ReadingWish, work: FileWork) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    async mutationFn() {
      const { readBy, mapping, placed } = work
      const asked = { fileId: file.id, ...placed, reading: wish }
      if (readBy.kind === 'layout') return importsClient.start({ ...asked, layout: readBy.id })
      if (readBy.kind === 'mapping') return importsClient.start({ ...asked, mappingId: readBy.id })
      if (!mapping) throw new Error('There is no mapping to import by')
      const saved = await mappingsClient.save(mapping)
      return importsClient.start({ ...asked, mappingId: saved.id })
    },
    async onSuccess(view) {
      queries.setQueryData(['import', view.id], view)
      forgetFile(file.id)
      void queries.invalidateQueries({ queryKey: ['imports'] })
      await navigate({ to: '/imports/$importId', params: { importId: view.id } })
    },
  })
}
