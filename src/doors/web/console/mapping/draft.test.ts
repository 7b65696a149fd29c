import { describe, expect, test } from 'vitest'
import type { ColumnsMapping, Question } from '#collate/pure'
import type { Draft } from './draft.ts'
import { answerColumn, answerFile, become, mappingOf, ofTable, openQuestions } from './draft.ts'

const BASE: ColumnsMapping = {
  name: 'weekly report',
  table: 'box_office',
  rows: ['film'],
  scope: 'part',
  columns: [],
  constants: [],
  empty: [],
}

const CURRENCY: Question = {
  about: 'currency',
  ask: 'Which currency?',
  choices: [{ say: 'CNY', value: 'CNY' }],
}

const DATES: Question = {
  about: 'column',
  ask: 'Which comes first?',
  choices: [
    { say: 'Day', shows: '2018-04-03', rule: { column: 'when', field: 'day', dates: 'dmy' } },
    { say: 'Month', shows: '2018-03-04', rule: { column: 'when', field: 'day', dates: 'mdy' } },
  ],
}

const DRAFT: Draft = {
  base: BASE,
  columns: [
    column('title', { column: 'title', field: 'film' }),
    column('takings', { column: 'takings', field: 'gross', unit: 'ten_thousand' }),
    { column: 'when', confidence: 'asked', first: '03/04/2018', reads: '', question: DATES },
  ],
  questions: [CURRENCY],
  answers: new Map(),
}

function column(
  name: string,
  rule: { column: string; field: 'film' | 'gross'; unit?: 'ten_thousand' },
) {
  return { column: name, confidence: 'sure' as const, rule, first: 'x', reads: 'so' }
}

describe('a mapping in the making', () => {
  test('asks until everything is answered, and a day that was asked for tells rows apart', () => {
    expect(openQuestions(DRAFT)).toBe(2)
    const [dayFirst] = DATES.choices
    if (!dayFirst) throw new Error('no choice')
    const dated = answerColumn(DRAFT, 'when', dayFirst)
    const [cny] = CURRENCY.choices
    if (!cny) throw new Error('no choice')
    const whole = answerFile(dated, CURRENCY, cny)
    expect(openQuestions(whole)).toBe(0)
    expect(mappingOf(whole, 'cinema report', { separator: ';' })).toMatchObject({
      name: 'cinema report',
      currency: 'CNY',
      reading: { separator: ';' },
      rows: ['film', 'day'],
      columns: [{ field: 'film' }, { field: 'gross' }, { field: 'day', dates: 'dmy' }],
    })
  })

  test('an answer can be changed: a cinema’s file after all, then a country’s again', () => {
    const ask: Question = { about: 'territory', ask: 'Whose?', choices: [] }
    const asked = { ...DRAFT, questions: [ask] }
    const ofCinema = answerFile(asked, ask, { say: 'One cinema’s', value: 'cinema' })
    expect(ofCinema.base).toMatchObject({ about: 'cinema', constants: [] })
    const constant = { field: 'territory', value: 'IE' } as const
    const ofCountry = answerFile(ofCinema, ask, { say: 'IE', constant })
    expect(ofCountry.base.about).toBeUndefined()
    expect(ofCountry.base.constants).toEqual([constant])
    expect(openQuestions(ofCountry)).toBe(1)
  })

  test('a field stands in one column: the other gives it up', () => {
    const moved = become(DRAFT, 'when', 'film')
    expect(moved.columns.map(({ rule }) => rule?.field)).toEqual([undefined, 'gross', 'film'])
    // What is left out stays known, so that a contract does not take it for new.
    expect(mappingOf(moved, 'report', {})).toMatchObject({ ignore: ['title'] })
    expect(mappingOf(DRAFT, 'report', {})).not.toHaveProperty('ignore')
  })

  test('the unit holds on where another amount is chosen, and goes where a word is', () => {
    const [, gross] = become(DRAFT, 'takings', 'grossToDate').columns
    expect(gross?.rule).toEqual({ column: 'takings', field: 'grossToDate', unit: 'ten_thousand' })
    const [, text] = become(DRAFT, 'takings', 'distributor').columns
    expect(text?.rule).toEqual({ column: 'takings', field: 'distributor' })
  })

  test('another kind of facts leaves out what it has no field for', () => {
    const tickets = ofTable(DRAFT, 'ticket')
    expect(tickets.columns.map(({ rule }) => rule?.field)).toEqual(['film', undefined, undefined])
  })
})
