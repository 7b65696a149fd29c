import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { MoneyWire } from '#kernel/pure'
import type { BasisView, DimensionId, MetricId, PlanView } from '#metrics/pure'
import { read } from './client.ts'
import type { Asked } from './questions.ts'
import { questionText } from './questions.ts'

/** What a filter can choose from: the value as it stands in a question, and how people call it. */
export type ValueView = {
  readonly value: string
  readonly name: string
  readonly admissions: number
}

/** One ticket behind a figure; a refund has a negative quantity. */
export type TicketView = {
  readonly soldAt?: string
  readonly startsAt: string
  readonly tradingDay: string
  readonly film: string
  readonly filmId: string
  readonly cinema: string
  readonly cinemaId: string
  readonly auditorium: string
  readonly seat: string
  readonly ticketType: string
  readonly channel: string
  readonly payment: string
  readonly kind: string
  readonly quantity: number
  readonly price: MoneyWire
  readonly fees: MoneyWire
  readonly source: string
}

export type TicketsPage = {
  readonly tickets: readonly TicketView[]
  readonly next?: string
  /** Of all of them. */
  readonly count: number
}

type Registry = {
  readonly metrics: readonly { readonly id: MetricId }[]
  readonly dimensions: readonly { readonly id: DimensionId }[]
}

const STILL_MS = 300_000

/** What the server can be asked; the same until another version of it runs. */
export function useRegistry(): UseQueryResult<Registry> {
  return useQuery({
    queryKey: ['registry'],
    queryFn: ({ signal }) => read<Registry>('/v1/registry', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useBases(sample: boolean): UseQueryResult<readonly BasisView[]> {
  return useQuery({
    queryKey: ['bases', sample],
    queryFn: async ({ signal }) =>
      (await read<{ bases: readonly BasisView[] }>(`/v1/bases?sample=${sample}`, signal)).bases,
    staleTime: STILL_MS,
  })
}

/** Values of a dimension that a question meets, most first; `search` narrows them by name. */
export function useValues(
  dimension: DimensionId,
  search: string,
  question: Asked | undefined,
): UseQueryResult<readonly ValueView[]> {
  const q = question && questionText(question)
  return useQuery({
    queryKey: ['values', dimension, search, q],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams({ dimension, search, ...(q !== undefined && { q }) })
      const path = `/v1/values?${asked}`
      return (await read<{ values: readonly ValueView[] }>(path, signal)).values
    },
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    staleTime: STILL_MS,
  })
}

export function usePlan(question: Asked | undefined): UseQueryResult<PlanView> {
  const q = question && questionText(question)
  return useQuery({
    queryKey: ['plan', q],
    queryFn: ({ signal }) =>
      read<PlanView>(`/v1/answers/plan?q=${encodeURIComponent(q ?? '')}`, signal),
    enabled: q !== undefined,
  })
}

const TICKETS_A_PAGE = 50

/** The tickets behind a question, page by page. */
export function useTickets(question: Asked) {
  const q = questionText(question)
  return useInfiniteQuery({
    queryKey: ['tickets', q],
    queryFn: ({ signal, pageParam }) => {
      const after = pageParam === '' ? {} : { after: pageParam }
      const asked = new URLSearchParams({ q, limit: String(TICKETS_A_PAGE), ...after })
      return read<TicketsPage>(`/v1/answers/tickets?${asked}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}

export type Tickets = UseInfiniteQueryResult<{ readonly pages: readonly TicketsPage[] }>
