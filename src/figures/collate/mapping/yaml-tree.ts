import type { ParsedNode } from 'yaml'
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'

/** What stands in a YAML file, as far as mappings use it: texts, lists and maps, each with its line. */
export type Tree = TextNode | ListNode | MapNode
export type TextNode = { readonly is: 'text'; readonly line: number; readonly text: string }
export type ListNode = {
  readonly is: 'list'
  readonly line: number
  readonly items: readonly Tree[]
}
export type MapNode = {
  readonly is: 'map'
  readonly line: number
  readonly entries: readonly Entry[]
}
export type Entry = { readonly key: string; readonly line: number; readonly value: Tree }

const CHARACTERS_MAX = 200_000
const DEPTH_MAX = 6
/** How much of it is looked at: a mapping of a thousand columns has fewer. */
const NODES_MAX = 20_000

/** Thrown within this folder only, and caught at its edge: what is wrong, with the line. */
export class MappingFault extends Error {
  override readonly name = 'MappingFault'
  readonly choices: readonly string[] | undefined

  constructor(say: string, line?: number, choices?: readonly string[]) {
    super(line === undefined ? say : `Line ${line}: ${say}`)
    this.choices = choices
  }
}

/** Runs what may find the mapping at fault, and gives its finding as a refusal. */
export function orRefused<Value>(read: () => Value): Outcome<Value, 'mapping_unusable'> {
  try {
    return accept(read())
  } catch (fault) {
    if (fault instanceof MappingFault) {
      return refuse('mapping_unusable', fault.message, fault.choices)
    }
    throw fault
  }
}

/**
 * Reads YAML without its traps: every scalar is a text (no is no, 1.10 is 1.10), names stand once,
 * and there are no anchors, aliases, tags or second documents.
 */
export function readTree(text: string): Tree {
  if (text.length > CHARACTERS_MAX) {
    throw new MappingFault(`A mapping has at most ${CHARACTERS_MAX} characters.`)
  }
  // The library follows nested brackets by recursion; nobody nests so deep by hand.
  if (/[[{][\s[{]{200}/.test(text)) throw new MappingFault('Brackets are nested too deep.')
  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const lineAt = (offset: number | undefined) => lines.linePos(offset ?? 0).line
  const fault = document.errors[0] ?? document.warnings[0]
  if (fault)
    throw new MappingFault(`This is no YAML: ${plain(fault.message)}`, lineAt(fault.pos[0]))
  if (!document.contents) throw new MappingFault('The mapping is empty.')
  let nodes = 0
  const treeOf = (node: ParsedNode | null, depth: number, at: number): Tree => {
    const line = node?.range ? lineAt(node.range[0]) : at
    if (++nodes > NODES_MAX) throw new MappingFault('The mapping is too large.', line)
    if (depth > DEPTH_MAX) throw new MappingFault('Nothing in a mapping is nested so deep.', line)
    if (node === null) return { is: 'text', line, text: '' }
    if (isAlias(node)) throw new MappingFault('A mapping has no aliases (*). Write it out.', line)
    if (node.anchor !== undefined) {
      throw new MappingFault('A mapping has no anchors (&). Quote the text.', line)
    }
    if (isScalar(node)) return { is: 'text', line, text: String(node.value ?? '') }
    if (isSeq(node)) {
      return { is: 'list', line, items: node.items.map((item) => treeOf(item, depth + 1, line)) }
    }
    if (!isMap(node)) throw new MappingFault('This is neither text, list nor map.', line)
    const entries = node.items.map((pair): Entry => {
      const key = treeOf(pair.key, depth + 1, line)
      if (key.is !== 'text') throw new MappingFault('A name must be a text.', key.line)
      return { key: key.text, line: key.line, value: treeOf(pair.value, depth + 1, key.line) }
    })
    return { is: 'map', line, entries }
  }
  return treeOf(document.contents, 0, 1)
}

function plain(message: string): string {
  const first = message.split('\n')[0] ?? ''
  return first.endsWith('.') ? first : `${first}.`
}
