/**
 * A file in the watched folder: still being written, taken in, waiting for somebody to say what it is,
 * or not readable.
 */
export type WatchedState = 'arriving' | 'imported' | 'asks' | 'failed'

export type WatchedView = {
  /** Below the watched folder. */
  readonly path: string
  readonly bytes: number
  readonly state: WatchedState
  /** What it asks, or why it failed. */
  readonly say?: string
  readonly fileId?: string
  readonly importId?: string
  /** ISO instant of the last change of its state. */
  readonly seenAt: string
}
