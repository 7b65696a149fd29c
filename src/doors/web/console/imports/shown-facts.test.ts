import { expect, test } from 'vitest'
import { datesOf } from '../../shared/dates.ts'
import { numbersOf } from '../../shared/numbers.ts'
import type { Texts } from '../texts/text.tsx'
import { shownFacts } from './shown-facts.ts'

const texts: Texts = {
  lang: 'en',
  choose: () => undefined,
  t: (key) => key,
  numbers: numbersOf('en'),
  dates: datesOf('en'),
}

const REPORTED = {
  film: 'Orbit of Ida',
  cinema: '',
  territory: 'IE',
  distributor: '',
  kind: 'day',
  first_day: '2026-11-20',
  last_day: '2026-11-20',
  currency: 'EUR',
}

test('the figures of one row stand beside each other, and nobody’s columns are left out', () => {
  const row = [
    { ...REPORTED, measure: 'gross', value: '12345000.000000000' },
    { ...REPORTED, measure: 'admissions', currency: '', value: '120.000000000' },
  ]
  const { columns, rows } = shownFacts([row, []], texts, undefined)
  expect(columns.map(({ id }) => id)).toEqual([
    'first_day',
    'film',
    'territory',
    'gross',
    'admissions',
  ])
  expect(rows[0]).toMatchObject({ gross: '€123,450.00', admissions: '120', territory: 'Ireland' })
  expect(rows[1]).toEqual({})
})

test('a sale shows its start in the cinema’s zone, and no fee where there is none', () => {
  const sale = {
    film: 'Ida',
    cinema: '',
    ticket_type: 'Adult',
    starts_at: '2026-11-20 20:15:00',
    quantity: '-2',
    price: '-2380',
    fee_hall: '0',
    fee_online: '90',
    currency: 'EUR',
  }
  const { columns, rows } = shownFacts([[sale]], texts, 'Asia/Shanghai')
  expect(columns.map(({ id }) => id)).not.toContain('fee_hall')
  expect(rows[0]).toMatchObject({ quantity: '−2', price: '−€23.80', fee_online: '€0.90' })
  expect(rows[0]?.['starts_at']).toContain('04:15')
})
