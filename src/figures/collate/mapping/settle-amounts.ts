import type { Assigned, Column } from './assign-columns.ts'
import type { Field } from './fields.ts'
import { figuresOf } from './figures.ts'
import type { MappedTable } from './mapping.ts'

/** What the figures themselves say of which amount is which; or that it must be asked. */
export type AmountsSettled = {
  readonly assigned: readonly Assigned[]
  readonly notes: ReadonlyMap<Column, string>
  readonly asked: ReadonlyMap<Column, readonly Field[]>
}

const AMOUNTS = new Set<Field>([
  'price',
  'unitPrice',
  'priceNet',
  'paid',
  'tax',
  'feeHall',
  'feeOnline',
])
/** So many of the rows must agree: one in fifty may be a mistake of the till's. */
const AGREE = 0.98

/** Of sales: price of one, of all, without tax, with fees. */
export function settleAmounts(assigned: readonly Assigned[], table: MappedTable): AmountsSettled {
  if (table !== 'ticket' && table !== 'concession') return unsettled(assigned)
  const fields = new Map(assigned.map((one) => [one.column, one.field]))
  const notes = new Map<Column, string>()
  const asked = new Map<Column, readonly Field[]>()
  const of = (field: Field) => assigned.find(({ column }) => fields.get(column) === field)?.column
  const figures = new Map(assigned.map(({ column }) => [column, figuresOf(column, true)]))
  const get = (column: Column | undefined) => (column && figures.get(column)) ?? []
  const amounts = () =>
    assigned
      .map(({ column }) => column)
      .filter((column) => AMOUNTS.has(fields.get(column) ?? 'film'))
  // Also those whose name says too little: the figures may say it.
  const loose = assigned
    .filter(({ field, leftOut }) => field === undefined && leftOut === undefined)
    .map(({ column }) => column)
    .filter(({ profile }) => profile.numeric > 0.9 && profile.percent === 0)
  const pool = [...new Set([...amounts(), ...loose])]
  const quantity = of('quantity')
  const counts = get(quantity)
  const many = counts.some((count) => Math.abs(count) > 1)
  const pair = many
    ? pairIn(pool, (one, all) => holds(counts, get(one), get(all), times))
    : undefined
  if (pair) {
    const [one, all] = pair
    clear(fields, amounts(), ['price', 'unitPrice'])
    fields.set(one, 'unitPrice')
    fields.set(all, 'price')
    notes.set(all, 'quantity × price of one, in every row')
  } else {
    settleSums(pool, of, get, fields, notes)
    const lone = many ? onlyPrice(amounts(), fields) : undefined
    if (lone && !notes.has(lone))
      settleLone(lone, get(lone), counts, assigned, fields, notes, asked)
    const unit = of('unitPrice')
    if (!quantity && unit && !of('price')) fields.set(unit, 'price')
  }
  leaveOutWhatFollows(of, fields, notes)
  return {
    assigned: assigned.map((one) => withField(one, fields.get(one.column))),
    notes,
    asked,
  }
}

const times = (count: number, unit: number) => count * unit
const plus = (one: number, other: number) => one + other

function pairIn(
  pool: readonly Column[],
  test: (left: Column, right: Column) => boolean,
): readonly [Column, Column] | undefined {
  for (const left of pool) {
    for (const right of pool) if (left !== right && test(left, right)) return [left, right]
  }
  return undefined
}

function clear(
  fields: Map<Column, Field | undefined>,
  columns: readonly Column[],
  which: readonly Field[],
): void {
  for (const column of columns) {
    if (which.includes(fields.get(column) ?? 'film')) fields.set(column, undefined)
  }
}

/** What + tax = price, and price + fees = what: seen in every row, it tells which is which. */
function settleSums(
  pool: readonly Column[],
  of: (field: Field) => Column | undefined,
  get: (column: Column | undefined) => readonly number[],
  fields: Map<Column, Field | undefined>,
  notes: Map<Column, string>,
): void {
  const sums = [
    ['feeOnline', 'what was paid less the fee', 'Follows from price and fee'],
    ['feeHall', 'what was paid less the fee', 'Follows from price and fee'],
    ['tax', 'price without tax + tax, in every row', 'Follows from price and tax'],
  ] as const
  for (const [field, says, rest] of sums) {
    const part = of(field)
    if (!part || !get(part).some((one) => one !== 0)) continue
    const others = pool.filter((column) => column !== part)
    const pair = pairIn(others, (less, more) => holds(get(less), get(part), get(more), plus))
    if (!pair) continue
    const [less, more] = pair
    const price = field === 'tax' ? more : less
    const other = field === 'tax' ? less : more
    clear(fields, pool, ['price', 'unitPrice'])
    fields.set(price, 'price')
    fields.set(other, undefined)
    notes.set(price, says)
    notes.set(other, rest)
  }
}

function unsettled(assigned: readonly Assigned[]): AmountsSettled {
  return { assigned, notes: new Map(), asked: new Map() }
}

function withField(
  { column, concept, leftOut, score, field: was }: Assigned,
  field?: Field,
): Assigned {
  const out = leftOut !== undefined && field === undefined
  return {
    column,
    score: field !== undefined && was === undefined ? 1 : score,
    ...(concept && { concept }),
    ...(out && { leftOut }),
    ...(field && { field }),
  }
}

function holds(
  left: readonly number[],
  right: readonly number[],
  result: readonly number[],
  rule: (left: number, right: number) => number,
): boolean {
  let seen = 0
  let agree = 0
  for (const [at, one] of left.entries()) {
    const [two, three] = [right[at] ?? Number.NaN, result[at] ?? Number.NaN]
    if (Number.isNaN(one) || Number.isNaN(two) || Number.isNaN(three)) continue
    seen++
    if (Math.abs(rule(one, two) - three) < 0.006) agree++
  }
  return seen >= 2 && agree / seen >= AGREE
}

function onlyPrice(
  amounts: readonly Column[],
  fields: ReadonlyMap<Column, Field | undefined>,
): Column | undefined {
  const prices = amounts.filter((one) => ['price', 'unitPrice'].includes(fields.get(one) ?? ''))
  return prices.length === 1 ? prices[0] : undefined
}

/** Words that say by themselves whether one or all are meant. */
const SAYS_ALL = new RegExp(
  'total|amount|amt|sales|revenue|takings|金额|金額|销售额|合计|小计|小計|总|票款|' +
    'importe|monto|montant|betrag|summe|gesamt|umsatz|jumlah|금액|gross|sum|ยอด|รวม',
  'u',
)
const SAYS_ONE = /unit|each|per|face|item|单价|單價|unitario|unitaire|einzel|satuan|단가|ต่อ|stuck/u

function settleLone(
  lone: Column,
  prices: readonly number[],
  counts: readonly number[],
  assigned: readonly Assigned[],
  fields: Map<Column, Field | undefined>,
  notes: Map<Column, string>,
  asked: Map<Column, readonly Field[]>,
): void {
  const name = lone.header.plain
  if (SAYS_ONE.test(name)) fields.set(lone, 'unitPrice')
  else if (SAYS_ALL.test(name)) fields.set(lone, 'price')
  else {
    const kinds = assigned.find(
      ({ field }) => field === 'ticketType' || field === 'product',
    )?.column
    const found = byQuantity(prices, counts, kinds?.profile.cells ?? [])
    if (found === 'open') {
      fields.set(lone, undefined)
      asked.set(lone, ['price', 'unitPrice'])
    } else {
      fields.set(lone, found)
      const says =
        found === 'price' ? 'it grows with the quantity' : 'it stays as the quantity grows'
      notes.set(lone, says)
    }
  }
}

/** Whether a price grows with the quantity, seen among rows of one kind. */
function byQuantity(
  prices: readonly number[],
  counts: readonly number[],
  kinds: readonly string[],
): 'price' | 'unitPrice' | 'open' {
  let grows = 0
  let stays = 0
  const seen = new Map<string, { count: number; price: number }>()
  for (const [at, price] of prices.entries()) {
    const count = Math.abs(counts[at] ?? Number.NaN)
    const kind = kinds[at] ?? ''
    const before = seen.get(kind)
    if (Number.isNaN(price) || Number.isNaN(count) || price === 0 || count === 0) continue
    if (before && before.count !== count) {
      if (Math.abs(before.price / before.count - Math.abs(price) / count) < 0.006) grows++
      if (Math.abs(before.price - Math.abs(price)) < 0.006) stays++
    }
    seen.set(kind, { count, price: Math.abs(price) })
  }
  // To the cent it is no accident, but two witnesses that contradict each other are none.
  if (grows >= 1 && grows > stays * 4) return 'price'
  return stays >= 1 && stays > grows * 4 ? 'unitPrice' : 'open'
}

/** What follows from the price that is there stays in the file. */
function leaveOutWhatFollows(
  of: (field: Field) => Column | undefined,
  fields: Map<Column, Field | undefined>,
  notes: Map<Column, string>,
): void {
  const [net, paid] = [of('priceNet'), of('paid')]
  if (of('price') || of('unitPrice')) {
    for (const rest of [net, paid]) {
      if (!rest) continue
      fields.set(rest, undefined)
      notes.set(rest, 'Follows from the price')
    }
  } else if (net && paid) {
    fields.set(net, undefined)
    notes.set(net, 'Follows from what was paid')
  }
}
