import { expect, test } from 'vitest'
import { underContract } from './contract.ts'
import type { RowReader } from './layout.ts'
import { quarantined } from './layout.ts'
import type { RateSaid } from './said.ts'

const SAID: RateSaid = {
  table: 'rate',
  key: 'k',
  base: 'EUR',
  currency: 'USD',
  day: '2018-11-23',
  rate: '1.1352',
}

/** Wants a rate; a bad note may be left out. */
const reader: RowReader = ([rate = '', note = '']) => {
  if (!/^\d+$/.test(rate)) return quarantined('number_unreadable', `“${rate}” is no rate.`)
  if (note === 'bad') return quarantined('value_unknown', '“bad” is no note.')
  return { fate: 'row', facts: [SAID] }
}
const HEADER = ['rate', 'note', 'tip']
const read = (contract: Parameters<typeof underContract>[3], ...cells: string[]) =>
  underContract(reader, HEADER, ['rate', 'note'], contract)(cells)

test('a column that the mapping does not know is left unread, or breaks the contract', () => {
  expect(read('evolve', '1', '', '5')).toEqual({ fate: 'row', facts: [SAID] })
  expect(read('discard_row', '1', '', '5')).toMatchObject({ reason: 'contract_broken' })
  expect(read('freeze', '1', '', '5')).toMatchObject({ reason: 'contract_broken' })
  expect(read('discard_value', '1', '', '5')).toMatchObject({
    fate: 'row',
    notes: ['“tip” was left out: the mapping does not know it.'],
  })
  // A column that is there and says nothing breaks nothing.
  expect(read('freeze', '1', '', ' ')).toEqual({ fate: 'row', facts: [SAID] })
})

test('a value that cannot be read costs its row, or only itself', () => {
  expect(read('evolve', '1', 'bad')).toMatchObject({ fate: 'quarantined' })
  expect(read('discard_row', '1', 'bad')).toMatchObject({ fate: 'quarantined' })
  expect(read('discard_value', '1', 'bad')).toMatchObject({
    fate: 'row',
    notes: ['“bad” in note was left out: “bad” is no note.'],
  })
  // Without its rate the row says nothing.
  expect(read('discard_value', 'x', '')).toMatchObject({ reason: 'number_unreadable' })
})
