import type { Clock } from '#kernel'
import { planScreenings } from '#programme'
import type { Store, Transaction } from '#store'
import { putOnSale } from '#ticketing'
import type { Circuit } from './circuit-store.ts'
import { findCircuit, holdCircuit, noteProgrammed } from './circuit-store.ts'
import type { DayNumber } from './day-clock.ts'
import { dayNumberOf, dayText } from './day-clock.ts'
import type { Plan } from './plan.ts'
import { planCircuit, releasesBetween, SEASON_DAYS } from './plan.ts'
import type { BoxCinema, FilmReleases } from './sample-furnishing.ts'
import { boxCard, boxCinemas, boxFilms } from './sample-furnishing.ts'
import { IMAX_SITE } from './sample-site.ts'
import type { Screening } from './screening.ts'
import { screeningsOf, TURNROUND_MINUTES } from './screening.ts'

/** Today and a week. */
export const PROGRAMME_DAYS = 8
const TRAILERS_MINUTES = 15
const MINUTE_MS = 60_000
/** What began longer ago than the counter sells is not put on sale any more. */
const BEGUN_MS_MAX = 30 * MINUTE_MS

type Rolling = { readonly store: Store; readonly clock: Clock }

/**
 * Puts the programme of the sample's own box office on sale, today and a week, as far as it is missing:
 * the circuit's own programme of these sites, so that nothing can overlap in it. A day at a time, each
 * once, whoever else is at it. Gives how many days were made; looking costs one query.
 */
export async function rollProgramme({ store, clock }: Rolling): Promise<number> {
  for (let made = 0; ; made++) {
    const circuit = await findCircuit(store)
    if (!circuit || nextDay(circuit, clock) === undefined) return made
    await store.write(async (transaction) => {
      const held = await holdCircuit(transaction)
      const day = held && nextDay(held, clock)
      if (held && day !== undefined) await programmeDay(transaction, held, { day, clock })
    })
  }
}

/** The first trading day to come that has no programme yet; the plan is the circuit's own. */
function nextDay(circuit: Circuit, clock: Clock): DayNumber | undefined {
  if (circuit.state === 'removing') return undefined
  const last = lastDay(planCircuit(circuit), clock)
  const today = last - PROGRAMME_DAYS + 1
  const done = circuit.programmedTo === undefined ? today - 1 : dayNumberOf(circuit.programmedTo)
  const day = Math.max(today, done + 1)
  return day <= last ? day : undefined
}

function lastDay({ clocks }: Plan, clock: Clock): DayNumber {
  return clocks.at(clock().epochMilliseconds).day + PROGRAMME_DAYS - 1
}

type Day = { readonly day: DayNumber; readonly clock: Clock }

async function programmeDay(
  transaction: Transaction,
  circuit: Circuit,
  { day, clock }: Day,
): Promise<void> {
  const plan = planCircuit(circuit)
  const { organisationId } = circuit
  // Last, since nobody waits for it, the whole season: then every film of the sample has its poster.
  const last = lastDay(plan, clock)
  const from = day === last ? plan.createdDay - SEASON_DAYS : day
  const owned = { plan, organisationId }
  const films = await boxFilms(transaction, owned, releasesBetween(plan, from, day))
  const priceCardId = await boxCard(transaction, plan, organisationId)
  const screenings: bigint[] = []
  for (const cinema of await boxCinemas(transaction, circuit)) {
    const sinceMs = clock().epochMilliseconds - BEGUN_MS_MAX
    const shown = boxScreenings(plan, cinema.site, day).filter((one) => one.startsAtMs > sinceMs)
    const common = { cinema, priceCardId, day: dayText(day), films }
    for (const same of Map.groupBy(shown, groupOf).values()) {
      screenings.push(...(await planAlike(transaction, common, same)))
    }
  }
  await putOnSale(transaction, screenings)
  await noteProgrammed(transaction, dayText(day))
}

/** What a site's own box office shows on a day. */
export function boxScreenings(plan: Plan, site: number, day: DayNumber): readonly Screening[] {
  const found = plan.sites[site]
  if (!found) throw new Error(`the circuit has no site ${site}`)
  return screeningsOf(plan, found, day)
}

function groupOf({ auditorium, release }: Screening): string {
  return `${auditorium} ${release.title}`
}

type Common = {
  readonly cinema: BoxCinema
  readonly priceCardId: number
  readonly day: string
  readonly films: ReadonlyMap<string, FilmReleases>
}

/** Plans the screenings of one film in one auditorium; none where somebody has planned another there. */
async function planAlike(
  transaction: Transaction,
  { cinema, priceCardId, day, films }: Common,
  screenings: readonly Screening[],
): Promise<readonly bigint[]> {
  const [first] = screenings
  const auditoriumId = first && cinema.auditoria[first.auditorium - 1]
  const releases = first && films.get(first.release.title)
  if (!first || auditoriumId === undefined || !releases) return []
  const isLarge = cinema.site === IMAX_SITE && first.auditorium === 1
  const planned = await planScreenings(transaction, {
    cinemaId: cinema.cinemaId,
    releaseId: (isLarge ? releases.imax : undefined) ?? releases.plain,
    auditoriumId,
    priceCardId,
    days: [day],
    times: screenings.map(({ minute }) => clockTime(minute)),
    trailersMinutes: TRAILERS_MINUTES,
    featureMinutes: first.release.minutes,
    cleaningMinutes: TURNROUND_MINUTES - TRAILERS_MINUTES,
  })
  return planned.ok ? planned.value : []
}

/** By the cinema's clock: 1215 is 20:15, and 1460 is 00:20 of the night that ends the day. */
function clockTime(minute: number): string {
  const [hour, rest] = [Math.floor(minute / 60) % 24, minute % 60]
  return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}
