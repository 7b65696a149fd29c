import type { MappedTable } from './mapping.ts'

/** How the cells of a field are read. */
export type FieldKind =
  | 'text'
  | 'moment'
  | 'day'
  | 'time'
  | 'amount'
  | 'count'
  | 'territory'
  | 'currency'

type Shape = { readonly kind: FieldKind; readonly label: string }

/** Everything a column can become. The label is for people; the name stands in the YAML. */
export const FIELD_SHAPES = {
  film: { kind: 'text', label: 'Film' },
  filmCode: { kind: 'text', label: 'Film’s code' },
  otherTitle: { kind: 'text', label: 'Other title' },
  distributor: { kind: 'text', label: 'Distributor' },
  opensOn: { kind: 'day', label: 'First day in cinemas' },
  year: { kind: 'count', label: 'Year of the film' },
  runtimeMinutes: { kind: 'count', label: 'Running time, minutes' },
  cinema: { kind: 'text', label: 'Cinema' },
  city: { kind: 'text', label: 'Town of the cinema' },
  territory: { kind: 'territory', label: 'Territory' },
  currency: { kind: 'currency', label: 'Currency' },
  startsAt: { kind: 'moment', label: 'Screening start' },
  startDay: { kind: 'day', label: 'Screening, date' },
  startTime: { kind: 'time', label: 'Screening, time' },
  tradingDay: { kind: 'day', label: 'Trading day' },
  auditorium: { kind: 'text', label: 'Screen' },
  format: { kind: 'text', label: 'Format' },
  language: { kind: 'text', label: 'Language' },
  seats: { kind: 'count', label: 'Seats' },
  status: { kind: 'text', label: 'Status' },
  ticketType: { kind: 'text', label: 'Ticket type' },
  seat: { kind: 'text', label: 'Seat' },
  saleKind: { kind: 'text', label: 'Sale or refund' },
  channel: { kind: 'text', label: 'Channel' },
  payment: { kind: 'text', label: 'Paid by' },
  soldAt: { kind: 'moment', label: 'Sold at' },
  soldDay: { kind: 'day', label: 'Sold, date' },
  soldTime: { kind: 'time', label: 'Sold, time' },
  quantity: { kind: 'count', label: 'Quantity' },
  price: { kind: 'amount', label: 'Price, all together' },
  unitPrice: { kind: 'amount', label: 'Price of one' },
  priceNet: { kind: 'amount', label: 'Price without tax' },
  paid: { kind: 'amount', label: 'Paid, with fees' },
  feeHall: { kind: 'amount', label: 'Cinema’s fee' },
  feeOnline: { kind: 'amount', label: 'Online fee' },
  tax: { kind: 'amount', label: 'Tax' },
  priceLow: { kind: 'amount', label: 'Lowest price' },
  priceHigh: { kind: 'amount', label: 'Highest price' },
  day: { kind: 'day', label: 'Day' },
  firstDay: { kind: 'day', label: 'First day of the period' },
  lastDay: { kind: 'day', label: 'Last day of the period' },
  reportedDay: { kind: 'day', label: 'Reported on' },
  period: { kind: 'text', label: 'Kind of period' },
  definition: { kind: 'text', label: 'What is counted' },
  gross: { kind: 'amount', label: 'Gross' },
  grossToDate: { kind: 'amount', label: 'Gross to date' },
  admissions: { kind: 'count', label: 'Admissions' },
  admissionsToDate: { kind: 'count', label: 'Admissions to date' },
  screenings: { kind: 'count', label: 'Screenings' },
  screens: { kind: 'count', label: 'Screens' },
  sites: { kind: 'count', label: 'Cinemas' },
  product: { kind: 'text', label: 'Product' },
  productGroup: { kind: 'text', label: 'Product group' },
  priceType: { kind: 'text', label: 'Kind of price' },
  orderReference: { kind: 'text', label: 'Order' },
  card: { kind: 'text', label: 'Card' },
  cardType: { kind: 'text', label: 'Kind of card' },
  activity: { kind: 'text', label: 'What happened' },
  amount: { kind: 'amount', label: 'Onto the card (−: off it)' },
  amountIn: { kind: 'amount', label: 'Onto the card' },
  amountOut: { kind: 'amount', label: 'Off the card' },
} as const satisfies Readonly<Record<string, Shape>>

export type Field = keyof typeof FIELD_SHAPES

// Object.keys gives strings; these are the very keys of the table above.
export const FIELDS = Object.keys(FIELD_SHAPES) as [Field, ...Field[]]

const FILM = ['film', 'filmCode', 'otherTitle', 'distributor', 'year', 'runtimeMinutes'] as const
const PLACE = ['cinema', 'city', 'currency'] as const
const START = ['startsAt', 'startDay', 'startTime', 'tradingDay', 'auditorium'] as const
const SOLD = ['soldAt', 'soldDay', 'soldTime'] as const

type TableShape = {
  /** As people call such files. */
  readonly label: string
  readonly fields: readonly Field[]
  /** Of each line one set at least must be there. */
  readonly needs: readonly (readonly (readonly Field[])[])[]
}

export const TABLE_SHAPES: Readonly<Record<MappedTable, TableShape>> = {
  ticket: {
    label: 'ticket sales',
    fields: [
      ...FILM,
      ...PLACE,
      ...START,
      'format',
      'language',
      'ticketType',
      'seat',
      'saleKind',
      'channel',
      'payment',
      ...SOLD,
      'quantity',
      'price',
      'unitPrice',
      'priceNet',
      'paid',
      'feeHall',
      'feeOnline',
      'tax',
    ],
    needs: [
      [['film']],
      [['startsAt'], ['startDay', 'startTime'], ['tradingDay', 'startTime']],
      [['price'], ['unitPrice'], ['priceNet', 'tax'], ['paid']],
    ],
  },
  box_office: {
    label: 'reported box office',
    fields: [
      ...FILM,
      'opensOn',
      ...PLACE,
      'territory',
      'day',
      'firstDay',
      'lastDay',
      'reportedDay',
      'period',
      'definition',
      'gross',
      'grossToDate',
      'admissions',
      'admissionsToDate',
      'screenings',
      'screens',
      'sites',
      'seats',
    ],
    needs: [
      [
        ['gross'],
        ['grossToDate'],
        ['admissions'],
        ['admissionsToDate'],
        ['screenings'],
        ['screens'],
        ['sites'],
        ['seats'],
      ],
    ],
  },
  concession: {
    label: 'concession sales',
    fields: [
      ...PLACE,
      ...SOLD,
      'product',
      'productGroup',
      'priceType',
      'channel',
      'payment',
      'orderReference',
      'saleKind',
      'quantity',
      'price',
      'unitPrice',
      'priceNet',
      'tax',
    ],
    needs: [
      [['product'], ['productGroup']],
      [['soldAt'], ['soldDay']],
      [['price'], ['unitPrice'], ['priceNet', 'tax']],
    ],
  },
  stored_value: {
    label: 'gift cards and vouchers',
    fields: [
      ...PLACE,
      'day',
      'card',
      'cardType',
      'activity',
      'orderReference',
      'amount',
      'amountIn',
      'amountOut',
    ],
    needs: [[['card']], [['day']], [['amount'], ['amountIn'], ['amountOut']]],
  },
  screening: {
    label: 'screenings',
    fields: [
      ...FILM,
      ...PLACE,
      ...START,
      'format',
      'language',
      'seats',
      'status',
      'priceLow',
      'priceHigh',
    ],
    needs: [[['film']], [['startsAt'], ['startDay', 'startTime'], ['tradingDay', 'startTime']]],
  },
}
