import { useQuery } from '@tanstack/react-query'
import type { SeatPlan } from '#venues/pure'
import type { Operations } from './api.gen.ts'
import { pathOf, read, send } from './client.ts'

export type Auditorium = Operations['auditorium']['answer']
export type SavedPlan = Operations['seatPlan']['answer']
export type Version = Operations['saveSeatPlan']['answer']
export type Draft = Operations['draftSeatPlan']['answer']
export type Period = Operations['outOfOrder']['answer']['periods'][number]
type PlanFile = Operations['exportSeatPlan']['answer']

const JSON_TYPE = 'application/json'
const json = (value: unknown) => ({ body: JSON.stringify(value), type: JSON_TYPE })

export const plansClient = {
  openCinema: (cinema: Operations['openCinema']['body']) =>
    send<{ id: string }>('openCinema', json(cinema)),
  addAuditorium: (cinemaId: string, name: string) =>
    send<{ id: string }>('addAuditorium', json({ name }), '', cinemaId),
  save: (id: string, basedOn: number, plan: SeatPlan) =>
    send<Version>('saveSeatPlan', json({ basedOn, plan }), '', id),
  draft: (file: File) =>
    send<Draft>('draftSeatPlan', { body: file, type: 'application/octet-stream' }),
  file: (id: string, form: 'csv' | 'json') =>
    read<PlanFile>(`${pathOf('exportSeatPlan', id)}?form=${form}`),
  version: (id: string, version: number) =>
    read<SavedPlan>(`${pathOf('seatPlan', id)}?version=${version}`),
  takeOutOfOrder: (id: string, period: Operations['takeOutOfOrder']['body']) =>
    send<Operations['outOfOrder']['answer']>('takeOutOfOrder', json(period), '', id),
  endOutOfOrder: (id: string) => send<unknown>('endOutOfOrder', undefined, '', id),
}

export function useAuditoria() {
  return useQuery({
    queryKey: ['auditoria'],
    queryFn: async ({ signal }) => {
      const found = await read<Operations['auditoria']['answer']>(pathOf('auditoria'), signal)
      return found.auditoria
    },
  })
}

/** An auditorium with its newest plan; never asked again by itself while somebody draws on it. */
export function useAuditoriumPlan(id: string) {
  return useQuery({
    queryKey: ['auditorium', id],
    queryFn: async ({ signal }) => {
      const auditorium = await read<Auditorium>(pathOf('auditorium', id), signal)
      if (auditorium.version === 0) return { auditorium, saved: undefined }
      return { auditorium, saved: await read<SavedPlan>(pathOf('seatPlan', id), signal) }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

export function useVersions(id: string) {
  return useQuery({
    queryKey: ['plan-versions', id],
    queryFn: async ({ signal }) => {
      const path = pathOf('seatPlanVersions', id)
      return (await read<Operations['seatPlanVersions']['answer']>(path, signal)).versions
    },
  })
}

export function usePeriods(id: string) {
  return useQuery({
    queryKey: ['out-of-order', id],
    queryFn: async ({ signal }) =>
      (await read<Operations['outOfOrder']['answer']>(pathOf('outOfOrder', id), signal)).periods,
  })
}

/** Tickets whose seat is out of order; asked again whenever a period begins or ends. */
export function useConflicts(id: string) {
  return useQuery({
    queryKey: ['out-of-order', id, 'conflicts'],
    queryFn: ({ signal }) =>
      read<Operations['outOfOrderConflicts']['answer']>(pathOf('outOfOrderConflicts', id), signal),
  })
}
