/** Each metric worked out from lists of facts, as its meaning says in the registry and in no SQL. */
import type { Listing, Ticket } from './oracle-piece.ts'
import type { MetricId } from './question.ts'

/** What one row is worked out from. */
export type Cut = {
  readonly tickets: readonly Ticket[]
  /** Of each cinema-day one source's, none of them cancelled. */
  readonly listings: readonly Listing[]
  /** What shares of this are of; undefined where a row has parts of several wholes. */
  readonly whole?: Pick<Cut, 'tickets' | 'listings'> | undefined
  /** From the first day there is to the last day asked. */
  readonly life: readonly Ticket[]
  /** Of one week earlier. */
  readonly before: readonly Ticket[]
  /** Whether the seats of a cinema-day are known. */
  readonly seatsKnown: (piece: Ticket | Listing) => boolean
  /** What amounts are in units of, below the smallest unit of their currency. */
  readonly scale: bigint
}

type Value = bigint | number | null

export const MONEY: readonly MetricId[] = [
  'gross',
  'fees',
  'grossWithFees',
  'net',
  'averageTicketPrice',
  'averagePriceWithFees',
  'revenuePerSeatDay',
  'revenuePerAuditoriumDay',
  'lifetimeGross',
]

/** Amounts that stand behind a figure which is none itself: several currencies make no such figure. */
export const OF_AMOUNTS: readonly MetricId[] = [
  ...MONEY,
  'onlineValueShare',
  'moneyShare',
  'efficiency',
  'drop',
]

/** Shares of amounts: their whole may be in other currencies than they. */
export const OF_WHOLES: readonly MetricId[] = ['moneyShare', 'efficiency']

/**
 * A figure. Amounts that were converted have places below the smallest unit: each sum of them is rounded
 * once, and what is made of several is made of the rounded ones, so that what is shown adds up.
 */
export function figureOf(id: MetricId, cut: Cut): Value {
  const { tickets, listings, scale } = cut
  const gross = (some: readonly Ticket[]) => rounded(priceOf(some), scale)
  const fees = () => rounded(feesOf(tickets), scale)
  switch (id) {
    case 'admissions':
      return admissions(tickets)
    case 'paid':
      return admissions(tickets) - complimentary(tickets)
    case 'complimentary':
      return complimentary(tickets)
    case 'gross':
      return gross(tickets)
    case 'fees':
      return fees()
    case 'grossWithFees':
      return gross(tickets) + fees()
    case 'net':
      return gross(tickets) - rounded(taxOf(tickets), scale)
    case 'averageTicketPrice':
      return ratioRounded(gross(tickets), BigInt(admissions(tickets)))
    case 'averagePriceWithFees':
      return ratioRounded(gross(tickets) + fees(), BigInt(admissions(tickets)))
    case 'screenings':
      return screenings(tickets)
    case 'sold':
      return sold(tickets)
    case 'refunded':
      return refunded(tickets)
    case 'refundRate':
      return share(refunded(tickets), sold(tickets))
    case 'onlineShare':
      return share(admissions(online(tickets)), admissions(channelled(tickets)))
    case 'onlineValueShare':
      return share(gross(online(tickets)), gross(channelled(tickets)))
    case 'presale':
      return admissions(tickets.filter(isPresale))
    case 'presaleShare':
      return share(admissions(tickets.filter(isPresale)), admissions(tickets.filter(isTimed)))
    case 'scanned':
      return scanned(tickets)
    case 'peoplePerScreening':
      return share(admissions(tickets), screenings(tickets))
    case 'sites':
      return sites(tickets)
    case 'screeningsListed':
      return listed(listings)
    case 'seatsOffered':
      return seats(listings)
    case 'lifetimeGross':
      return gross(cut.life)
    case 'lifetimeAdmissions':
      return admissions(cut.life)
    case 'drop':
      return share(gross(tickets) - gross(cut.before), gross(cut.before))
    default:
      return ofSeatsOrWhole(id, cut, gross)
  }
}

function ofSeatsOrWhole(id: MetricId, cut: Cut, gross: (some: readonly Ticket[]) => bigint): Value {
  const { tickets, listings, whole } = cut
  const [seated, known] = [tickets.filter(cut.seatsKnown), listings.filter(cut.seatsKnown)]
  switch (id) {
    case 'occupancy':
      return share(admissions(seated), seats(known))
    case 'revenuePerSeatDay':
      return ratioRounded(gross(seated), BigInt(seatDays(known)))
    case 'revenuePerAuditoriumDay':
      return ratioRounded(gross(seated), BigInt(auditoriumDays(known).length))
    case 'completeness':
      return completeness(tickets, listings)
    case 'moneyShare':
      return whole ? share(gross(tickets), gross(whole.tickets)) : null
    case 'admissionShare':
      return whole ? share(admissions(tickets), admissions(whole.tickets)) : null
    case 'screeningShare':
      return whole ? share(listed(listings), listed(whole.listings)) : null
    case 'seatShare':
      return whole ? share(seats(listings), seats(whole.listings)) : null
    case 'efficiency': {
      if (!whole) return null
      const ofGross = share(gross(seated), gross(whole.tickets.filter(cut.seatsKnown)))
      const ofSeats = share(seats(known), seats(whole.listings.filter(cut.seatsKnown)))
      return ofGross === null || ofSeats === null || ofSeats === 0 ? null : ofGross / ofSeats
    }
    default:
      throw new Error(`the oracle does not know ${id}`)
  }
}

const isPresale = ({ daysBefore }: Ticket) => daysBefore !== undefined && daysBefore > 0
const isTimed = ({ daysBefore }: Ticket) => daysBefore !== undefined

function channelled(tickets: readonly Ticket[]): Ticket[] {
  return tickets.filter(({ channel }) => channel !== '')
}

function online(tickets: readonly Ticket[]): Ticket[] {
  return tickets.filter(({ channel }) => channel !== '' && channel !== 'counter')
}

function ticketsOf(tickets: readonly Ticket[], kind: Ticket['kind']): number {
  return tickets.reduce((sum, one) => (one.kind === kind ? sum + one.quantity : sum), 0)
}

export function sold(tickets: readonly Ticket[]): number {
  return ticketsOf(tickets, 'sale')
}

export function refunded(tickets: readonly Ticket[]): number {
  return 0 - ticketsOf(tickets, 'refund')
}

export function scanned(tickets: readonly Ticket[]): number {
  return tickets.reduce((sum, one) => sum + one.scanned, 0)
}

function admissions(tickets: readonly Ticket[]): number {
  return sold(tickets) - refunded(tickets)
}

function complimentary(tickets: readonly Ticket[]): number {
  return admissions(tickets.filter(({ isFree }) => isFree))
}

function priceOf(tickets: readonly Ticket[]): bigint {
  return tickets.reduce((sum, { priceMinor }) => sum + priceMinor, 0n)
}

function feesOf(tickets: readonly Ticket[]): bigint {
  return tickets.reduce((sum, { feeMinor }) => sum + feeMinor, 0n)
}

function taxOf(tickets: readonly Ticket[]): bigint {
  return tickets.reduce((sum, { taxMinor }) => sum + taxMinor, 0n)
}

function screenings(tickets: readonly Ticket[]): number {
  const each = Map.groupBy(tickets, (one) => `${one.cinemaSaid} ${one.screening}`)
  return [...each.values()].filter((some) => sold(some) > 0).length
}

function sites(tickets: readonly Ticket[]): number {
  const days = Map.groupBy(tickets, (one) => `${one.cinema} ${one.day}`)
  const open = [...days.values()].filter((some) => sold(some) !== 0 || refunded(some) !== 0)
  return new Set(open.map(([first]) => first?.cinema)).size
}

export function listed(listings: readonly Listing[]): number {
  return listings.reduce((sum, { weight }) => sum + weight, 0)
}

export function seats(listings: readonly Listing[]): number {
  return listings.reduce((sum, one) => sum + one.weight * one.seats, 0)
}

/** What stands on the programme of each auditorium and day. */
function auditoriumDays(listings: readonly Listing[]): (readonly Listing[])[] {
  const rooms = Map.groupBy(listings, (one) =>
    JSON.stringify([one.cinema, one.day, one.auditorium || one.room]),
  )
  return [...rooms.values()].filter((some) => listed(some) !== 0)
}

/** An auditorium has as many seats as the screening that offered most of them. */
function seatDays(listings: readonly Listing[]): number {
  return auditoriumDays(listings).reduce((sum, room) => {
    const standing = room.filter((one) => {
      return listed(room.filter(({ seats: same }) => same === one.seats)) !== 0
    })
    return sum + Math.max(0, ...standing.map((one) => one.seats))
  }, 0)
}

function completeness(tickets: readonly Ticket[], listings: readonly Listing[]): number | null {
  const dayOf = ({ cinema, day }: Ticket | Listing) => `${cinema} ${day}`
  const programmed = [...Map.groupBy(listings, dayOf)].filter(([, some]) => listed(some) !== 0)
  const open = programmed.filter(([day]) => {
    const own = tickets.filter((one) => dayOf(one) === day)
    return sold(own) !== 0 || refunded(own) !== 0
  })
  return share(open.length, programmed.length)
}

function share(part: number | bigint, whole: number | bigint): number | null {
  return Number(whole) === 0 ? null : Number(part) / Number(whole)
}

function rounded(amount: bigint, scale: bigint): bigint {
  return ratioRounded(amount, scale) ?? 0n
}

/** Half away from zero, by looking at the remainder. */
export function ratioRounded(over: bigint, under: bigint): bigint | null {
  if (under === 0n) return null
  const whole = over / under
  const rest = over % under
  const size = (value: bigint) => (value < 0n ? -value : value)
  if (size(rest) * 2n < size(under)) return whole
  return over < 0n === under < 0n ? whole + 1n : whole - 1n
}
