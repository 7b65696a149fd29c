export type SettingName =
  | 'browser'
  | 'checkSeconds'
  | 'clickhouseUrl'
  | 'dataFolder'
  | 'databaseUrl'
  | 'holdSeconds'
  | 'host'
  | 'port'
  | 'questionMegabytes'
  | 'questionRows'
  | 'questionSeconds'
  | 'sample'
  | 'watchFolder'

export type SettingType =
  | 'boolean'
  | 'count'
  | 'file'
  | 'folder'
  | 'host'
  | 'port'
  | 'seconds'
  | 'url'

/** One thing a person may set. A flag wins over the environment, and that over the default. */
export type Setting = {
  readonly name: SettingName
  readonly type: SettingType
  /** Environment variable. */
  readonly variable?: string
  /** Command-line flag, without its dashes. */
  readonly flag?: string
  /** In words where it depends on the machine; absent where there is none. */
  readonly default?: string
  readonly unit?: string
  /** What addresses may begin with, of a url. */
  readonly schemes?: readonly string[]
  /** One sentence: what it does. */
  readonly meaning: string
}

/** Every setting there is. None is needed to start. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'port',
    type: 'port',
    variable: 'FULLHOUSE_PORT',
    flag: 'port',
    default: '3000',
    unit: 'TCP port, 0 for any free one',
    meaning: 'Where the server listens.',
  },
  {
    name: 'host',
    type: 'host',
    variable: 'FULLHOUSE_HOST',
    default: '127.0.0.1',
    unit: 'address or name',
    meaning:
      'The address the server listens on. Until there is sign-in it is one of this machine only ' +
      '(127.0.0.1, ::1 or localhost), and every other is refused.',
  },
  {
    name: 'dataFolder',
    type: 'folder',
    variable: 'FULLHOUSE_DATA',
    flag: 'data',
    default:
      '/var/lib/fullhouse as root; ~/Library/Application Support/fullhouse on macOS; ' +
      '$XDG_DATA_HOME/fullhouse or ~/.local/share/fullhouse otherwise',
    unit: 'folder',
    meaning: 'Where everything is kept. Whoever can read it is the operator.',
  },
  {
    name: 'sample',
    type: 'boolean',
    flag: 'sample',
    default: 'no',
    meaning: 'Opens the sample circuit: twenty invented cinemas with a season (91 days) of sales.',
  },
  {
    name: 'databaseUrl',
    type: 'url',
    variable: 'DATABASE_URL',
    schemes: ['postgres:', 'postgresql:'],
    meaning: 'A PostgreSQL from version 15 on, instead of the embedded one.',
  },
  {
    name: 'clickhouseUrl',
    type: 'url',
    variable: 'CLICKHOUSE_URL',
    schemes: ['http:', 'https:'],
    meaning: 'A ClickHouse server, instead of the embedded one.',
  },
  {
    name: 'watchFolder',
    type: 'folder',
    variable: 'FULLHOUSE_WATCH',
    flag: 'watch',
    unit: 'folder',
    meaning:
      'Files that are put here are imported by themselves; those in a folder below it are of the ' +
      'cinema that the folder is named after.',
  },
  {
    name: 'browser',
    type: 'file',
    variable: 'FULLHOUSE_BROWSER',
    default: 'a Chromium, Chrome or Edge that is installed; else our own on Linux on a 64-bit PC',
    unit: 'program',
    meaning: 'The browser that prints pages as PDF. Where it is set no other is tried.',
  },
  {
    name: 'checkSeconds',
    type: 'seconds',
    variable: 'FULLHOUSE_CHECK_SECONDS',
    default: '3600',
    unit: 'seconds, 1 to 7200',
    meaning: 'How often the figures of the last five weeks are checked.',
  },
  {
    name: 'holdSeconds',
    type: 'seconds',
    variable: 'FULLHOUSE_HOLD_SECONDS',
    default: '600',
    unit: 'seconds, 1 to 7200',
    meaning: 'How long seats are held for a guest who has not paid yet.',
  },
  {
    name: 'questionSeconds',
    type: 'seconds',
    variable: 'FULLHOUSE_QUESTION_SECONDS',
    default: '20',
    unit: 'seconds, 1 to 7200',
    meaning: 'How long one question to the figures may take before it is stopped, with advice.',
  },
  {
    name: 'questionMegabytes',
    type: 'count',
    variable: 'FULLHOUSE_QUESTION_MEGABYTES',
    default: '3072',
    unit: 'MiB',
    meaning: 'How much memory one question to the figures may take before it is stopped.',
  },
  {
    name: 'questionRows',
    type: 'count',
    variable: 'FULLHOUSE_QUESTION_ROWS',
    default: '5000000000',
    unit: 'rows',
    meaning: 'How many rows one question to the figures may read before it is stopped.',
  },
]
