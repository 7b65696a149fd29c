import { expect, test } from 'vitest'
import { cellInQuestion, suggestedCells } from './suggested-cells.ts'

const CELLS = ['Ida', 'Nov 20, 0216 8:15:00 PM', '€ 23,80x']

test('the year that was meant is put into the cell that has the other', () => {
  const say = 'The year is 0216. Did the till mean 2026?'
  expect(suggestedCells(say, CELLS)).toEqual({
    year: '2026',
    cells: ['Ida', 'Nov 20, 2026 8:15:00 PM', '€ 23,80x'],
  })
  expect(suggestedCells('The year is 0216. Is the till’s clock right?', CELLS)).toBeUndefined()
  const span = { firstDay: '2015-02-01', lastDay: '2019-08-31' }
  const found = suggestedCells('The year is 0216. Is the till’s clock right?', CELLS, span)
  expect(found?.year).toBe('2016')
  expect(suggestedCells(say, undefined)).toBeUndefined()
})

test('a reason points at the cell that it quotes', () => {
  expect(cellInQuestion('“€ 23,80x” is no amount.', CELLS)).toBe(2)
  expect(cellInQuestion('The year is 0216. Did the till mean 2026?', CELLS)).toBe(1)
  expect(cellInQuestion('There is no title.', CELLS)).toBe(-1)
})
