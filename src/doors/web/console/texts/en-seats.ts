/** Sentences of tickets whose seat is out of order. */
export const enSeats = {
  moreTickets: '{count, plural, one {and # more ticket} other {and # more tickets}}',
  orderCalled: 'Order {code}',
  soldOutOfOrder: 'Sold, but out of order',
  soldOutOfOrderDo:
    '{count, plural, one {This ticket was} other {These tickets were}} sold before. ' +
    'Refund by the order’s code and sell another seat, or mend the seat in time.',
} satisfies Record<string, string>
