import { homedir } from 'node:os'

/** What the machine says about itself; the only thing settings depend on besides flags. */
export type Environment = {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly platform: string
  /** Runs as root. */
  readonly root: boolean
  readonly home: string
}

/** The one place where the environment is read. */
export function readEnvironment(): Environment {
  return {
    variables: { ...process.env },
    platform: process.platform,
    root: process.getuid?.() === 0,
    home: homedir(),
  }
}
