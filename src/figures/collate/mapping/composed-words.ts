import type { Concept } from './concept-words.ts'
import type { LeftOut } from './left-out-words.ts'

/** Names made of two words, each of some that are used alike: session date, performance day … */
export type Composed = {
  readonly first: string
  readonly second: string
  readonly concept?: Concept
  readonly leftOut?: LeftOut
}

const FILMS = 'film|movie|feature|picture|programme|program|event|production|release|title'
const SHOWS =
  'show|session|screening|performance|perf|event|film|movie|play|showing|exhibition|feature|' +
  'programme|program|start|screen'
const SALES =
  'sale|sales|sold|transaction|order|purchase|booking|booked|invoice|receipt|payment|paid|issue|' +
  'issued|checkout|reservation|ticket sale|cart|bill|confirmation'
const ROOMS = 'screen|auditorium|hall|house|audi|theatre screen|cinema screen|room'
const PLACES = 'cinema|theater|theatre|site|venue|location|complex|branch|store|outlet|multiplex'
const TICKETS =
  'ticket|tickets|admission|admissions|admit|price|fare|patron|guest|entry|seat|tariff'
const ITEMS = 'item|product|menu|article|sku|goods|stock|concession|snack|candy|food|menu item'

export const COMPOSED: readonly Composed[] = [
  { first: FILMS, second: 'name|title|description|name en|full title|label', concept: 'film' },
  { first: FILMS, second: 'code|id|number|key|reference|uuid|guid', concept: 'filmCode' },
  { first: SHOWS, second: 'date|day|business day|calendar date', concept: 'showDate' },
  { first: SHOWS, second: 'time|hour|start time|starts|begin|time of day', concept: 'showTime' },
  {
    first: SHOWS,
    second:
      'date time|datetime|start|start datetime|start date time|timestamp|' +
      'starts at|start at|at|date and time|time and date|begins at|utc',
    concept: 'showMoment',
  },
  {
    first: SHOWS,
    second: 'end|end time|ends|ends at|finish|end datetime|end date time|finish time',
    leftOut: 'technical',
  },
  { first: SHOWS, second: 'id|code|number|key|uuid', leftOut: 'technical' },
  { first: SALES, second: 'date|day|on|business date', concept: 'soldDate' },
  { first: SALES, second: 'time|hour|time of day', concept: 'soldTime' },
  {
    first: SALES,
    second:
      'date time|datetime|timestamp|at|date and time|made at|created at|completed at|created|utc',
    concept: 'soldMoment',
  },
  {
    first:
      'order|transaction|receipt|invoice|booking|sale|bill|check|ticket|' +
      'reservation|purchase|confirmation|payment|docket|slip',
    second: 'number|id|code|reference|ref|key|uuid|barcode',
    concept: 'order',
  },
  { first: ROOMS, second: 'name|number|description|label', concept: 'auditorium' },
  { first: ROOMS, second: 'id|code|key|uuid|type', leftOut: 'technical' },
  { first: PLACES, second: 'name|title|description|label|short name|full name', concept: 'cinema' },
  { first: PLACES, second: 'city|town|suburb|municipality', concept: 'city' },
  { first: PLACES, second: 'id|code|number|key|uuid|reference', leftOut: 'technical' },
  {
    first: PLACES,
    second: 'state|region|province|zone|district|county|postcode|zip|address',
    leftOut: 'region',
  },
  { first: PLACES, second: 'chain|group|circuit|brand|operator|owner', leftOut: 'chain' },
  {
    first: TICKETS,
    second:
      'type|category|class|level|name|description|band|kind|type name|' +
      'category name|group|label|tier|variant|classification',
    concept: 'ticketType',
  },
  { first: 'seat|place|chair', second: 'number|code|label|id|row|position|name', concept: 'seat' },
  {
    first:
      'tickets|ticket|seats|admissions|admits|units|items|quantity|paid|sales|' +
      'number of|guests|people|persons|count of',
    second:
      'sold|count|quantity|number|tickets|seats|issued|booked|bought|purchased|' +
      'guests|people|persons|units',
    concept: 'quantity',
  },
  {
    first:
      'number of|total|paid|patron|guest|audience|cinema|attendance|admission|' +
      'admissions|admit|public|viewer|viewers|spectator',
    second:
      'admissions|attendance|admits|patrons|guests|viewers|audience|visitors|' +
      'spectators|count|total|headcount|number',
    concept: 'admissions',
  },
  {
    first:
      'unit|item|single|each|per|price per|list|face|ticket|seat|sell|selling|' +
      'retail|base|admission|individual|sales unit',
    second: 'price|value|rate|cost|fare|unit|ticket|item|amount each|each',
    concept: 'unitPrice',
  },
  {
    first:
      'total|line|gross|sales|sale|ticket|tickets|extended|sum|net of fees|' +
      'box office|subtotal|order line|item|transaction',
    second:
      'amount|total|value|revenue|sales|takings|income|receipts|price total|total price|sum|gross',
    concept: 'price',
  },
  {
    first:
      'tax|vat|gst|sales tax|amusement tax|entertainment tax|admission tax|iva|hst|pst|service tax',
    second: 'amount|total|value|included|collected|charged|paid|amt|incl',
    concept: 'tax',
  },
  {
    first:
      'booking|service|convenience|online|web|internet|handling|processing|' +
      'transaction|platform|card|app|mobile|delivery|ticketing|reservation|' +
      'vendor|agent|admin',
    second: 'fee|fees|charge|charges|surcharge|commission|cost|fee amount|fee total|fee value',
    concept: 'fee',
  },
  {
    first:
      'facility|cinema|venue|house|theatre|theater|building|restoration|' +
      'maintenance|hall|screen|glasses|3d',
    second: 'fee|fees|charge|charges|surcharge|levy',
    concept: 'feeHall',
  },
  {
    first: 'payment|pay|tender|paid|settlement|paying',
    second: 'method|type|mode|means|form|by|name|description|instrument|option|card type',
    concept: 'payment',
  },
  {
    first: 'sales|sale|booking|order|purchase|ticket|distribution|sold|ticketing|selling|buying',
    second: 'channel|source|platform|outlet|via|through|point|origin|medium|route|channel name',
    concept: 'channel',
  },
  { first: ITEMS, second: 'name|description|title|label|desc|full name|sold', concept: 'product' },
  {
    first: ITEMS,
    second:
      'group|category|class|type|family|department|category name|group name|section|class name',
    concept: 'productGroup',
  },
  { first: ITEMS, second: 'code|id|number|sku|barcode|key|plu|upc', leftOut: 'technical' },
  {
    first:
      'gift card|giftcard|card|voucher|gift voucher|certificate|' +
      'gift certificate|coupon|stored value card|account|member card|pass',
    second: 'number|code|id|no|serial|serial number|reference|pan|barcode',
    concept: 'card',
  },
  {
    first: 'gift card|giftcard|card|voucher|gift voucher|certificate|coupon|pass|account',
    second: 'type|category|kind|product|program|class|name|series',
    concept: 'cardType',
  },
  {
    first:
      'gift card|card|voucher|current|new|remaining|account|closing|opening|' +
      'available|prior|previous',
    second: 'balance|value remaining|remaining',
    leftOut: 'cost',
  },
  {
    first: 'activity|movement|card|event|account',
    second: 'type|action|activity|event|movement|description|operation',
    concept: 'activity',
  },
  {
    first: 'activity|movement|posting|value|entry|card',
    second: 'date|day|time|date time|datetime|timestamp',
    concept: 'activityDate',
  },
  {
    first:
      'daily|day|weekend|week|weekly|today|todays|period|total|local|theatrical|' +
      'cinema|national|fri sun|three day|3 day|4 day|opening day|reported|' +
      'box office',
    second:
      'gross|box office|bo|revenue|takings|grosses|receipts|gbo|gross box office|grossing|sales',
    concept: 'gross',
  },
  {
    first:
      'cumulative|cume|cum|total|running|overall|season|ytd|life|lifetime|gross|' +
      'accumulated|to date',
    second: 'gross|box office|bo|revenue|takings|total|to date|cume|gbo|receipts|gross to date',
    concept: 'grossToDate',
  },
  {
    first: 'cumulative|cume|cum|running|overall|ytd|lifetime|accumulated',
    second: 'admissions|attendance|admits|audience|viewers|tickets|visitors',
    concept: 'admissionsToDate',
  },
  {
    first: 'number of|total|cinema|theatre|theater|release|play|location|site|venue|engagement',
    second: 'theaters|theatres|cinemas|sites|locations|venues|count|engagements|houses',
    concept: 'sites',
  },
  {
    first: 'number of|total|screen|print|active',
    second: 'screens|prints|screen count|copies|screen',
    concept: 'screens',
  },
  {
    first: 'number of|total|show|session|screening|performance|daily',
    second: 'shows|sessions|screenings|performances|showings|showtimes|count|show count',
    concept: 'screenings',
  },
  {
    first:
      'total|available|screen|seat|auditorium|hall|number of|house|seating|room|screen seat|max',
    second: 'seats|capacity|seat count|places|seat capacity|seats available',
    concept: 'seats',
  },
  {
    first:
      'release|opening|opened|premiere|theatrical release|first show|launch|' +
      'us release|cinema release|national release',
    second: 'date|day|on|dt|week',
    concept: 'opensOn',
  },
  {
    first: 'distributor|distribution|distributing|studio|releasing',
    second: 'name|company|studio|by|label|group',
    concept: 'distributor',
  },
  {
    first: 'start|from|begin|first|period|week|weekend|play week|reporting|effective',
    second: 'date from|start|start date|begin|begin date|from|first day|commencing|beginning',
    concept: 'firstDay',
  },
  {
    first: 'end|to|last|period|week|weekend|play week|reporting',
    second: 'date to|end|end date|to|last day|ending|close',
    concept: 'lastDay',
  },
  {
    first:
      'cashier|operator|user|staff|employee|clerk|server|teller|attendant|' +
      'till operator|agent|manager|seller|sales rep|csr',
    second: 'name|id|code|number|initials|login|username|email',
    leftOut: 'staff',
  },
  {
    first:
      'customer|guest|member|patron|buyer|client|contact|purchaser|holder|' +
      'cardholder|loyalty|account holder|billing|user|booker',
    second:
      'name|id|email|phone|mobile|number|first name|last name|surname|address|' +
      'city|zip|postcode|country|age|gender|tier|code|phone number',
    leftOut: 'customer',
  },
  {
    first:
      'terminal|workstation|pos|till|register|device|kiosk|station|machine|' +
      'printer|batch|row|line|record|shift|drawer',
    second: 'id|number|name|code|key|index|uuid|type',
    leftOut: 'technical',
  },
  {
    first: 'average|avg|mean|per',
    second:
      'ticket price|price|spend|ticket|gross|attendance|admissions|occupancy|' +
      'screen|site|theater|theatre|location|show|session|cinema|print|copy|head|' +
      'person',
    leftOut: 'average',
  },
  {
    first: 'discount|promo|promotion|coupon|refund|void|tip|rounding|change|cost|profit|margin',
    second: 'amount|value|total|code|reason|percent|applied|given',
    leftOut: 'cost',
  },
]
