import type { SampleState } from '#circuit'
import { sampleState } from '#circuit'
import { faultText } from '#kernel'
import type { EngineState } from '#store'
import { pendingFacts, programVersion } from '#store'
import type { CinemaView, OrganisationView } from '#venues'
import { cinemaViews, organisations } from '#venues'
import type { Engined } from './house.ts'

export type Engines = { readonly store: EngineState; readonly warehouse: EngineState }

/** What the console needs to know of the house before it asks for figures. */
export type HouseView = {
  readonly version: string
  readonly now: string
  readonly organisations: readonly OrganisationView[]
  readonly cinemas: readonly CinemaView[]
  readonly engines: Engines
  readonly sample: SampleState
}

/** How the house is at this moment, for those who watch. */
export type Pulse = {
  readonly now: string
  readonly lagMs: number
  readonly pending: number
  readonly engines: Engines
  readonly sample: SampleState
  readonly cinemas: readonly Pick<
    CinemaView,
    'id' | 'state' | 'heardAt' | 'tradingDay' | 'minuteNow'
  >[]
}

export function enginesOf(house: Engined): Engines {
  return { store: house.store.state(), warehouse: house.warehouse.state() }
}

export async function houseView(house: Engined): Promise<HouseView> {
  const now = house.clock()
  const [known, cinemas, sample, spans] = await Promise.all([
    organisations(house.store),
    cinemaViews(house.store, now.epochMilliseconds),
    sampleState(house.store),
    figureSpans(house),
  ])
  return {
    version: programVersion(),
    now: now.toString(),
    organisations: known.map((one) => ({ ...one, ...spans.get(one.id) })),
    cinemas,
    engines: enginesOf(house),
    sample,
  }
}

type Span = { readonly firstDay: string; readonly lastDay: string }

/** First and last trading day with figures, by organisation. */
async function figureSpans(house: Engined): Promise<Map<string, Span>> {
  type Found = { owner: number; first: string; last: string }
  const sql = `select owner, min(trading_day) as first, max(trading_day) as last
    from ticket_by_day where sold != 0 or refunded != 0 group by owner`
  try {
    const rows = await house.warehouse.query<Found>(sql)
    return new Map(
      rows.map(({ owner, first, last }) => [String(owner), { firstDay: first, lastDay: last }]),
    )
  } catch (fault) {
    // The page must open while the warehouse is away; it says so by the engines' states.
    house.log('No spans just now', { reason: faultText(fault) })
    return new Map()
  }
}

export async function pulseOf(house: Engined): Promise<Pulse> {
  const now = house.clock()
  const [waiting, cinemas, sample] = await Promise.all([
    pendingFacts(house.store),
    cinemaViews(house.store, now.epochMilliseconds),
    sampleState(house.store),
  ])
  const oldest = waiting.oldestWrittenAt?.getTime()
  return {
    now: now.toString(),
    lagMs: oldest === undefined ? 0 : Math.max(0, now.epochMilliseconds - oldest),
    pending: waiting.facts,
    engines: enginesOf(house),
    sample,
    cinemas: cinemas.map(({ id, state, heardAt, tradingDay, minuteNow }) => ({
      id,
      state,
      tradingDay,
      minuteNow,
      ...(heardAt && { heardAt }),
    })),
  }
}
