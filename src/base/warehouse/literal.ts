/**
 * The one way a value enters a statement for ClickHouse. Each throws a TypeError on what does not
 * belong to its type: such a value is a bug of the caller, never something to be repaired here.
 */
export const literal = {
  /** A whole number from 0 to 4,294,967,295. */
  uint32(value: number): string {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) fail('uint32', value)
    return value.toString()
  },
  uint64(value: bigint): string {
    if (typeof value !== 'bigint' || BigInt.asUintN(64, value) !== value) fail('uint64', value)
    return value.toString()
  },
  int64(value: bigint): string {
    if (typeof value !== 'bigint' || BigInt.asIntN(64, value) !== value) fail('int64', value)
    return value.toString()
  },
  /** Any text without broken halves of surrogate pairs. */
  text(value: string): string {
    if (typeof value !== 'string' || !value.isWellFormed()) fail('text', value)
    return `'${value.replace(UNSAFE, (character) => ESCAPES[character] ?? `\\${character}`)}'`
  },
  /** An ISO day that exists, between 1970-01-01 and 2149-06-06 (a Date holds no other). */
  date(value: string): string {
    if (typeof value !== 'string' || !isDay(value)) fail('date', value)
    return `toDate('${value}')`
  },
  /** For `in`: at least one item, at most LIST_MAX. `literal.list(ids, literal.uint32)`. */
  list<Value>(values: readonly Value[], item: (value: Value) => string): string {
    if (values.length === 0 || values.length > LIST_MAX) {
      throw new TypeError(`a list of ${values.length} is not a list for a statement`)
    }
    return `(${values.map(item).join(', ')})`
  },
} as const

/** Longer lists are a question put wrongly; 100,000 keys make a statement of 2 MB. */
export const LIST_MAX = 100_000

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped
const UNSAFE = /[\\'\u0000\b\f\n\r\t]/g
const ESCAPES: Readonly<Record<string, string>> = {
  '\u0000': '\\0',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function isDay(value: string): boolean {
  if (!DAY.test(value) || value < '1970-01-01' || value > '2149-06-06') return false
  try {
    Temporal.PlainDate.from(value)
    return true
  } catch {
    // A RangeError is how it says that February has no 30th.
    return false
  }
}

function fail(type: string, value: unknown): never {
  throw new TypeError(`not a value for ${type}: ${String(value).slice(0, 80)}`)
}
