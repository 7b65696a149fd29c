import type { SaleSheet } from '#ticketing'
import { sheetSeats } from '../../src/trade/ticketing/sheet-store.ts'
import { plainPlan } from '../support/on-sale.ts'
import type { Books } from './books.ts'
import { layOut } from './books.ts'

const PLAN = plainPlan(2, 4)
const SEATS = sheetSeats(PLAN)
const RULE = { timezone: 'Europe/Dublin', dayStartsAt: 360 }
const seatPlanId = 1
/** Eight minutes before a trading day ends. */
export const START_MS = Date.UTC(2026, 10, 27, 5, 52)
export const SEAT_NAMES: readonly string[] = [...SEATS.keys()]

/** Three small halls: one about to begin, two later. */
export function putScreenings(books: Books): readonly bigint[] {
  const ids = [1n, 2n, 3n]
  for (const id of ids) {
    const startsAtMs = START_MS + (id === 1n ? 12 : 300) * 60_000
    layOut(books, { id, status: 'on_sale', startsAtMs, seatPlanId, tariffId: 1 }, SEAT_NAMES)
  }
  return ids
}

/** A screening as a server reads it; every version of the tariff is ten cents dearer. */
export function readSheet(books: Books, screening: bigint): SaleSheet | undefined {
  const row = books.screenings.get(screening)
  if (!row) return undefined
  const { id, status, startsAtMs, tariffId } = row
  const dearer = BigInt(tariffId) * 10n
  const fees = { feeHallMinor: 50n, feeOnlineMinor: 100n }
  return {
    id,
    status,
    startsAtMs,
    seatPlanId,
    tariffId,
    organisationId: 1,
    cinemaId: 1,
    auditoriumId: Number(id),
    filmId: 1,
    distributorId: 0,
    format: '2D',
    language: 'en',
    tradingDay: '2026-11-27',
    weekday: 5,
    minute: 600,
    rule: RULE,
    plan: PLAN,
    seats: SEATS,
    source: 1,
    tariff: {
      id: tariffId,
      priceCardId: 1,
      version: tariffId,
      currency: 'EUR',
      taxName: 'VAT',
      taxBasisPoints: 900,
      lines: [
        { ticketType: 'Adult', priceMinor: 1_100n + dearer, ...fees },
        { ticketType: 'Child', priceMinor: 700n + dearer, ...fees },
      ],
    },
  }
}
