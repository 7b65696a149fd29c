import type { Failure } from './home.ts'
import type { Settings } from './settings.ts'
import type { BatchFormat } from './warehouse.ts'

/** How many of each kind run side by side, each on a connection of its own. */
export const LANES = { query: 4, insert: 1, command: 1, write: 1 } as const

export type LaneKind = keyof typeof LANES

export type ChildWork =
  | { readonly kind: 'query'; readonly sql: string; readonly settings: Settings }
  | {
      readonly kind: 'write'
      readonly sql: string
      /** A new file. */
      readonly path: string
      readonly settings: Settings
    }
  | {
      readonly kind: 'insert'
      readonly table: string
      readonly body: string
      readonly format: BatchFormat
      readonly settings: Settings
    }
  | { readonly kind: 'command'; readonly sql: string }

/** To the child. `lane` is the connection to use, and is never given to two at once. */
export type ChildRequest =
  | ({ readonly id: number; readonly lane: number } & ChildWork)
  | { readonly id: number; readonly kind: 'ping' }
  | { readonly id: number; readonly kind: 'close' }

/** From the child: that it is ready or cannot open, and an answer to each request. */
export type ChildReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'done'; readonly id: number; readonly text: string }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
