import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import { sharedData } from '#test'
import { parsePlan, planProblems, rowNames, seatId } from './pure.ts'
import { planToCsv } from './seat-plan-csv.ts'
import { planToJson, readPlanFile } from './seat-plan-file.ts'
import { anyPlan } from './seat-plan-testing.ts'

function read(text: string) {
  return readPlanFile(new TextEncoder().encode(text))
}

function readJson(value: unknown) {
  return expectAccepted(read(JSON.stringify(value)))
}

test('a plan written as CSV or JSON is read again as exactly the same plan', () => {
  fc.assert(
    fc.property(anyPlan(), (plan) => {
      expect(expectAccepted(read(planToCsv(plan)))).toMatchObject({ form: 'csv', plan })
      expect(expectAccepted(read(planToJson(plan)))).toMatchObject({ form: 'json', plan })
      expect(planToCsv(expectAccepted(read(planToCsv(plan))).plan)).toBe(planToCsv(plan))
    }),
    { numRuns: 100 },
  )
})

test('a bare list of rows and numbers stands side by side, row behind row', () => {
  const { plan } = expectAccepted(read('\ufeffRow,Number\r\nA,2\r\nA,1\r\nC,5\r\n'))
  expect(plan.seats.map((seat) => [seatId(seat), seat.x, seat.y])).toEqual([
    ['A2', 0, 0],
    ['A1', 1, 0],
    ['C5', 0, 1],
  ])
  expect(plan.areas).toEqual([{ id: 'Standard', name: 'Standard' }])
})

test('a line that is no seat is named by its number', () => {
  const head = 'row,number,x,y,kind,area,house\n'
  expect(read(`${head}A,1,0,0,,,\nA,two,1,0,,,`)).toMatchObject({
    refusal: 'plan_malformed',
    say: 'Line 3: “two” is no seat number.',
  })
  expect(read(`${head}A,1,0.3,0,,,`)).toMatchObject({ refusal: 'plan_malformed' })
  expect(read(`${head}A,1,0,0,sofa,,`)).toMatchObject({ say: expect.stringContaining('sofa') })
})

test('what is no seat plan is refused, whatever it is', () => {
  for (const text of ['', 'film,price\nIda,8', '{"seats":[]}', '{', '[1]', '{"seatPlan":9}']) {
    expect(read(text)).toMatchObject({ refusal: 'plan_file_unknown' })
  }
  expect(readPlanFile(new Uint8Array([0xff, 0xfe, 0x00]))).toMatchObject({
    refusal: 'plan_file_unknown',
  })
})

test('a draft is read with its problems, so that they can be mended by hand', () => {
  const { plan } = expectAccepted(read('row,number,kind\nA,1,companion\nA,1,\nB,1,love-left'))
  expect(planProblems(plan).map(({ refusal, seat }) => `${refusal} ${seat}`)).toEqual([
    'love_seat_unpaired B1',
    'seat_twice A1',
    'companion_alone A1',
  ])
})

function cgvCell(row: string, number: number | null, status: number) {
  return {
    row_name: row,
    seat_no: number === null ? null : String(number),
    seat_yn: number === null ? '0' : '1',
    seat_grd_cd: number === null ? null : '07',
    seat_id: '00100101',
    seat_status: status,
  }
}

test('a map of cells keeps its gaps, its numbers from the right and its price group', () => {
  const { form, plan, statuses } = readJson({
    data: {
      price_group: [{ seat_grd_cd: '07', seat_grd_nm: 'SOFA', seat_grd_price: 1 }],
      seat_map: [
        ...[4, 3, null, 1].map((number) => cgvCell('H', number, 1)),
        ...[4, null, null, 1].map((number) => cgvCell('J', number, number === 1 ? 9 : 0)),
      ],
    },
    success: true,
  })
  expect(form).toBe('cgv')
  expect(plan.seats.map((seat) => `${seatId(seat)}@${seat.x}`).join(' ')).toBe(
    'H4@0 H3@1 H1@3 J4@0 J1@3',
  )
  expect(plan.areas).toEqual([{ id: '07', name: 'SOFA' }])
  expect(statuses).toEqual([
    { status: '0', seats: 1 },
    { status: '1', seats: 3 },
    { status: '9', seats: 1 },
  ])
})

test('a snapshot’s unknown statuses stay unknown: every seat is an ordinary one', () => {
  const { form, plan, statuses } = readJson({
    seat_map: ['H', 'J'].map((row) => ({
      seat_code: row,
      max_row: 2,
      seat_rows: [1, 2].map((number) => ({ seat_row: `${row}${number}`, status: 4 + number })),
    })),
  })
  expect(form).toBe('snapshot')
  expect(plan.seats.map(seatId)).toEqual(['H1', 'H2', 'J1', 'J2'])
  expect(plan.seats.every(({ kind, house }) => kind === 'standard' && !house)).toBe(true)
  expect(statuses).toEqual([
    { status: '5', seats: 2 },
    { status: '6', seats: 2 },
  ])
})

const cgv = sharedData('seatmap_cgv/raw_cgv_transcribed.json')
const snapshot = sharedData('cineradar/live_seat_snapshot.json')

describe.skipIf(cgv === undefined)('the real auditorium of seatmap_cgv', () => {
  test('has 152 seats in rows A to H and J, with its aisle at 15 and 14', () => {
    const { plan } = expectAccepted(readPlanFile(readFileSync(cgv ?? '')))
    expect(parsePlan(plan)).toMatchObject({ ok: true })
    expect(plan.seats).toHaveLength(152)
    expect(rowNames(plan).join('')).toBe('ABCDEFGHJ')
    const numbers = (row: string) =>
      plan.seats.filter((seat) => seat.row === row).map(({ number }) => number)
    expect(numbers('A')).toEqual(Array.from({ length: 21 }, (_, at) => 21 - at))
    expect(numbers('B').slice(5, 7)).toEqual([16, 13])
    const seat = (id: string) => plan.seats.find((one) => seatId(one) === id)
    expect([seat('B16')?.x, seat('B13')?.x]).toEqual([5, 8])
  })
})

describe.skipIf(snapshot === undefined)('the real seat snapshot of cineradar', () => {
  test('has 160 seats in rows A to K without I, and two codes that mean nothing here', () => {
    const { plan, statuses } = expectAccepted(readPlanFile(readFileSync(snapshot ?? '')))
    expect(parsePlan(plan)).toMatchObject({ ok: true })
    expect(plan.seats).toHaveLength(160)
    expect(rowNames(plan).join('')).toBe('ABCDEFGHJK')
    expect(statuses).toEqual([
      { status: '5', seats: 61 },
      { status: '6', seats: 99 },
    ])
  })
})
