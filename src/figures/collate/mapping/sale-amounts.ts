import { quarantined } from '../layout.ts'
import { needed } from './film-and-cinema.ts'
import type { Read } from './row.ts'
import type { Making } from './said-by-table.ts'
import { saleKindNamed } from './sale-words.ts'

export type Sale = {
  readonly kind: 'sale' | 'refund'
  readonly quantity: number
  readonly priceMinor: bigint
  readonly feeHallMinor: bigint | undefined
  readonly feeOnlineMinor: bigint | undefined
  readonly taxMinor: bigint | undefined
}

const QUANTITY_MOST = 10_000_000n

/** Quantity and amounts of a sale, each known from whichever columns there are, and agreeing. */
export function saleOf({ columns }: Making): Read<Sale> {
  const kinds = columns.text('saleKind')
  const count = columns.count('quantity')
  const hasQuantity = columns.has('quantity')
  const [all, one] = [columns.amount('price'), columns.amount('unitPrice')]
  const [net, tax, paid] = [
    columns.amount('priceNet'),
    columns.amount('tax'),
    columns.amount('paid'),
  ]
  const [hall, online] = [columns.amount('feeHall'), columns.amount('feeOnline')]
  const hasPrice = columns.has('price')
  const fromPaid = !hasPrice && !columns.has('unitPrice') && columns.has('paid')
  const fromNet = !hasPrice && !columns.has('unitPrice') && columns.has('priceNet') && !fromPaid
  return (row) => {
    const word = kinds(row)
    const kind = word === undefined ? undefined : saleKindNamed(word)
    if (word !== undefined && kind === undefined) {
      row.fault ??= quarantined('value_unknown', `“${word}” is neither a sale nor a refund.`)
    }
    const [unit, taxMinor] = [one(row), tax(row)]
    const [feeHallMinor, feeOnlineMinor] = [hall(row), online(row)]
    const stated = hasQuantity ? needed(row, count(row), 'The row has no quantity.') : undefined
    if (row.fault) return undefined
    const total = fromPaid
      ? minus(paid(row), (feeHallMinor ?? 0n) + (feeOnlineMinor ?? 0n))
      : fromNet
        ? plus(net(row), taxMinor)
        : all(row)
    const lone = total ?? unit
    const quantity = stated ?? (lone !== undefined && lone < 0n ? -1n : 1n)
    if (quantity === 0n || quantity > QUANTITY_MOST || quantity < -QUANTITY_MOST) {
      const say = `“${quantity}” is no number of tickets.`
      row.fault ??= quarantined('quantity_unreadable', say)
      return undefined
    }
    const price = total ?? (hasPrice || unit === undefined ? undefined : inTotal(unit, quantity))
    if (price === undefined) {
      row.fault ??= quarantined('value_missing', 'The row has no price.')
      return undefined
    }
    if (
      unit !== undefined &&
      total !== undefined &&
      inTotal(unit, quantity) !== abs(total, quantity)
    ) {
      row.fault ??= quarantined('amounts_disagree', disagreement(quantity, unit, total))
      return undefined
    }
    return signed({
      kind: kind ?? (quantity < 0n || price < 0n ? 'refund' : 'sale'),
      quantity: Number(quantity),
      priceMinor: price,
      feeHallMinor,
      feeOnlineMinor,
      taxMinor,
    })
  }
}

function minus(left: bigint | undefined, right: bigint): bigint | undefined {
  return left === undefined ? undefined : left - right
}

function plus(left: bigint | undefined, right: bigint | undefined): bigint | undefined {
  return left === undefined || right === undefined ? undefined : left + right
}

/** Of a refund either the quantity or the price of one may carry the sign. */
function inTotal(unit: bigint, quantity: bigint): bigint {
  const product = unit * quantity
  return quantity < 0n && unit < 0n ? -product : product
}

function abs(total: bigint, quantity: bigint): bigint {
  return quantity < 0n && total > 0n ? -total : total
}

function disagreement(quantity: bigint, unit: bigint, total: bigint): string {
  return `${quantity} × ${unit} is not ${total}, in the smallest unit of the currency.`
}

/** Every figure of a refund is negative, whichever of them the file signed. */
function signed(sale: Sale): Sale {
  if (sale.kind === 'sale') return sale
  const down = (amount: bigint | undefined) =>
    amount !== undefined && amount > 0n ? -amount : amount
  return {
    kind: 'refund',
    quantity: sale.quantity > 0 ? -sale.quantity : sale.quantity,
    priceMinor: sale.priceMinor > 0n ? -sale.priceMinor : sale.priceMinor,
    feeHallMinor: down(sale.feeHallMinor),
    feeOnlineMinor: down(sale.feeOnlineMinor),
    taxMinor: down(sale.taxMinor),
  }
}
