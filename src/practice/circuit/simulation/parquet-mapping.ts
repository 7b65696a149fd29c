import type { Territory } from './territory.ts'

/** The mappings by which Fullhouse reads its own simulated files, as anybody would write them. */
export function ticketsMapping({ timezone }: Territory): string {
  return `# fullhouse import tickets-*.parquet --mapping tickets.yaml --cinema "Simulated circuit" …
name: Simulated tickets
table: ticket
timezone: ${timezone}
rows: counted
scope: part
reading:
  format: parquet
columns:
  cinema: cinema
  city: city
  auditorium: auditorium
  film: film
  distributor: distributor
  format: format
  language: language
  starts_at: { field: startsAt, zone: UTC }
  ticket_type: ticketType
  seat: seat
  channel: channel
  payment: payment
  quantity: quantity
  price: price
  fee_hall: feeHall
  fee_online: feeOnline
  tax: tax
  currency: currency
  sold_at: { field: soldAt, zone: UTC }
ignore: [ticket, kind, screening, trading_day]
`
}

export function screeningsMapping({ timezone }: Territory): string {
  return `# fullhouse import screenings-*.parquet --mapping screenings.yaml
name: Simulated screenings
table: screening
timezone: ${timezone}
rows: [film, startsAt, auditorium, cinema, city]
scope: part
reading:
  format: parquet
columns:
  cinema: cinema
  city: city
  auditorium: auditorium
  film: film
  distributor: distributor
  format: format
  language: language
  starts_at: { field: startsAt, zone: UTC }
  seats: seats
  status: status
  price_low: priceLow
  price_high: priceHigh
  currency: currency
ignore: [screening, trading_day]
`
}
