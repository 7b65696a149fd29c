import { describe, expect, test } from 'vitest'
import type { LineDraft } from './card-draft.ts'
import {
  coveredBy,
  draftOf,
  lineFaults,
  lineOf,
  newLine,
  parseRate,
  rateText,
  totalSaid,
} from './card-draft.ts'

const line = (changed: Partial<LineDraft>): LineDraft => ({
  ...newLine('Adult'),
  price: '12.50',
  ...changed,
})

describe('a line of a price card', () => {
  test('is the same after it went to the wire and back', () => {
    const said = line({
      areas: new Set(['p']),
      channels: new Set(['web']),
      weekdays: new Set(['6', '7']),
      formats: new Set(['IMAX']),
      from: '17:00',
      to: '25:30',
      feeHall: '0.50',
      feeOnline: '1',
    })
    const wire = lineOf(said, 'EUR')
    expect(wire).toEqual({
      ticketType: 'Adult',
      areas: ['p'],
      channels: ['web'],
      weekdays: [6, 7],
      formats: ['IMAX'],
      minutes: { from: 1020, to: 1530 },
      price: { minor: '1250', currency: 'EUR' },
      feeHall: { minor: '50', currency: 'EUR' },
      feeOnline: { minor: '100', currency: 'EUR' },
    })
    expect(wire && lineOf(draftOf(wire), 'EUR')).toEqual(wire)
    expect(totalSaid(said, 'EUR')).toEqual({ minor: '1400', currency: 'EUR' })
  })

  test('what cannot be read is named, never guessed', () => {
    const wrong = line({ ticketType: ' ', price: '1,000', from: '18:00', to: '17:00' })
    expect([...lineFaults(wrong, 'EUR')]).toEqual(['ticketType', 'times', 'price'])
    expect(lineOf(wrong, 'EUR')).toBeUndefined()
    expect(totalSaid(wrong, 'EUR')).toBeUndefined()
    expect(lineOf(line({ price: '1000.5' }), 'JPY')).toBeUndefined()
    expect(lineOf(line({ price: '-1' }), 'EUR')).toBeUndefined()
  })

  test('one that an earlier line fits whole is found', () => {
    const weekend = line({ weekdays: new Set(['6', '7']) })
    const sunday = line({ weekdays: new Set(['7']), from: '10:00', to: '12:00' })
    const all = line({})
    expect(coveredBy([weekend, sunday, all], 1)).toBe(0)
    expect(coveredBy([weekend, sunday, all], 2)).toBeUndefined()
    expect(coveredBy([all, weekend], 1)).toBe(0)
    expect(coveredBy([all, line({ ticketType: 'Child' })], 1)).toBeUndefined()
    expect(coveredBy([sunday, weekend], 1)).toBeUndefined()
  })
})

test('a tax rate is a decimal of up to two digits', () => {
  expect(parseRate('9')).toBe(900)
  expect(parseRate('13.5')).toBe(1350)
  expect(parseRate('0')).toBe(0)
  for (const text of ['', '9%', '100', '1.234', '-1']) expect(parseRate(text)).toBeUndefined()
  expect([0, 900, 1350, 1305].map(rateText)).toEqual(['0', '9', '13.5', '13.05'])
})
