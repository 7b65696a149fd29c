import { expect, test } from 'vitest'
import type { SeatEvent } from './hot-hall-linear.ts'
import { isLinearisable } from './hot-hall-linear.ts'

/** `take a 0-10`, `is free 3-4`: one event a line. */
function history(...lines: readonly string[]): readonly SeatEvent[] {
  return lines.map((line) => {
    const found = /^(is \w+|\w+) ?(\w*) (\d+)-(\d+)(\?)?$/.exec(line)
    if (!found) throw new Error(line)
    const [, what, order = '', from, to, maybe] = found
    const span = { fromMs: Number(from), toMs: Number(to), ...(maybe && { maybe: true as const }) }
    return { what: what as SeatEvent['what'], order, ...span } // a wrong word fails every test
  })
}

test.each([
  ['one after the other', ['take a 0-2', 'pay a 3-4', 'is sold 5-6']],
  ['two at once, one refused', ['take a 0-10', 'is taken 0-10']],
  ['a look while it is taken sees either', ['take a 0-10', 'is free 5-6', 'is held 7-8']],
  ['released and taken again', ['take a 0-1', 'release a 2-5', 'take b 3-6', 'is held 7-8']],
  ['a hold that ends by itself', ['take a 0-1', 'over a 9-9', 'is held 8-9', 'take b 9-9']],
  ['late money for a free seat', ['take a 0-1', 'over a 5-5', 'is free 6-7', 'pay a 8-9']],
  ['its end after it was paid', ['take a 0-1', 'pay a 2-3', 'over a 9-9', 'is sold 10-11']],
  ['nobody was told, and it happened', ['take a 0-99?', 'is held 5-6', 'is taken 7-8']],
  ['nobody was told, and it did not', ['take a 0-99?', 'is free 5-6', 'take b 7-8']],
])('explained: %s', (_name, lines) => {
  expect(isLinearisable(history(...lines))).toBe(true)
})

test.each([
  ['taken twice', ['take a 0-5', 'take b 3-8']],
  ['sold twice', ['take a 0-1', 'over a 5-5', 'take b 6-7', 'pay b 8-9', 'pay a 10-11']],
  ['refused though free all the while', ['is taken 0-3', 'take a 5-6']],
  ['refused after its end', ['take a 0-1', 'over a 5-5', 'is taken 6-7']],
  ['seen free after the answer', ['take a 0-1', 'is free 2-3', 'pay a 4-5']],
  [
    'seen free between two looks that saw it sold',
    ['take a 0-1', 'pay a 2-9', 'is sold 3-4', 'is free 5-6'],
  ],
  ['taken before its end', ['take a 0-1', 'over a 9-9', 'take b 5-6']],
  ['lost after the answer', ['take a 0-1', 'pay a 2-3', 'is free 4-5']],
])('not explained: %s', (_name, lines) => {
  expect(isLinearisable(history(...lines))).toBe(false)
})
