import { readFileSync } from 'node:fs'

/** The program's version, as package.json has it. */
export const VERSION: string = readVersion()

function readVersion(): string {
  const path = new URL('../../../package.json', import.meta.url)
  const found: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (typeof found === 'object' && found !== null && 'version' in found) {
    return String(found.version)
  }
  throw new Error('package.json has no version')
}
