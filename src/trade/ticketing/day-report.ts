import type { Money, MoneyWire } from '#kernel/pure'
import { moneyToWire } from '#kernel/pure'
import type { KindTotal, ShiftView } from './shift.ts'

/** Tickets alike in all that the report tells apart, sold or given back on the day. */
export type Movement = {
  /** A void undoes a sale of the same day whole; a refund is any other giving back. */
  readonly what: 'sale' | 'refund' | 'void'
  readonly channel: string
  readonly ticketType: string
  readonly screeningId: bigint
  readonly complimentary: boolean
  /** Why, of complimentary ones. */
  readonly reason: string
  readonly taxName: string
  readonly taxBasisPoints: number
  readonly tickets: number
  readonly admitted: number
  readonly priceMinor: bigint
  readonly feeHallMinor: bigint
  readonly feeOnlineMinor: bigint
  readonly taxMinor: bigint
}

export type KindMovement = {
  readonly kind: string
  readonly payments: number
  readonly paidMinor: bigint
  readonly returns: number
  readonly returnedMinor: bigint
  /** Of what is returned: promised to the guest, not yet given by the provider. */
  readonly dueMinor: bigint
}

/** The day as PostgreSQL has it. */
export type DayFigures = {
  readonly currency: string
  readonly orders: readonly { readonly channel: string; readonly orders: number }[]
  readonly movements: readonly Movement[]
  readonly kinds: readonly KindMovement[]
  readonly screenings: ReadonlyMap<bigint, ScreeningName>
}

export type ScreeningName = {
  readonly title: string
  readonly auditorium: string
  /** ISO instant. */
  readonly startsAt: string
}

/** Amounts of a number of tickets; `total` is the price and both fees. */
export type TicketSum = {
  readonly tickets: number
  readonly gross: MoneyWire
  readonly feeHall: MoneyWire
  readonly feeOnline: MoneyWire
  readonly tax: MoneyWire
  readonly total: MoneyWire
}

/** One row of a table: tickets sold and given back, and the money that is left of both. */
export type ReportRow = {
  readonly tickets: number
  readonly refunded: number
  readonly total: MoneyWire
}

export type DayTables = {
  readonly currency: string
  readonly orders: number
  readonly sold: TicketSum
  /** Given back on this day, whenever sold; voids apart. */
  readonly refunded: TicketSum
  readonly voided: TicketSum
  /** Sold less given back. */
  readonly net: TicketSum
  /** Of `net`, by what the tariff calls it and its rate in hundredths of a per cent. */
  readonly taxes: readonly {
    readonly name: string
    readonly basisPoints: number
    readonly gross: MoneyWire
    readonly tax: MoneyWire
  }[]
  readonly payments: readonly (KindTotal & { readonly due: MoneyWire })[]
  readonly channels: readonly (ReportRow & { readonly channel: string; readonly orders: number })[]
  readonly ticketTypes: readonly (ReportRow & { readonly ticketType: string })[]
  readonly screenings: readonly (ReportRow &
    ScreeningName & {
      readonly screeningId: string
      /** Let in, of those sold on this day. */
      readonly admitted: number
    })[]
  readonly complimentary: readonly { readonly reason: string; readonly tickets: number }[]
  /** What orders say against what payments say; anything but 0 is to be looked into. */
  readonly proof: {
    readonly lines: MoneyWire
    readonly money: MoneyWire
    readonly difference: MoneyWire
  }
}

export type DayReport = DayTables & {
  readonly cinemaId: string
  readonly cinema: string
  readonly day: string
  /** ISO instants: the day's beginning, and that of the next. */
  readonly from: string
  readonly to: string
  readonly madeAt: string
  readonly shifts: readonly ShiftView[]
}

/** The tables of a day, each a sum over the same movements. */
export function dayTables(figures: DayFigures): DayTables {
  const { currency, movements, kinds } = figures
  const wire = (minor: bigint) => moneyToWire({ minor, currency } satisfies Money)
  const of = (what: Movement['what']) => movements.filter((one) => one.what === what)
  const net = sumOf(movements, wire)
  const money = kinds.reduce((sum, one) => sum + one.paidMinor - one.returnedMinor, 0n)
  const lines = BigInt(net.total.minor)
  return {
    currency,
    orders: figures.orders.reduce((sum, { orders }) => sum + orders, 0),
    sold: sumOf(of('sale'), wire),
    refunded: backOf(of('refund'), wire),
    voided: backOf(of('void'), wire),
    net,
    taxes: taxesOf(movements, wire),
    payments: kinds.map((one) => ({
      kind: one.kind,
      payments: one.payments,
      paid: wire(one.paidMinor),
      returns: one.returns,
      returned: wire(one.returnedMinor),
      due: wire(one.dueMinor),
    })),
    channels: grouped(movements, ({ channel }) => channel).map(([channel, rows]) => ({
      channel,
      orders: figures.orders.find((one) => one.channel === channel)?.orders ?? 0,
      ...rowOf(rows, wire),
    })),
    ticketTypes: grouped(movements, ({ ticketType }) => ticketType).map(([ticketType, rows]) => ({
      ticketType,
      ...rowOf(rows, wire),
    })),
    screenings: screeningsOf(figures, wire),
    complimentary: complimentaryOf(movements),
    proof: { lines: wire(lines), money: wire(money), difference: wire(lines - money) },
  }
}

type Wire = (minor: bigint) => MoneyWire

/** A sale counts up, giving back counts down. */
function signOf({ what }: Movement): 1 | -1 {
  return what === 'sale' ? 1 : -1
}

function sumOf(movements: readonly Movement[], wire: Wire): TicketSum {
  const sum = (amount: (one: Movement) => bigint) =>
    movements.reduce((all, one) => all + BigInt(signOf(one)) * amount(one), 0n)
  return {
    tickets: movements.reduce((all, one) => all + signOf(one) * one.tickets, 0),
    gross: wire(sum((one) => one.priceMinor)),
    feeHall: wire(sum((one) => one.feeHallMinor)),
    feeOnline: wire(sum((one) => one.feeOnlineMinor)),
    tax: wire(sum((one) => one.taxMinor)),
    total: wire(sum(allIn)),
  }
}

function backOf(movements: readonly Movement[], wire: Wire): TicketSum {
  return sumOf(
    movements.map((one) => ({ ...one, what: 'sale' as const })),
    wire,
  )
}

function allIn({ priceMinor, feeHallMinor, feeOnlineMinor }: Movement): bigint {
  return priceMinor + feeHallMinor + feeOnlineMinor
}

function rowOf(movements: readonly Movement[], wire: Wire): ReportRow {
  const tickets = (sold: boolean) =>
    movements
      .filter(({ what }) => (what === 'sale') === sold)
      .reduce((sum, one) => sum + one.tickets, 0)
  const { total } = sumOf(movements, wire)
  return { tickets: tickets(true), refunded: tickets(false), total }
}

function taxesOf(movements: readonly Movement[], wire: Wire): DayTables['taxes'] {
  const key = ({ taxName, taxBasisPoints }: Movement) => `${taxName}\n${taxBasisPoints}`
  return grouped(movements, key).flatMap(([, rows]) => {
    const [first] = rows
    if (!first) return []
    const { gross, tax } = sumOf(rows, wire)
    return [{ name: first.taxName, basisPoints: first.taxBasisPoints, gross, tax }]
  })
}

function screeningsOf({ movements, screenings }: DayFigures, wire: Wire): DayTables['screenings'] {
  return grouped(movements, ({ screeningId }) => String(screeningId))
    .map(([screeningId, rows]) => {
      const named = screenings.get(BigInt(screeningId))
      return {
        screeningId,
        title: named?.title ?? '',
        auditorium: named?.auditorium ?? '',
        startsAt: named?.startsAt ?? '',
        admitted: rows.reduce((sum, one) => sum + one.admitted, 0),
        ...rowOf(rows, wire),
      }
    })
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
}

function complimentaryOf(movements: readonly Movement[]): DayTables['complimentary'] {
  const free = movements.filter(({ complimentary }) => complimentary)
  return grouped(free, ({ reason }) => reason)
    .map(([reason, rows]) => ({
      reason,
      tickets: rows.reduce((sum, one) => sum + signOf(one) * one.tickets, 0),
    }))
    .filter(({ tickets }) => tickets !== 0)
}

/** By key, in the order of the keys. */
function grouped<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly (readonly [string, readonly Row[]])[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1))
}
