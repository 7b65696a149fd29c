/** Offered first; any currency of ISO 4217 may be typed. */
export const COMMON_CURRENCIES: readonly string[] = [
  'EUR',
  'GBP',
  'USD',
  'CNY',
  'HKD',
  'JPY',
  'KRW',
  'THB',
  'INR',
  'MXN',
  'BRL',
  'CAD',
  'AUD',
  'NZD',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'TRY',
  'ZAR',
  'AED',
  'SAR',
  'SGD',
  'MYR',
  'IDR',
  'PHP',
  'VND',
  'TWD',
]

let known: readonly string[] | undefined

/** Every time zone the browser knows. */
export function zones(): readonly string[] {
  known ??= [...Intl.supportedValuesOf('timeZone'), 'UTC']
  return known
}

export function zoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

const BY_ZONE: Readonly<Record<string, string>> = {
  'Europe/London': 'GBP',
  'Asia/Shanghai': 'CNY',
  'Asia/Hong_Kong': 'HKD',
  'Asia/Tokyo': 'JPY',
  'Asia/Bangkok': 'THB',
  'Europe/Zurich': 'CHF',
  'Europe/Warsaw': 'PLN',
  'Europe/Prague': 'CZK',
  'Europe/Stockholm': 'SEK',
  'Europe/Oslo': 'NOK',
  'Europe/Copenhagen': 'DKK',
}

const BY_CURRENCY: Readonly<Record<string, string>> = {
  CNY: 'Asia/Shanghai',
  GBP: 'Europe/London',
  HKD: 'Asia/Hong_Kong',
  IDR: 'Asia/Jakarta',
  INR: 'Asia/Kolkata',
  JPY: 'Asia/Tokyo',
  KRW: 'Asia/Seoul',
  MXN: 'America/Mexico_City',
  THB: 'Asia/Bangkok',
  TWD: 'Asia/Taipei',
}

/** The zone most cinemas that count in it are in; a first guess only, to be seen and changed. */
export function zoneOfCurrency(currency: string): string | undefined {
  return BY_CURRENCY[currency]
}

/** A first guess only, to be seen and changed. */
export function currencyOfZone(zone: string): string {
  const found = BY_ZONE[zone]
  if (found) return found
  return zone.startsWith('America/') ? 'USD' : 'EUR'
}
