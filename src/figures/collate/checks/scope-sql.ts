import { literal } from '#warehouse'
import type { CheckScope } from './check.ts'

type Columns = {
  /** Of the day; absent: the days do not narrow it. */
  readonly day?: string
  readonly cinema?: string
  readonly source?: string
}

/** The part of a statement for the warehouse that keeps it to what a run looks over. */
export function within(scope: CheckScope, { day, cinema, source }: Columns): string {
  const { owners, from, to, cinemaId, sourceId } = scope
  const parts = [`owner in ${literal.list(owners, literal.uint32)}`]
  if (cinema && cinemaId !== undefined) parts.push(`${cinema} = ${literal.uint32(cinemaId)}`)
  if (source && sourceId !== undefined) parts.push(`${source} = ${literal.uint32(sourceId)}`)
  if (day && from !== undefined) parts.push(`${day} >= ${literal.date(from)}`)
  if (day && to !== undefined) parts.push(`${day} <= ${literal.date(to)}`)
  return parts.join(' and ')
}

/** A number for each of the ids, the same for all others: a lookup within a statement. */
export function lookUp(
  column: string,
  values: ReadonlyMap<number, number>,
  otherwise: number,
): string {
  const known = [...values].filter(([, value]) => Number.isSafeInteger(value))
  if (known.length === 0) return literal.uint32(otherwise)
  const ids = known.map(([id]) => literal.uint32(id)).join(', ')
  const found = known.map(([, value]) => literal.uint32(value)).join(', ')
  return `transform(${column}, [${ids}], [${found}], toUInt32(${literal.uint32(otherwise)}))`
}
