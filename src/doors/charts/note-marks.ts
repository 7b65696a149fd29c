import type { ChartAxis } from './chart-axis.ts'
import type { ChartNote } from './chart-note.ts'
import { periodAt } from './periods.ts'
import { fitted, textWidth } from './text-width.ts'

/** A note where it is drawn: its words at a level from the top, or a tick without words. */
export type NoteMark = {
  readonly note: ChartNote
  /** First and last place on the axis. */
  readonly from: number
  readonly to: number
  readonly text?: string
  /** 0 is the topmost. */
  readonly level: number
  /** Words stand left of the hairline, where there is no room on its right. */
  readonly leftward: boolean
}

const WORDS_MAX = 3
const GAP = 8
const TEXT_MAX = 240

/** Lays notes over an axis: at most three say their words, the rest are ticks. */
export function noteMarks(
  notes: readonly ChartNote[],
  axis: ChartAxis,
  width: number,
  isSilent: boolean,
): readonly NoteMark[] {
  if (axis.role !== 'time' || axis.keys.length === 0) return []
  const placed = notes
    .flatMap((note) => placeOf(note, axis))
    .toSorted((one, other) => one.from - other.from)
  // The most important come first as they are given.
  const inOrder = placed.toSorted(
    (one, other) => notes.indexOf(one.note) - notes.indexOf(other.note),
  )
  const worded = new Set(isSilent ? [] : inOrder.slice(0, WORDS_MAX))
  const band = width / axis.keys.length
  const ends: number[] = []
  const baseEnds: number[] = []
  return placed.map((place) => {
    if (!worded.has(place)) return { ...place, level: 0, leftward: false }
    const at = (place.from + 0.5) * band
    const text = fitted(place.note.text, Math.min(TEXT_MAX, width * 0.6))
    const long = textWidth(text) + GAP
    const leftward = at + long > width && at - long > 0
    const start = leftward ? at - long : at
    const outage = place.note.kind === 'outage'
    const level = levelFor(outage ? baseEnds : ends, start, start + long + GAP)
    // On the base there is one line for words: a second outage beside it is its bar alone.
    if (outage && level > 0) return { ...place, level: 0, leftward: false }
    return { ...place, text, level, leftward }
  })
}

/** The first level with room from a place on; it is taken up to where the words end. */
function levelFor(ends: number[], start: number, end: number): number {
  const found = ends.findIndex((taken) => taken <= start)
  const level = found === -1 ? ends.length : found
  ends[level] = end
  return level
}

/** Clipped to what the axis shows; undefined outside of it. */
function placeOf(note: ChartNote, { keys, grain }: ChartAxis) {
  const to = note.to ?? note.from
  const [first = '', last = ''] = [keys[0], keys.at(-1)]
  if (to < first) return []
  const from = note.from < first ? 0 : periodAt(keys, grain, note.from)
  if (from === -1) return []
  const until = to > last ? keys.length - 1 : periodAt(keys, grain, to)
  return [{ note, from, to: until === -1 ? keys.length - 1 : until }]
}

/** What happened at each place, for tips and what a live region says. */
export function notesByPlace(marks: readonly NoteMark[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  for (const { note, from, to } of marks) {
    for (let at = from; at <= to; at += 1) found.set(at, [...(found.get(at) ?? []), note.text])
  }
  return found
}

const LEVEL_HEIGHT = 16

/** Room above the chart for the words of its notes. */
export function notesRoom(marks: readonly NoteMark[]): number {
  const levels = marks.flatMap(({ text, level, note }) =>
    text === undefined || note.kind === 'outage' ? [] : [level + 1],
  )
  return levels.length === 0 ? 0 : Math.max(...levels) * LEVEL_HEIGHT + 2
}
