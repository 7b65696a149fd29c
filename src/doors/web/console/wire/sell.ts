import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Operations } from './api.gen.ts'
import { pathOf, read, send, sendOnce } from './client.ts'

export type ScreeningView = Operations['programme']['answer']['screenings'][number]
export type SeatsView = Operations['seats']['answer']
export type SeatState = SeatsView['states'][string]
export type OrderView = Operations['orderById']['answer']
export type Hold = Operations['holdSeats']['body']
export type Payment = Operations['payOrder']['body']
export type ShiftView = Operations['openShift']['answer']
export type ShiftTotals = Operations['shift']['answer']
export type DayReport = Operations['dayReport']['answer']
type NewShift = Operations['openShift']['body']
type ShiftEnd = Operations['closeShift']['body']
type Refund = Operations['refundOrder']['body']
type Undoing = Operations['voidOrder']['body']

const json = (value: unknown) => ({ body: JSON.stringify(value), type: 'application/json' })

/** What a till sends. A key names a sale's step, so that sending it again is the same step. */
export const sellClient = {
  hold: (key: string, screeningId: string, hold: Hold) =>
    sendOnce<OrderView>(key, 'holdSeats', json(hold), screeningId),
  pay: (key: string, orderId: string, payment: Payment) =>
    sendOnce<OrderView>(key, 'payOrder', json(payment), orderId),
  refund: (key: string, orderId: string, refund: Refund) =>
    sendOnce<OrderView>(key, 'refundOrder', json(refund), orderId),
  void: (key: string, orderId: string, undoing: Undoing) =>
    sendOnce<OrderView>(key, 'voidOrder', json(undoing), orderId),
  release: (orderId: string, token: string) =>
    send<OrderView>('releaseHold', json({ token }), '', orderId),
  openShift: (cinemaId: string, shift: NewShift) =>
    send<ShiftView>('openShift', json(shift), '', cinemaId),
  closeShift: (id: string, end: ShiftEnd) => send<ShiftView>('closeShift', json(end), '', id),
  orderByCode: async (code: string) => {
    const path = `${pathOf('orders')}?code=${encodeURIComponent(code)}`
    return (await read<Operations['orders']['answer']>(path)).orders
  },
}

const LEFT_EVERY_MS = 10_000

/** The screenings of a trading day. */
export function useDayScreenings(
  cinemaId: string,
  day: string,
): UseQueryResult<readonly ScreeningView[]> {
  return useQuery({
    queryKey: ['day-screenings', cinemaId, day],
    queryFn: async ({ signal }) => {
      const path = `${pathOf('programme', cinemaId)}?from=${day}&days=1`
      return (await read<Operations['programme']['answer']>(path, signal)).screenings
    },
    refetchInterval: LEFT_EVERY_MS,
    placeholderData: keepPreviousData,
  })
}

/** A screening's plan, prices and seats as the counter sells them; who is live sees changes besides. */
export function useSeats(screeningId: string | undefined): UseQueryResult<SeatsView> {
  return useQuery({
    queryKey: ['seats', screeningId],
    queryFn: ({ signal }) =>
      read<SeatsView>(`${pathOf('seats', screeningId ?? '')}?channel=counter`, signal),
    enabled: screeningId !== undefined,
    staleTime: 60_000,
  })
}

export function useOpenShifts(cinemaId: string): UseQueryResult<readonly ShiftView[]> {
  return useQuery({
    queryKey: ['shifts', cinemaId, 'open'],
    queryFn: async ({ signal }) => {
      const path = `${pathOf('shifts', cinemaId)}?open=true`
      return (await read<Operations['shifts']['answer']>(path, signal)).shifts
    },
  })
}

export function useShift(id: string): UseQueryResult<ShiftTotals> {
  return useQuery({
    queryKey: ['shift', id],
    queryFn: ({ signal }) => read<ShiftTotals>(pathOf('shift', id), signal),
    staleTime: 0,
  })
}

/** Orders of a trading day, newest first. */
export function useRecentOrders(
  cinemaId: string,
  day: string,
): UseQueryResult<readonly OrderView[]> {
  return useQuery({
    queryKey: ['orders', cinemaId, day],
    queryFn: async ({ signal }) => {
      const path = `${pathOf('orders')}?cinema=${cinemaId}&day=${day}`
      return (await read<Operations['orders']['answer']>(path, signal)).orders
    },
    staleTime: 0,
  })
}

/** An order as it stands now, with the code of its tickets; the token lets a guest's till see it. */
export function useOrder(id: string, token: string | undefined): UseQueryResult<OrderView> {
  return useQuery({
    queryKey: ['order', id, token],
    queryFn: ({ signal }) => {
      const search = token === undefined ? '' : `?token=${encodeURIComponent(token)}`
      return read<OrderView>(pathOf('orderById', id) + search, signal)
    },
    staleTime: 0,
  })
}

export function useDayReport(cinemaId: string, day: string): UseQueryResult<DayReport> {
  return useQuery({
    queryKey: ['day-report', cinemaId, day],
    queryFn: ({ signal }) => read<DayReport>(`${pathOf('dayReport', cinemaId)}?day=${day}`, signal),
    staleTime: 0,
    refetchInterval: LEFT_EVERY_MS,
  })
}
