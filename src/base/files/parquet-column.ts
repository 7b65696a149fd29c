import type { SchemaElement, SchemaTree } from 'hyparquet'
import {
  clockText,
  dayText,
  decimalText,
  momentText,
  scaledText,
  singleText,
} from './text-of-value.ts'

/** A column of a Parquet file: where its values stand in a row, and their text. */
export type ParquetColumn = { readonly name: string; text(row: readonly unknown[]): string }

type TextOf = (value: unknown) => string

/** The columns of a schema: members of a group have dotted names, lists are joined by '; '. */
export function parquetColumns(tree: SchemaTree): ParquetColumn[] {
  return tree.children.flatMap((child, at) =>
    columnsOf(child, child.element.name, (row) => row[at]),
  )
}

function columnsOf(
  node: SchemaTree,
  name: string,
  valueIn: (row: readonly unknown[]) => unknown,
): ParquetColumn[] {
  const { element, children } = node
  const isGroup =
    children.length > 0 && element.repetition_type !== 'REPEATED' && !isListOrMap(element)
  if (isGroup) {
    return children.flatMap((child) => {
      const member = child.element.name
      return columnsOf(child, `${name}.${member}`, (row) => memberOf(valueIn(row), member))
    })
  }
  const leaves = leavesOf(node)
  const [leaf] = leaves
  const one = leaves.length === 1 && leaf ? textOf(leaf) : looseText
  return [{ name, text: (row) => listText(valueIn(row), one) }]
}

function isListOrMap({ converted_type, logical_type }: SchemaElement): boolean {
  const type = converted_type ?? logical_type?.type
  return type === 'LIST' || type === 'MAP' || type === 'MAP_KEY_VALUE'
}

function leavesOf(node: SchemaTree): SchemaElement[] {
  return node.children.length === 0 ? [node.element] : node.children.flatMap(leavesOf)
}

function memberOf(value: unknown, name: string): unknown {
  const isGroup = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
  return isGroup ? Reflect.get(value, name) : undefined
}

function listText(value: unknown, one: TextOf): string {
  if (value === null || value === undefined) return ''
  if (!Array.isArray(value)) return one(value)
  return value.map((element) => listText(element, one)).join('; ')
}

/** Of groups within lists there is no one text; this one can at least be read. */
function looseText(value: unknown): string {
  if (value instanceof Uint8Array) return bytesText(value)
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  return Object.entries(value)
    .map(([name, member]) => `${name}: ${listText(member, looseText)}`)
    .join(', ')
}

/**
 * Takes from a schema what would make the library turn values into floating point, dates or objects:
 * they come raw, and `textOf` of the schema as it was knows them.
 */
export function rawSchema(schema: readonly SchemaElement[]): SchemaElement[] {
  return schema.map((element) => {
    if (element.type === undefined) return element
    const { converted_type, logical_type, ...raw } = element
    const isText = element.type === 'BYTE_ARRAY' && !isDecimal(element)
    return isText ? { ...raw, converted_type: 'UTF8' } : raw
  })
}

function isDecimal({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL'
}

function textOf(element: SchemaElement): TextOf {
  if (isDecimal(element)) {
    const { logical_type: logical } = element
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0)
    return (value) => scaledText(unscaled(value), scale)
  }
  const moment = momentOf(element)
  if (moment) return moment
  switch (element.type) {
    case 'DOUBLE':
      return (value) => decimalText(Number(value))
    case 'FLOAT':
      return (value) => singleText(Number(value))
    case 'INT96':
      return (value) => momentText(BigInt(String(value)), '')
    case 'INT32':
      return isUnsigned(element) ? (value) => String(Number(value) >>> 0) : String
    case 'INT64':
      return isUnsigned(element) ? (value) => String(BigInt.asUintN(64, wide(value))) : String
    case 'FIXED_LEN_BYTE_ARRAY':
      return element.logical_type?.type === 'UUID' ? uuidText : looseText
    default:
      return String
  }
}

function isUnsigned({ converted_type, logical_type }: SchemaElement): boolean {
  if (converted_type?.startsWith('UINT_')) return true
  return logical_type?.type === 'INTEGER' && !logical_type.isSigned
}

const NANOS = { MILLIS: 1_000_000n, MICROS: 1000n, NANOS: 1n }

function momentOf({
  converted_type: type,
  logical_type: logical,
}: SchemaElement): TextOf | undefined {
  if (type === 'DATE' || logical?.type === 'DATE') return (value) => dayText(Number(value))
  if (logical?.type === 'TIMESTAMP') {
    const zone = logical.isAdjustedToUTC ? 'Z' : ''
    return (value) => momentText(wide(value) * NANOS[logical.unit], zone)
  }
  if (logical?.type === 'TIME') return (value) => clockText(wide(value) * NANOS[logical.unit])
  if (type === 'TIMESTAMP_MILLIS') return (value) => momentText(wide(value) * NANOS.MILLIS, 'Z')
  if (type === 'TIMESTAMP_MICROS') return (value) => momentText(wide(value) * NANOS.MICROS, 'Z')
  if (type === 'TIME_MILLIS') return (value) => clockText(wide(value) * NANOS.MILLIS)
  if (type === 'TIME_MICROS') return (value) => clockText(wide(value) * NANOS.MICROS)
  return undefined
}

function wide(value: unknown): bigint {
  return typeof value === 'bigint' ? value : BigInt(Number(value))
}

function unscaled(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return wide(value)
  const hex = Buffer.from(value).toString('hex')
  return hex === '' ? 0n : BigInt.asIntN(value.length * 8, BigInt(`0x${hex}`))
}

function uuidText(value: unknown): string {
  if (!(value instanceof Uint8Array)) return String(value)
  const hex = Buffer.from(value).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function bytesText(value: Uint8Array): string {
  return Buffer.from(value).toString('utf8')
}
