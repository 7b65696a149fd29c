import { stringify } from 'yaml'
import type { ColumnOptions, ColumnRule, Mapping } from './mapping.ts'

/** A mapping whose absent parts may be written as undefined, as it comes over the wire. */
export type Loose<Type> = Type extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : Type extends object
    ? { readonly [Key in keyof Type]: Loose<Type[Key]> | IfOptional<Type, Key> }
    : Type
type IfOptional<Type, Key extends keyof Type> = undefined extends Type[Key]
  ? undefined
  : Partial<Pick<Type, Key>> extends Pick<Type, Key>
    ? undefined
    : never

const HEAD = '# How Fullhouse reads files of this kind: docs/guides/map-a-file.md\n'

/** The mapping as YAML: what somebody might have written by hand. It reads back as the same mapping. */
export function printMapping(mapping: Loose<Mapping>): string {
  return HEAD + stringify(treeOf(mapping), { lineWidth: 0, schema: 'core', version: '1.2' })
}

// Maps keep the order of columns, and a column may be called __proto__.
type Tree = Map<string, unknown>

function treeOf(mapping: Loose<Mapping>): Tree {
  const tree: Tree = new Map([['name', mapping.name]])
  if ('layout' in mapping) {
    tree.set('layout', mapping.layout)
    tree.set('rename', new Map(mapping.rename.map(({ column, was }) => [column, was])))
    return withReading(tree, mapping)
  }
  tree.set('table', mapping.table)
  for (const part of ['about', 'currency', 'timezone'] as const) {
    if (mapping[part] !== undefined) tree.set(part, mapping[part])
  }
  tree.set('rows', mapping.rows)
  tree.set('scope', mapping.scope)
  withReading(tree, mapping)
  tree.set('columns', new Map(mapping.columns.map((rule) => [rule.column, ruleOf(rule)])))
  if (mapping.ignore && mapping.ignore.length > 0) tree.set('ignore', mapping.ignore)
  if (mapping.constants.length > 0) {
    tree.set('constants', new Map(mapping.constants.map(({ field, value }) => [field, value])))
  }
  if (mapping.empty.length > 0) tree.set('empty', mapping.empty.map(withoutUndefined))
  return tree
}

function withReading(tree: Tree, { reading }: Loose<Mapping>): Tree {
  if (reading && Object.keys(reading).length > 0) tree.set('reading', withoutUndefined(reading))
  return tree
}

const OPTIONS = ['dates', 'era', 'zone', 'decimal', 'unit'] as const satisfies readonly Exclude<
  keyof ColumnOptions,
  'words'
>[]

function ruleOf(rule: Loose<ColumnRule>): unknown {
  const tree: Tree = new Map([['field', rule.field]])
  for (const option of OPTIONS) if (rule[option] !== undefined) tree.set(option, rule[option])
  if (rule.words && rule.words.length > 0) {
    tree.set('words', new Map(rule.words.map(({ cell, means }) => [cell, means])))
  }
  return tree.size === 1 ? rule.field : tree
}

function withoutUndefined(value: object): Tree {
  return new Map(Object.entries(value).filter(([, one]) => one !== undefined))
}
