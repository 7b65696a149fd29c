import { expect, test } from 'vitest'
import { seededRandom } from '#kernel'
import { hourShift } from './hour-shift.ts'

/** An evening's sales, from noon to midnight. */
function week(seed: string, shift = 0) {
  const random = seededRandom(seed)
  const shape = [1, 2, 4, 6, 5, 4, 8, 14, 20, 16, 7, 3]
  return new Map(shape.map((tickets, at) => [12 + at + shift, tickets * random.whole(8, 12)]))
}

test('a week moved by whole hours is found; weeks as they are, and a quiet one, are not', () => {
  for (let seed = 0; seed < 50; seed++) {
    expect(hourShift(week(`${seed}`), week(`before ${seed}`))).toBeUndefined()
    for (const shift of [-8, -5, -3, 3, 6, 9]) {
      expect(hourShift(week(`${seed}`, shift), week(`before ${seed}`))).toBe(shift)
    }
  }
  expect(hourShift(new Map([[20, 12]]), week('before'))).toBeUndefined()
})

test('other habits are no wrong clock: matinees in place of evenings', () => {
  const matinees = new Map([10, 11, 12, 13].map((hour) => [hour, 200]))
  expect(hourShift(matinees, week('before'))).toBeUndefined()
})
