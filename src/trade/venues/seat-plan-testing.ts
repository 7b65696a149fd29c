import * as fc from 'fast-check'
import type { SeatPlan } from './seat-plan.ts'
import { EMPTY_PLAN, seatId } from './seat-plan.ts'
import { planProblems } from './seat-plan-check.ts'
import type { PlanEdit } from './seat-plan-edit.ts'
import { editPlan } from './seat-plan-edit.ts'

const ROWS = ['A', 'B', 'C', '5', '甲']
const AREAS = ['Standard', 'Premium', 'Box 2']

/** Any change to a small plan, sensible or not. */
export function anyEdit(): fc.Arbitrary<PlanEdit> {
  const row = fc.constantFrom(...ROWS)
  const area = fc.constantFrom(...AREAS)
  const half = fc.integer({ min: 0, max: 30 }).map((steps) => steps / 2)
  const place = fc.record({ x: half, y: half })
  const id = fc.tuple(row, fc.integer({ min: 1, max: 12 }))
  const seats = fc.array(
    id.map(([name, number]) => seatId({ row: name, number })),
    { maxLength: 4 },
  )
  const numbering = fc.record({
    from: fc.constantFrom('left' as const, 'right' as const),
    start: fc.integer({ min: 0, max: 4 }),
    step: fc.integer({ min: 1, max: 2 }),
  })
  const is = <Name extends PlanEdit['do']>(name: Name) => fc.constant(name)
  const shift = fc.integer({ min: -4, max: 4 }).map((steps) => steps / 2)
  const kind = fc.constantFrom('standard', 'wheelchair', 'companion', 'love')
  const addRow = fc.record({ do: is('add-row'), row, area, from: place, to: place, numbering })
  return fc.oneof(
    addRow,
    addRow,
    fc.record({ do: is('delete'), seats }),
    fc.record({ do: is('move'), seats, dx: shift, dy: shift }),
    fc.record({ do: is('renumber'), rows: fc.array(row, { maxLength: 3 }), numbering }),
    fc.record({ do: is('rename-row'), row, to: row }),
    fc.record({ do: is('name-rows'), first: row, skip: fc.constant(['I', 'B']) }),
    fc.record({ do: is('set-kind'), seats, kind }) as fc.Arbitrary<PlanEdit>,
    fc.record({ do: is('set-area'), seats, area }),
    fc.record({ do: is('set-house'), seats, house: fc.boolean() }),
    area.map((name) => ({ do: 'add-area', area: { id: name, name: `${name}, seats` } }) as const),
    fc.record({ do: is('remove-area'), id: area }),
    fc.record({
      do: is('add-aisle'),
      along: fc.constantFrom('x' as const, 'y' as const),
      at: half,
    }),
  )
}

/** Any plan that may be saved. */
export function anyPlan(): fc.Arbitrary<SeatPlan> {
  return fc
    .array(anyEdit(), { minLength: 5, maxLength: 40 })
    .map((edits) =>
      edits.reduce((plan, edit) => {
        const edited = editPlan(plan, edit)
        return edited.ok ? edited.value : plan
      }, EMPTY_PLAN),
    )
    .filter((plan) => planProblems(plan).length === 0)
}
