import type { CustomTypesConfig } from 'pg'
import { types } from 'pg'

type Parse = (text: string) => unknown

const asWritten: Parse = (text) => text
/** A list of one dimension whose elements hold no comma: {1,2,NULL}, {"2026-11-23 06:00:00"}. */
const listOf =
  (element: Parse): Parse =>
  (text) => {
    const inside = text.slice(1, -1)
    if (inside === '') return []
    return inside.split(',').map((item) => (item === 'NULL' ? null : element(unquoted(item))))
  }

const unquoted = (text: string) => text.replace(/^"|"$/g, '')

/**
 * By PostgreSQL's own type number. The driver would give int8 as text, numeric[] as floats, and
 * dates as midnight in the zone of the machine.
 */
const PARSERS: Readonly<Record<number, Parse>> = {
  20: BigInt, // int8
  1016: listOf(BigInt),
  1700: asWritten, // numeric
  1231: listOf(asWritten),
  1082: asWritten, // date
  1182: listOf(asWritten),
  1114: asWritten, // timestamp without time zone
  1115: listOf(asWritten),
}

/** How columns arrive: int8 as bigint, numeric and date as text, timestamptz as Date. */
export const COLUMN_TYPES: CustomTypesConfig = {
  getTypeParser(type: number, format?: 'text' | 'binary') {
    const ours = format === 'binary' ? undefined : PARSERS[type]
    return ours ?? types.getTypeParser(type, format)
  },
}

/** What the driver would write as a JSON text goes as PostgreSQL reads it. */
export function bindValue(value: unknown): unknown {
  if (value instanceof Temporal.Instant) return value.toString()
  if (value instanceof Temporal.PlainDate) return value.toString()
  return value
}
