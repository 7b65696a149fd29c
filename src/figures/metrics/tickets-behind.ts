import type { MoneyWire, Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Limits, Warehouse, WarehouseRow } from '#warehouse'
import { literal } from '#warehouse'
import type { Names } from './answer-question.ts'
import { stoppedFor } from './answer-question.ts'
import type { Ground } from './ground.ts'
import { BASE_TABLE, conditions } from './ground.ts'
import type { Question } from './question.ts'
import type { Setting } from './setting.ts'
import { nowOf } from './variant.ts'

/** One ticket sold or given back, as it stands after what was taken back. */
export type TicketView = {
  readonly soldAt?: string
  readonly startsAt: string
  readonly tradingDay: string
  readonly film: string
  readonly filmId: string
  readonly cinema: string
  readonly cinemaId: string
  readonly auditorium: string
  readonly seat: string
  readonly ticketType: string
  readonly channel: string
  readonly payment: string
  readonly kind: 'sale' | 'refund'
  /** Negative for a refund, like the amounts. */
  readonly quantity: number
  readonly price: MoneyWire
  readonly fees: MoneyWire
  readonly source: string
}

export type TicketsPage = {
  readonly tickets: readonly TicketView[]
  /** Names where the next page begins. */
  readonly next?: string
  /** Of all pages. */
  readonly count: number
}

export type TicketsAsked = {
  readonly question: Question
  readonly after?: string
  readonly limit: number
}

const SHOWN = [
  'trading_day',
  'starts_at',
  'sold_at',
  'source',
  'fact',
  'kind',
  'cinema',
  'film',
  'auditorium',
  'seat',
  'ticket_type',
  'channel',
  'payment',
  'currency',
] as const
/** Latest first; the last three tell any two apart. */
const ORDER = ['trading_day', 'starts_at', 'sold_at', 'source', 'fact', 'cinema'] as const

export type Looking = {
  readonly warehouse: Warehouse
  readonly names: Names
  readonly limits: Limits
}

/** The tickets that a question counts, whatever it measures and splits by: latest screening first. */
export async function ticketsBehind(
  { warehouse, names, limits }: Looking,
  setting: Setting,
  asked: TicketsAsked,
): Promise<Outcome<TicketsPage, 'question_malformed' | 'question_too_large'>> {
  const { question, after, limit } = asked
  if (setting.owners.length === 0) return accept({ tickets: [], count: 0 })
  const beyond = after === undefined ? undefined : readCursor(after)
  if (after !== undefined && beyond === undefined) {
    return refuse('question_malformed', '“after” is no place in these tickets; leave it out.')
  }
  const sql = ticketsStatement(question, setting, { beyond, limit })
  const rows = await readableTickets(() => warehouse.query(sql, limits))
  if (!rows.ok) return rows
  const page = rows.value.slice(0, limit)
  const last = page.at(-1)
  const more = rows.value.length > limit && last !== undefined
  return accept({
    tickets: await namedTickets(page, names),
    ...(more && { next: cursorOf(last) }),
    count: Number(rows.value[0]?.['found'] ?? 0),
  })
}

type Reading = { readonly beyond: string | undefined; readonly limit: number }

/** One row more than the limit, so that it is known whether there are more. */
export function ticketsStatement(
  question: Question,
  setting: Setting,
  { beyond, limit }: Reading,
): string {
  const variant = nowOf(question)
  const ground: Ground = { family: 'ticket', table: BASE_TABLE, setting, variant }
  return `select * from (
  select ${SHOWN.join(', ')}, sum(quantity) as tickets, sum(toInt128(price)) as paid,
    sum(toInt128(fee_hall) + toInt128(fee_online)) as fee, any(sold_minute) as minute,
    count() over () as found
  from ticket
  where kind != 'scan' and ${conditions(question, ground).join('\n    and ')}
  group by ${SHOWN.join(', ')}
  having sum(quantity) != 0
)${beyond === undefined ? '' : `\nwhere (${ORDER.join(', ')}) < ${beyond}`}
order by ${ORDER.map((column) => `${column} desc`).join(', ')}
limit ${literal.uint32(limit + 1)}`
}

/** Too many single tickets to be put in order are refused. */
export async function readableTickets<Value>(run: () => Promise<Value>) {
  try {
    return accept(await run())
  } catch (fault) {
    // The engine's own limits: too many single tickets are behind it to be put in order.
    if (stoppedFor(fault) === undefined) throw fault
    const say = 'Too many tickets are behind this figure. Ask for fewer days, or filter further.'
    return refuse('question_too_large', say)
  }
}

function cursorOf(row: WarehouseRow): string {
  return ORDER.map((column) => String(row[column])).join('~')
}

/** The cursor as a tuple for the engine; every part of it is checked. */
function readCursor(text: string): string | undefined {
  const [day = '', start = '', sold = '', source = '', fact = '', cinema = ''] = text.split('~')
  const moment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{3})?$/
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !moment.test(start) || !moment.test(sold)) return undefined
  if (![source, fact, cinema].every((number) => /^\d{1,20}$/.test(number))) return undefined
  try {
    const parts = [
      literal.date(day),
      `toDateTime(${literal.text(start)}, 'UTC')`,
      `toDateTime64(${literal.text(sold)}, 3, 'UTC')`,
      literal.uint32(Number(source)),
      literal.uint64(BigInt(fact)),
      literal.uint32(Number(cinema)),
    ]
    return `(${parts.join(', ')})`
  } catch {
    // A number too large or a day that is none: somebody made it up.
    return undefined
  }
}

/** Rows of the statement, as people read them. */
export async function namedTickets(
  rows: readonly WarehouseRow[],
  names: Names,
): Promise<readonly TicketView[]> {
  const ids = (column: string) => [...new Set(rows.map((row) => Number(row[column])))]
  if (rows.length === 0) return []
  const [films, cinemas, auditoria, sources] = await Promise.all([
    names.films(ids('film')),
    names.cinemas(ids('cinema')),
    names.auditoria?.(ids('auditorium')) ?? new Map<number, string>(),
    names.sources(ids('source')),
  ])
  return rows.map((row) => {
    const text = (column: string) => String(row[column])
    const money = (column: string) => ({ minor: text(column), currency: text('currency') })
    return {
      ...(Number(row['minute']) !== 65_535 && { soldAt: isoOf(text('sold_at')) }),
      startsAt: isoOf(text('starts_at')),
      tradingDay: text('trading_day'),
      film: films.get(Number(row['film'])) ?? `film ${text('film')}`,
      filmId: text('film'),
      cinema: cinemas.get(Number(row['cinema'])) ?? `cinema ${text('cinema')}`,
      cinemaId: text('cinema'),
      auditorium: auditoria.get(Number(row['auditorium'])) ?? '',
      seat: text('seat'),
      ticketType: text('ticket_type'),
      channel: text('channel'),
      payment: text('payment'),
      kind: text('kind') === 'refund' ? 'refund' : 'sale',
      quantity: Number(row['tickets']),
      price: money('paid'),
      fees: money('fee'),
      source: sources.find(({ id }) => id === Number(row['source']))?.name ?? '',
    }
  })
}

function isoOf(text: string): string {
  return `${text.replace(' ', 'T')}Z`
}
