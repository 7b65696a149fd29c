import type { DayNumber } from './day-clock.ts'
import type { Plan } from './plan.ts'

const MINUTE_MS = 60_000

/** This site's till loses the line for 11 minutes in every 40, and then catches up. */
const STALE_SITE = 7
const STALE_EVERY_MS = 40 * MINUTE_MS
const STALE_FOR_MS = 11 * MINUTE_MS
/** The first stretch has just begun when the circuit is made, so that it can be seen at once. */
const STALE_BEFORE_BIRTH_MS = 4 * MINUTE_MS

/** Each day one of the smaller sites is silent, from before the day begins to the next morning. */
const SILENT_FIRST = 8
const SILENT_FROM_MS = -20 * MINUTE_MS
const SILENT_TO_MS = 130 * MINUTE_MS

/** Held-back sales come in the order they were made, so many times as fast as they were made. */
const CATCH_UP_SPEED = 24

type Outage = { readonly fromMs: number; readonly toMs: number }

/** The site that says nothing on a trading day; none in the days before the circuit was made. */
export function silentSite(plan: Plan, day: DayNumber): number | undefined {
  if (day < plan.createdDay) return undefined
  return SILENT_FIRST + ((day - plan.createdDay) % (plan.sites.length - SILENT_FIRST))
}

/** Whether the site's line holds through the whole trading day, from its morning on. */
export function isSteady(plan: Plan, site: number, day: DayNumber): boolean {
  return day < plan.createdDay || (site !== STALE_SITE && site !== silentSite(plan, day))
}

function staleOutage(plan: Plan, atMs: number): Outage | undefined {
  const first = plan.createdAtMs - STALE_BEFORE_BIRTH_MS
  if (atMs < first) return undefined
  const fromMs = first + Math.floor((atMs - first) / STALE_EVERY_MS) * STALE_EVERY_MS
  const toMs = fromMs + STALE_FOR_MS
  return atMs < toMs ? { fromMs, toMs } : undefined
}

function silentOutage(plan: Plan, site: number, atMs: number): Outage | undefined {
  const { day } = plan.clocks.at(atMs)
  // The outage of a day reaches from the end of the day before into the next one's morning.
  for (const silentDay of [day - 1, day, day + 1]) {
    if (silentSite(plan, silentDay) !== site) continue
    const clock = plan.clocks.of(silentDay)
    const [fromMs, toMs] = [clock.startMs + SILENT_FROM_MS, clock.endMs + SILENT_TO_MS]
    if (atMs >= fromMs && atMs < toMs) return { fromMs, toMs }
  }
  return undefined
}

function outageAt(plan: Plan, site: number, atMs: number): Outage | undefined {
  if (site === STALE_SITE) return staleOutage(plan, atMs)
  return site < SILENT_FIRST ? undefined : silentOutage(plan, site, atMs)
}

/** The last moment at which the site's line was up, `nowMs` if it is. */
export function lastHeardMs(plan: Plan, site: number, nowMs: number): number {
  return outageAt(plan, site, nowMs)?.fromMs ?? nowMs
}

/**
 * When a sale reaches us: at once, or while the site's till catches up after an outage. Later sales
 * of a site never arrive before earlier ones of the same outage.
 */
export function arrivalMs(plan: Plan, site: number, soldAtMs: number): number {
  const outage = outageAt(plan, site, soldAtMs)
  if (!outage) return soldAtMs
  return outage.toMs + Math.round((soldAtMs - outage.fromMs) / CATCH_UP_SPEED)
}
