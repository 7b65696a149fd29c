/** What one reporter says to a question, within the days of one lens. */
import { OF_AMOUNTS } from './oracle-figure.ts'
import type { Keys, Ledger } from './oracle-ledger.ts'
import { keysIn, remembered, standing } from './oracle-ledger.ts'
import type { Books, ReportedCut, Said } from './oracle-reported.ts'
import { reportedFigure, reportedKey, reportedOf } from './oracle-reported.ts'
import type { Lens } from './oracle-scene.ts'
import { spansOf, weekEarlier, wholeKeyOf, wholeOf } from './oracle-scene.ts'
import type { ReportedMeasure } from './oracle-world.ts'
import type { MetricId, Question } from './question.ts'

type Reporting = {
  readonly books: Books
  readonly question: Question
  readonly scale: bigint
}

export function reporterLedger(reporting: Reporting, lens: Lens): Ledger {
  const { books, question, scale } = reporting
  const frame = wholeOf(question)
  const parted = frame.by.length > 0 || frame.grain !== undefined
  const sorted = (asked: Question, days: Lens) =>
    Map.groupBy(reportedOf(books, asked, days), (one) => reportedKey(one, asked))
  const now = sorted(question, lens)
  const wholes = sorted(frame, lens)
  const life = sorted(question, { ...lens, from: undefined })
  const before = sorted(question, weekEarlier(lens))
  const there = [...now].filter(([, some]) => isThere(some, question.metrics)).map(([key]) => key)
  const wholeUnder = (keys: Keys) => {
    if (!parted || 'all' in keys) return [...wholes.values()].flat()
    return 'one' in keys ? (wholes.get(wholeKeyOf(keys.one, question, frame)) ?? []) : undefined
  }
  const cutOf = remembered((keys: Keys): ReportedCut => {
    const own = keysIn(keys)
    return {
      now: under(now, own),
      whole: wholeUnder(keys),
      life: under(life, 'all' in keys ? keys.all : own),
      before: under(before, own),
      scale,
    }
  })
  const asksWhole = question.metrics.some((id) => id === 'moneyShare' || id === 'efficiency')
  const saidIn = (asked: Question, spans: readonly Lens[]) => {
    const all = spans.map((span) => currenciesOf(reportedOf(books, asked, span)))
    return [...new Set(all.flat())].toSorted()
  }
  const amountsOf = (keys: Keys, wholes = asksWhole) => {
    const { now: own, whole, life: run, before: earlier } = cutOf(keys)
    const asks = (some: readonly MetricId[]) => question.metrics.some((id) => some.includes(id))
    return [
      own,
      ...(wholes ? [whole ?? []] : []),
      ...(asks(['lifetimeGross']) ? [run] : []),
      ...(asks(['drop']) ? [earlier] : []),
    ]
  }
  return {
    there,
    ...reporterStanding([...now.values()].flat()),
    figure: (id, keys) => reportedFigure(id, cutOf(keys)),
    currencies: (keys) =>
      'all' in keys
        ? saidIn(question, spansOf(question, lens))
        : currenciesOf(amountsOf(keys, false).flat()),
    ofWhole: asksWhole ? saidIn(frame, spansOf(question, lens)) : [],
    isWholeMixed: () => {
      const taking = [...wholes.values()].flatMap((some) => {
        const amounts = some.filter(({ fact }) => fact.measure === 'gross')
        const gross = amounts.reduce((sum, { value }) => sum + value, 0n)
        return gross === 0n ? [] : amounts.slice(0, 1)
      })
      return new Set(taking.map(({ fact }) => fact.currency)).size > 1
    },
    unrated: () =>
      question.metrics.some((id) => OF_AMOUNTS.includes(id)) &&
      amountsOf({ all: [...life.keys()] }).some((some) => {
        const each = Map.groupBy(
          some.filter(({ unrated }) => unrated),
          (one) => `${reportedKey(one, question)} ${one.fact.firstDay} ${one.fact.currency}`,
        )
        return [...each.values()].some((lost) => {
          return lost.reduce((sum, { fact }) => sum + fact.value, 0n) !== 0n
        })
      }),
  }
}

/** Figures of whole territories are no cinema's. */
function reporterStanding(some: readonly Said[]) {
  const each = Map.groupBy(some, ({ cinema, fact }) => `${cinema} ${fact.currency}`)
  const left = [...each.values()].filter((own) => {
    return own.reduce((sum, { fact }) => sum + fact.weight, 0) !== 0
  })
  const found = standing(
    left.flatMap(([one]) => (one ? [{ ...one.fact, cinema: one.cinema }] : [])),
  )
  const places = left.filter(([one]) => one !== undefined && one.fact.cinema === 0).length
  return places > 0 ? { ...found, reporting: 0 } : found
}

function under(
  sorted: ReadonlyMap<string, readonly Said[]>,
  keys: 'all' | readonly string[],
): Said[] {
  return [...(keys === 'all' ? sorted.keys() : keys)].flatMap((key) => sorted.get(key) ?? [])
}

/** What each metric is made of, beside admissions, which always make a row. */
const MADE_OF: Readonly<Partial<Record<MetricId, readonly ReportedMeasure[]>>> = {
  gross: ['gross'],
  averageTicketPrice: ['gross'],
  screenings: ['screenings'],
  peoplePerScreening: ['screenings'],
  sites: ['sites'],
  seatsOffered: ['seats'],
  occupancy: ['seats'],
  moneyShare: ['gross'],
  screeningShare: ['screenings'],
  seatShare: ['seats'],
  efficiency: ['gross', 'seats'],
  lifetimeGross: ['gross'],
  drop: ['gross'],
}

function isThere(some: readonly Said[], metrics: readonly MetricId[]): boolean {
  const measures = new Set(['admissions', ...metrics.flatMap((id) => MADE_OF[id] ?? [])])
  return [...measures].some((measure) => {
    const own = some.filter(({ fact }) => fact.measure === measure)
    return own.reduce((sum, { value }) => sum + value, 0n) !== 0n
  })
}

function currenciesOf(some: readonly Said[]): readonly string[] {
  const amounts = some.filter(({ fact }) => fact.currency !== '')
  const each = Map.groupBy(amounts, ({ cinema, fact }) => `${cinema} ${fact.currency}`)
  const left = [...each.values()].filter((own) => {
    return own.reduce((sum, { fact }) => sum + fact.weight, 0) !== 0
  })
  return [...new Set(left.flatMap(([first]) => first?.fact.currency ?? []))].toSorted()
}
