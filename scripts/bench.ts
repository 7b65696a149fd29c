import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

/** Runs one file of bench/: `npm run bench -- live [--quick]`. */
const [name, ...rest] = process.argv.slice(2)
const names = readdirSync('bench')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
if (name === undefined || !names.includes(name)) {
  console.error(`Name a bench: ${names.join(', ')}`)
  process.exit(2)
}
const { status } = spawnSync(process.execPath, [`bench/${name}.ts`, ...rest], { stdio: 'inherit' })
process.exit(status ?? 1)
