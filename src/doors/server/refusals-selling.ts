import type { RefusalRule } from './refusal-rule.ts'

/** What may be refused between choosing a seat and walking in, programme and prices included. */
export const SELLING_REFUSALS = {
  hold_expired: {
    status: 409,
    title: 'The time of the hold is over',
    remedy: 'Choose the seats again.',
  },
  hold_prolonged_already: {
    status: 409,
    title: 'The hold was prolonged already',
    remedy: 'Pay before it ends, or choose again.',
  },
  love_seat_split: {
    status: 422,
    title: 'Half a love seat was chosen',
    remedy: 'Take the other half too, or another seat.',
  },
  money_short: {
    status: 422,
    title: 'The cash given is less than the price',
    remedy: 'Take at least what is to pay.',
  },
  no_seats_left: {
    status: 409,
    title: 'There are not so many seats left',
    remedy: 'Ask for fewer, or for another screening.',
  },
  nothing_due: {
    status: 409,
    title: 'Nothing is due back',
    remedy: 'See what was given back already in the payments of the order.',
  },
  nothing_to_pay: {
    status: 422,
    title: 'The order costs nothing',
    remedy: 'Pay it as complimentary, with a reason.',
  },
  order_cannot_move: {
    status: 409,
    title: 'That cannot happen to the order any more',
    remedy: 'See what the order is now, and go on from there.',
  },
  order_unknown: {
    status: 404,
    title: 'There is no such order',
    remedy: 'Check the number and the token, or the code on the ticket.',
  },
  overloaded: {
    status: 503,
    title: 'Too many guests at this moment',
    remedy: 'Wait as long as Retry-After says, and send it again with the same key.',
  },
  reason_needed: {
    status: 422,
    title: 'There is no reason',
    remedy: 'Say why; it stands in the day’s report.',
  },
  scan_unknown: {
    status: 404,
    title: 'There is no such admission',
    remedy: 'Undo a scan that let somebody in, by the number that its gate gave it.',
  },
  screening_cancelled: {
    status: 409,
    title: 'The screening was cancelled',
    remedy: 'Choose another screening.',
  },
  screening_not_on_sale: {
    status: 409,
    title: 'The screening is not on sale',
    remedy: 'Put it on sale first, or choose another.',
  },
  screening_started: {
    status: 409,
    title: 'It is too late for this screening',
    remedy: 'Choose a later one; the counter sells until half an hour after the start.',
  },
  screening_unknown: {
    status: 404,
    title: 'There is no such screening',
    remedy: 'List the programme to see which there are.',
  },
  seat_gap: {
    status: 409,
    title: 'That leaves a single seat alone',
    remedy: 'Take the seats that are named instead, or send keepGap to keep your choice.',
  },
  seat_not_for_sale: {
    status: 409,
    title: 'The seat is not for sale',
    remedy: 'Choose another; house seats are sold at the counter.',
  },
  seat_taken: {
    status: 409,
    title: 'Somebody else has the seat',
    remedy: 'Choose another; those named are free together.',
  },
  tariff_ended: {
    status: 409,
    title: 'There are no prices in force',
    remedy: 'Make the next version of the price card.',
  },
  ticket_admitted: {
    status: 409,
    title: 'The guest is in already',
    remedy: 'Undo the admission at the door first.',
  },
  ticket_type_unknown: {
    status: 422,
    title: 'There is no such ticket for this seat',
    remedy: 'Use a ticket type that the prices of the screening list.',
  },
  ticket_unknown: {
    status: 404,
    title: 'There is no such good ticket in the order',
    remedy: 'See which tickets of the order are good.',
  },
  too_many_seats: {
    status: 422,
    title: 'Too many seats, or none',
    remedy: 'A guest takes 1 to 10 different seats, the counter up to 50.',
  },
  undo_too_late: {
    status: 409,
    title: 'The scan cannot be undone any more',
    remedy: 'Let the guests pass by hand, or ask the office to look at the order.',
  },
  void_too_late: {
    status: 409,
    title: 'It is too late to make the sale void',
    remedy: 'Refund it instead.',
  },
} as const satisfies Readonly<Record<string, RefusalRule>>
