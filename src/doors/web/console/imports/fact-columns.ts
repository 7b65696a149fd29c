import type { TextKey } from '../texts/text.tsx'

/** A fact as the warehouse writes it, by column; film and cinema by name. */
export type Fact = Readonly<Record<string, string>>

export type FactColumn = {
  readonly id: string
  readonly name: TextKey
  readonly kind: 'text' | 'moment' | 'day' | 'count' | 'money' | 'decimal' | 'period' | 'territory'
}

const column = (id: string, name: TextKey, kind: FactColumn['kind'] = 'text'): FactColumn => ({
  id,
  name,
  kind,
})

const FILM = column('film', 'film')
const CINEMA = column('cinema', 'cinema')

const COLUMNS = {
  ticket: [
    column('starts_at', 'factStart', 'moment'),
    FILM,
    CINEMA,
    column('ticket_type', 'ticketType'),
    column('seat', 'factSeat'),
    column('channel', 'factChannel'),
    column('payment', 'factPayment'),
    column('quantity', 'factQuantity', 'count'),
    column('price', 'factPrice', 'money'),
    column('fee_hall', 'factFeeHall', 'money'),
    column('fee_online', 'factFeeOnline', 'money'),
    column('tax', 'factTax', 'money'),
  ],
  box_office: [
    column('first_day', 'factPeriod', 'period'),
    FILM,
    CINEMA,
    column('territory', 'territory', 'territory'),
    column('distributor', 'distributor'),
  ],
  screening: [
    column('starts_at', 'factStart', 'moment'),
    FILM,
    CINEMA,
    column('room', 'factRoom'),
    column('format', 'factFormat'),
    column('language', 'language'),
    column('seats', 'factSeats', 'count'),
    column('price_low', 'factPriceLow', 'money'),
    column('price_high', 'factPriceHigh', 'money'),
  ],
  concession: [
    column('sold_at', 'factSoldAt', 'moment'),
    CINEMA,
    column('product', 'factProduct'),
    column('product_group', 'factProductGroup'),
    column('payment', 'factPayment'),
    column('quantity', 'factQuantity', 'count'),
    column('price', 'factPrice', 'money'),
    column('tax', 'factTax', 'money'),
  ],
  stored_value: [
    column('day', 'factDay', 'day'),
    column('card', 'factCard'),
    column('card_type', 'factCardType'),
    column('activity', 'factActivity'),
    column('amount', 'factAmount', 'money'),
  ],
  rate: [
    column('day', 'factDay', 'day'),
    column('base', 'factBase'),
    column('currency', 'currency'),
    column('rate', 'factRate', 'decimal'),
  ],
  calendar_day: [
    column('day', 'factDay', 'day'),
    column('territory', 'territory', 'territory'),
    column('name', 'factName'),
    column('kind', 'factKind'),
  ],
  site: [
    CINEMA,
    column('chain', 'factChain'),
    column('address', 'factAddress'),
    column('territory', 'territory', 'territory'),
  ],
} as const satisfies Readonly<Record<string, readonly FactColumn[]>>

type Table = keyof typeof COLUMNS

/** Each table is known by a column that no other has. */
const MARKS: readonly (readonly [mark: string, table: Table])[] = [
  ['ticket_type', 'ticket'],
  ['measure', 'box_office'],
  ['room', 'screening'],
  ['product', 'concession'],
  ['card', 'stored_value'],
  ['rate', 'rate'],
  ['chain', 'site'],
  ['kind', 'calendar_day'],
]

export function tableOf(fact: Fact): Table | undefined {
  return MARKS.find(([mark]) => mark in fact)?.[1]
}

export function columnsOf(fact: Fact): readonly FactColumn[] {
  const table = tableOf(fact)
  return table === undefined ? [] : COLUMNS[table]
}

/** What reported figures are called, in the order in which they stand beside each other. */
export const MEASURES: readonly (readonly [measure: string, name: TextKey])[] = [
  ['gross', 'totalGross'],
  ['admissions', 'totalAdmissions'],
  ['screenings', 'totalScreenings'],
  ['screens', 'totalScreens'],
  ['sites', 'totalSites'],
  ['seats', 'totalSeats'],
  ['index', 'totalIndex'],
  ['gross_to_date', 'totalGrossToDate'],
  ['admissions_to_date', 'totalAdmissionsToDate'],
]

/** A figure to date counts what others of its film have counted already. */
export function measureOf({ measure = '', kind }: Fact): string {
  return kind === 'to_date' ? `${measure}_to_date` : measure
}
