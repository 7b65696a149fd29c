/** One row as PostgreSQL gave it: int8 as bigint, numeric as text, timestamptz as Date. */
export type Row = Readonly<Record<string, unknown>>

/** Reads, with every value bound: `rows('select name from film where id = $1', id)`. */
export type Reader = {
  rows<Shape extends Row>(sql: string, ...values: readonly unknown[]): Promise<readonly Shape[]>
  /** The first row, if any. */
  row<Shape extends Row>(sql: string, ...values: readonly unknown[]): Promise<Shape | undefined>
}

/** A transaction: it also writes; `run` gives the number of rows it touched. */
export type Transaction = Reader & {
  run(sql: string, ...values: readonly unknown[]): Promise<number>
}

/**
 * `short`: for steps that touch few rows of large tables, many times a second. Their statements, which
 * are constants, are prepared once a connection, go out without waiting for each other's answers, and
 * find their rows by index alone. The one failing first makes the others of its transaction fail.
 */
export type Lane = 'usual' | 'short'

export type EngineState =
  | { readonly up: true }
  | { readonly up: false; readonly reason: string; readonly since: string }

/** A lease lasts until it is released or its connection dies; then `lost` resolves. */
export type Lease = {
  readonly lost: Promise<void>
  release(): Promise<void>
}

export type Subscription = { close(): Promise<void> }

/** PostgreSQL, embedded or by URL: what is true. */
export type Store = Reader & {
  /** Commits when `work` resolves, rolls back when it throws. Durable before it resolves. */
  write<Value>(work: (transaction: Transaction) => Promise<Value>, lane?: Lane): Promise<Value>
  /** Hears `notify` on a channel; `heard` is also called after a reconnect, since any may be missed. */
  listen(channel: string, heard: (payload: string) => void): Promise<Subscription>
  /** Takes a named lease of which the installation has one, or undefined if another holds it. */
  lease(name: string): Promise<Lease | undefined>
  state(): EngineState
  close(): Promise<void>
}

/** A change of the schema, run once, in the order of the list. `id` never changes once released. */
export type Migration = { readonly id: string; readonly sql: string }
