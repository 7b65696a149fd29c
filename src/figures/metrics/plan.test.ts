import { expect, test } from 'vitest'
import { planQuestion } from './plan.ts'
import type { Question } from './question.ts'

const GROSS: Question = { metrics: ['gross'], by: [], where: {} }

test.each<[Partial<Question>, string]>([
  [{}, 'ticket_by_day'],
  [{ by: ['film', 'cinema', 'ticketType', 'channel'] }, 'ticket_by_day'],
  [{ metrics: ['onlineShare'], by: ['weekday'], grain: 'month' }, 'ticket_by_day'],
  [{ by: ['saleTime'] }, 'ticket_by_sale'],
  [{ soldBy: '19:40', by: ['film'] }, 'ticket_by_sale'],
  [{ where: { saleTime: ['before'] } }, 'ticket_by_sale'],
  [{ metrics: ['screenings'] }, 'ticket_by_screening'],
  [{ by: ['hour'] }, 'ticket_by_screening'],
  [{ where: { hour: ['20'] }, by: ['channel'] }, 'ticket_by_screening'],
  [{ by: ['saleTime', 'channel'] }, 'ticket'],
  [{ metrics: ['screenings'], soldBy: '19:40' }, 'ticket'],
  [{ metrics: ['onlineShare'], soldBy: '19:40' }, 'ticket'],
  [{ by: ['hour'], where: { saleTime: ['19:40'] } }, 'ticket'],
])('%j is answered from %s, the smallest table that can', (part, table) => {
  expect(planQuestion({ ...GROSS, ...part }, [1]).table).toBe(table)
})

test('only the asked owners’ facts are read, in every part of the statement', () => {
  const { sql } = planQuestion({ ...GROSS, metrics: ['gross', 'screenings'] }, [4, 5])
  const reads = sql.match(/from ticket\w*\n\s*where .*/g) ?? []
  expect(reads).toHaveLength(2)
  for (const read of reads) expect(read).toContain('where owner in (4, 5)')
})

test('a hostile value stays a value', () => {
  const where = { ticketType: [`') or 1 = 1 --`] }
  const { sql } = planQuestion({ ...GROSS, where }, [1])
  expect(sql).toContain(`ticket_type in ('\\') or 1 = 1 --')`)
})

test('a film that is no number never reaches the engine', () => {
  const where = { film: ['1) or (1 = 1'] }
  expect(() => planQuestion({ ...GROSS, where }, [1])).toThrow(TypeError)
})

test('without owners there is no plan, rather than a plan for everybody', () => {
  expect(() => planQuestion(GROSS, [])).toThrow(TypeError)
})
