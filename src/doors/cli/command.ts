import type { Config } from '#config'

/** Where a command writes; a parameter, so that tests can read it. */
export type Output = {
  /** The result, on standard output. */
  out(text: string): void
  /** What went wrong or goes on, on standard error. */
  note(text: string): void
  /** The same where it is a file: its bytes as they are, at the pace at which they are taken. */
  bytes?(piece: Uint8Array): Promise<void>
  /** Overwrites its last line on a terminal; does nothing elsewhere. */
  progress(text: string): void
}

export const FORMATS = ['table', 'json', 'csv'] as const
export type Format = (typeof FORMATS)[number]

export type Invocation = {
  readonly config: Config
  readonly format: Format
  /** Where one of the command's own kinds of files was asked for: which. */
  readonly file?: string
  /** Flags by name; those that may repeat as lists. */
  readonly flags: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  readonly words: readonly string[]
  readonly output: Output
  /** Aborted on SIGINT and SIGTERM. */
  readonly signal: AbortSignal
}

export type Flag = {
  readonly name: string
  readonly type: 'string' | 'boolean'
  readonly multiple?: true
  readonly meaning: string
}

/** 0 done, 1 failed, 2 asked wrongly. */
export type Exit = 0 | 1 | 2

/** A command as a value: the launcher runs it, the reference page is made from it. */
export type Command = {
  readonly name: string
  readonly summary: string
  readonly usage: string
  readonly flags: readonly Flag[]
  /** Kinds of files that `--format` may name beside table, json and csv. */
  readonly files?: readonly string[]
  run(invocation: Invocation): Promise<Exit>
}

/** A flag's text, or undefined. */
export function text(invocation: Invocation, name: string): string | undefined {
  const value = invocation.flags[name]
  return typeof value === 'string' ? value : undefined
}
