import type { Encoding, Format, Reading } from '#files'
import { ENCODINGS, FORMATS } from '#files'
import type { Outcome } from '#kernel'
import { tidyText } from '#kernel'
import { checkMapping } from './check-mapping.ts'
import type { Field } from './fields.ts'
import { FIELDS } from './fields.ts'
import type { ColumnRule, Constant, EmptyRule, Mapping, Renamed, Word } from './mapping.ts'
import { DATE_FORMS, MAPPED_TABLES, SCOPES } from './mapping.ts'
import type { Loose } from './mapping-text.ts'
import { printMapping } from './mapping-text.ts'
import { nearest } from './nearest.ts'
import { UNIT_CHOICES, unitNamed } from './units.ts'
import type { Entry, MapNode, Tree } from './yaml-tree.ts'
import { MappingFault, orRefused, readTree } from './yaml-tree.ts'

const PARTS = [
  'name',
  'table',
  'about',
  'currency',
  'timezone',
  'rows',
  'scope',
  'reading',
  'columns',
  'ignore',
  'constants',
  'empty',
] as const
const RENAME_PARTS = ['name', 'layout', 'reading', 'rename'] as const
const NAME_CHARACTERS_MAX = 120
const COLUMNS_MAX = 500

/** Reads a mapping as somebody wrote it; a refusal names the line and says what to do. */
export function readMappingText(text: string): Outcome<Mapping, 'mapping_unusable'> {
  return orRefused(() => checkMapping(...mappingOf(readTree(text))))
}

/** Reads a mapping that came as a value, by the very same rules. */
export function readMappingValue(value: Loose<Mapping>): Outcome<Mapping, 'mapping_unusable'> {
  return readMappingText(printMapping(value))
}

/** Where each part stands, so that what does not fit can be said with its line. */
export type Lines = ReadonlyMap<unknown, number>

function mappingOf(tree: Tree): [Mapping, Lines] {
  const lines = new Map<unknown, number>()
  const map = mapOf(tree, 'The mapping')
  const isRename = map.entries.some(({ key }) => key === 'layout')
  const parts = partsOf(map, isRename ? RENAME_PARTS : PARTS, 'a mapping')
  const name = tidyText(textOf(needed(parts, 'name', map)))
  if (name === '' || name.length > NAME_CHARACTERS_MAX) {
    throw new MappingFault(`Name it with 1 to ${NAME_CHARACTERS_MAX} characters.`, map.line)
  }
  const reading = parts.get('reading')
  const common = { name, ...(reading && { reading: readingOf(reading.value) }) }
  for (const [part, entry] of parts) lines.set(part, entry.line)
  if (isRename) {
    const layout = textOf(needed(parts, 'layout', map))
    const rename = entriesOf(needed(parts, 'rename', map)).map(
      ({ key, value }): Renamed => ({ column: key, was: textOf(value) }),
    )
    return [{ ...common, layout, rename }, lines]
  }
  const [about, currency, timezone] = (['about', 'currency', 'timezone'] as const).map((part) => {
    const entry = parts.get(part)
    return entry && textOf(entry.value)
  })
  const table = oneOf(MAPPED_TABLES, needed(parts, 'table', map), 'table')
  const columns = entriesOf(needed(parts, 'columns', map))
  if (columns.length > COLUMNS_MAX)
    throw new MappingFault(`At most ${COLUMNS_MAX} columns are read.`)
  const ignore = listOf(parts.get('ignore')?.value).map(textOf)
  const mapping: Mapping = {
    ...common,
    table,
    ...(about !== undefined && {
      about: oneOf(['cinema', 'territory'] as const, needed(parts, 'about', map), 'kind of owner'),
    }),
    ...(currency !== undefined && { currency }),
    ...(timezone !== undefined && { timezone }),
    rows: rowsOf(needed(parts, 'rows', map)),
    scope: parts.has('scope') ? oneOf(SCOPES, needed(parts, 'scope', map), 'scope') : 'part',
    columns: columns.map((entry) => remember(lines, entry, ruleOf(entry))),
    ...(ignore.length > 0 && { ignore }),
    constants: entriesOf(parts.get('constants')?.value).map((entry) =>
      remember(lines, entry, constantOf(entry)),
    ),
    empty: listOf(parts.get('empty')?.value).map((one) => remember(lines, one, emptyRuleOf(one))),
  }
  return [mapping, lines]
}

function remember<Part>(lines: Map<unknown, number>, { line }: { line: number }, part: Part): Part {
  lines.set(part, line)
  return part
}

function rowsOf(tree: Tree): 'counted' | readonly Field[] {
  if (tree.is === 'text') {
    if (tree.text === 'counted') return 'counted'
    const say = 'rows is “counted”, or the list of fields that tell rows apart: [film, day].'
    throw new MappingFault(say, tree.line)
  }
  return listOf(tree).map((one) => fieldNamed(one))
}

function fieldNamed(tree: Tree): Field {
  return oneOf(FIELDS, tree, 'field')
}

const RULE_PARTS = ['field', 'dates', 'era', 'zone', 'decimal', 'unit', 'words'] as const

function ruleOf({ key, value }: Entry): ColumnRule {
  if (value.is === 'text') return { column: key, field: fieldNamed(value) }
  const map = mapOf(value, `The column “${key}”`)
  const parts = partsOf(map, RULE_PARTS, 'a column')
  const at = (part: (typeof RULE_PARTS)[number]) => parts.get(part)?.value
  const [dates, era, zone, decimal, unit, words] = [
    at('dates'),
    at('era'),
    at('zone'),
    at('decimal'),
    at('unit'),
    at('words'),
  ]
  return {
    column: key,
    field: fieldNamed(needed(parts, 'field', map)),
    ...(dates && { dates: oneOf(DATE_FORMS, dates, 'form of dates') }),
    ...(era && { era: oneOf(['buddhist'] as const, era, 'era') }),
    ...(zone && { zone: textOf(zone) }),
    ...(decimal && { decimal: oneOf(['.', ','] as const, decimal, 'decimal mark') }),
    ...(unit && { unit: unitOf(unit) }),
    ...(words && {
      words: entriesOf(words).map((one): Word => ({ cell: one.key, means: textOf(one.value) })),
    }),
  }
}

function unitOf(tree: Tree) {
  const unit = unitNamed(textOf(tree))
  if (unit) return unit
  throw new MappingFault(`“${textOf(tree)}” is no unit known here.`, tree.line, UNIT_CHOICES)
}

function constantOf({ key, line, value }: Entry): Constant {
  return { field: fieldNamed({ is: 'text', line, text: key }), value: textOf(value) }
}

function emptyRuleOf(tree: Tree): EmptyRule {
  const map = mapOf(tree, 'A rule for empty rows')
  const parts = partsOf(map, ['rule', 'blank', 'column', 'is'] as const, 'a rule for empty rows')
  const [blank, column, is] = [parts.get('blank'), parts.get('column'), parts.get('is')]
  if ((blank === undefined) === (column === undefined || is === undefined)) {
    const say = 'Say either “blank: [columns]”, or “column: NAME” with “is: [texts]”.'
    throw new MappingFault(say, map.line)
  }
  return {
    rule: textOf(needed(parts, 'rule', map)),
    ...(blank && { blank: listOf(blank.value).map(textOf) }),
    ...(column && { column: textOf(column.value) }),
    ...(is && { is: listOf(is.value).map(textOf) }),
  }
}

const READING_PARTS = [
  'compression',
  'member',
  'format',
  'encoding',
  'separator',
  'headerLine',
  'sheet',
  'path',
] as const

function readingOf(tree: Tree): Partial<Reading> {
  const parts = partsOf(mapOf(tree, 'The reading'), READING_PARTS, 'a reading')
  const at = (part: (typeof READING_PARTS)[number]) => parts.get(part)?.value
  const [compression, format, encoding] = [at('compression'), at('format'), at('encoding')]
  const [separator, headerLine] = [at('separator'), at('headerLine')]
  const texts = (['member', 'sheet', 'path'] as const).flatMap((part) => {
    const found = at(part)
    return found ? [[part, textOf(found)] as const] : []
  })
  return {
    ...(compression && {
      compression: oneOf(['gzip', 'zip'] as const, compression, 'compression'),
    }),
    ...(format && { format: oneOf<Format>(FORMATS, format, 'format') }),
    ...(encoding && { encoding: oneOf<Encoding>(ENCODINGS, encoding, 'encoding') }),
    ...(separator && { separator: separatorOf(separator) }),
    ...(headerLine && { headerLine: lineNumberOf(headerLine) }),
    ...Object.fromEntries(texts),
  }
}

function separatorOf(tree: Tree): string {
  const text = textOf(tree)
  const found = text === 'tab' ? '\t' : text
  if ([...found].length === 1) return found
  throw new MappingFault('A separator is one character, such as “;”, or the word tab.', tree.line)
}

function lineNumberOf(tree: Tree): number {
  const text = textOf(tree)
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new MappingFault(`“${text}” is no line number.`, tree.line)
}

function mapOf(tree: Tree, what: string): MapNode {
  if (tree.is === 'map') return tree
  throw new MappingFault(`${what} must be written as “name: value” lines.`, tree.line)
}

function entriesOf(tree: Tree | undefined): readonly Entry[] {
  return tree === undefined ? [] : mapOf(tree, 'This').entries
}

function listOf(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined) return []
  if (tree.is === 'list') return tree.items
  throw new MappingFault('This must be a list: [one, two].', tree.line)
}

function textOf(tree: Tree): string {
  if (tree.is === 'text') return tree.text
  throw new MappingFault('This must be a text.', tree.line)
}

function partsOf<Part extends string>(
  map: MapNode,
  known: readonly Part[],
  what: string,
): ReadonlyMap<Part, Entry> {
  const parts = new Map<Part, Entry>()
  for (const entry of map.entries) {
    const part = known.find((one) => one === entry.key)
    if (part === undefined) {
      const hint = nearest(entry.key, known)
      const say = `“${entry.key}” is no part of ${what}.${hint ? ` Did you mean ${hint}?` : ''}`
      throw new MappingFault(say, entry.line, known)
    }
    parts.set(part, entry)
  }
  return parts
}

function needed<Part extends string>(
  parts: ReadonlyMap<Part, Entry>,
  part: Part,
  map: MapNode,
): Tree {
  const entry = parts.get(part)
  if (entry) return entry.value
  throw new MappingFault(`“${part}” is missing.`, map.line)
}

function oneOf<Choice extends string>(
  choices: readonly Choice[],
  tree: Tree,
  what: string,
): Choice {
  const text = textOf(tree)
  const found = choices.find((one) => one === text)
  if (found !== undefined) return found
  const hint = nearest(text, choices)
  const say = hint ? ` Did you mean ${hint}?` : ''
  throw new MappingFault(`“${text}” is no ${what} known here.${say}`, tree.line, choices)
}
