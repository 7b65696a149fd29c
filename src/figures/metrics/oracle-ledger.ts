/** What tickets and listed screenings say to a question, within the days of one lens. */
import type { Cut } from './oracle-figure.ts'
import {
  figureOf,
  listed,
  OF_AMOUNTS,
  OF_WHOLES,
  refunded,
  scanned,
  seats,
  sold,
} from './oracle-figure.ts'
import type { Listing, Piece, Ticket } from './oracle-piece.ts'
import type { Lens, Scene } from './oracle-scene.ts'
import {
  cinemaDay,
  keyOf,
  look,
  spansOf,
  weekEarlier,
  wholeKeyOf,
  wholeOf,
} from './oracle-scene.ts'
import type { MetricId, Question } from './question.ts'

/**
 * The rows that a figure is of: all there are and what is in none, one of them, or those left over. A run
 * is counted of rows alone.
 */
export type Keys =
  | { readonly all: readonly string[] }
  | { readonly one: string }
  | { readonly others: readonly string[] }

/** The answers to one question of one lens; made of tickets, or of what somebody reports. */
export type Ledger = {
  /** Keys of which something is left after what was taken back. */
  readonly there: readonly string[]
  readonly figure: (id: MetricId, keys: Keys) => bigint | number | null
  /** In which currencies the amounts are that some rows are worked out from. */
  readonly currencies: (keys: Keys) => readonly string[]
  /** Those of what shares of amounts are of, in all the days that are looked at. */
  readonly ofWhole: readonly string[]
  /** Whether several currencies would be added in the whole of all. */
  readonly isWholeMixed: (id: MetricId) => boolean
  /** Whether amounts are needed that nobody said the rate of. */
  readonly unrated: () => boolean
  /** How many cinemas have a figure, and which sources give it. */
  readonly reporting: number
  readonly sources: readonly number[]
}

type Some = Pick<Cut, 'tickets' | 'listings'>
type Sorted = {
  readonly tickets: ReadonlyMap<string, readonly Ticket[]>
  readonly listings: ReadonlyMap<string, readonly Listing[]>
}

export function ticketLedger(scene: Scene, question: Question, lens: Lens, scale: bigint): Ledger {
  const frame = wholeOf(question)
  const parted = frame.by.length > 0 || frame.grain !== undefined
  const seen = look(scene, question, lens)
  const now = sortedBy(seen, question)
  const wholes = sortedBy(look(scene, frame, lens), frame)
  const life = sortedBy(look(scene, question, { ...lens, from: undefined }), question)
  const before = sortedBy(look(scene, question, weekEarlier(lens)), question)
  const seatsKnown = (piece: Piece) => scene.seatedDays.has(cinemaDay(piece))
  const keys = new Set([...now.tickets.keys(), ...now.listings.keys()])
  const there = [...keys].filter((key) => {
    return isThere(under(now, [key]), question.metrics, seatsKnown)
  })
  const wholeUnder = (keys: Keys) => {
    if (!parted || 'all' in keys) return under(wholes, 'all')
    return 'one' in keys ? under(wholes, [wholeKeyOf(keys.one, question, frame)]) : undefined
  }
  const takenIn = (asked: Question, spans: readonly Lens[]) => {
    const all = spans.map((span) => taken(look(scene, asked, span).tickets, question.metrics))
    return [...new Set(all.flat())].toSorted()
  }
  const cutOf = remembered((keys: Keys): Cut => {
    const own = keysIn(keys)
    const living = 'all' in keys ? keys.all : own
    return {
      ...under(now, own),
      whole: wholeUnder(keys),
      life: under(life, living).tickets,
      before: under(before, own).tickets,
      seatsKnown,
      scale,
    }
  })
  return {
    there,
    ...standing(leftOf(seen.tickets, question.metrics)),
    figure: (id, keys) => figureOf(id, cutOf(keys)),
    // Of all there is, rows that are no more too.
    currencies: (keys) =>
      'all' in keys
        ? takenIn(question, spansOf(question, lens))
        : currenciesOf(cutOf(keys), question.metrics),
    ofWhole: asks(question.metrics, OF_WHOLES) ? takenIn(frame, spansOf(question, lens)) : [],
    isWholeMixed: (id) => {
      const parts = [...wholes.tickets.values()].map((some) =>
        id === 'efficiency' ? some.filter(seatsKnown) : some,
      )
      const taking = parts.filter((some) => {
        return some.reduce((sum, { priceMinor }) => sum + priceMinor, 0n) !== 0n
      })
      return new Set(taking.map(([first]) => first?.currency)).size > 1
    },
    unrated: () => {
      const row = (one: Piece) => keyOf(one, question)
      const part = (one: Piece) => keyOf(one, frame)
      const all = cutOf({ all: there })
      const { metrics } = question
      const lost = (tickets: readonly Ticket[], ids: readonly MetricId[], key: typeof row) =>
        metrics.some((id) => ids.includes(id) && lostAny(tickets, id, key, seatsKnown))
      return (
        lost(all.tickets, metrics, row) ||
        lost(all.whole?.tickets ?? [], OF_WHOLES, part) ||
        lost(under(life, 'all').tickets, ['lifetimeGross'], row) ||
        lost(all.before, ['drop'], row)
      )
    },
  }
}

/** The last cut made is mostly the next one asked for: a row has several figures. */
export function remembered<Made>(make: (keys: Keys) => Made): (keys: Keys) => Made {
  const made = new Map<string, Made>()
  return (keys) => {
    const name = JSON.stringify(keys)
    const known = made.get(name)
    if (known !== undefined) return known
    const one = make(keys)
    made.set(name, one)
    return one
  }
}

export function keysIn(keys: Keys): 'all' | readonly string[] {
  if ('all' in keys) return 'all'
  return 'one' in keys ? [keys.one] : keys.others
}

function sortedBy({ tickets, listings }: Some, question: Question): Sorted {
  return {
    tickets: Map.groupBy(tickets, (one) => keyOf(one, question)),
    listings: Map.groupBy(listings, (one) => keyOf(one, question)),
  }
}

function under({ tickets, listings }: Sorted, keys: 'all' | readonly string[]): Some {
  const of = <One>(some: ReadonlyMap<string, readonly One[]>) =>
    [...(keys === 'all' ? some.keys() : keys)].flatMap((key) => some.get(key) ?? [])
  return { tickets: of(tickets), listings: of(listings) }
}

/** Whether anything that is asked for is left of it after what was taken back. */
export function isThere(
  { tickets, listings }: Some,
  metrics: readonly MetricId[],
  seatsKnown: Cut['seatsKnown'],
): boolean {
  return (
    sold(tickets) !== 0 ||
    refunded(tickets) !== 0 ||
    (asks(metrics, ['scanned']) && scanned(tickets) !== 0) ||
    (asks(metrics, OF_SCREENINGS) && listed(listings) !== 0) ||
    (asks(metrics, OF_SEATS) && seats(listings) !== 0) ||
    (asks(metrics, OF_ROOMS) && listed(listings.filter(seatsKnown)) !== 0)
  )
}

/** Metrics by which a row is there although no ticket was sold. */
const OF_SCREENINGS: readonly MetricId[] = ['screeningsListed', 'screeningShare', 'completeness']
const OF_SEATS: readonly MetricId[] = ['seatsOffered', 'seatShare', 'occupancy', 'efficiency']
const OF_ROOMS: readonly MetricId[] = ['revenuePerSeatDay', 'revenuePerAuditoriumDay']

/** Those of a run and of a week ago as well. */
function currenciesOf(cut: Cut, metrics: readonly MetricId[]): readonly string[] {
  const all = [
    ...cut.tickets,
    ...(asks(metrics, ['lifetimeGross']) ? cut.life : []),
    ...(asks(metrics, ['drop']) ? cut.before : []),
  ]
  return taken(all, metrics)
}

const asks = (metrics: readonly MetricId[], some: readonly MetricId[]) =>
  metrics.some((id) => some.includes(id))
const OF_FEES: readonly MetricId[] = ['fees', 'grossWithFees', 'averagePriceWithFees']
const OF_SEATED: readonly MetricId[] = [
  'revenuePerSeatDay',
  'revenuePerAuditoriumDay',
  'efficiency',
]

/** Whether any amount that a metric needs, of one row, day and currency, has no rate. */
function lostAny(
  tickets: readonly Ticket[],
  id: MetricId,
  keyOfRow: (one: Ticket) => string,
  seatsKnown: Cut['seatsKnown'],
): boolean {
  if (!OF_AMOUNTS.includes(id)) return false
  const needed = tickets.filter((one) => {
    if (OF_SEATED.includes(id)) return seatsKnown(one)
    return id !== 'onlineValueShare' || one.channel !== ''
  })
  const each = Map.groupBy(needed, (one) => JSON.stringify([keyOfRow(one), one.day, one.currency]))
  return [...each.values()].some((some) => {
    const lost = (of: keyof Ticket['lost']) =>
      some.reduce((sum, one) => sum + one.lost[of], 0n) !== 0n
    return (
      (id !== 'fees' && lost('price')) ||
      (OF_FEES.includes(id) && lost('fee')) ||
      (id === 'net' && lost('tax'))
    )
  })
}

/** The currencies in which anything is left, of some source in some cinema. */
function taken(tickets: readonly Ticket[], metrics: readonly MetricId[]): readonly string[] {
  return [...new Set(leftOf(tickets, metrics).map(({ currency }) => currency))].toSorted()
}

/** One ticket of each cinema, source and currency in which anything is left. */
function leftOf(tickets: readonly Ticket[], metrics: readonly MetricId[]): readonly Ticket[] {
  const each = Map.groupBy(tickets, (one) => [one.cinema, one.source, one.currency].join(' '))
  const asked = metrics.filter((id) => id === 'scanned')
  return [...each.values()].flatMap((some) => {
    return isThere({ tickets: some, listings: [] }, asked, () => false) ? some.slice(0, 1) : []
  })
}

export function standing(left: readonly { readonly cinema: number; readonly source: number }[]) {
  const cinemas = new Set(left.map(({ cinema }) => cinema))
  const sources = new Set(left.map(({ source }) => source))
  return { reporting: cinemas.size, sources: [...sources].toSorted((one, other) => one - other) }
}
