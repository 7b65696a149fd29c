import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ImportView } from '#collate/pure'
import type { Answer } from '#metrics/pure'
import type { House } from './client.ts'
import { client } from './client.ts'
import type { Asked } from './questions.ts'
import { questionText } from './questions.ts'

const HOUSE_EVERY_MS = 15_000
const BUILDING_EVERY_MS = 1_000

/** Who is there. Asked again when the live stream says so, and now and then where there is none. */
export function useHouse(): UseQueryResult<House> {
  return useQuery({
    queryKey: ['house'],
    queryFn: ({ signal }) => client.house(signal),
    refetchInterval: ({ state }) =>
      state.data?.sample.state === 'building' ? BUILDING_EVERY_MS : HOUSE_EVERY_MS,
  })
}

/** One answer; while another question is on its way, the one before stays. */
export function useAnswer(
  question: Asked | undefined,
  everyMs: number | false = false,
): UseQueryResult<Answer> {
  return useQuery({
    queryKey: ['answer', question && questionText(question)],
    queryFn: ({ signal }) => client.answer(question ?? { metrics: [] }, signal),
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
    staleTime: 30_000,
  })
}

const RUNNING_EVERY_MS = 2_000
const IDLE_EVERY_MS = 20_000

/** Every import, newest first. */
export function useImports(): UseQueryResult<readonly ImportView[]> {
  return useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => client.imports(signal),
    refetchInterval: ({ state }) =>
      state.data?.some(isRunning) ? RUNNING_EVERY_MS : IDLE_EVERY_MS,
    select: (imports) =>
      imports.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1)),
  })
}

export function isRunning({ state }: ImportView): boolean {
  return state === 'reading' || state === 'undoing'
}
