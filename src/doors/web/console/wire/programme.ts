import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { Area } from '#venues/pure'
import type { Operations } from './api.gen.ts'
import { pathOf, read, send } from './client.ts'
import type { Auditorium, SavedPlan } from './plans.ts'

export type FilmView = Operations['films']['answer']['films'][number]
export type ReleaseView = FilmView['releases'][number]
export type OfficialCodes = FilmView['officialCodes']
export type PriceCard = Operations['priceCards']['answer']['cards'][number]
export type PriceLine = PriceCard['lines'][number]
export type ScreeningView = Operations['programme']['answer']['screenings'][number]
export type Copied = Operations['copyProgramme']['answer']
export type Cancelled = Operations['cancelScreening']['answer']
export type NewFilm = Operations['addFilm']['body']
export type FilmChange = Operations['changeFilm']['body']
export type NewRelease = Operations['addRelease']['body']
export type NewCard = Operations['addPriceCard']['body']
export type NewVersion = Operations['addTariff']['body']
type Plan = Operations['planScreenings']['body']
type Move = Operations['moveScreening']['body']
type CopyOrder = Operations['copyProgramme']['body']
type PublishOrder = Operations['publishProgramme']['body']

const json = (value: unknown) => ({ body: JSON.stringify(value), type: 'application/json' })

/** What changes the programme; each as the server answers it. */
export const programmeClient = {
  addFilm: (film: NewFilm) => send<{ id: string }>('addFilm', json(film)),
  changeFilm: (id: string, film: FilmChange) => send<unknown>('changeFilm', json(film), '', id),
  addRelease: (filmId: string, release: NewRelease) =>
    send<{ id: string }>('addRelease', json(release), '', filmId),
  addCard: (card: NewCard) => send<{ id: string }>('addPriceCard', json(card)),
  saveTariff: (cardId: string, version: NewVersion) =>
    send<{ version: number }>('addTariff', json(version), '', cardId),
  plan: (cinemaId: string, plan: Plan) =>
    send<Operations['planScreenings']['answer']>('planScreenings', json(plan), '', cinemaId),
  move: (id: string, move: Move) => send<unknown>('moveScreening', json(move), '', id),
  remove: (id: string) => send<unknown>('removeScreening', undefined, '', id),
  copy: (cinemaId: string, order: CopyOrder) =>
    send<Copied>('copyProgramme', json(order), '', cinemaId),
  publish: (cinemaId: string, order: PublishOrder) =>
    send<Operations['publishProgramme']['answer']>('publishProgramme', json(order), '', cinemaId),
  cancel: (id: string, reason: string) =>
    send<Cancelled>('cancelScreening', json({ reason }), '', id),
}

const SOLD_EVERY_MS = 10_000

export function useFilms(organisationId: string): UseQueryResult<readonly FilmView[]> {
  return useQuery({
    queryKey: ['films', organisationId],
    queryFn: async ({ signal }) => {
      const path = `${pathOf('films')}?organisation=${organisationId}`
      return (await read<Operations['films']['answer']>(path, signal)).films
    },
  })
}

export function usePriceCards(organisationId: string): UseQueryResult<readonly PriceCard[]> {
  return useQuery({
    queryKey: ['price-cards', organisationId],
    queryFn: async ({ signal }) => {
      const path = `${pathOf('priceCards')}?organisation=${organisationId}`
      return (await read<Operations['priceCards']['answer']>(path, signal)).cards
    },
  })
}

/** The screenings of a week; while another week is on its way, the one before stays. */
export function useProgramme(
  cinemaId: string,
  from: string,
): UseQueryResult<readonly ScreeningView[]> {
  return useQuery({
    queryKey: ['programme', cinemaId, from],
    queryFn: async ({ signal }) => {
      const path = `${pathOf('programme', cinemaId)}?from=${from}&days=7`
      return (await read<Operations['programme']['answer']>(path, signal)).screenings
    },
    refetchInterval: SOLD_EVERY_MS,
    placeholderData: keepPreviousData,
  })
}

/** The areas that these auditoria's plans have, each once. */
export function useAreas(auditoria: readonly Auditorium[]): readonly Area[] {
  const plans = useQueries({
    queries: auditoria
      .filter(({ version }) => version > 0)
      .map(({ id, version }) => ({
        queryKey: ['plan', id, version],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          read<SavedPlan>(pathOf('seatPlan', id), signal),
        staleTime: Number.POSITIVE_INFINITY,
      })),
  })
  const areas = plans.flatMap(({ data }) => data?.plan.areas ?? [])
  return [...new Map(areas.map((area) => [area.id, area])).values()]
}
