import { expect, test } from 'vitest'
import type { Scan } from './admission.ts'
import { scanMoment, scanOutcome } from './admission.ts'
import type { GateScreening, GateSetting, GateTicket, Shown } from './gate-verdict.ts'
import { EARLY_MINUTES, gateVerdict } from './gate-verdict.ts'

const STARTS = 1_795_291_200_000
const MINUTE = 60_000
const screening: GateScreening = {
  id: '7',
  cinemaId: '1',
  tradingDay: '2026-11-21',
  startsAtMs: STARTS,
  freeAgainAtMs: STARTS + 140 * MINUTE,
  cancelled: false,
}
const at: GateSetting = { cinemaId: '1', tradingDay: '2026-11-21', screeningId: '7' }
const { screeningId: _, ...foyer } = at
const ticket = (seat: string, more: Partial<GateTicket> = {}): GateTicket => {
  return { id: seat, seat, ticketType: 'Adult', state: 'valid', ...more }
}
const inside = (seat: string, atMs: number, door: string) => {
  return ticket(seat, { admittedAtMs: atMs, door })
}
const shown = (...tickets: readonly GateTicket[]): Shown => ({ cinemaId: '1', screening, tickets })
const verdict = (one: Shown, gate: GateSetting = at, nowMs = STARTS) =>
  gateVerdict(one, gate, nowMs).verdict

test('good tickets that are outside are let in, and only those', () => {
  const mixed = shown(
    ticket('A1'),
    inside('A2', STARTS, 'B'),
    ticket('A3', { state: 'refunded' }),
    ticket('A4'),
  )
  const { admitted, tickets } = gateVerdict(mixed, at, STARTS)
  expect(admitted.map(({ seat }) => seat)).toEqual(['A1', 'A4'])
  expect(tickets).toEqual(admitted)
  const some = gateVerdict({ ...mixed, seats: ['A4', 'A2'] }, at, STARTS)
  expect(some.admitted.map(({ seat }) => seat)).toEqual(['A4'])
})

test('the first who came in is named, whoever is listed first', () => {
  const decision = gateVerdict(shown(inside('A1', 900, 'B'), inside('A2', 300, 'A')), at, STARTS)
  expect(decision).toMatchObject({ verdict: 'already_in', first: { atMs: 300, door: 'A' } })
  expect(decision.admitted).toEqual([])
})

test('what is wrong is said, the ticket before the moment', () => {
  const one = shown(ticket('A1'))
  expect(verdict({ ...one, cinemaId: '2' })).toBe('wrong_screening')
  const { screening: __, ...unlisted } = one
  expect(verdict(unlisted)).toBe('wrong_day')
  const other = { ...one, screening: { ...screening, tradingDay: '2026-11-22' } }
  expect(verdict(other, foyer)).toBe('wrong_day')
  expect(verdict({ ...one, screening: { ...screening, id: '8' } })).toBe('wrong_screening')
  expect(verdict({ ...one, screening: { ...screening, cancelled: true } })).toBe('refunded')
  expect(verdict(shown(ticket('A1', { state: 'refunded' })))).toBe('refunded')
  expect(verdict({ ...one, seats: ['B9'] })).toBe('unknown')
  expect(verdict(shown())).toBe('unknown')
  expect(verdict(shown(inside('A1', 1, 'B')), foyer, STARTS - 999 * MINUTE)).toBe('already_in')
})

test('the foyer opens to the minute and closes when the auditorium is wanted again', () => {
  const one = shown(ticket('A1'))
  const opens = STARTS - EARLY_MINUTES * MINUTE
  expect(verdict(one, foyer, opens - 1)).toBe('too_early')
  expect(verdict(one, foyer, opens)).toBe('admit')
  expect(verdict(one, foyer, screening.freeAgainAtMs - 1)).toBe('admit')
  expect(verdict(one, foyer, screening.freeAgainAtMs)).toBe('wrong_screening')
  // Who stands at the screening knows better than the clock.
  expect(verdict(one, at, opens - 1)).toBe('admit')
})

const scan: Scan = { id: '1', door: 'A', scannedAtMs: STARTS - 3_600_000 }
const kept = { ...scan, said: { verdict: 'admit', admit: 1 } } as const

test('the server’s clock says when a scan was, and a kept one is put right by its gate’s error', () => {
  expect(scanMoment(scan, STARTS, undefined)).toBe(STARTS)
  expect(scanMoment(kept, STARTS, undefined)).toBe(STARTS - 3_600_000)
  // Sent by a clock an hour slow: it was five minutes ago.
  const slow = { ...kept, scannedAtMs: STARTS - 3_900_000 }
  expect(scanMoment(slow, STARTS, STARTS - 3_600_000)).toBe(STARTS - 300_000)
  expect(scanMoment({ ...slow, clockOffsetMs: 3_600_000 }, STARTS, undefined)).toBe(
    STARTS - 300_000,
  )
  const fast = { ...kept, scannedAtMs: STARTS + 3_600_000 }
  expect(scanMoment(fast, STARTS, undefined)).toBe(STARTS)
})

test('a gate’s own word is kept: nobody is let in who was sent away, nor out who was let in', () => {
  const admit = gateVerdict(shown(ticket('A1')), at, STARTS)
  const away = scanOutcome({ ...scan, said: { verdict: 'unknown', admit: 0 } }, admit, STARTS)
  expect(away).toMatchObject({ verdict: 'unknown', admitted: [], conflict: false })
  expect(scanOutcome(kept, admit, STARTS)).toMatchObject({ verdict: 'admit', conflict: false })
  const second = gateVerdict(shown(inside('A1', 1, 'B')), at, STARTS)
  expect(scanOutcome(kept, second, STARTS)).toMatchObject({ verdict: 'already_in', conflict: true })
  expect(scanOutcome(scan, second, STARTS).conflict).toBe(false)
})
