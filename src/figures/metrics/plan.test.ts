import { expect, test } from 'vitest'
import { planQuestion } from './plan.ts'
import type { Question } from './question.ts'
import { plainSetting } from './setting.ts'

const GROSS: Question = { metrics: ['gross'], by: [], where: {} }

test.each<[Partial<Question>, string]>([
  [{}, 'ticket_by_mix'],
  [{ by: ['cinema', 'ticketType', 'channel'] }, 'ticket_by_mix'],
  [{ metrics: ['onlineShare'], by: ['weekday'], grain: 'month' }, 'ticket_by_mix'],
  [{ by: ['film'] }, 'ticket_by_show'],
  [{ by: ['hour'], where: { format: ['IMAX'] } }, 'ticket_by_show'],
  [{ by: ['film', 'cinema', 'ticketType', 'channel'] }, 'ticket_by_day'],
  [{ by: ['saleTime'] }, 'ticket_by_sale'],
  [{ metrics: ['presale'], by: ['daysBefore'] }, 'ticket_by_sale'],
  [{ soldBy: '19:40', by: ['film'] }, 'ticket_by_sale'],
  [{ where: { saleTime: ['before'] } }, 'ticket_by_sale'],
  [{ where: { hour: ['20'] }, by: ['channel'] }, 'ticket'],
  [{ by: ['saleTime', 'channel'] }, 'ticket'],
  [{ metrics: ['onlineShare'], soldBy: '19:40' }, 'ticket'],
  [{ metrics: ['net'] }, 'ticket'],
  [{ by: ['hour'], where: { saleTime: ['19:40'] } }, 'ticket'],
])('%j is answered from %s, the smallest table that can', (part, table) => {
  const { reads } = planQuestion({ ...GROSS, ...part }, plainSetting([1]))
  expect(reads.map((read) => read.table)).toEqual([table])
})

test('what else a metric needs is read from where it stands', () => {
  const setting = plainSetting([1], { listing: [7] })
  const asked: Question = { ...GROSS, metrics: ['efficiency', 'screenings'], by: ['film'] }
  expect(planQuestion(asked, setting).reads.map(({ table, why }) => [table, why])).toEqual([
    ['ticket_by_show', 'sales'],
    ['ticket_by_show', 'screenings'],
    ['screening_by_day', 'screenings listed'],
  ])
  // Of one film the whole is read apart: its rows are no longer all there is.
  const one: Question = { ...asked, metrics: ['efficiency'], where: { film: ['3'] } }
  expect(planQuestion(one, setting).reads.map(({ table, why }) => [table, why])).toEqual([
    ['ticket_by_show', 'sales'],
    ['screening_by_day', 'screenings listed'],
    ['ticket_by_mix', 'sales, the whole'],
    ['screening_by_day', 'screenings listed, the whole'],
  ])
})

test('only the asked owners’ facts are read, in every part of the statement', () => {
  const asked: Question = {
    ...GROSS,
    metrics: ['gross', 'screenings', 'sites', 'efficiency', 'completeness', 'revenuePerSeatDay'],
  }
  const { sql } = planQuestion(asked, plainSetting([4, 5], { listing: [1, 2] }))
  const reads = sql.match(/from (ticket|screening)\w*\b/g) ?? []
  expect(reads.length).toBeGreaterThan(10)
  expect(sql.match(/owner in \(4, 5\)/g)).toHaveLength(reads.length)
})

test('a hostile value stays a value', () => {
  const where = { ticketType: [`') or 1 = 1 --`] }
  const { sql } = planQuestion({ ...GROSS, where }, plainSetting([1]))
  expect(sql).toContain(`ticket_type in ('\\') or 1 = 1 --')`)
})

test('a film that is no number never reaches the engine', () => {
  const where = { film: ['1) or (1 = 1'] }
  expect(() => planQuestion({ ...GROSS, where }, plainSetting([1]))).toThrow(TypeError)
})

test('without owners there is no plan, rather than a plan for everybody', () => {
  expect(() => planQuestion(GROSS, plainSetting([]))).toThrow(TypeError)
})
