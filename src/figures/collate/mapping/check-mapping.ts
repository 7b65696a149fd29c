import { isCurrency, timezoneNamed } from '#kernel'
import { LAYOUTS } from '../layouts/index.ts'
import type { Field, FieldKind } from './fields.ts'
import { FIELD_SHAPES, TABLE_SHAPES } from './fields.ts'
import type { ColumnRule, ColumnsMapping, Mapping, RenameMapping } from './mapping.ts'
import { nearest } from './nearest.ts'
import { isPeriod, PERIODS } from './periods.ts'
import type { Lines } from './read-mapping.ts'
import { MappingFault } from './yaml-tree.ts'

/** The mapping, once its parts are known to go together. */
export function checkMapping(mapping: Mapping, lines: Lines): Mapping {
  if ('layout' in mapping) checkRename(mapping, lines)
  else checkColumns(mapping, lines)
  return mapping
}

function checkRename({ layout: id, rename }: RenameMapping, lines: Lines): void {
  const layout = LAYOUTS.find((one) => one.id === id)
  if (!layout) {
    const known = LAYOUTS.map((one) => one.id)
    throw new MappingFault(`There is no layout “${id}”.`, lines.get('layout'), known)
  }
  const seen = new Set<string>()
  for (const { was } of rename) {
    if (seen.has(was)) throw new MappingFault(`“${was}” is renamed twice.`, lines.get('rename'))
    seen.add(was)
  }
  if (rename.length > 0) return
  throw new MappingFault('Name the columns: “New name: Old name”.', lines.get('rename'))
}

function checkColumns(mapping: ColumnsMapping, lines: Lines): void {
  const { table, columns, constants, currency, timezone } = mapping
  const shape = TABLE_SHAPES[table]
  if (currency !== undefined && !isCurrency(currency)) {
    const say = `“${currency}” is no currency. Give an ISO 4217 code such as USD.`
    throw new MappingFault(say, lines.get('currency'))
  }
  if (timezone !== undefined) checkZone(timezone, lines.get('timezone'))
  const named = new Set<Field>()
  for (const part of [...columns, ...constants]) {
    const line = lines.get(part)
    if (!shape.fields.includes(part.field)) {
      const hint = nearest(part.field, shape.fields)
      const meant = hint ? ` Did you mean ${hint}?` : ''
      const say = `${shape.label} have no field “${part.field}”.${meant}`
      throw new MappingFault(say, line, shape.fields)
    }
    if (named.has(part.field)) {
      throw new MappingFault(`“${part.field}” is said twice. Leave one out.`, line)
    }
    named.add(part.field)
    if ('column' in part) checkRule(part, line)
    else checkConstant(part.field, part.value, line)
  }
  for (const ways of shape.needs) {
    if (ways.some((way) => way.every((field) => named.has(field)))) continue
    const asked = ways.map((way) => way.join(' and ')).join(', or ')
    throw new MappingFault(
      `No column becomes ${asked}. ${shape.label} need it.`,
      lines.get('columns'),
    )
  }
  checkKey(mapping, named, lines)
  checkIgnored(mapping, lines)
  checkWhose(mapping, lines)
}

/** Whose figures they are: a cinema that stands in no column is named with the file. */
function checkWhose({ table, about, columns, constants }: ColumnsMapping, lines: Lines): void {
  if (about !== undefined && table !== 'box_office') {
    throw new MappingFault('Only reported box office says about whom it is.', lines.get('about'))
  }
  const cinema = constants.find(({ field }) => field === 'cinema')
  const saysTerritory = [...columns, ...constants].some(({ field }) => field === 'territory')
  if (table !== 'box_office' || !cinema || about !== undefined || saysTerritory) return
  const say =
    'The figures are one cinema’s: write “about: cinema” at the top in the place of this line, ' +
    'and name the cinema when the file is imported.'
  throw new MappingFault(say, lines.get(cinema))
}

function checkIgnored({ columns, ignore = [] }: ColumnsMapping, lines: Lines): void {
  const line = lines.get('ignore')
  const read = new Set(columns.map(({ column }) => column))
  const seen = new Set<string>()
  for (const column of ignore) {
    const say = read.has(column) ? 'both read and ignored' : 'ignored twice'
    if (read.has(column) || seen.has(column))
      throw new MappingFault(`“${column}” is ${say}. Leave one out.`, line)
    seen.add(column)
  }
}

function checkKey({ rows }: ColumnsMapping, named: ReadonlySet<Field>, lines: Lines): void {
  if (rows === 'counted') return
  const missing = rows.find((field) => !named.has(field))
  if (missing !== undefined) {
    const say = `Rows are told apart by “${missing}”, which no column becomes.`
    throw new MappingFault(say, lines.get('rows'))
  }
  if (rows.length === 0) {
    throw new MappingFault(
      'Name the fields that tell rows apart, or say counted.',
      lines.get('rows'),
    )
  }
}

function checkZone(zone: string, line: number | undefined): void {
  if (timezoneNamed(zone) === zone) return
  const meant = timezoneNamed(zone)
  const say = meant ? `Write it as ${meant}.` : 'Give a name such as America/Chicago.'
  throw new MappingFault(`“${zone}” is no time zone. ${say}`, line)
}

type Option = 'dates' | 'era' | 'zone' | 'decimal' | 'unit'
const OPTIONS_OF: Readonly<Record<FieldKind, readonly Option[]>> = {
  text: [],
  moment: ['dates', 'era', 'zone'],
  day: ['dates', 'era'],
  time: [],
  amount: ['decimal', 'unit'],
  count: ['decimal', 'unit'],
  territory: [],
  currency: [],
}
const OPTIONS: readonly Option[] = ['dates', 'era', 'zone', 'decimal', 'unit']

function checkRule(rule: ColumnRule, line: number | undefined): void {
  const { kind, label } = FIELD_SHAPES[rule.field]
  const stray = OPTIONS.find((one) => rule[one] !== undefined && !OPTIONS_OF[kind].includes(one))
  if (stray) {
    throw new MappingFault(`“${stray}” says nothing of ${label}. Leave it out.`, line)
  }
  if (rule.zone !== undefined) checkZone(rule.zone, line)
  if (kind === 'count' && rule.unit === 'minor') {
    throw new MappingFault('Only amounts of money have smallest units.', line)
  }
}

function checkConstant(field: Field, value: string, line: number | undefined): void {
  const { kind, label } = FIELD_SHAPES[field]
  if (field === 'period' && !isPeriod(value)) {
    throw new MappingFault(`“${value}” is no kind of period.`, line, PERIODS)
  }
  if (kind === 'territory' && !/^([A-Z]{2}|001)$/.test(value)) {
    const say = `“${value}” is no territory. Give two letters such as CN, or 001 for the world.`
    throw new MappingFault(say, line)
  }
  if (kind === 'currency') {
    throw new MappingFault('Say the currency at the top: “currency: EUR”.', line)
  }
  if (kind !== 'text' && kind !== 'territory' && kind !== 'day' && kind !== 'count') {
    throw new MappingFault(`${label} must stand in a column.`, line)
  }
  if (value.trim() === '') throw new MappingFault(`Say what ${label} is, or leave it out.`, line)
}
