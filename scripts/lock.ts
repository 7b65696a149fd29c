// Completes package-lock.json: a registry that lacks other platforms' packages leaves them out, and
// `npm ci` then refuses the file on those platforms. Each absent one is added by name and version.
import { readFileSync, writeFileSync } from 'node:fs'

type Locked = {
  readonly version?: string
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optional?: true
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Lock = { packages: Record<string, Locked> }

const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32']
const CPU = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']
const EXACT = /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/

const path = 'package-lock.json'
const text = readFileSync(path, 'utf8')
const lock: Lock = JSON.parse(text)
const added = complete(lock)
if (added.length > 0) {
  lock.packages = sorted(lock.packages)
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
}
console.log(added.length === 0 ? `${path} is complete` : `added to ${path}:\n${added.join('\n')}`)

function complete({ packages }: Lock): string[] {
  const added: string[] = []
  for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isLocked(packages, place, name)) continue
      if (!EXACT.test(version)) throw new Error(`${place} wants ${name} ${version}: which is that?`)
      packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true }
      added.push(`${name} ${version}`)
    }
  }
  return added
}

/** Looks where Node would: beside the package itself, then in each folder further up. */
function isLocked(packages: Lock['packages'], place: string, name: string): boolean {
  for (let at = place; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    if (packages[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`]) return true
    if (at === '') return false
  }
}

/** Such packages are named for their platform: `@biomejs/cli-linux-x64-musl`. */
function platformOf(name: string): Pick<Locked, 'cpu' | 'libc' | 'os'> {
  const parts = name.split(/[/-]/)
  const os = parts.find((part) => OS.includes(part))
  const cpu = parts.find((part) => CPU.includes(part))
  // Without it, npm would fetch those for Alpine on every Linux.
  const musl = os === 'linux' && parts.some((part) => part.startsWith('musl'))
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(musl ? { libc: ['musl'] } : {}),
    ...(os === undefined ? {} : { os: [os] }),
  }
}

function sorted(packages: Lock['packages']): Lock['packages'] {
  const byName = ([one]: [string, Locked], [two]: [string, Locked]) => one.localeCompare(two, 'en')
  return Object.fromEntries(Object.entries(packages).toSorted(byName))
}
