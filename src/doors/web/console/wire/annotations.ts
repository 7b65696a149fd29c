import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ChartNote } from '#charts'
import type { Basis } from '#metrics/pure'
import type { Annotation } from '#reports/pure'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import type { Operations } from './api.gen.ts'
import { pathOf, read, send } from './client.ts'
import type { Span } from './questions.ts'

export type NewNote = Operations['addNote']['body']

/** What a chart of time is about. Nothing said: everything that the asker may see. */
export type AnnotationSubject = {
  readonly films?: readonly string[]
  readonly cinemas?: readonly string[]
  /** Of the sample circuit. */
  readonly sample?: boolean | undefined
  /** What the chart’s figures rest on; tickets unless said. */
  readonly basis?: Basis
  readonly territories?: readonly string[]
}

const json = (value: unknown) => ({ body: JSON.stringify(value), type: 'application/json' })

export const annotationClient = {
  add: (note: NewNote) => send<Annotation>('addNote', json(note)),
  remove: (id: string) => send<Annotation>('removeNote', undefined, '', id),
}

/** What happened in these days, the most important first; undefined days: not asked. */
export function useAnnotations(
  span: Span | undefined,
  subject: AnnotationSubject = {},
): UseQueryResult<readonly Annotation[]> {
  const search = span && searchOf(span, subject)
  return useQuery({
    queryKey: ['annotations', search],
    queryFn: async ({ signal }) => {
      const path = `${pathOf('annotations')}?${search}`
      return (await read<Operations['annotations']['answer']>(path, signal)).annotations
    },
    enabled: span !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** Three of them in words, the others as ticks: more would be a fence. */
const DRAWN_MAX = 12

/** The same as charts take them: in the reader’s words, the most important first. */
export function useChartNotes(
  span: Span | undefined,
  subject: AnnotationSubject = {},
): readonly ChartNote[] {
  const texts = useText()
  const { data } = useAnnotations(span, subject)
  return useMemo(
    () =>
      (data ?? []).slice(0, DRAWN_MAX).map((annotation) => {
        const { kind, from, to } = annotation
        return { kind, from, text: annotationText(texts, annotation), ...(to && { to }) }
      }),
    [data, texts],
  )
}

/** Every chart asks again once a note was written or taken away. */
export function useNotesChanged(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['annotations'] })
}

function searchOf({ from, to }: Span, subject: AnnotationSubject): string {
  const { films, cinemas, sample, basis, territories } = subject
  return new URLSearchParams({
    from,
    to,
    ...(films && { film: films.join() }),
    ...(cinemas && { cinema: cinemas.join() }),
    ...(basis && basis !== 'tickets' && { basis }),
    ...(territories && territories.length > 0 && { territory: territories.join() }),
    ...(sample !== undefined && { sample: String(sample) }),
  }).toString()
}

/** An annotation in words: “Night Ferry opens”, “Lantern: no figures”. */
export function annotationText({ t, dates }: Texts, annotation: Annotation): string {
  const { kind, text: name, more, since } = annotation
  const total = (more ?? 0) + 1
  switch (kind) {
    case 'note':
      return name
    case 'holiday':
      return more ? t('noteHolidays', { name, more, total }) : name
    case 'opening':
      return more ? t('noteOpenings', { name, more, total }) : t('noteOpening', { name })
    case 'outage':
      if (more) return t('noteOutages', { name, more, total })
      return since === undefined
        ? t('noteOutage', { name })
        : t('noteSilent', { name, time: dates.momentOf(since) })
    case 'price':
      return more ? t('notePrices', { name, more, total }) : t('notePrice', { name })
  }
}
