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

  const quantity = of('quantity')
  const amounts = () =>
    assigned
      .map(({ column }) => column)
      .filter((column) => AMOUNTS.has(fields.get(column) ?? 'film'))
  // Also those whose name says nothing: the figures may.
  const unnamed = assigned
    .filter(({ column, score }) => score === 0 && column.profile.numeric > 0.9)
    .map(({ column }) => column)

  if (quantity) {
    const counts = get(quantity)
    const many = counts.some((count) => Math.abs(count) > 1)
    const pool = [...amounts(), ...unnamed]
    const pair = many
      ? pool
          .flatMap((one) => pool.map((all) => [one, all] as const))
          .find(
            ([one, all]) =>
              one !== all && holds(counts, get(one), get(all), (count, unit) => count * unit),
          )
      : undefined
    if (pair) {
      const [one, all] = pair
      for (const column of amounts()) {
        const field = fields.get(column)
        if (field === 'price' || field === 'unitPrice') fields.set(column, undefined)
      }
      fields.set(one, 'unitPrice')
      fields.set(all, 'price')
      notes.set(all, 'quantity × price of one, in every row')
    } else if (many) {
      const lone = onlyPrice(amounts(), fields)
      if (lone) settleLone(lone, get(lone), counts, assigned, fields, notes, asked)
    }
  } else {
    const unit = of('unitPrice')
    if (unit && !of('price')) fields.set(unit, 'price')
  }
  settleTax(of, get, fields, notes)
  return {
    assigned: assigned.map((one) => withField(one, fields.get(one.column))),
    notes,
    asked,
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
const SAYS_ALL =
  /total|amount|amt|sales|revenue|takings|金额|金額|销售额|合计|小计|小計|总|票款|importe|monto|montant|betrag|summe|gesamt|umsatz|jumlah|금액|gross|sum|ยอด|รวม/u
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

/** Net + tax = price; price + fees = paid. What follows from the others stays in the file. */
function settleTax(
  of: (field: Field) => Column | undefined,
  get: (column: Column | undefined) => readonly number[],
  fields: Map<Column, Field | undefined>,
  notes: Map<Column, string>,
): void {
  const [price, net, tax, paid] = [of('price'), of('priceNet'), of('tax'), of('paid')]
  if (net && tax && price && holds(get(net), get(tax), get(price), (a, b) => a + b)) {
    notes.set(price, 'price without tax + tax, in every row')
  }
  if (price || of('unitPrice')) {
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
