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
}

type Columns = Readonly<Record<string, string>>

export function factRow(said: Said, identity: Identity, fact: bigint): FactRow {
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

function columnsOf(said: Said, identity: Identity): Columns {
  const cinema = said.cinema ? identity.namedCinema(said.cinema) : identity.cinema
  const place = { cinema: String(cinema) }
  switch (said.table) {
    case 'ticket':
      return { ...place, ...ticketColumns(said, identity, cinema) }
    case 'box_office':
      return { ...place, ...boxOfficeColumns(said, identity) }
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

function ticketColumns(said: Of<'ticket'>, identity: Identity, cinema: number): Columns {
  const film = identity.film(said.film)
  return {
    exhibitor: String(identity.owner),
    auditorium: '0',
    screening: screeningId(cinema, film, said.startsAtSeconds, said.auditorium).toString(),
    film: String(film),
    distributor: '0',
    channel: said.channel ?? '',
    ticket_type: said.ticketType,
    tariff: '0',
    seat: said.seat ?? '',
    kind: said.kind,
    quantity: String(said.quantity),
    price: said.priceMinor.toString(),
    fee_hall: (said.feeHallMinor ?? 0n).toString(),
    fee_online: (said.feeOnlineMinor ?? 0n).toString(),
    tax: (said.taxMinor ?? 0n).toString(),
    currency: said.currency ?? identity.currency,
    payment: said.payment ?? '',
    customer: '0',
    sold_at: millisecondsText(said.sold?.atMs ?? 0),
    sold_day: said.sold?.day ?? DAY_UNKNOWN,
    sold_minute: String(said.sold?.minute ?? SOLD_MINUTE_UNKNOWN),
    starts_at: secondsText(said.startsAtSeconds),
    trading_day: said.tradingDay,
    start_hour: String(said.startHour),
  }
}

function boxOfficeColumns(said: Of<'box_office'>, identity: Identity): Columns {
  const counted = said.measure === 'gross' ? identity.currency : ''
  return {
    territory: said.territory,
    film: String(said.film ? identity.film(said.film) : 0),
    distributor: said.film?.distributor ?? '',
    kind: said.kind,
    first_day: said.firstDay ?? DAY_UNKNOWN,
    last_day: said.lastDay ?? DAY_UNKNOWN,
    measure: said.measure,
    currency: said.currency ?? counted,
    definition: said.definition ?? '',
    reported_day: said.reportedDay ?? DAY_UNKNOWN,
    value: decimalText(said.value, 9),
  }
}

function screeningColumns(said: Of<'screening'>, identity: Identity, cinema: number): Columns {
  const film = identity.film(said.film)
  return {
    room: said.room,
    screening: screeningId(cinema, film, said.startsAtSeconds, said.room).toString(),
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

// A file that names no auditorium may start two films at one moment: they are two screenings.
function screeningId(cinema: number, film: number, seconds: number, room?: string): bigint {
  return room ? derivedId(cinema, film, seconds, room) : derivedId(cinema, film, seconds)
}

/** Stands where a day is not stated. */
export const DAY_UNKNOWN = '1970-01-01'

const SECONDS_KEPT_MAX = 20_000
const secondsKept = new Map<number, string>()

/** 'YYYY-MM-DD hh:mm:ss', UTC. A file's rows share their moments. */
function secondsText(seconds: number): string {
  const known = secondsKept.get(seconds)
  if (known !== undefined) return known
  if (secondsKept.size >= SECONDS_KEPT_MAX) secondsKept.clear()
  const text = new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
  secondsKept.set(seconds, text)
  return text
}

function millisecondsText(milliseconds: number): string {
  return milliseconds === 0
    ? `${DAY_UNKNOWN} 00:00:00.000`
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
