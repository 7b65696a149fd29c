/** What seller and reckoning agree on: a sale's number says what it came to. */
export const LIVE_CINEMA = 'The Live'
export const LIVE_SOURCE = 'The counter'
export const LIVE_FILM = 'Tonight'
export const SALE_EVERY_MS = 20

export function ticketsOf(number: number): number {
  return 1 + (number % 4)
}

/** In minor units, for all its tickets. */
export function priceOf(number: number): number {
  return ticketsOf(number) * (3_000 + (number % 97) * 25)
}
