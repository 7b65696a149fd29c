import { derivedId, hash64 } from '#kernel'
import type { FactTableShape } from '#warehouse'
import { factTableShape, SOLD_MINUTE_UNKNOWN } from '#warehouse'
import type { CinemaSaid, FilmSaid, Said } from './said.ts'

/**
 * A fact in the very text of each of its table's columns, in their order, as the engine itself would
 * print them: so what stands and what a file says can be compared, and taken back, cell by cell.
 */
export type FactRow = readonly string[]

/** Whose facts they become: the same for a whole import. */
export type Identity = {
  readonly owner: number
  readonly source: number
  /** The cinema whose file it is; 0 where it is nobody's in particular. */
  readonly cinema: number
  readonly currency: string
  film(film: FilmSaid): number
  namedCinema(cinema: CinemaSaid): number
  /** The auditorium of a cinema by what a file calls it; 0 where it names none. */
  room(cinema: number, name: string): number
}

type Columns = Readonly<Record<string, string>>

export function factRow(said: Said, identity: Identity, fact: bigint): FactRow {
  // The tables that files fill by the million are written straight down.
  if (said.table === 'ticket') return ticketRow(said, identity, fact)
  if (said.table === 'box_office') return boxOfficeRow(said, identity, fact)
  const columns: Columns = {
    owner: String(identity.owner),
    source: String(identity.source),
    fact: fact.toString(),
    ...columnsOf(said, identity),
  }
  return factTableShape(said.table).columns.map(({ name }) => {
    const text = name === 'weight' ? '1' : columns[name]
    if (text === undefined) throw new Error(`${said.table} says nothing of ${name}`)
    return text
  })
}

/** The fact's number within owner, cinema and source. Of equal counted rows each has its own. */
export function factId(said: Said, ordinal: number): bigint {
  return hash64(ordinal === 1 ? said.key : `${said.key}\u001f#${ordinal}`)
}

/** The same fact with every figure turned: what takes it back. */
export function takenBack(row: FactRow, shape: FactTableShape): FactRow {
  return row.map((text, at) => (shape.columns[at]?.figure ? negated(text) : text))
}

function negated(text: string): string {
  if (/^-?[0.]+$/.test(text)) return text
  return text.startsWith('-') ? text.slice(1) : `-${text}`
}

/** By name, for whoever looks at it. */
export function namedColumns(row: FactRow, shape: FactTableShape): Record<string, string> {
  return Object.fromEntries(shape.columns.map(({ name }, at) => [name, row[at] ?? '']))
}

type Others = Exclude<Said, { table: 'ticket' | 'box_office' }>

function columnsOf(said: Others, identity: Identity): Columns {
  const cinema = said.cinema ? identity.namedCinema(said.cinema) : identity.cinema
  const place = { cinema: String(cinema) }
  switch (said.table) {
    case 'screening':
      return { ...place, ...screeningColumns(said, identity, cinema) }
    case 'concession':
      return {
        ...place,
        sold_at: secondsText(said.soldAtSeconds),
        sold_day: said.soldDay,
        product: said.product,
        product_group: said.productGroup,
        price_type: said.priceType,
        channel: said.channel,
        payment: said.payment,
        order_reference: said.orderReference,
        currency: identity.currency,
        quantity: String(said.quantity),
        price: said.priceMinor.toString(),
        tax: said.taxMinor.toString(),
      }
    case 'stored_value':
      return {
        ...place,
        day: said.day,
        card: said.card,
        activity: said.activity,
        card_type: said.cardType,
        order_reference: said.orderReference,
        currency: identity.currency,
        amount: said.amountMinor.toString(),
      }
    case 'rate':
      return {
        ...place,
        base: said.base,
        currency: said.currency,
        day: said.day,
        rate: decimalText(said.rate, 12),
      }
    case 'calendar_day':
      return {
        ...place,
        territory: said.territory,
        day: said.day,
        name: said.name,
        kind: said.kind,
      }
    case 'site':
      return {
        ...place,
        day: DAY_UNKNOWN,
        territory: said.territory,
        chain: said.chain,
        address: said.address,
        code: said.code,
        latitude: decimalText(said.place?.latitude ?? '0', 9),
        longitude: decimalText(said.place?.longitude ?? '0', 9),
      }
  }
}

type Of<Table extends Said['table']> = Extract<Said, { table: Table }>

/** In the order of the table's columns. */
function ticketRow(said: Of<'ticket'>, identity: Identity, fact: bigint): FactRow {
  const owner = String(identity.owner)
  const cinema = said.cinema ? identity.namedCinema(said.cinema) : identity.cinema
  const film = identity.film(said.film)
  const { sold } = said
  return [
    owner,
    String(identity.source),
    fact.toString(),
    // Whoever owns a file of sales is the exhibitor.
    owner,
    String(cinema),
    said.auditorium ? String(identity.room(cinema, said.auditorium)) : '0',
    screeningText(cinema, film, said.startsAtSeconds, said.auditorium),
    String(film),
    '0',
    said.channel ?? '',
    said.ticketType,
    '0',
    said.seat ?? '',
    said.kind,
    String(said.quantity),
    said.priceMinor.toString(),
    minorText(said.feeHallMinor),
    minorText(said.feeOnlineMinor),
    minorText(said.taxMinor),
    said.currency ?? identity.currency,
    said.payment ?? '',
    '0',
    sold ? millisecondsText(sold.atMs) : MOMENT_UNKNOWN,
    sold?.day ?? DAY_UNKNOWN,
    sold ? String(sold.minute) : SOLD_MINUTE_TEXT,
    secondsText(said.startsAtSeconds),
    said.tradingDay,
    String(said.startHour),
    said.format ?? '',
    said.language ?? '',
  ]
}

/** In the order of the table's columns. */
function boxOfficeRow(said: Of<'box_office'>, identity: Identity, fact: bigint): FactRow {
  const cinema = said.cinema ? identity.namedCinema(said.cinema) : identity.cinema
  const counted = said.measure === 'gross' ? identity.currency : ''
  return [
    String(identity.owner),
    String(identity.source),
    fact.toString(),
    said.territory,
    String(cinema),
    said.film ? String(identity.film(said.film)) : '0',
    said.film?.distributor ?? '',
    said.kind,
    said.firstDay ?? DAY_UNKNOWN,
    said.lastDay ?? DAY_UNKNOWN,
    said.measure,
    said.currency ?? counted,
    said.definition ?? '',
    said.reportedDay ?? DAY_UNKNOWN,
    decimalText(said.value, 9),
    '1',
  ]
}

const SOLD_MINUTE_TEXT = String(SOLD_MINUTE_UNKNOWN)

function minorText(minor: bigint | undefined): string {
  return minor === undefined ? '0' : minor.toString()
}

function screeningColumns(said: Of<'screening'>, identity: Identity, cinema: number): Columns {
  const film = identity.film(said.film)
  return {
    room: said.room,
    auditorium: String(said.room ? identity.room(cinema, said.room) : 0),
    screening: screeningText(cinema, film, said.startsAtSeconds, said.room),
    film: String(film),
    format: said.format,
    language: said.language,
    starts_at: secondsText(said.startsAtSeconds),
    trading_day: said.tradingDay,
    start_hour: String(said.startHour),
    seats: String(said.seats ?? 0),
    status: said.status,
    price_low: (said.priceMinor?.low ?? 0n).toString(),
    price_high: (said.priceMinor?.high ?? 0n).toString(),
    currency: said.priceMinor ? (said.currency ?? identity.currency) : '',
  }
}

let screeningKept = { cinema: 0, film: 0, seconds: 0, room: '', text: '' }

/** The number of a screening, worked out once where its rows stand together. */
function screeningText(cinema: number, film: number, seconds: number, room = ''): string {
  const one = screeningKept
  if (one.seconds === seconds && one.film === film && one.cinema === cinema && one.room === room) {
    return one.text
  }
  // A file that names no auditorium may start two films at one moment: they are two screenings.
  const id = room ? derivedId(cinema, film, seconds, room) : derivedId(cinema, film, seconds)
  screeningKept = { cinema, film, seconds, room, text: id.toString() }
  return screeningKept.text
}

/** Stands where a day is not stated. */
export const DAY_UNKNOWN = '1970-01-01'
const MOMENT_UNKNOWN = `${DAY_UNKNOWN} 00:00:00.000`

const DAY_SECONDS = 86_400
const DAYS_KEPT_MAX = 20_000
const daysKept = new Map<number, string>()
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

/** 'YYYY-MM-DD hh:mm:ss', UTC. */
function secondsText(seconds: number): string {
  const day = Math.floor(seconds / DAY_SECONDS)
  const ofDay = seconds - day * DAY_SECONDS
  const [hour, minute] = [Math.floor(ofDay / 3_600), Math.floor(ofDay / 60) % 60]
  return `${dayText(day)} ${TWO_DIGITS[hour]}:${TWO_DIGITS[minute]}:${TWO_DIGITS[ofDay % 60]}`
}

/** A file's rows share their days. */
function dayText(day: number): string {
  const known = daysKept.get(day)
  if (known !== undefined) return known
  if (daysKept.size >= DAYS_KEPT_MAX) daysKept.clear()
  const text = new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10)
  daysKept.set(day, text)
  return text
}

function millisecondsText(milliseconds: number): string {
  return milliseconds === 0
    ? MOMENT_UNKNOWN
    : new Date(milliseconds).toISOString().slice(0, 23).replace('T', ' ')
}

/** A plain decimal as the engine prints it: no idle zeros, and no minus where nothing is. */
function decimalText(value: string, places: number): string {
  const match = DECIMAL.exec(value)
  const [, sign = '', whole = '', fraction = ''] = match ?? []
  if (!match || fraction.length > places) {
    throw new Error(`no decimal of ${places} places: ${value}`)
  }
  const text = fraction === '' ? whole : `${whole}.${fraction}`
  return sign !== '' && text !== '0' ? `-${text}` : text
}

/** Sign, whole without idle zeros in front, fraction without idle zeros behind. */
const DECIMAL = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/
