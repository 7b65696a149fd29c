import { withMember } from './json-path.ts'
import type { Json } from './json-text.ts'
import { isList, isRecord } from './json-text.ts'

/** Where rows could be, and how many. */
export type JsonPlace = { readonly path: string; readonly rows: number }

/** What stands at one place, in all the lists and objects that lead there taken together. */
type Shape = {
  scalars: number
  lists: number
  records: number
  readonly members: Map<string, Shape>
  element?: Shape
  /** Of an object with so many names that they can only be data: what its members hold. */
  entry?: Shape
}

const DEPTH_MAX = 24
const MEMBERS_MAX = 500
/** So many members that look alike are a list whose elements have names. */
const ALIKE_MIN = 8

/** The places of a document where rows could be, those with most rows first. */
export function jsonPlaces(values: Iterable<Json>): JsonPlace[] {
  const shape = emptyShape()
  for (const value of values) look(value, shape, 0)
  const places: JsonPlace[] = []
  gather(shape, '', places)
  const best = places.toSorted((one, other) => other.rows - one.rows)
  return best.length > 0
    ? best
    : [
        {
          path: isPlainList(shape) ? '[]' : '',
          rows: shape.lists > 0 ? (shape.element?.scalars ?? 0) : 1,
        },
      ]
}

/** A list of texts, or of nothing. */
function isPlainList({ lists, records }: Shape): boolean {
  return lists > 0 && records === 0
}

function emptyShape(): Shape {
  return { scalars: 0, lists: 0, records: 0, members: new Map() }
}

function look(value: Json, shape: Shape, depth: number): void {
  if (isList(value)) {
    shape.lists++
    if (depth > DEPTH_MAX) return
    shape.element ??= emptyShape()
    for (const one of value) look(one, shape.element, depth + 1)
  } else if (isRecord(value)) {
    shape.records++
    if (depth > DEPTH_MAX) return
    for (const [name, member] of Object.entries(value))
      look(member, memberShape(shape, name), depth + 1)
  } else if (value !== null) {
    shape.scalars++
  }
}

function memberShape(shape: Shape, name: string): Shape {
  const known = shape.members.get(name) ?? shape.entry
  if (known) return known
  if (shape.members.size >= MEMBERS_MAX) {
    shape.entry = merged(shape.members.values())
    shape.members.clear()
    return shape.entry
  }
  const made = emptyShape()
  shape.members.set(name, made)
  return made
}

function gather(shape: Shape, path: string, places: JsonPlace[]): void {
  const { element } = shape
  if (element) {
    const rows = element.records || (element.element?.scalars ? element.lists : 0)
    if (rows > 0) places.push({ path: `${path}[]`, rows })
    gather(element, `${path}[]`, places)
  }
  const entry = shape.entry ?? (namesAreData(shape) ? merged(shape.members.values()) : undefined)
  if (entry) {
    if (entry.records > 0) places.push({ path: `${path}{}`, rows: entry.records })
    gather(entry, `${path}{}`, places)
    return
  }
  for (const [name, member] of shape.members) gather(member, withMember(path, name), places)
}

/** Whether an object's names are cities or days rather than the names of its parts. */
function namesAreData({ members }: Shape): boolean {
  const shapes = [...members.values()]
  const areRecords = shapes.every(({ scalars, lists }) => scalars === 0 && lists === 0)
  const areLists = shapes.every(({ scalars, records }) => scalars === 0 && records === 0)
  if (shapes.length < 2 || !(areRecords || areLists)) return false
  const odd = [...members.keys()].filter((name) => !/^[A-Za-z_$][\w$]*$/.test(name))
  if (odd.length > members.size * 0.3) return true
  return members.size >= ALIKE_MIN && shapes.every((shape) => alike(shape, shapes[0]))
}

function alike(one: Shape, other: Shape | undefined): boolean {
  const names = namesOf(one)
  const others = namesOf(other ?? one)
  if (names.size === 0 || others.size === 0) return true
  const both = names.intersection(others).size
  return both * 2 >= Math.min(names.size, others.size)
}

function namesOf(shape: Shape): ReadonlySet<string> {
  return new Set((shape.element ?? shape).members.keys())
}

function merged(shapes: Iterable<Shape>): Shape {
  const whole = emptyShape()
  for (const shape of shapes) addTo(whole, shape)
  return whole
}

function addTo(whole: Shape, part: Shape): void {
  whole.scalars += part.scalars
  whole.lists += part.lists
  whole.records += part.records
  for (const [name, member] of part.members) addTo(memberShape(whole, name), member)
  if (part.entry) {
    whole.entry ??= emptyShape()
    addTo(whole.entry, part.entry)
  }
  if (part.element) {
    whole.element ??= emptyShape()
    addTo(whole.element, part.element)
  }
}
