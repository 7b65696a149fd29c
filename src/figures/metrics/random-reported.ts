/** Made-up reporters: several of them, whose kinds of periods and places overlap. */
import type { Random } from '#kernel'
import type { RateFact, ReportedFact, ReportedKind, ReportedMeasure } from './oracle-world.ts'
import { chance, DAY_MS, some, UINT32_MAX } from './random-place.ts'

/** Ids of the sources that report, apart from those of tickets. */
export const REPORTERS = [21, 22] as const
const RATE_SOURCES = [31, 32] as const
const KINDS: readonly ReportedKind[] = ['day', 'weekend', 'week', 'year', 'to_date', 'undated']
const TILING: readonly ReportedKind[] = ['day', 'day', 'weekend', 'week', 'year']
const FILMS = [1, 2, 3, UINT32_MAX] as const
const MEASURES: readonly ReportedMeasure[] = ['gross', 'admissions', 'screenings', 'sites', 'seats']
const MEASURES_MORE: readonly ReportedMeasure[] = ['screens', 'index']

type Around = { readonly anchorMs: number; readonly firstOwner: number }

export function randomReported(random: Random, around: Around): ReportedFact[] {
  return REPORTERS.flatMap((source) => (chance(random, 75) ? reporter(random, source, around) : []))
}

function reporter(random: Random, source: number, around: Around): ReportedFact[] {
  const kinds = [random.pick(TILING), ...some(random, KINDS, random.whole(0, 3))]
  const places = random.pick([
    [{ territory: 'DE', cinema: 0, currency: 'EUR' }],
    [
      { territory: 'DE', cinema: 0, currency: 'EUR' },
      { territory: 'AT', cinema: 0, currency: 'EUR' },
    ],
    [
      { territory: 'DE', cinema: 0, currency: 'EUR' },
      { territory: 'JP', cinema: 0, currency: 'JPY' },
    ],
    [
      { territory: '', cinema: 1, currency: 'EUR' },
      { territory: '', cinema: 7, currency: 'EUR' },
    ],
    [
      { territory: 'DE', cinema: 0, currency: 'EUR' },
      { territory: '', cinema: 1, currency: 'EUR' },
    ],
  ])
  const films = chance(random, 40) ? [0, ...FILMS] : [...FILMS]
  const owner = around.firstOwner + random.pick([0, 0, 0, 1, 2])
  const measures = [...some(random, MEASURES, random.whole(2, 5)), random.pick(MEASURES_MORE)]
  let facts = 0
  return Array.from({ length: random.whole(8, 30) }, () => {
    const place = random.pick(places)
    const period = periodOf(random, random.pick(kinds), around.anchorMs)
    const film = random.pick(films)
    return measures.flatMap((measure) => {
      const fact: ReportedFact = {
        owner,
        source,
        fact: BigInt(++facts),
        territory: place.territory,
        cinema: place.cinema,
        film,
        ...period,
        measure,
        currency: measure === 'gross' ? place.currency : '',
        value: BigInt(random.pick([0, 1, 7, 250, 99_999, 123_456_789])),
        weight: 1,
      }
      const gone: ReportedFact = { ...fact, value: -fact.value, weight: -1 }
      if (chance(random, 80)) return [fact]
      return [fact, gone, ...(chance(random, 60) ? [{ ...fact, value: fact.value + 5n }] : [])]
    })
  }).flat()
}

function periodOf(random: Random, kind: ReportedKind, anchorMs: number) {
  const anchor = Temporal.Instant.fromEpochMilliseconds(anchorMs).toZonedDateTimeISO('UTC')
  const day = anchor
    .toPlainDate()
    .add({ days: random.pick([0, 0, 1, -1, -2, -7, -8, -14, -364, -365]) })
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const said = (first: Temporal.PlainDate, last: Temporal.PlainDate) => ({
    kind,
    firstDay: first.toString(),
    lastDay: last.toString(),
  })
  switch (kind) {
    case 'weekend':
      return said(monday.add({ days: 4 }), monday.add({ days: 6 }))
    case 'week':
      return said(monday, monday.add({ days: 6 }))
    case 'year':
      return said(day.with({ month: 1, day: 1 }), day.with({ month: 12, day: 31 }))
    case 'to_date':
      return said(day.subtract({ days: 30 }), day)
    case 'undated':
      return { kind, firstDay: '1970-01-01', lastDay: '1970-01-01' }
    case 'day':
      return said(day, day)
  }
}

/** Rates on a euro, some days old, sometimes by two sources; of some currencies there are none. */
export function randomRates(random: Random, { anchorMs, firstOwner }: Around): RateFact[] {
  if (chance(random, 15)) return []
  let facts = 0
  const said = { USD: '1.0871', JPY: '162.35', KWD: '0.333333333333', CNY: '7.8' }
  return RATE_SOURCES.flatMap((source, at) => {
    if (at > 0 && chance(random, 50)) return []
    return Object.entries(said).flatMap(([currency, rate]) => {
      if (chance(random, 5)) return []
      return [-500, -30, -8, -2, 0, 1]
        .filter((days) => days === -500 || chance(random, 70))
        .flatMap((days): RateFact[] => {
          const fact: RateFact = {
            owner: firstOwner,
            source,
            fact: BigInt(++facts),
            base: 'EUR',
            currency,
            day: new Date(anchorMs + days * DAY_MS).toISOString().slice(0, 10),
            rate: varied(random, rate),
            weight: 1,
          }
          if (days === -500 || !chance(random, 15)) return [fact]
          return [fact, { ...fact, rate: `-${fact.rate}`, weight: -1 }]
        })
    })
  })
}

/** The same but for its last digits: a rate of a day. */
function varied(random: Random, rate: string): string {
  return `${rate.slice(0, -1)}${random.whole(1, 9)}`
}
