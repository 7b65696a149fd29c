import { letters } from './csv-table.ts'
import type { JsonStep } from './json-path.ts'
import type { Json } from './json-text.ts'
import { isList, isRecord, isScalar, memberOf, scalarText } from './json-text.ts'

/**
 * One place on the way to the rows: the document itself, then each list or object that the path goes
 * through. Its columns are called by the last name of its place: `movies.title`, `schedules.key`.
 */
type Place = {
  readonly prefix: string
  /** The members to go through from here, and what to do there; none where rows are. */
  readonly members: readonly string[]
  readonly each?: 'element' | 'entry'
  readonly columns: Map<string, number>
}

const DEPTH_MAX = 16
const COLUMNS_MAX = 2000
const FIGURES_ABOVE_MAX = 8

/** Texts by place and column. */
type Texts = readonly (readonly (string | undefined)[])[]

/**
 * Unfolds values along a path to rows. A row has what its element says and what every place above
 * says once: members that are texts, numbers or answers, members of members (`a.b`), and lists of
 * those, joined by '; '. Lists of objects that the path does not go through are left out.
 */
export class Unfolding {
  readonly #places: readonly Place[]

  constructor(steps: readonly JsonStep[]) {
    this.#places = placesOf(steps)
  }

  /** Takes notice of the columns of a value; all values must be seen before rows are made. */
  see(value: Json): void {
    this.#walk(value, 0, [], () => undefined)
  }

  get width(): number {
    return this.#places.reduce((sum, place) => sum + place.columns.size, 0)
  }

  get tooWide(): boolean {
    return this.width > COLUMNS_MAX
  }

  header(): string[] {
    return this.#places.flatMap(({ prefix, columns }) =>
      [...columns.keys()].map((name) => (prefix === '' ? name : `${prefix}.${name}`)),
    )
  }

  /** The rows of a value, in portions: what one element of the outermost list holds. */
  *portions(value: Json): Generator<string[][]> {
    const [place] = this.#places
    const inner = place?.each && innerOf(value, place)
    if (!place || !isList(inner)) {
      yield this.rows(value)
      return
    }
    const above = [this.#texts(value, place)]
    for (const element of inner) {
      const rows: string[][] = []
      this.#walk(element, 1, above, (texts) => rows.push(this.#cells(texts)))
      yield rows
    }
  }

  rows(value: Json): string[][] {
    const rows: string[][] = []
    this.#walk(value, 0, [], (texts) => rows.push(this.#cells(texts)))
    return rows
  }

  #cells(texts: Texts): string[] {
    const cells: string[] = []
    for (const [at, place] of this.#places.entries()) {
      for (let column = 0; column < place.columns.size; column++) {
        cells.push(texts[at]?.[column] ?? '')
      }
    }
    return cells
  }

  #walk(value: Json, at: number, above: Texts, found: (texts: Texts) => void, key?: string): void {
    const place = this.#places[at]
    if (!place) return
    const all = [...above, this.#texts(value, place, key)]
    if (!place.each) {
      found(all)
      return
    }
    const inner = innerOf(value, place)
    if (place.each === 'element' && isList(inner)) {
      for (const element of inner) this.#walk(element, at + 1, all, found)
    }
    if (place.each === 'entry' && isRecord(inner)) {
      for (const [name, entry] of Object.entries(inner)) this.#walk(entry, at + 1, all, found, name)
    }
  }

  #texts(value: Json, place: Place, key?: string): (string | undefined)[] {
    const texts: (string | undefined)[] = []
    const { columns } = place
    const say = (name: string, text: string) => {
      let column = columns.get(name)
      if (column === undefined) {
        if (columns.size > COLUMNS_MAX) return
        column = columns.size
        columns.set(name, column)
      }
      texts[column] = text
    }
    if (key !== undefined) say('key', key)
    sayAll(place.each ? value : (innerOf(value, place) ?? null), place, say)
    return texts
  }
}

function innerOf(value: Json, { members }: Place): Json | undefined {
  return members.reduce<Json | undefined>(memberOf, value)
}

type Say = (name: string, text: string) => void

/** What a value says in one row: its members; a text by itself; the texts of a plain list in order. */
function sayAll(value: Json, { members, each }: Place, say: Say): void {
  if (each) {
    // A list or object that is gone through says nothing itself.
    if (members.length > 0) sayMembers(value, '', members, say, 0)
  } else if (isScalar(value)) {
    say('value', scalarText(value))
  } else if (isList(value)) {
    const names = letters(value.length)
    for (const [at, one] of value.entries()) say(names[at] ?? '', joined(one) ?? '')
  } else {
    sayMembers(value, '', undefined, say, 0)
  }
}

/** `way` leads to the list or object that is gone through from here; undefined where rows are. */
function sayMembers(
  value: Json,
  before: string,
  way: readonly string[] | undefined,
  say: Say,
  depth: number,
): void {
  if (!isRecord(value) || depth > DEPTH_MAX) return
  const [next, ...later] = way ?? []
  for (const [name, member] of Object.entries(value)) {
    const isNext = name === next
    if (isNext && later.length === 0) continue
    const text = joined(member) ?? (way && isRecord(member) && !isNext ? listed(member) : undefined)
    if (text !== undefined) say(before + name, text)
    else sayMembers(member, `${before}${name}.`, way && (isNext ? later : []), say, depth + 1)
  }
}

/** Many figures told once for all rows are one text: `AMBON: 9; BALI: 12`, not a column each. */
function listed(value: { readonly [key: string]: Json }): string | undefined {
  const members = Object.entries(value)
  const isFigure = (one: Json) =>
    typeof one === 'number' || (typeof one === 'string' && /^-?\d/.test(one))
  if (members.length <= FIGURES_ABOVE_MAX || !members.every(([, one]) => isFigure(one)))
    return undefined
  return members.map(([name, one]) => `${name}: ${one}`).join('; ')
}

/** The text of a scalar, or of a list of scalars. */
function joined(value: Json): string | undefined {
  if (isScalar(value)) return scalarText(value)
  if (!isList(value) || !value.every(isScalar)) return undefined
  return value.map(scalarText).join('; ')
}

function placesOf(steps: readonly JsonStep[]): Place[] {
  const places: Place[] = []
  const prefixes = new Set<string>()
  let names: string[] = []
  let members: string[] = []
  let prefix = ''
  for (const step of steps) {
    if ('member' in step) {
      members.push(step.member)
      continue
    }
    places.push({ prefix, members, each: step.each, columns: new Map() })
    names = [...names, ...members]
    const last = names.at(-1) ?? ''
    // Two lists of one name: the later one is called by its whole way.
    if (members.length > 0) prefix = prefixes.has(last) ? names.join('.') : last
    prefixes.add(prefix)
    members = []
  }
  // Members after the last list or object lead to what is the row.
  places.push({ prefix, members, columns: new Map() })
  return places
}
