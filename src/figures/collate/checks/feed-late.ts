import { localMoment } from '#kernel'
import { literal, SOLD_MINUTE_UNKNOWN } from '#warehouse'
import type { Check, CheckContext, Finding, Place } from './check.ts'
import { rowsOf } from './check.ts'
import { feedsOf } from './check-store.ts'
import { localTime, momentText } from './wording.ts'

/** After so long without a word, at an hour at which it usually sells. */
const WARN_AFTER_MS = 15 * 60_000
const ERROR_AFTER_MS = 2 * 3_600_000
const HISTORY_DAYS = 28
/** An hour counts as one of selling when it had sales on a quarter of the last four weeks' days. */
const SELLING_DAYS_LEAST = HISTORY_DAYS / 4
/** Where nothing is known of its hours yet. */
const USUAL_HOURS = Array.from({ length: 13 }, (_, at) => at + 10)

export const feedLate: Check = {
  id: 'feed_late',
  name: 'A cinema is silent',
  severity: 'warning',
  explanation:
    'A cinema that reports as it sells has not been heard of for 15 minutes (a warning) or two hours (an ' +
    'error) at an hour at which it usually sells, by the last four weeks. Totals leave its newest ' +
    'sales out. Call the cinema; what it sold comes in when its line is back.',
  needs: ['feeds'],
  often: true,
  async run(context) {
    const heard = await feedsOf(context.store, context.owners)
    const nowMs = context.now.epochMilliseconds
    const late = [...context.places.values()].filter(({ id, live }) => {
      const at = heard.get(id)
      const asked = context.cinemaId === undefined || context.cinemaId === id
      return live && asked && at !== undefined && nowMs - at > WARN_AFTER_MS
    })
    if (late.length === 0) return { findings: [] }
    const hours = await sellingHours(context, late)
    return {
      findings: late.flatMap((place) => {
        const own = hours.get(place.id) ?? new Set(USUAL_HOURS)
        const finding = findingOf(place, heard.get(place.id) ?? 0, own, context)
        return finding ? [finding] : []
      }),
    }
  },
}

/** The hours of the trading day at which each usually sells. */
async function sellingHours(context: CheckContext, places: readonly Place[]) {
  const today = context.now.toZonedDateTimeISO('UTC').toPlainDate()
  const from = today.subtract({ days: HISTORY_DAYS }).toString()
  const ids = literal.list(
    places.map(({ id }) => id),
    literal.uint32,
  )
  const rows = await context.ask<{ cinema: number; hour: number }>(`
    select cinema, toUInt8(intDiv(sold_slot, 60)) as hour from ticket_by_sale
    where owner in ${literal.list(context.owners, literal.uint32)} and cinema in ${ids}
      and sold_day >= ${literal.date(from)} and sold_slot != ${SOLD_MINUTE_UNKNOWN}
    group by cinema, hour having uniqExact(sold_day) >= ${SELLING_DAYS_LEAST}`)
  const hours = new Map<number, Set<number>>()
  for (const { cinema, hour } of rows) {
    const own = hours.get(cinema) ?? new Set()
    own.add(hour)
    hours.set(cinema, own)
  }
  return hours
}

const HOUR_MS = 3_600_000

/** Only time at which it sells counts: a night's rest is no silence. */
export function quietMs(
  heardMs: number,
  nowMs: number,
  isSelling: (atMs: number) => boolean,
): number {
  const STEP_MS = 5 * 60_000
  let quiet = 0
  for (let at = Math.max(heardMs, nowMs - 48 * HOUR_MS); at < nowMs; at += STEP_MS) {
    if (isSelling(at)) quiet += Math.min(STEP_MS, nowMs - at)
  }
  return quiet
}

function findingOf(
  place: Place,
  heardMs: number,
  hours: ReadonlySet<number>,
  context: CheckContext,
): Finding | undefined {
  const isSelling = (atMs: number) => {
    const { minute } = localMoment(Temporal.Instant.fromEpochMilliseconds(atMs), place)
    return hours.has(Math.floor(minute / 60))
  }
  const nowMs = context.now.epochMilliseconds
  const quiet = quietMs(heardMs, nowMs, isSelling)
  // Outside of its hours it owes nobody a word; what is missing from before stays found.
  if (quiet <= WARN_AFTER_MS) return undefined
  const since = localTime(Math.floor(heardMs / 1000), place.timezone)
  const day = localMoment(context.now, place).tradingDay
  const severity = quiet > ERROR_AFTER_MS ? 'error' : 'warning'
  return {
    subject: `${place.id}`,
    severity,
    say:
      `${place.name} has sent nothing since ${momentText(since)}: totals leave its newest sales out. ` +
      'Call the cinema.',
    values: { cinema: place.name, since },
    organisationId: place.organisationId,
    cinemaId: place.id,
    firstDay: day,
    lastDay: day,
    rows: rowsOf(['cinema', 'heardAt'], [[place.name, new Date(heardMs).toISOString()]]),
  }
}
