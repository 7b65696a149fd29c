import type { Profile } from './column-profile.ts'
import { bareDates } from './column-profile.ts'
import { CONCEPT_FIELDS, SPEAKS_FOR } from './concept-fields.ts'
import type { Concept } from './concept-words.ts'
import type { Field, FieldKind } from './fields.ts'
import { FIELD_SHAPES, TABLE_SHAPES } from './fields.ts'
import type { HeaderRead } from './header-concept.ts'
import type { LeftOut } from './left-out-words.ts'
import type { MappedTable } from './mapping.ts'
import { MAPPED_TABLES } from './mapping.ts'
import { currencyNamed, territoryNamed } from './places.ts'
import { readTime } from './read-time.ts'
import { saleKindNamed } from './sale-words.ts'

/** A column with all that is known of it before it becomes something. */
export type Column = {
  readonly name: string
  readonly at: number
  readonly header: HeaderRead
  readonly profile: Profile
}

export type Assigned = {
  readonly column: Column
  readonly field?: Field
  readonly concept?: Concept
  readonly leftOut?: LeftOut
  /** 0 where its name says nothing. */
  readonly score: number
}

const SECOND_LEAST = 0.8
/** Below, a name is a coincidence. */
const SCORE_LEAST = 0.45

/** What each column becomes in a table: the best of what its name means that its values fit. */
export function assignColumns(columns: readonly Column[], table: MappedTable): readonly Assigned[] {
  const wishes = columns.flatMap((column) => {
    const all = wishesOf(column, table)
    const best = Math.max(...all.map(({ score }) => score))
    // What it means far less likely is no second choice, should the first be taken.
    return all.filter(({ score }) => score > best * SECOND_LEAST)
  })
  wishes.sort((a, b) => b.score - a.score || a.column.at - b.column.at)
  const done = new Map<Column, Assigned>()
  const taken = new Set<Field>()
  for (const wish of wishes) {
    if (done.has(wish.column)) continue
    if (wish.field !== undefined) {
      if (taken.has(wish.field)) continue
      taken.add(wish.field)
    }
    done.set(wish.column, wish)
  }
  return columns.map((column) => done.get(column) ?? { column, score: 0 })
}

/** In falling order of likelihood; a wish without a field leaves the column out. */
export function wishesOf(column: Column, table: MappedTable): Assigned[] {
  const { profile, header } = column
  if (profile.emails > 0.5) return [{ column, leftOut: 'customer', score: 1 }]
  if (profile.phones > 0.8 && profile.distinct > 2) {
    const isOrder = header.meant[0]?.concept === 'order' && header.meant[0].score === 1
    if (!isOrder) return [{ column, leftOut: 'customer', score: 1 }]
  }
  if (profile.links > 0.5) return [{ column, leftOut: 'web', score: 1 }]
  return header.meant.flatMap(({ concept, leftOut, score }): Assigned[] => {
    if (score < SCORE_LEAST) return []
    if (leftOut !== undefined) return [{ column, leftOut, score: score - 0.01 }]
    if (concept === undefined) return []
    const field = fieldFor(concept, table, profile)
    if (field === undefined) return [{ column, concept, score: score - 0.02 }]
    const fit = fits(field, profile, header)
    return score * fit < SCORE_LEAST ? [] : [{ column, concept, field, score: score * fit }]
  })
}

/** The field of a concept, by the kind of its values: a “Show” of times is a time, one of dates a day. */
function fieldFor(concept: Concept, table: MappedTable, profile: Profile): Field | undefined {
  const field = CONCEPT_FIELDS[table][concept]
  if (field === undefined) return undefined
  const isSaleKind = field === 'ticketType' && concept === 'kind'
  if (isSaleKind && profile.filled.every((cell) => saleKindNamed(cell) !== undefined))
    return 'saleKind'
  const trio = TRIOS.find((one) => one.includes(field))
  if (!trio) return field
  const [at, day, time] = trio
  if (profile.moments > 0.7) return hasTimes(profile) ? at : day
  if (profile.times > 0.7 || areTimes(profile, field)) return time
  const bare = bareDates(profile)
  if (bare) return profile.whole === 1 && bare === 'excel' ? day : at
  return profile.dates > 0.7 ? day : field
}

const TRIOS: readonly (readonly [Field, Field, Field])[] = [
  ['startsAt', 'startDay', 'startTime'],
  ['soldAt', 'soldDay', 'soldTime'],
]

/** Midnight in every row is a day that a database printed as a moment. */
function hasTimes({ filled }: Profile): boolean {
  return !filled.every((cell) => /[ T]0?0:00(:00(\.0+)?)?Z?$/.test(cell))
}

function areTimes({ filled }: Profile, field: Field): boolean {
  const isTime = field === 'startTime' || field === 'soldTime'
  return (
    isTime &&
    filled.length > 0 &&
    filled.every((cell) => /^\d{3,4}$/.test(cell) && isTimeOfDay(cell))
  )
}

function isTimeOfDay(cell: string): boolean {
  return typeof readTime(cell) === 'object'
}

/** 0: the values speak against it. 1: they are what the field is made of. */
export function fits(field: Field, profile: Profile, header: HeaderRead): number {
  if (profile.filled.length === 0) return 0.9
  const { kind } = FIELD_SHAPES[field]
  return KIND_FITS[kind](profile, header) * (FIELD_FITS[field]?.(profile) ?? 1)
}

const KIND_FITS: Readonly<Record<FieldKind, (profile: Profile, header: HeaderRead) => number>> = {
  text: ({ dates, times, percent, numeric, letters }) => {
    if (percent > 0.5) return 0
    // 20180316 looks like a date and may be an order.
    if ((dates > 0.8 && numeric < 0.5) || (times > 0.8 && numeric < 0.5)) return 0
    return letters > 200 ? 0.5 : 1
  },
  moment: (profile) => (profile.moments > 0.7 || bareDates(profile) ? 1 : 0),
  day: (profile) =>
    profile.dates > 0.7 || bareDates(profile) === 'excel' || profile.moments > 0.7 ? 1 : 0,
  time: (profile) => (profile.times > 0.7 || areTimes(profile, 'startTime') ? 1 : 0),
  amount: ({ numeric, percent }) => (percent > 0 || numeric < 0.9 ? 0 : 1),
  count: ({ numeric, whole, percent }, { unit }) => {
    if (percent > 0 || numeric < 0.9) return 0
    return whole > 0.95 || (unit !== undefined && unit !== 'one') ? 1 : 0
  },
  territory: ({ filled }) =>
    filled.filter((cell) => territoryNamed(cell) !== undefined).length > filled.length * 0.8
      ? 1
      : 0,
  currency: ({ filled }) => (filled.every((cell) => currencyNamed(cell) !== undefined) ? 1 : 0),
}

const FIELD_FITS: Readonly<Partial<Record<Field, (profile: Profile) => number>>> = {
  film: ({ words, distinct, filled, letters }) =>
    words < 0.5 ? 0 : letters < 3 && distinct < filled.length / 4 ? 0.5 : 1,
  otherTitle: ({ words }) => (words < 0.5 ? 0 : 1),
  cinema: ({ words }) => (words < 0.5 ? 0 : 1),
  city: ({ words }) => (words < 0.5 ? 0 : 1),
  distributor: ({ words, filled }) => (words < 0.5 || areRooms(filled) ? 0 : 1),
  auditorium: ({ letters }) => (letters > 40 ? 0.5 : 1),
  product: ({ words }) => (words < 0.5 ? 0 : 1),
  ticketType: ({ words }) => (words < 0.5 ? 0.5 : 1),
  year: ({ least, most }) => (least > 1880 && most < 2110 ? 1 : 0),
  quantity: ({ least, most, whole }) =>
    whole > 0.95 && Math.abs(least) < 100_000 && most < 100_000 ? 1 : 0,
  seats: ({ least }) => (least >= 0 ? 1 : 0),
  saleKind: ({ filled }) =>
    filled.filter((cell) => saleKindNamed(cell) !== undefined).length >= filled.length / 2 ? 1 : 0,
  orderReference: ({ filled }) =>
    filled.filter((cell) => /\d/.test(cell)).length > filled.length / 2 ? 1 : 0,
  seat: ({ letters }) => (letters > 24 ? 0 : 1),
  runtimeMinutes: ({ least, most }) => (least >= 0 && most < 1000 ? 1 : 0),
}

const ROOM = /^(screen|studio|hall|sala|saal|salle|theat(er|re)|auditorium|kino|audi)\s*\d+$/i

/** Studio 1, Studio 2: rooms, and no companies. */
function areRooms(filled: readonly string[]): boolean {
  return filled.every((cell) => ROOM.test(cell))
}

/** How well a table explains the columns: what has a place in it, what speaks for it, what it lacks. */
export function tableScore(columns: readonly Column[], table: MappedTable): number {
  const assigned = assignColumns(columns, table)
  const fields = new Set(assigned.flatMap(({ field }) => (field ? [field] : [])))
  const speaks = SPEAKS_FOR[table]
  let score = 0
  for (const column of columns) {
    // What its name means, whether the table has a place for it or not.
    const best = column.header.meant[0]
    if (!best || best.score < SCORE_LEAST) continue
    const speech = Math.max(
      ...column.header.meant
        .filter((one) => one.score >= best.score - 0.01 && isPlausible(one.concept, column.profile))
        .map((one) => speaks[one.concept ?? one.leftOut ?? 'note'] ?? 0),
      column.profile.times > 0.7 ? (speaks.showTime ?? 0) : Number.NEGATIVE_INFINITY,
    )
    if (!Number.isFinite(speech)) continue
    score += speech * best.score
  }
  for (const one of assigned) if (one.field) score += one.score
  for (const ways of TABLE_SHAPES[table].needs) {
    if (!ways.some((way) => way.every((field) => fields.has(field)))) score -= 5
  }
  return score
}

const TIMES: readonly Concept[] = ['showTime', 'showMoment', 'showDate', 'soldTime', 'soldMoment']

/** A “show time” of 4 is a number of shows: it speaks for nothing. */
function isPlausible(
  concept: Concept | undefined,
  { times, moments, dates, filled }: Profile,
): boolean {
  if (concept === undefined || !TIMES.includes(concept) || filled.length === 0) return true
  return Math.max(times, moments, dates) > 0.7
}

/** Tables in falling order of how well they explain the columns. */
export function tablesByScore(columns: readonly Column[]) {
  return MAPPED_TABLES.map((table) => ({ table, score: tableScore(columns, table) })).toSorted(
    (a, b) => b.score - a.score,
  )
}
