import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_ALIASES } from '#programme'
import { align } from './align.ts'
import type { SourceView } from './reconciliation.ts'
import { judgeRestatement } from './restatement.ts'
import type { SideRow } from './side.ts'
import { chooseSource } from './source-choice.ts'

const row = (filmId: number, value: bigint): SideRow => ({
  filmId,
  cinemaId: 0,
  from: '',
  to: '',
  value,
  firstDay: '',
  lastDay: '',
})

const identity = (titles: Readonly<Record<number, string>>) => ({
  titles: new Map(Object.entries(titles).map(([id, title]) => [Number(id), title])),
  aliases: NO_ALIASES,
  apart: [],
})

test('whatever the films are called, no amount is lost or counted twice', () => {
  const side = fc.array(
    fc.record({ filmId: fc.integer({ min: 1, max: 12 }), value: fc.bigInt() }),
    {
      maxLength: 30,
    },
  )
  const names = fc.dictionary(
    fc.integer({ min: 1, max: 12 }).map(String),
    fc.constantFrom('Kestrel', 'kestrel ', 'Night Ferry', 'Marrow'),
  )
  fc.assert(
    fc.property(side, side, names, (left, right, titles) => {
      const rows = (all: typeof left) => all.map(({ filmId, value }) => row(filmId, value))
      const { pairs } = align(rows(left), rows(right), identity(titles))
      const sum = (values: readonly (bigint | undefined)[]) =>
        values.reduce<bigint>((all, value) => all + (value ?? 0n), 0n)
      expect(sum(pairs.map((pair) => pair.left?.value))).toBe(sum(left.map(({ value }) => value)))
      expect(sum(pairs.map((pair) => pair.right?.value))).toBe(sum(right.map(({ value }) => value)))
      expect(new Set(pairs.map(({ key }) => key)).size).toBe(pairs.length)
    }),
  )
})

test('films go together by id, by matching, by title; never against a decision', () => {
  const titles = { 1: 'Kestrel', 2: 'KESTREL ', 3: 'Kestrel', 4: 'The Kestrel' }
  const sides = (left: readonly number[], right: readonly number[], more = {}) => {
    const rows = (ids: readonly number[]) => ids.map((id) => row(id, 100n))
    const { pairs } = align(rows(left), rows(right), { ...identity(titles), ...more })
    return pairs.map((pair) => [pair.left?.filmIds ?? [], pair.right?.filmIds ?? []])
  }
  expect(sides([1], [2])).toEqual([[[1], [2]]])
  expect(sides([1], [4])).toHaveLength(2)
  const aliases = { film: new Map([[4, 1]]), cinema: new Map<number, number>() }
  expect(sides([1], [4], { aliases })).toEqual([[[1], [4]]])
  // Two of one name that both sides tell apart stay two.
  expect(sides([1, 3], [1, 3])).toEqual([
    [[1], [1]],
    [[3], [3]],
  ])
  expect(sides([1], [2], { apart: [[1, 2]] })).toHaveLength(2)
})

test('a source is meant by name, id, layout, or a beginning that only it has', () => {
  const source = (id: string, name: string, layout: string): SourceView => {
    return { id, name, kind: 'file', organisationId: '1', layouts: [layout], figures: [] }
  }
  const sources = [
    source('1', 'Ticket sales by showing', 'ticket-sales-by-showing'),
    source('2', 'Gross revenue by event', 'gross-revenue-by-event'),
    source('3', 'Gross', 'mapping'),
  ]
  const chosen = (said: string) => {
    const found = chooseSource(sources, said)
    return found.ok ? found.value.id : found.choices
  }
  expect(chosen('2')).toBe('2')
  expect(chosen('ticket')).toBe('1')
  expect(chosen('gross')).toBe('3')
  expect(chosen('gross-revenue-by-event')).toBe('2')
  expect(chosen('gross r')).toBe('2')
  expect(chosen('g')).toEqual(['Gross revenue by event', 'Gross'])
  expect(chosen('Gross (3)')).toBe('3')
  expect(chosen('nobody')).toHaveLength(3)
})

test('a restated total has the likeliest cause that its days show', () => {
  const judged = { amount: 0n, dayFigure: 0n, daysMissing: 0, earlierDays: [], earlierAmounts: [] }
  const earlierDays = [{ day: '2026-11-01', value: 700n }]
  const cause = (more: Partial<Parameters<typeof judgeRestatement>[0]>) =>
    judgeRestatement({ ...judged, ...more }).cause
  expect(cause({ amount: 500n, daysMissing: 2 })).toBe('days_missing')
  expect(cause({ amount: -500n, daysMissing: 2 })).toBe('unknown')
  expect(cause({ amount: -300n, dayFigure: 300n })).toBe('day_left_out')
  expect(cause({ amount: 300n, dayFigure: 300n })).toBe('day_twice')
  expect(cause({ amount: -700n, earlierDays })).toBe('earlier_day_taken_back')
  expect(cause({ amount: 700n, earlierDays })).toBe('earlier_day_again')
  const earlierAmounts = [{ day: '2026-11-01', amount: -9n }]
  expect(cause({ amount: 9n, earlierAmounts })).toBe('put_right')
})
