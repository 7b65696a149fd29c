import { seededRandom } from '#kernel'

/** Some tickets of one screening, sold together: what a circuit's own export says of them. */
export type CircuitTicket = {
  readonly cinema: string
  readonly film: string
  /** ISO dates, and the wall clock of the start. */
  readonly day: string
  readonly time: string
  readonly screen: string
  readonly type: string
  readonly channel: string
  readonly daysBefore: number
  readonly quantity: number
  readonly unitCents: number
}

export type CircuitScreening = Pick<
  CircuitTicket,
  'cinema' | 'film' | 'day' | 'time' | 'screen'
> & {
  readonly format: string
  readonly seats: number
}

type Film = {
  readonly title: string
  readonly distributor: string
  readonly opensOn: string
  readonly days: number
  /** How full its opening screenings are, 0 to 1, and what is left of that each week. */
  readonly opening: number
  readonly weekly: number
  /** Films that play at once take turns on the screens: no two share one. */
  readonly screen: number
  readonly imax?: true
}

/** A distributor's film of this autumn, what it opened against, and what opened before it. */
const FILMS: readonly Film[] = [
  {
    title: 'The Salt Road',
    distributor: 'Northlight',
    opensOn: '2026-09-04',
    ...{ days: 17, opening: 0.62, weekly: 0.7, screen: 0, imax: true },
  },
  {
    title: 'Orbit of Ida',
    distributor: 'Meridian',
    opensOn: '2026-09-11',
    ...{ days: 10, opening: 0.7, weekly: 0.6, screen: 1 },
  },
  {
    title: '十万灯火',
    distributor: 'Northlight',
    opensOn: '2026-08-21',
    ...{ days: 31, opening: 0.4, weekly: 0.75, screen: 2 },
  },
  {
    title: 'Night Ferry',
    distributor: 'Meridian',
    opensOn: '2026-07-31',
    ...{ days: 28, opening: 0.6, weekly: 0.65, screen: 0 },
  },
  {
    title: 'The Weir Keeper',
    distributor: 'Small Hours',
    opensOn: '2026-07-10',
    ...{ days: 28, opening: 0.3, weekly: 0.7, screen: 1 },
  },
  {
    title: 'Kestrel',
    distributor: 'Meridian',
    opensOn: '2026-06-19',
    ...{ days: 28, opening: 0.66, weekly: 0.55, screen: 2 },
  },
  {
    title: 'Marrow',
    distributor: 'Small Hours',
    opensOn: '2026-05-29',
    ...{ days: 28, opening: 0.45, weekly: 0.6, screen: 0 },
  },
]

/** How each draws: where a film is loved, and where it is not. */
const CINEMAS: readonly (readonly [name: string, seats: number, draw: number, loves: string])[] = [
  ['Cork Opera Lane', 180, 1.2, 'The Salt Road'],
  ['Dublin Rathmines', 220, 1.1, 'Orbit of Ida'],
  ['Galway Eyre Square', 140, 1, 'The Salt Road'],
  ['Kilkenny Parade', 120, 0.9, 'Night Ferry'],
  ['Sligo Quayside', 100, 0.8, '十万灯火'],
  ['Drogheda West Street', 160, 0.6, 'Orbit of Ida'],
]
const TIMES = ['14:00', '17:30', '20:15'] as const
/** By start: how much of what a film draws comes then. */
const BY_TIME: Readonly<Record<string, number>> = { '14:00': 0.45, '17:30': 0.75, '20:15': 1.15 }
/** Monday first. */
const BY_WEEKDAY = [0.5, 0.65, 0.55, 0.6, 1.05, 1.3, 1.1]
const PRICE_CENTS = 1_150

/** The trading days whose tickets one cinema has not sent, though it lists their screenings. */
export const MISSING = { cinema: 'Sligo Quayside', days: ['2026-09-19', '2026-09-20'] } as const
/** The last day of all. */
export const CIRCUIT_LAST_DAY = '2026-09-20'
export const SALT_ROAD = { title: 'The Salt Road', opensOn: '2026-09-04' } as const
/** As a national list writes it. */
const REPORTED_TITLE = 'THE SALT ROAD'
/** What the nation took for each euro of this circuit. */
export const NATION_TIMES = 4

export function circuitScreenings(): readonly CircuitScreening[] {
  return FILMS.flatMap(({ title, opensOn, days, imax, screen }) =>
    CINEMAS.flatMap(([cinema, seats], place) =>
      Array.from({ length: days }, (_, age) => shifted(opensOn, age)).flatMap((day) =>
        TIMES.map((time, at) => ({
          ...{ cinema, film: title, day, time, seats },
          screen: `Screen ${1 + ((screen + at) % 3)}`,
          format: imax && time === '20:15' && place < 2 ? 'IMAX' : '2D',
        })),
      ),
    ),
  )
}

/** What was sold for them: the same each time. */
export function circuitTickets(): readonly CircuitTicket[] {
  const random = seededRandom('a distributor')
  const films = new Map(FILMS.map((one) => [one.title, one]))
  const cinemas = new Map(CINEMAS.map((one) => [one[0], one]))
  return circuitScreenings().flatMap(({ cinema, film: title, day, time, screen, seats }) => {
    const one = films.get(title)
    const [, , draw = 1, loves] = cinemas.get(cinema) ?? []
    if (!one || isMissing(cinema, day)) return []
    const age = daysFrom(one.opensOn, day)
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
    const share =
      one.opening *
      one.weekly ** (age / 7) *
      (BY_TIME[time] ?? 1) *
      (BY_WEEKDAY[weekday] ?? 1) *
      draw *
      (loves === title ? 1.35 : 1)
    const people = Math.min(seats, Math.round(seats * share * (0.9 + random.whole(0, 20) / 100)))
    const row = { cinema, film: title, day, time, screen }
    const online = Math.round(people * 0.6)
    return [
      part(row, 'Adult', 'web', age % 5 === 0 ? 9 : 3, Math.round(online / 3)),
      part(row, 'Adult', 'web', 0, online - Math.round(online / 3)),
      part(row, 'Adult', 'counter', 0, Math.round((people - online) * 0.7)),
      part(row, 'Student', 'counter', 0, people - online - Math.round((people - online) * 0.7)),
    ].filter(({ quantity }) => quantity > 0)
  })
}

type Row = Pick<CircuitTicket, 'cinema' | 'film' | 'day' | 'time' | 'screen'>

function part(
  row: Row,
  type: string,
  channel: string,
  daysBefore: number,
  quantity: number,
): CircuitTicket {
  const unitCents = type === 'Student' ? PRICE_CENTS - 250 : PRICE_CENTS
  return { ...row, type, channel, daysBefore, quantity, unitCents }
}

function isMissing(cinema: string, day: string): boolean {
  return cinema === MISSING.cinema && MISSING.days.some((one) => one === day)
}

export const TICKETS_MAPPING = `
name: Circuit tickets
table: ticket
currency: EUR
timezone: Europe/Dublin
rows: counted
scope: part
columns:
  Cinema: cinema
  Film: film
  Distributor: distributor
  Start: startsAt
  Screen: auditorium
  Format: format
  Type: ticketType
  Channel: channel
  Sold: soldAt
  Qty: quantity
  Price: unitPrice
`

export const SCREENINGS_MAPPING = `
name: Circuit programme
table: screening
currency: EUR
timezone: Europe/Dublin
rows: [cinema, film, startsAt, auditorium]
scope: part
columns:
  Cinema: cinema
  Film: film
  Start: startsAt
  Screen: auditorium
  Format: format
  Seats: seats
`

export const NATION_MAPPING = `
name: National list
table: box_office
currency: EUR
rows: [film, day]
scope: part
columns:
  Film: film
  Distributor: distributor
  Day: day
  Gross: gross
  Admissions: admissions
constants: { period: day, territory: IE }
`

export function ticketsFile(): string {
  const formats = new Map(
    circuitScreenings().map((one) => [
      `${one.cinema} ${one.film} ${one.day} ${one.time}`,
      one.format,
    ]),
  )
  const lines = circuitTickets().map((row) =>
    [
      ...[row.cinema, row.film, distributorOf(row.film), `${row.day} ${row.time}`, row.screen],
      formats.get(`${row.cinema} ${row.film} ${row.day} ${row.time}`) ?? '',
      ...[row.type, row.channel, soldText(row)],
      ...[row.quantity, (row.unitCents / 100).toFixed(2)],
    ].join(','),
  )
  const head = 'Cinema,Film,Distributor,Start,Screen,Format,Type,Channel,Sold,Qty,Price'
  return [head, ...lines].join('\n')
}

export function screeningsFile(): string {
  const lines = circuitScreenings().map((row) =>
    [row.cinema, row.film, `${row.day} ${row.time}`, row.screen, row.format, row.seats].join(','),
  )
  return ['Cinema,Film,Start,Screen,Format,Seats', ...lines].join('\n')
}

/** What a national list reports of the film, day by day. */
export function nationFile(): string {
  const tickets = circuitTickets().filter((row) => row.film === SALT_ROAD.title)
  const days = [...Map.groupBy(tickets, ({ day }) => day)]
  const lines = days.map(([day, rows]) => {
    const gross = (grossOf(rows) * NATION_TIMES) / 100
    const admissions = rows.reduce((sum, { quantity }) => sum + quantity, 0) * NATION_TIMES
    return [REPORTED_TITLE, 'Northlight', day, gross.toFixed(2), admissions].join(',')
  })
  return ['Film,Distributor,Day,Gross,Admissions', ...lines].join('\n')
}

/** In cents. */
export function grossOf(rows: readonly CircuitTicket[]): number {
  return rows.reduce((sum, { quantity, unitCents }) => sum + quantity * unitCents, 0)
}

function distributorOf(title: string): string {
  return FILMS.find((one) => one.title === title)?.distributor ?? ''
}

/** At noon of its day; of the same day an hour before it starts. */
function soldText({ day, time, daysBefore }: CircuitTicket): string {
  if (daysBefore > 0) return `${shifted(day, -daysBefore)} 12:00`
  const hour = Number(time.slice(0, 2)) - 1
  return `${day} ${String(hour).padStart(2, '0')}:30`
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
