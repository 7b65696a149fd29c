import type { Operations } from '../console/wire/api.gen.ts'

/** What of the API the shop reads, as its description has it. */
export type ScreeningView = Operations['screening']['answer']
export type SeatsView = Operations['seats']['answer']
export type OrderView = Operations['orderById']['answer']
export type OrderState = OrderView['state']
export type SeatPrice = SeatsView['prices'][number]
/** By seat; a seat that is not named is free. */
export type SeatStates = SeatsView['states']

/** A no of the API, as the shop tells it. */
export type Refusal = {
  readonly refusal: string
  readonly say: string
  readonly choices?: readonly string[]
}
