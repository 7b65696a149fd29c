import type { enSeats } from './en-seats.ts'

export const zhSeats: Record<keyof typeof enSeats, string> = {
  moreTickets: '另有 {count} 张票',
  orderCalled: '订单 {code}',
  soldOutOfOrder: '已售出但座位停用',
  soldOutOfOrderDo:
    '以下 {count} 张票在座位停用前已售出。请凭订单号退票并改售其他座位，或在开场前修好。',
}
