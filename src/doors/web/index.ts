export { enRegistry } from './console/texts/en-registry.ts'
export { zhRegistry } from './console/texts/zh-registry.ts'
export { datesOf } from './shared/dates.ts'
export { numbersOf } from './shared/numbers.ts'
export type {
  Body,
  CinemaBody,
  FilmBody,
  OrderBody,
  Poster,
  QrDrawing,
  RenderShop,
  SeatsBody,
  ShopAssets,
  ShopCinema,
  ShopPage,
} from './shop/page.ts'
export type { Chosen } from './shop/seats/choice.ts'
export { chosenAs, takenSeats } from './shop/seats/choice.ts'
export type { OrderView, Refusal, ScreeningView, SeatsView } from './shop/wire.ts'
