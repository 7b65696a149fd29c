import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import type { PlanAction, PlanEdit, SeatPlan } from './pure.ts'
import {
  EMPTY_PLAN,
  editPlan,
  freshRowName,
  nextRowName,
  openHistory,
  parsePlan,
  planHistory,
  planProblems,
  rowNames,
  seatId,
} from './pure.ts'
import { anyEdit } from './seat-plan-testing.ts'

const LEFT = { from: 'left', start: 1, step: 1 } as const

function draw(...edits: readonly PlanEdit[]): SeatPlan {
  return edits.reduce((plan, edit) => expectAccepted(editPlan(plan, edit)), EMPTY_PLAN)
}

function row(name: string, y: number, seats = 6): PlanEdit {
  const [from, to] = [
    { x: 2, y },
    { x: 1 + seats, y },
  ]
  return { do: 'add-row', row: name, area: 'Standard', from, to, numbering: LEFT }
}

function ids(plan: SeatPlan): string[] {
  return plan.seats.map(seatId)
}

test('a row drawn along a line has a seat at each pitch, numbered from either end', () => {
  expect(ids(draw(row('A', 0, 4)))).toEqual(['A1', 'A2', 'A3', 'A4'])
  const numbering = { from: 'right', start: 2, step: 2 } as const
  const plan = draw(row('A', 0, 4), { do: 'renumber', rows: ['A'], numbering })
  expect(ids(plan)).toEqual(['A8', 'A6', 'A4', 'A2'])
})

test('rows are named without the letters that a house leaves out', () => {
  const rows = Array.from({ length: 10 }, (_, at) => row(`X${String.fromCharCode(65 + at)}`, at, 2))
  const plan = draw(...rows, { do: 'name-rows', first: 'A', skip: ['I', 'O'] })
  expect(rowNames(plan).join('')).toBe('ABCDEFGHJK')
  expect(nextRowName('Z')).toBe('AA')
  expect(nextRowName('9')).toBe('10')
  expect(nextRowName('C', [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'])).toBe('D')
})

test('a row drawn between others gets a letter that is free', () => {
  const plan = draw(row('A', 0, 2), row('B', 4, 2), row('C', 2, 2))
  expect(freshRowName(plan)).toBe('D')
  expect(freshRowName(plan, ['D', 'E'])).toBe('F')
  expect(freshRowName(EMPTY_PLAN)).toBe('A')
})

test('several rows are renumbered as one change', () => {
  const numbering = { from: 'right', start: 1, step: 1 } as const
  const plan = draw(row('A', 0, 2), row('B', 1, 3), {
    do: 'renumber',
    rows: ['A', 'B'],
    numbering,
  })
  expect(ids(plan)).toEqual(['A2', 'A1', 'B3', 'B2', 'B1'])
})

test('a row that ends in a digit keeps a dash, so that no two seats read alike', () => {
  expect(seatId({ row: '5', number: 12 })).toBe('5-12')
  expect(seatId({ row: '51', number: 2 })).toBe('51-2')
  expect(seatId({ row: 'F', number: 12 })).toBe('F12')
})

test('what would put a seat twice, on another, or out of the room is refused by name', () => {
  const plan = draw(row('A', 0), row('B', 1))
  expect(editPlan(plan, { do: 'rename-row', row: 'B', to: 'A' })).toMatchObject({
    refusal: 'seat_twice',
    say: expect.stringContaining('A1'),
  })
  expect(editPlan(plan, { do: 'move', seats: ['B1'], dx: 0, dy: -0.5 })).toMatchObject({
    refusal: 'places_overlap',
    say: 'B1 stands on A1.',
  })
  expect(editPlan(plan, { do: 'move', seats: ['A1'], dx: -3, dy: 0 })).toMatchObject({
    refusal: 'place_outside',
  })
  expect(editPlan(plan, { do: 'set-area', seats: ['A1'], area: 'Gold' })).toMatchObject({
    refusal: 'area_unknown',
  })
})

test('a love seat is two neighbours, and goes, moves and splits as one', () => {
  const plan = draw(row('A', 0), { do: 'set-kind', seats: ['A1', 'A2', 'A3', 'A4'], kind: 'love' })
  expect(plan.seats.map(({ kind }) => kind).slice(0, 4)).toEqual([
    'love-left',
    'love-right',
    'love-left',
    'love-right',
  ])
  expect(ids(expectAccepted(editPlan(plan, { do: 'delete', seats: ['A2'] })))).toEqual([
    'A3',
    'A4',
    'A5',
    'A6',
  ])
  const odd = editPlan(plan, { do: 'set-kind', seats: ['A5', 'A6', 'A1'], kind: 'love' })
  expect(odd).toMatchObject({ ok: true })
  expect(editPlan(plan, { do: 'set-kind', seats: ['A5'], kind: 'love' })).toMatchObject({
    refusal: 'love_seat_unpaired',
  })
  // A2 stands at x 3: an aisle there would cut the pair.
  expect(editPlan(plan, { do: 'add-aisle', along: 'x', at: 3 })).toMatchObject({
    refusal: 'love_seat_unpaired',
  })
})

test('a companion without a wheelchair place beside it keeps a plan from being saved', () => {
  const alone = draw(row('A', 0), { do: 'set-kind', seats: ['A2'], kind: 'companion' })
  expect(planProblems(alone)).toMatchObject([{ refusal: 'companion_alone', seat: 'A2' }])
  const plan = expectAccepted(
    editPlan(alone, { do: 'set-kind', seats: ['A1'], kind: 'wheelchair' }),
  )
  expect(planProblems(plan)).toEqual([])
  expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, value: plan })
})

test('a plan from outside is refused for what is wrong with it', () => {
  expect(parsePlan(null)).toMatchObject({ refusal: 'plan_malformed' })
  expect(parsePlan(EMPTY_PLAN)).toMatchObject({ refusal: 'plan_empty' })
  const [seat] = draw(row('A', 0, 1)).seats
  const withSeat = (other: object) => ({ ...EMPTY_PLAN, seats: [{ ...seat, ...other }] })
  expect(parsePlan(withSeat({ kind: 'sofa' }))).toMatchObject({ refusal: 'plan_malformed' })
  expect(parsePlan(withSeat({ row: '=A' }))).toMatchObject({ refusal: 'plan_malformed' })
  expect(parsePlan(withSeat({ x: 0.25 }))).toMatchObject({ refusal: 'place_outside' })
  expect(parsePlan(withSeat({ kind: 'love-left' }))).toMatchObject({
    refusal: 'love_seat_unpaired',
  })
  const many = Array.from({ length: 2_001 }, () => seat)
  expect(parsePlan({ ...EMPTY_PLAN, seats: many })).toMatchObject({ refusal: 'plan_too_large' })
})

test('whatever is done, a plan stays sound or the change is refused; undo and redo give it back', () => {
  const actions = fc.array(anyEdit(), { minLength: 1, maxLength: 25 })
  fc.assert(
    fc.property(actions, (edits) => {
      const done: SeatPlan[] = [EMPTY_PLAN]
      let history = openHistory(EMPTY_PLAN)
      for (const edit of edits) {
        const before = history.plan
        history = planHistory(history, edit)
        const faults = planProblems(history.plan).map(({ refusal }) => refusal)
        expect(faults.filter((one) => !/^(plan_empty|companion_alone)$/.test(one))).toEqual([])
        if (history.refused) expect(history.plan).toBe(before)
        else done.push(history.plan)
      }
      const last = history
      const repeat = (action: PlanAction) => {
        history = planHistory(history, action)
      }
      for (const plan of done.toReversed()) {
        expect(history.plan).toEqual(plan)
        repeat({ do: 'undo' })
      }
      for (const _ of done) repeat({ do: 'redo' })
      expect(history.plan).toBe(last.plan)
    }),
    { numRuns: 150 },
  )
})
