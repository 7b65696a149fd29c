import type { FindingCounts, RunView, Severity } from '#collate'
import { CHECKS, findingCounts, lastRun, newestRun, openByCheck } from '#collate'
import { pendingFacts } from '#store'
import { cinemaViews } from '#venues'
import type { Engined } from './house.ts'
import type { Engines } from './house-view.ts'
import { enginesOf } from './house-view.ts'

type LateSite = {
  readonly cinemaId: string
  readonly cinema: string
  readonly state: 'stale' | 'silent'
  readonly heardAt?: string
}

/** How the house and its figures are: what the page Health shows above its findings. */
export type HealthView = {
  readonly now: string
  readonly engines: Engines
  readonly lagMs: number
  readonly pending: number
  readonly sites: { readonly live: number; readonly fresh: number; readonly late: LateSite[] }
  readonly findings: FindingCounts
  readonly run?: RunView
  readonly lastRun?: RunView
  readonly checks: {
    readonly id: string
    readonly name: string
    readonly severity: Severity
    readonly explanation: string
    readonly open: number
  }[]
}

export async function healthView(house: Engined, owners: readonly number[]): Promise<HealthView> {
  const { store } = house
  const now = house.clock()
  const [waiting, cinemas, findings, run, last, open] = await Promise.all([
    pendingFacts(store),
    cinemaViews(store, now.epochMilliseconds),
    findingCounts(store, owners),
    newestRun(store),
    lastRun(store),
    openByCheck(store, owners),
  ])
  const ids = new Set(owners.map(String))
  const live = cinemas.filter(
    ({ organisationId, state }) => ids.has(organisationId) && state !== 'file',
  )
  const oldest = waiting.oldestWrittenAt?.getTime()
  return {
    now: now.toString(),
    engines: enginesOf(house),
    lagMs: oldest === undefined ? 0 : Math.max(0, now.epochMilliseconds - oldest),
    pending: waiting.facts,
    sites: {
      live: live.length,
      fresh: live.filter(({ state }) => state === 'fresh' || state === 'ageing').length,
      late: live.flatMap(({ id, name, state, heardAt }) =>
        state === 'stale' || state === 'silent'
          ? [{ cinemaId: id, cinema: name, state, ...(heardAt && { heardAt }) }]
          : [],
      ),
    },
    findings,
    ...(run && { run }),
    ...(last && { lastRun: last }),
    checks: CHECKS.map(({ id, name, severity, explanation }) => {
      return { id, name, severity, explanation, open: open.get(id) ?? 0 }
    }),
  }
}
