import type { Target } from './connect.ts'

/** PostgreSQL as the store sees it: a child of ours, or somebody else's server. */
export type Engine = {
  readonly target: Target
  /** Resolves when it answers; starts, adopts or waits. Throws when it cannot, with the reason. */
  ensure(): Promise<void>
  /** Called when our connections are closed: the last one out stops the embedded PostgreSQL. */
  leave(): Promise<void>
}

/** How every connection of ours is called in pg_stat_activity, so that others can tell who lives. */
export const APPLICATION = 'fullhouse:'

/** One store of one process: `fullhouse:4711/9f3a01`. */
export function applicationName(pid: number, mark: string): string {
  return `${APPLICATION}${pid}/${mark}`
}
