import type { ScreeningFact } from '#warehouse'
import type { DayNumber } from './day-clock.ts'
import type { Binding } from './fact.ts'
import { idOf } from './fact.ts'
import type { Plan } from './plan.ts'
import { auditoriumName, BOX_SITES } from './sample-site.ts'
import { screeningsOf } from './screening.ts'

/**
 * The programme of a trading day as facts, whether or not anything was sold. Sites that also sell here
 * list their own programme from the day after the circuit was made on.
 */
export function listingFacts(
  plan: Plan,
  binding: Binding,
  day: DayNumber,
): readonly ScreeningFact[] {
  const tradingDay = plan.clocks.of(day).text
  const boxSites = new Set(BOX_SITES.map(({ site }) => site))
  const sites = plan.sites.filter(({ index }) => day <= plan.createdDay || !boxSites.has(index))
  return sites
    .flatMap((site) => screeningsOf(plan, site, day))
    .map((screening) => ({
      owner: binding.owner,
      cinema: idOf(binding.cinemas[screening.site], 'cinema'),
      room: auditoriumName(screening.auditorium - 1),
      auditorium: idOf(binding.auditoria[screening.site]?.[screening.auditorium - 1], 'room'),
      screening: screening.id,
      film: idOf(binding.films.get(screening.release.title), 'film'),
      ...screening.shown,
      startsAtSeconds: Math.round(screening.startsAtMs / 1000),
      tradingDay,
      startHour: Math.floor(screening.minute / 60) % 24,
      seats: screening.capacity,
      status: 'on sale',
      source: binding.source,
    }))
}
