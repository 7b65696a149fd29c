import * as z from 'zod'
import type { Outcome } from '#kernel'
import { accept, localMoment, refuse } from '#kernel'
import { screeningById, screeningViews } from '#programme'
import type { Admission, HeadCount, Scan } from '#ticketing'
import { admitScans, gateOrders, headCounts, orderCode, undoScan } from '#ticketing'
import type { GateScreening } from '#ticketing/pure'
import { cinemaById } from '#venues'
import type { House } from './house.ts'
import type { Route } from './route.ts'
import { answers, streams } from './route.ts'
import { gateListWire, headCountWire, scanAnswersWire, scansWire, undoneWire } from './wire-gate.ts'

export const GATE_ROUTES: readonly Route[] = [
  answers({
    name: 'scanTickets',
    method: 'POST',
    path: '/v1/gate/scans',
    summary:
      'Judges tickets shown at a gate and lets in whom it may; up to 1,000 kept ones at once',
    refusals: ['screening_unknown', 'cinema_unknown'],
    // Each scan is known by its own id.
    keyed: true,
    body: scansWire,
    response: scanAnswersWire,
    async answer({ house, body }) {
      const scans = body.scans.map(readScanWire)
      const sentAtMs = body.sentAt === undefined ? undefined : epochMs(body.sentAt)
      const arrivedMs = house.clock().epochMilliseconds
      const admitted = await admitScans(office(house), scans, sentAtMs)
      if (!admitted.ok) return admitted
      return accept({
        now: iso(arrivedMs),
        ...(sentAtMs !== undefined && { clockOffMs: arrivedMs - sentAtMs }),
        scans: await viewAdmissions(house, admitted.value),
      })
    },
  }),
  answers({
    name: 'undoScan',
    method: 'POST',
    path: '/v1/gate/scans/{id}/undo',
    summary: 'Takes an admission back within two minutes; its tickets are good again',
    refusals: ['scan_unknown', 'undo_too_late'],
    keyed: true,
    response: undoneWire,
    async answer({ house, params: { id = '' } }) {
      if (!z.uuid().safeParse(id).success) return refuse('scan_unknown', 'There is no such scan.')
      const undone = await undoScan(office(house), id)
      if (!undone.ok) return undone
      const { screeningId } = undone.value
      return accept({ undone: true as const, ...(await countOf(house, screeningId)) })
    },
  }),
  answers({
    name: 'gateList',
    method: 'GET',
    path: '/v1/gate/list',
    summary: 'What a gate needs to judge tickets without a connection: keys, screenings, tickets',
    refusals: ['screening_unknown', 'cinema_unknown', 'question_malformed'],
    query: z.object({ screening: z.string().optional(), cinema: z.string().optional() }),
    response: gateListWire,
    answer: ({ house, query }) => gateList(house, query),
  }),
  answers({
    name: 'screeningInside',
    method: 'GET',
    path: '/v1/screenings/{id}/inside',
    summary: 'How many guests of a screening are in, of how many tickets sold',
    refusals: ['screening_unknown'],
    response: headCountWire,
    async answer({ house, params: { id = '' } }) {
      const screening = await screeningOf(house, id)
      return screening.ok ? accept(await countOf(house, screening.value.id)) : screening
    },
  }),
  streams({
    name: 'screeningInsideLive',
    method: 'GET',
    path: '/v1/screenings/{id}/inside/live',
    summary: 'The head count at once, and again whenever it changed',
    refusals: ['screening_unknown'],
    events: { inside: headCountWire },
    async open({ house, params: { id = '' } }, stream) {
      const screening = await screeningOf(house, id)
      if (!screening.ok) return screening
      return accept(
        house.selling.headCountWatch.watch(screening.value.id, (count) =>
          stream.send('inside', count),
        ),
      )
    },
  }),
]

function office({ store, selling }: House) {
  return { store, sheets: selling.sheets, secret: selling.secret }
}

type ScanWire = z.output<typeof scansWire>['scans'][number]

function readScanWire({ screeningId, cinemaId, scannedAt, ...scan }: ScanWire): Scan {
  return {
    ...scan,
    scannedAtMs: epochMs(scannedAt),
    ...(screeningId !== undefined && { screeningId: BigInt(screeningId) }),
    ...(cinemaId !== undefined && { cinemaId: Number(cinemaId) }),
  }
}

async function viewAdmissions(house: House, admissions: readonly Admission[]) {
  const ids = [...new Set(admissions.flatMap(({ screeningId }) => screeningId ?? []))]
  const [screenings, counts] = await Promise.all([
    screeningsNamed(house, { ids }),
    headCounts(house.store, ids),
  ])
  const named = new Map(screenings.map((screening) => [screening.id, screening]))
  return admissions.map(({ id, orderId, screeningId, outcome }) => {
    const { verdict, admitted, tickets, first, atMs, conflict } = outcome
    const screening = named.get(String(screeningId))
    return {
      id,
      verdict,
      admit: admitted.length,
      seats: tickets.map(({ seat }) => seat),
      tickets,
      at: iso(atMs),
      conflict,
      ...(first && { first: { at: iso(first.atMs), door: first.door } }),
      ...(orderId !== undefined && {
        orderCode: orderCode(house.selling.secret.orderKey, orderId),
      }),
      ...(screening && { screening }),
      ...(counts.get(screeningId ?? 0n) ?? { inside: 0, sold: 0 }),
    }
  })
}

async function gateList(
  house: House,
  query: { readonly screening?: string | undefined; readonly cinema?: string | undefined },
): Promise<
  Outcome<
    z.input<typeof gateListWire>,
    'screening_unknown' | 'cinema_unknown' | 'question_malformed'
  >
> {
  if ((query.screening === undefined) === (query.cinema === undefined)) {
    return refuse('question_malformed', 'Name either a screening or a cinema.')
  }
  const one = query.screening === undefined ? undefined : await screeningOf(house, query.screening)
  if (one && !one.ok) return one
  const cinemaId =
    one?.value.cinemaId ?? Number(/^[1-9]\d{0,8}$/.exec(query.cinema ?? '')?.[0] ?? 0)
  const cinema = await cinemaById(house.store, cinemaId)
  if (!cinema) return refuse('cinema_unknown', 'There is no such cinema.')
  const tradingDay = one?.value.tradingDay ?? localMoment(house.clock(), cinema).tradingDay
  const day = { cinemaId, fromDay: tradingDay, days: 1 }
  const screenings = await screeningsNamed(house, day)
  const ids = screenings.map(({ id }) => BigInt(id))
  const { orderKey, publicKeyText } = house.selling.secret
  const [counts, { orders, whole }] = await Promise.all([
    headCounts(house.store, ids),
    gateOrders(house.store, one ? [one.value.id] : ids, orderKey),
  ])
  return accept({
    now: house.clock().toString(),
    publicKeys: [publicKeyText],
    cinema: { id: String(cinema.id), name: cinema.name, timezone: cinema.timezone },
    tradingDay,
    ...(one && { screeningId: one.value.id.toString() }),
    screenings: screenings.map((screening) => ({
      ...screening,
      ...(counts.get(BigInt(screening.id)) ?? { inside: 0, sold: 0 }),
    })),
    orders: [...orders],
    whole,
  })
}

type Named = GateScreening & {
  readonly title: string
  readonly auditorium: string
  readonly localTime: string
  readonly localDate: string
}

/** Screenings on sale or cancelled, as a gate names them. */
async function screeningsNamed(
  house: House,
  shown: Parameters<typeof screeningViews>[1],
): Promise<readonly Named[]> {
  const views = await screeningViews(house.store, shown)
  return views
    .filter(({ status }) => status !== 'planned')
    .map((view) => ({
      id: view.id,
      cinemaId: view.cinemaId,
      tradingDay: view.tradingDay,
      startsAtMs: epochMs(view.startsAt),
      freeAgainAtMs: epochMs(view.freeAgainAt),
      cancelled: view.status === 'cancelled',
      title: view.film.title,
      auditorium: view.auditorium,
      localTime: view.localTime,
      localDate: view.localDate,
    }))
}

async function screeningOf(house: House, text: string) {
  const id = /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : 0n
  const screening = await screeningById(house.store, id)
  return screening ? accept(screening) : refuse('screening_unknown', 'There is no such screening.')
}

async function countOf(house: House, screeningId = 0n): Promise<HeadCount> {
  const counts = await headCounts(house.store, [screeningId])
  return counts.get(screeningId) ?? { inside: 0, sold: 0 }
}

function epochMs(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds
}

function iso(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString()
}
