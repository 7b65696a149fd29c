import { isAbsolute, join, resolve } from 'node:path'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Environment } from './environment.ts'
import { nearest } from './nearest.ts'
import type { Setting, SettingName } from './settings.ts'
import { SETTINGS } from './settings.ts'

export type Config = {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataFolder: string
  readonly sample: boolean
  readonly databaseUrl?: string
  readonly clickhouseUrl?: string
  /** Absolute; where files are put to be imported by themselves. */
  readonly watchFolder?: string
  /** Absolute; the browser that prints pages. Where it is set no other is tried. */
  readonly browser?: string
  /** How long seats are held for a guest; ticketing's own rule unless it is set. */
  readonly holdSeconds?: number
  /** How often figures are checked; the keeper's own rule unless it is set. */
  readonly checkSeconds?: number
  /** What one question may cost; the planner's own rule where it is not set. */
  readonly question?: QuestionCost
}

/** Limits of one question, those that are set. */
export type QuestionCost = {
  readonly seconds?: number
  readonly megabytes?: number
  readonly rows?: number
}

/** Flags as the command line gave them, by name without dashes; those of no setting are ignored. */
export type Flags = Readonly<Record<string, unknown>>

type Refusal = 'setting_invalid'
type Given = Readonly<Partial<Record<SettingName, string>>>

const OUR_PREFIX = 'FULLHOUSE_'
const PORT_MAX = 65_535
const SECONDS_MAX = 7_200

/**
 * What is set, checked. Refuses a value that cannot be, and a FULLHOUSE_ variable that no setting
 * has, since a misspelt one would be passed over in silence. An empty value counts as not set.
 */
export function readConfig(flags: Flags, environment: Environment): Outcome<Config, Refusal> {
  const unknown = unknownVariable(environment)
  if (unknown) return unknown
  const given: Partial<Record<SettingName, string>> = {}
  for (const setting of SETTINGS) {
    const value = givenFor(setting, flags, environment)
    if (value === undefined) continue
    const complaint = complain(setting, value)
    if (complaint !== undefined)
      return refuse('setting_invalid', `${sourceOf(setting)} ${complaint}`)
    given[setting.name] = value
  }
  return accept(assemble(given, environment))
}

function unknownVariable({ variables }: Environment) {
  const known = SETTINGS.flatMap(({ variable }) => variable ?? [])
  for (const name of Object.keys(variables).toSorted()) {
    if (!name.startsWith(OUR_PREFIX) || known.includes(name)) continue
    const choices = nearest(name, known)
    const say = `There is no setting ${name}. Did you mean ${choices.join(' or ')}?`
    return refuse('setting_invalid', say, choices)
  }
  return undefined
}

function givenFor(setting: Setting, flags: Flags, environment: Environment): string | undefined {
  const flag = setting.flag === undefined ? undefined : flags[setting.flag]
  const variable = setting.variable === undefined ? '' : environment.variables[setting.variable]
  const value = flag === undefined ? variable : String(flag)
  return value === '' ? undefined : value
}

function sourceOf({ flag, variable }: Setting): string {
  return [flag && `--${flag}`, variable].filter((name) => name !== undefined).join(' or ')
}

/** What is wrong with a value, to be read after the setting's names. */
function complain({ type, schemes = [] }: Setting, value: string): string | undefined {
  switch (type) {
    case 'port': {
      const ok = /^\d{1,5}$/.test(value) && Number(value) <= PORT_MAX
      return ok ? undefined : `takes a port from 0 to ${PORT_MAX}, not "${value}".`
    }
    case 'seconds': {
      const ok = /^[1-9]\d{0,3}$/.test(value) && Number(value) <= SECONDS_MAX
      return ok ? undefined : `takes seconds from 1 to ${SECONDS_MAX}, not "${value}".`
    }
    case 'count': {
      const ok = /^[1-9]\d{0,14}$/.test(value)
      return ok ? undefined : `takes a whole number from 1 on, not "${value}".`
    }
    case 'boolean':
      return /^(true|false)$/.test(value) ? undefined : `takes no value, but got "${value}".`
    case 'url': {
      // The value is not repeated: it may hold a password.
      const ok = URL.canParse(value) && schemes.includes(new URL(value).protocol)
      return ok ? undefined : `takes an address that begins with ${schemes.join('// or ')}//.`
    }
    case 'folder':
      return value.includes('\0') ? 'takes the path of a folder.' : undefined
    case 'file':
      return value.includes('\0') ? 'takes the path of a program.' : undefined
    case 'host':
      return /^[\w.:-]+$/.test(value) ? undefined : `takes an address or name, not "${value}".`
  }
}

function assemble(given: Given, environment: Environment): Config {
  return {
    port: Number(given.port ?? 3000),
    host: given.host ?? '127.0.0.1',
    dataFolder: resolve(given.dataFolder ?? defaultData(environment)),
    sample: given.sample === 'true',
    ...(given.databaseUrl === undefined ? {} : { databaseUrl: given.databaseUrl }),
    ...(given.clickhouseUrl === undefined ? {} : { clickhouseUrl: given.clickhouseUrl }),
    ...(given.browser === undefined ? {} : { browser: resolve(given.browser) }),
    ...(given.watchFolder === undefined ? {} : { watchFolder: resolve(given.watchFolder) }),
    ...(given.checkSeconds === undefined ? {} : { checkSeconds: Number(given.checkSeconds) }),
    ...(given.holdSeconds === undefined ? {} : { holdSeconds: Number(given.holdSeconds) }),
    ...questionCost(given),
  }
}

function questionCost({ questionSeconds, questionMegabytes, questionRows }: Given) {
  const cost: QuestionCost = {
    ...(questionSeconds !== undefined && { seconds: Number(questionSeconds) }),
    ...(questionMegabytes !== undefined && { megabytes: Number(questionMegabytes) }),
    ...(questionRows !== undefined && { rows: Number(questionRows) }),
  }
  return Object.keys(cost).length > 0 ? { question: cost } : {}
}

function defaultData({ variables, platform, root, home }: Environment): string {
  if (root) return '/var/lib/fullhouse'
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'fullhouse')
  const shared = variables['XDG_DATA_HOME'] ?? ''
  // The XDG rules say that a relative path there does not count.
  return join(isAbsolute(shared) ? shared : join(home, '.local', 'share'), 'fullhouse')
}
