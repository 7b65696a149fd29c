/**
 * Which of these territories (ISO 3166) a cinema is in, by its time zone: calendars name countries,
 * and a cinema says its zone and nothing else of where it is.
 */
export function territoriesOfZones(
  territories: readonly string[],
  zones: readonly string[],
): readonly string[] {
  const wanted = new Set(zones.map(canonicalZone))
  return territories.filter((territory) =>
    zonesOf(territory).some((zone) => wanted.has(canonicalZone(zone))),
  )
}

function zonesOf(territory: string): readonly string[] {
  // 001 is the world: it is everywhere, and has no calendar of days off.
  if (!/^[A-Z]{2}$/.test(territory)) return []
  return new Intl.Locale(`und-${territory}`).getTimeZones() ?? []
}

function canonicalZone(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
}
