import type { Assigned, Column } from './assign-columns.ts'
import { fits, wishesOf } from './assign-columns.ts'
import type { Field } from './fields.ts'
import { FIELD_SHAPES, TABLE_SHAPES } from './fields.ts'
import type { MappedTable } from './mapping.ts'

/** What names alone leave open: two columns of one name, names that say nothing, totals of what. */
export type NamesSettled = {
  readonly assigned: readonly Assigned[]
  readonly asked: ReadonlyMap<Column, readonly Field[]>
}

/** More of the name says what it is than what else it might be. */
const PARTLY_SURE = 0.75
/** Names this near to the one that won are its rivals. */
const RIVAL = 0.9

export function settleNames(found: readonly Assigned[], table: MappedTable): NamesSettled {
  const asked = new Map<Column, readonly Field[]>()
  let assigned = found
  if (table === 'box_office') assigned = totalsOf(assigned)
  assigned = rivals(assigned, table, asked)
  assigned = soldOrShown(assigned, asked, table)
  assigned = partlyNamed(assigned, table, asked)
  return { assigned: unnamed(assigned, table, asked), asked }
}

/** A total without any other gross is what the film took, as of no day in particular. */
function totalsOf(assigned: readonly Assigned[]): readonly Assigned[] {
  const has = (field: Field) => assigned.some((one) => one.field === field)
  return assigned.map((one) => {
    const says = one.column.header.plain
    if (/cum|to date|累|acum|누적|lifetime|ytd/u.test(says)) return one
    if (one.field === 'grossToDate' && !has('gross')) return { ...one, field: 'gross' }
    if (one.field === 'admissionsToDate' && !has('admissions'))
      return { ...one, field: 'admissions' }
    return one
  })
}

/** Two columns that both say they are the gross: which is, must be asked. */
function rivals(
  assigned: readonly Assigned[],
  table: MappedTable,
  asked: Map<Column, readonly Field[]>,
): readonly Assigned[] {
  const rivalOf = new Set<Column>()
  for (const one of assigned) {
    if (one.field !== undefined || one.leftOut !== undefined) continue
    const wish = wishesOf(one.column, table)[0]
    const winner = assigned.find(({ field }) => field !== undefined && field === wish?.field)
    if (!wish?.field || !winner || FIELD_SHAPES[wish.field].kind !== 'amount') continue
    if (wish.score < winner.score * RIVAL || table === 'ticket' || table === 'concession') continue
    if (isSame(one.column, winner.column)) continue
    rivalOf.add(one.column).add(winner.column)
    for (const column of [one.column, winner.column]) {
      asked.set(column, table === 'box_office' ? [wish.field, 'grossToDate'] : [wish.field])
    }
  }
  return assigned.map((one) => (rivalOf.has(one.column) ? withoutField(one) : one))
}

function isSame(left: Column, right: Column): boolean {
  return left.profile.cells.every((cell, at) => cell === right.profile.cells[at])
}

function withoutField({ column, score }: Assigned): Assigned {
  return { column, score }
}

const START: readonly Field[] = ['startsAt', 'startDay', 'startTime']
const AS_SOLD: Readonly<Partial<Record<Field, Field>>> = {
  startsAt: 'soldAt',
  startDay: 'soldDay',
  startTime: 'soldTime',
}

/** A plain “Date” beside a screening's own is of the sale, perhaps; a plain time at 17:43:09 surely. */
function soldOrShown(
  assigned: readonly Assigned[],
  asked: Map<Column, readonly Field[]>,
  table: MappedTable,
): readonly Assigned[] {
  if (table !== 'ticket') return assigned
  const hasSold = assigned.some(({ field }) => field === 'soldAt' || field === 'soldDay')
  return assigned.map((one) => {
    const isPlain = one.concept === 'date' || one.concept === 'time' || one.concept === 'moment'
    if (one.field === undefined) {
      const wish = isPlain ? wishesOf(one.column, table)[0]?.field : undefined
      const sold = AS_SOLD[wish ?? 'film']
      if (sold && !hasSold) asked.set(one.column, [sold])
      return one
    }
    if (!isPlain || !START.includes(one.field) || hasSold) return one
    const odd = one.column.profile.filled.filter((cell) => /:\d[1-46-9](?!\d)/.test(minuteOf(cell)))
    const isOdd = odd.length > one.column.profile.filled.length / 4
    const sold = AS_SOLD[one.field]
    if (!isOdd || !sold) return one
    asked.set(one.column, [sold, one.field])
    return withoutField(one)
  })
}

/** Screenings start at full five minutes; sales do not. */
function minuteOf(cell: string): string {
  return /\d{1,2}:\d{2}/.exec(cell)?.[0] ?? ''
}

/** Names of which half means something and half does not: what it means is asked, with what else fits. */
function partlyNamed(
  assigned: readonly Assigned[],
  table: MappedTable,
  asked: Map<Column, readonly Field[]>,
): readonly Assigned[] {
  const has = new Set(assigned.flatMap(({ field }) => (field ? [field] : [])))
  return assigned.map((one) => {
    const { column, field } = one
    if (field === undefined || !column.header.isPartly || one.score >= PARTLY_SURE) return one
    const { kind } = FIELD_SHAPES[field]
    const others = TABLE_SHAPES[table].fields.filter(
      (other) =>
        other !== field &&
        !has.has(other) &&
        FIELD_SHAPES[other].kind === kind &&
        isFit(other, column),
    )
    asked.set(column, [field, ...others.slice(0, 3)])
    return withoutField(one)
  })
}

/** What nearly every file of a table has: where none says so, a column without a name may be it. */
const CORE: Readonly<Record<MappedTable, readonly Field[]>> = {
  ticket: ['quantity', 'ticketType'],
  box_office: ['film', 'gross', 'admissions'],
  concession: ['quantity', 'product'],
  stored_value: [],
  screening: ['auditorium'],
}

/** What a table cannot do without is asked of columns whose names say nothing but whose values fit. */
function unnamed(
  assigned: readonly Assigned[],
  table: MappedTable,
  asked: Map<Column, readonly Field[]>,
): readonly Assigned[] {
  const has = new Set(assigned.flatMap(({ field }) => (field ? [field] : [])))
  for (const fields of asked.values()) for (const field of fields) has.add(field)
  const lacking = TABLE_SHAPES[table].needs
    .filter((ways) => !ways.some((way) => way.every((field) => has.has(field))))
    .flatMap((ways) => ways.flat())
    .filter((field) => !has.has(field))
  const wanted = new Set<Field>([...lacking, ...CORE[table].filter((field) => !has.has(field))])
  // A date is seldom there for nothing.
  const openDays = TABLE_SHAPES[table].fields.filter(
    (field) => FIELD_SHAPES[field].kind === 'day' && !has.has(field),
  )
  for (const one of assigned) {
    if (one.field !== undefined || asked.has(one.column)) continue
    const isNamed = one.score >= PARTLY_SURE
    if (isNamed && one.leftOut !== undefined) continue
    const days = one.leftOut === undefined && one.column.profile.dates > 0.7 ? openDays : []
    // A name that means something of no use here may still be what the table cannot do without.
    const fields = (isNamed ? lacking : [...wanted, ...days]).filter((field) =>
      isFit(field, one.column),
    )
    if (fields.length > 0) asked.set(one.column, fields.slice(0, 4))
  }
  return assigned
}

function isFit(field: Field, { profile, header }: Column): boolean {
  if (profile.filled.length === 0) return false
  if (field === 'film') return profile.words > 0.7 && profile.letters > 4 && profile.distinct > 1
  return fits(field, profile, header) > 0.9
}
