import type { Aliases } from '#programme'
import { literal } from '#warehouse'
import type { DimensionId } from './question.ts'

type Aliased = keyof Aliases

function isAliased(id: string): id is Aliased {
  return id === 'film' || id === 'cinema'
}

/** A column of facts as answers count it: films and cinemas by the group they are in. */
export function aliasedSql(column: string, aliases: Aliases): string {
  if (!isAliased(column)) return column
  const groups = [...aliases[column]]
  if (groups.length === 0) return column
  const list = (ids: readonly number[]) => `[${ids.map(literal.uint32).join(', ')}]`
  const [from, to] = [groups.map(([member]) => member), groups.map(([, group]) => group)]
  return `toUInt32(transform(${column}, ${list(from)}, ${list(to)}, ${column}))`
}

/** An id as answers count it. */
export function groupOf(id: DimensionId, value: number, aliases: Aliases): number {
  return isAliased(id) ? (aliases[id].get(value) ?? value) : value
}

/** The ids that facts may carry where a filter names one of a group. */
export function membersOf(
  id: DimensionId,
  values: readonly number[],
  aliases: Aliases,
): readonly number[] {
  if (!isAliased(id)) return values
  const groups = new Set(values.map((value) => groupOf(id, value, aliases)))
  const members = [...aliases[id]].filter(([, group]) => groups.has(group))
  return [...groups, ...members.map(([member]) => member)]
}
