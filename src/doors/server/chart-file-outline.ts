import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Outline, Topology } from '#charts'
import { outlineOf } from '#charts'

const require = createRequire(import.meta.url)
let outline: Promise<Outline> | undefined

/** Coasts and borders of the world, read once. */
export function worldOutline(): Promise<Outline> {
  outline ??= readFile(require.resolve('world-atlas/countries-50m.json'), 'utf8').then((text) => {
    // The package is pinned, and its shape with it.
    const topology: Topology = JSON.parse(text)
    return outlineOf(topology)
  })
  return outline
}
