/**
 * Whether a cinema of this time zone is in a territory (ISO 3166); undefined where the browser does
 * not know which zones a territory has.
 */
export function isInTerritory(zone: string, territory: string): boolean | undefined {
  if (!/^[A-Z]{2}$/.test(territory)) return undefined
  const zones = zonesOf(new Intl.Locale(`und-${territory}`))
  if (!zones) return undefined
  const own = canonical(zone)
  return zones.some((one) => canonical(one) === own)
}

/** Older browsers have it as a property. */
type Zoned = { getTimeZones?(): readonly string[] | undefined; readonly timeZones?: unknown }

function zonesOf(locale: Zoned): readonly string[] | undefined {
  if (locale.getTimeZones) return locale.getTimeZones()
  const { timeZones } = locale
  return Array.isArray(timeZones) ? timeZones.map(String) : undefined
}

function canonical(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
}
