import type { Random } from '#kernel'
import type { Sound } from './mangle-kinds.ts'

/** A fact that must stand, by what names it and what it comes to. */
export type Fact = { readonly key: string; readonly value: string }

export type FamilyRow = { readonly sound: Sound; readonly facts: readonly Fact[] }

/** Files of one kind: rows are numbered through, and a row's version decides its figures. */
export type Family = {
  readonly table: 'ticket' | 'box_office'
  readonly header: readonly string[]
  readonly separator: string
  /** What the importer is told: a cinema, or a mapping. */
  readonly told: {
    readonly cinema?: string
    readonly timezone?: string
    readonly currency?: string
    readonly mapping?: string
  }
  row(number: number, version: number): FamilyRow
  /** The same with something changed that nobody could notice. */
  altered(number: number, version: number, random: Random): FamilyRow
}

const DAY_MS = 86_400_000
const two = (part: number) => String(part).padStart(2, '0')
const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** Chance without a memory: the same numbers give the same figure. */
function figure(number: number, version: number, most: number): number {
  const mixed = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(version + 1, 0x85ebca6b)
  return (((mixed ^ (mixed >>> 15)) >>> 0) % most) + 1
}

const TILL_TYPES = [
  ['Adult', 1_175],
  ['Student', 825],
  ['Child', 650],
  ['Evening, 3D', 10_050],
] as const
const TILL_HEADER = [
  'Folder',
  'EventName',
  'InternalEventName',
  'EventDate',
  'TicketType',
  'Quantity',
  'ItemPrice',
  'Price',
]
/** Winter, when Chicago is six hours behind: its days can be reckoned without a time zone. */
const WINTER_DAYS = 85
const BEHIND_MS = 6 * 3_600_000
const SHOWINGS_A_DAY = 48

/** A till's export, a layout we know. */
export function tillFamily(place: number, titles: readonly string[]): Family {
  const row = (number: number, version: number, minutesLater = 0): FamilyRow => {
    const showing = Math.floor(number / TILL_TYPES.length)
    const [type, cents] = TILL_TYPES[number % TILL_TYPES.length] ?? TILL_TYPES[0]
    const day = Math.floor(showing / SHOWINGS_A_DAY)
    const year = 1990 + (Math.floor(day / WINTER_DAYS) % 100)
    const atMs =
      Date.UTC(year, 11, 1 + (day % WINTER_DAYS), 10) +
      ((showing % SHOWINGS_A_DAY) * 15 + minutesLater) * 60_000
    const title = `${titles[showing % titles.length]} ${1 + (Math.floor(day / 7) % 60)}`
    const sold = figure(number, version, 150)
    const quantity = number % 50 === 7 ? -sold : sold
    const amounts = [money(cents), money(cents * quantity)]
    const cells = ['1 - Films', title, title, wallText(atMs), type, String(quantity), ...amounts]
    const moment = new Date(atMs + BEHIND_MS).toISOString().slice(0, 19).replace('T', ' ')
    const key = [title, moment, type, quantity < 0 ? 'refund' : 'sale'].join('|')
    const fact = { key, value: `${quantity}|${cents * quantity}` }
    return { sound: { ...TILL_SOUND, cells }, facts: [fact] }
  }
  return {
    table: 'ticket',
    header: TILL_HEADER,
    separator: ',',
    told: { cinema: `Mangled ${place}`, timezone: 'America/Chicago', currency: 'USD' },
    row,
    // Showings are a quarter of an hour apart: no other row begins at that minute.
    altered: (number, version, random) => row(number, version, random.whole(1, 14)),
  }
}

const TILL_SOUND: Omit<Sound, 'cells'> = {
  at: { title: 1, date: 3, figures: [5, 6, 7] },
  header: TILL_HEADER,
  separator: ',',
  checksItself: true,
  absurdDates: [
    'Mar 16, 0216 5:00:00 PM',
    'Jan 1, 1970 12:00:00 AM',
    'Feb 30, 2018 5:00:00 PM',
    'Sep 31, 2018 1:00:00 PM',
    // The hour that the clock skips in spring.
    'Mar 11, 2018 2:30:00 AM',
    'Mar 16, 2018 25:00:00 PM',
    'Mar 16, 2018 5:60:00 PM',
    'Mar 16, 9999 5:00:00 PM',
    '16/03/2018 17:00',
    'yesterday',
    '',
  ],
  absurdFigures: [
    'NaN',
    '-0',
    '1e308',
    '100000000000000000000',
    'Infinity',
    '--5',
    '1,23',
    '1.234,50',
    '8.755',
    '0x10',
    '#VALUE!',
    'inf',
    '',
  ],
}

/** Cents as the till prints them: no decimals where they are zero, commas at thousands. */
function money(cents: number): string {
  const sign = cents < 0 ? '-' : ''
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = Math.abs(cents) % 100
  return sign + (rest === 0 ? whole : `${whole}.${two(rest)}`)
}

/** The till's wall clock, written into a Date as if it were UTC. */
function wallText(atMs: number): string {
  const at = new Date(atMs)
  const [, day, month, year] = at.toUTCString().split(/,? /)
  const hour = at.getUTCHours()
  const time = `${hour % 12 || 12}:${two(at.getUTCMinutes())}:00 ${hour < 12 ? 'AM' : 'PM'}`
  return `${month} ${Number(day)}, ${year} ${time}`
}

const ABSURD_DAYS = ['0216-03-16', '1970-01-01', '2018-02-30', '2018-13-01', '9999-01-01', 'NaN']
const ABSURD_COUNTS = ['NaN', '1e308', '100000000000000000000', '12abc', '1.2.3', '#DIV/0!', '--5']
const FILMS_A_DAY = 40
const DAYS_A_FILM = 50
const FIRST_DAY_MS = Date.UTC(1995, 0, 1)

function dailyPlace(number: number) {
  const day = Math.floor(number / FILMS_A_DAY)
  const run = Math.floor(day / DAYS_A_FILM)
  const film = run * FILMS_A_DAY + (number % FILMS_A_DAY)
  return { day: isoDay(FIRST_DAY_MS + day * DAY_MS), film, ofRun: 1 + (day % DAYS_A_FILM) }
}

const DAILY_HEADER = [
  'date',
  'title',
  'release_id',
  'gross_usd',
  'theaters',
  'gross_to_date_usd',
  'day_of_release',
  'distributor',
]

/** A country's box office by day: a layout we know, three facts a row. */
export function dailyFamily(place: number, titles: readonly string[]): Family {
  const row = (number: number, version: number, more = 0): FamilyRow => {
    const { day, film, ofRun } = dailyPlace(number)
    const title = titles[film % titles.length] ?? ''
    const code = `rl${place}x${film}`
    const [gross, sites] = [figure(number, version, 9_000_000) + more, figure(number, 7, 4_000)]
    const toDate = gross + figure(number, 9, 90_000_000)
    const figures = [gross, sites, toDate].map(String)
    const cells = [day, title, code, ...figures, String(ofRun), 'Someone & Sons']
    const key = (measure: string, kind: string) =>
      [`${title}#${code}`, day, measure, kind].join('|')
    const facts = [
      { key: key('gross', 'day'), value: `${gross}00` },
      { key: key('sites', 'day'), value: String(sites) },
      { key: key('gross', 'to_date'), value: `${toDate}00` },
    ]
    return { sound: { ...DAILY_SOUND, cells }, facts }
  }
  return {
    table: 'box_office',
    header: DAILY_HEADER,
    separator: ',',
    told: {},
    row,
    altered: (number, version, random) => row(number, version, random.whole(1, 99)),
  }
}

const DAILY_SOUND: Omit<Sound, 'cells'> = {
  at: { title: 1, date: 0, figures: [3, 4, 5] },
  header: DAILY_HEADER,
  separator: ',',
  checksItself: false,
  absurdDates: [...ABSURD_DAYS, '0000-00-00', '2018-3-', '18-03-16', ''],
  absurdFigures: ABSURD_COUNTS,
}

/** Whose words, money and unit a mapped file has. */
export type Tongue = {
  readonly header: readonly [
    day: string,
    film: string,
    gross: string,
    admissions: string,
    shows: string,
  ]
  readonly territory: string
  readonly currency: string
  /** How many zeros the unit of its gross adds, as the mapping calls it. */
  readonly unit: 'one' | 'ten_thousand'
  readonly separator: string
}

const UNIT_MINOR = { one: 100, ten_thousand: 1_000_000 } as const

/** A file that only a mapping can read: a film's day with its gross, admissions and screenings. */
export function mappedFamily(place: number, titles: readonly string[], tongue: Tongue): Family {
  const { header, territory, currency, unit, separator } = tongue
  const [day, film, gross, admissions, shows] = header
  const mapping = `name: Mangled ${place}
table: box_office
currency: ${currency}
rows: [film, day]
scope: part
columns:
  "${day}":
    field: day
    dates: ymd
  "${film}": film
  "${gross}":
    field: gross
    decimal: .
    unit: ${unit}
  "${admissions}": admissions
  "${shows}": screenings
constants:
  territory: ${territory}
`
  const row = (number: number, version: number, more = 0): FamilyRow => {
    const at = dailyPlace(number)
    const title = `${titles[at.film % titles.length]} ${place}-${at.film}`
    // In whole hundreds of the smallest unit, so that few decimals print it.
    const minor = (figure(number, version, 50_000_000) + more) * 100
    const [people, times] = [figure(number, version + 3, 900_000), figure(number, 11, 30_000)]
    const cells = [at.day, title, printed(minor, UNIT_MINOR[unit]), String(people), String(times)]
    const key = (measure: string) => [`${title}#`, at.day, measure, 'day'].join('|')
    const facts = [
      { key: key('gross'), value: String(minor) },
      { key: key('admissions'), value: String(people) },
      { key: key('screenings'), value: String(times) },
    ]
    const sound = {
      cells,
      at: { title: 1, date: 0, figures: [2, 3, 4] },
      header,
      separator,
      checksItself: false,
      absurdDates: ABSURD_DAYS,
      absurdFigures: ABSURD_COUNTS,
    }
    return { sound, facts }
  }
  return {
    table: 'box_office',
    header,
    separator,
    told: { mapping },
    row,
    altered: (number, version, random) => row(number, version, random.whole(1, 99)),
  }
}

/** A whole number of smallest units as a decimal of a unit that is a power of ten of them. */
function printed(minor: number, unit: number): string {
  const places = Math.log10(unit)
  const rest = String(minor % unit)
    .padStart(places, '0')
    .replace(/0+$/, '')
  return rest === '' ? String(Math.floor(minor / unit)) : `${Math.floor(minor / unit)}.${rest}`
}
