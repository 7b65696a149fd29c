import type { ConcessionSaid, StoredValueSaid } from '../said.ts'
import { cinemaOf, needed } from './film-and-cinema.ts'
import type { Moment } from './moments.ts'
import type { Read } from './row.ts'
import type { Making } from './said-by-table.ts'
import { saleOf } from './sale-amounts.ts'

export function concessionSaid(making: Making): Read<readonly ConcessionSaid[]> {
  const { columns, key } = making
  const [cinema, sale] = [cinemaOf(making), saleOf(making)]
  const sold = soldOf(making)
  const [product, group, priceType, channel, payment, order] = (
    ['product', 'productGroup', 'priceType', 'channel', 'payment', 'orderReference'] as const
  ).map(columns.text)
  return (row) => {
    const [ofCinema, soldAt, made] = [cinema(row), sold(row), sale(row)]
    needed(row, soldAt, 'The row does not say when it was sold.')
    const rowKey = key(row)
    const groupText = group?.(row) ?? ''
    const productText = product?.(row) ?? groupText
    if (row.fault || !soldAt || !made || rowKey === undefined) return undefined
    return [
      {
        table: 'concession',
        key: rowKey,
        ...(ofCinema && { cinema: ofCinema }),
        soldAtSeconds: soldAt.seconds,
        soldDay: soldAt.tradingDay,
        product: productText,
        productGroup: groupText,
        priceType: priceType?.(row) ?? '',
        channel: channel?.(row) ?? '',
        payment: payment?.(row) ?? '',
        orderReference: order?.(row) ?? '',
        quantity: made.quantity,
        priceMinor: made.priceMinor,
        taxMinor: made.taxMinor ?? 0n,
      },
    ]
  }
}

/** Of a file with dates alone, noon stands for the hour nobody wrote down. */
function soldOf({
  columns,
  mapping,
  context,
}: Making): Read<Pick<Moment, 'seconds' | 'tradingDay'>> {
  if (columns.has('soldAt') || columns.has('soldTime')) {
    return columns.moment('soldAt', 'soldDay', 'soldTime')
  }
  const days = columns.day('soldDay')
  const zone = mapping.timezone ?? context.timezone
  return (row) => {
    const day = days(row)
    if (day === undefined) return undefined
    const noon = Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(zone || 'UTC')
    return { seconds: Math.floor(noon.epochMilliseconds / 1000), tradingDay: day }
  }
}

export function storedValueSaid(making: Making): Read<readonly StoredValueSaid[]> {
  const { columns, key } = making
  const cinema = cinemaOf(making)
  const days = columns.day('day')
  const [card, activity, cardType, order] = (
    ['card', 'activity', 'cardType', 'orderReference'] as const
  ).map(columns.text)
  const [both, into, out] = (['amount', 'amountIn', 'amountOut'] as const).map(columns.amount)
  return (row) => {
    const [ofCinema, day, name] = [cinema(row), days(row), card?.(row)]
    needed(row, day, 'The row has no day.')
    needed(row, name, 'The row names no card.')
    const off = out?.(row)
    const parts = [both?.(row), into?.(row), off === undefined || off < 0n ? off : -off]
    const found = parts.filter((amount) => amount !== undefined)
    if (found.length === 0) needed(row, undefined, 'The row has no amount.')
    const rowKey = key(row)
    if (row.fault || day === undefined || name === undefined || rowKey === undefined)
      return undefined
    return [
      {
        table: 'stored_value',
        key: rowKey,
        ...(ofCinema && { cinema: ofCinema }),
        day,
        card: name,
        activity: activity?.(row) ?? '',
        cardType: cardType?.(row) ?? '',
        orderReference: order?.(row) ?? '',
        amountMinor: found.reduce((sum, amount) => sum + amount, 0n),
      },
    ]
  }
}
