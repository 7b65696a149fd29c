import type { SideKind, SourceFigures, SourceView } from '#collate/pure'
import type { Asked } from '../wire/reconcile.ts'
import type { ByChoice, ReconcileSearch } from './reconcile-search.ts'
import { BY_CHOICES } from './reconcile-search.ts'

/** The two sides that a page is about, settled from the address and the sources there are. */
export type Sides = {
  readonly left: SourceView
  readonly right: SourceView
  readonly leftFigures: SourceFigures
  readonly rightFigures: SourceFigures
}

export type Measure = 'gross' | 'admissions'

/** A source's figures that would be taken: of the kind that is named, else the finest it has. */
export function figuresOf(
  source: SourceView,
  metric: Measure,
  kind?: SideKind,
): SourceFigures | undefined {
  const all = source.figures.filter((figures) => figures.metric === metric)
  return all.find((figures) => figures.kind === kind) ?? all[0]
}

/**
 * The sides that the address names, else the first source with tickets and another beside it: one
 * of its cinema where there is one, since those two should say the same.
 */
export function settleSides(
  sources: readonly SourceView[],
  search: ReconcileSearch,
): Sides | undefined {
  const metric = search.metric ?? 'gross'
  const able = sources.filter((source) => figuresOf(source, metric) !== undefined)
  const left =
    able.find(({ id }) => id === search.left) ??
    able.find((source) => hasTickets(source)) ??
    able[0]
  if (!left) return undefined
  const others = able.filter(({ id }) => id !== left.id)
  const right =
    able.find(({ id }) => id === search.right) ??
    others.find((source) => sharesCinema(source, left)) ??
    others[0] ??
    (left.figures.some(({ kind }) => kind === 'to_date') ? left : undefined)
  if (!right) return undefined
  const leftFigures = figuresOf(left, metric, search.leftKind)
  const kind = right.id === left.id ? (search.rightKind ?? 'to_date') : search.rightKind
  const rightFigures = figuresOf(right, metric, kind)
  return leftFigures && rightFigures && { left, right, leftFigures, rightFigures }
}

function hasTickets({ figures }: SourceView): boolean {
  return figures.some(({ kind }) => kind === 'tickets')
}

function sharesCinema(one: SourceView, other: SourceView): boolean {
  const ours = new Set(other.figures.flatMap(({ cinemas }) => cinemas))
  return one.figures.some(({ cinemas }) => cinemas.some((id) => ours.has(id)))
}

/** What rows can be told apart by, as both sides' figures allow it. */
export function byChoices({ leftFigures, rightFigures }: Sides): readonly ByChoice[] {
  const kinds = [leftFigures.kind, rightFigures.kind]
  const daily = kinds.every((kind) => kind === 'tickets' || kind === 'day')
  const coarse = kinds.some((kind) => kind === 'week' || kind === 'weekend' || kind === 'year')
  const dated = !kinds.some((kind) => kind === 'undated' || kind === 'to_date')
  return BY_CHOICES.filter((by) => {
    if (by.includes('day')) return daily
    if (by.includes('period')) return coarse && dated
    return true
  })
}

/** The address of the API for what the page is about. */
export function askedOf(sides: Sides, search: ReconcileSearch): Asked {
  const { left, right, leftFigures, rightFigures } = sides
  const by = byChoices(sides).find((one) => one === search.by) ?? 'film'
  return {
    left: left.id,
    right: right.id,
    leftKind: leftFigures.kind,
    rightKind: rightFigures.kind,
    metric: search.metric ?? 'gross',
    by,
    ...(search.from !== undefined && { from: search.from }),
    ...(search.to !== undefined && { to: search.to }),
    ...(search.currency !== undefined && { currency: search.currency }),
  }
}

/** Both sides state days, so that some of them can be asked for. */
export function spanOf({
  leftFigures,
  rightFigures,
}: Sides): readonly [string, string] | undefined {
  const spans = [leftFigures, rightFigures].flatMap(({ firstDay, lastDay }) =>
    firstDay !== undefined && lastDay !== undefined ? [[firstDay, lastDay] as const] : [],
  )
  const first = spans.map(([day]) => day).toSorted()[0]
  const last = spans
    .map(([, day]) => day)
    .toSorted()
    .at(-1)
  return first === undefined || last === undefined ? undefined : [first, last]
}
