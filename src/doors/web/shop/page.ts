import type { Lang } from '../shared/numbers.ts'
import type { OrderView, Refusal, ScreeningView, SeatsView } from './wire.ts'

export type ShopCinema = {
  readonly id: string
  readonly name: string
  readonly timezone: string
  /** Its present trading day. */
  readonly tradingDay: string
  /** Of the sample circuit, where nothing is real. */
  readonly sample: boolean
}

/** A film as a poster has it. */
export type Poster = {
  readonly id: string
  readonly title: string
  readonly originalTitle: string
  readonly rating: string
  readonly synopsis: string
  readonly runtimeMinutes?: number
}

/** What a page is of; each stands at an address of its own. */
export type Body =
  | { readonly is: 'cinemas'; readonly cinemas: readonly ShopCinema[] }
  | CinemaBody
  | FilmBody
  | SeatsBody
  | OrderBody
  | { readonly is: 'tickets' }
  | { readonly is: 'problem'; readonly status: number; readonly say: string }

export type CinemaBody = {
  readonly is: 'cinema'
  readonly cinema: ShopCinema
  readonly day: string
  /** Days with screenings on sale, and the one that is looked at. */
  readonly days: readonly string[]
  readonly screenings: readonly ScreeningView[]
}

export type FilmBody = {
  readonly is: 'film'
  readonly film: Poster
  readonly cinemas: readonly ShopCinema[]
  readonly screenings: readonly ScreeningView[]
}

export type SeatsBody = {
  readonly is: 'seats'
  readonly cinema: ShopCinema
  readonly screening: ScreeningView
  readonly seats: SeatsView
  readonly party: number
  /** Held already, and on the way to be paid. */
  readonly order?: OrderView
  /** Why the form did not go through. */
  readonly refused?: Refusal
  /** Makes sending the form twice hold once. */
  readonly formKey: string
}

export type OrderBody = {
  readonly is: 'order'
  readonly cinema: ShopCinema
  readonly screening: ScreeningView
  readonly order: OrderView
  readonly token: string
  /** The guest comes back from the wallet. */
  readonly back: boolean
  readonly qr?: QrDrawing
  readonly taxName: string
  readonly formKey: string
  readonly refused?: Refusal
}

/** A code as one path of squares, `size` of them in each direction, its quiet zone among them. */
export type QrDrawing = { readonly size: number; readonly path: string }

/** Whether a page shows what is not real. */
export function isOfSample(body: Body): boolean {
  if ('cinema' in body) return body.cinema.sample
  return 'cinemas' in body && body.cinemas.some(({ sample }) => sample)
}

export type ShopPage = {
  readonly lang: Lang
  /** Where the server is reached: "http://localhost:3000". */
  readonly origin: string
  /** Path and query, without the language. */
  readonly address: string
  readonly body: Body
  /** schema.org, as the API gives it. */
  readonly events?: readonly unknown[]
}

/** What every page brings along. */
export type ShopAssets = {
  /** Addresses of the scripts by page, each page's own first. */
  readonly scripts: Readonly<Record<string, readonly string[]>>
  /** Those with the words, by language. */
  readonly texts: Readonly<Record<string, readonly string[]>>
  readonly style: string
  readonly font: string
}

export type RenderShop = (page: ShopPage, assets: ShopAssets) => string
