/**
 * Entry file of the importer that mangled files are given to: `mangle-child.ts DATA`. It does as it is told
 * over IPC and answers what its engines hold; what must be so, its parent alone knows.
 */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { ImportView } from '#collate'
import { OWN_ORGANISATION, readMappingText, saveMapping } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted, silentLog, systemClock } from '#kernel'
import { openHouse } from '#server'
import { addOrganisation } from '#venues'
import type { Family } from './mangle-families.ts'

export type MangleAsk =
  | { readonly kind: 'import'; readonly path: string; readonly told: Family['told'] }
  | { readonly kind: 'store'; readonly sql: string; readonly values: readonly unknown[] }
  | { readonly kind: 'warehouse'; readonly sql: string }
  | { readonly kind: 'memory' }

export type Imported = {
  /** Why the file was refused before a row of it was read. */
  readonly refused?: string
  readonly view?: ImportView
  readonly ms: number
}

export type MangleSaid =
  | { readonly kind: 'open' }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly say: string }

const PATIENCE_MS = 1_800_000
const config = { port: 0, host: '127.0.0.1', dataFolder: process.argv[2] ?? '', sample: false }
const house = await openHouse(config, systemClock, silentLog)
const say = (message: MangleSaid) => process.send?.(message)

process.on('message', (ask: MangleAsk) => {
  perform(ask).then(
    (value) => say({ kind: 'done', value }),
    (fault: unknown) =>
      say({ kind: 'failed', say: fault instanceof Error ? `${fault.stack}` : '?' }),
  )
})
process.once('disconnect', () => void house.close().then(() => process.exit()))
say({ kind: 'open' })

async function perform(ask: MangleAsk): Promise<unknown> {
  switch (ask.kind) {
    case 'import':
      return importFile(ask.path, ask.told)
    case 'store':
      return house.store.rows(ask.sql, ...ask.values)
    case 'warehouse':
      return house.warehouse.query(ask.sql)
    case 'memory':
      return process.resourceUsage().maxRSS / 1024
  }
}

async function importFile(path: string, told: Family['told']): Promise<Imported> {
  const startedAt = performance.now()
  const { importer } = house
  const { mapping, ...place } = told
  const file = await importer.receive(LOCAL_OWNER, basename(path), createReadStream(path))
  const mappingId = mapping && (await keepMapping(mapping))
  const request = { fileId: file.id, ...place, ...(mappingId && { mappingId }) }
  const begun = await importer.begin(LOCAL_OWNER, request)
  const ms = () => Math.round(performance.now() - startedAt)
  if (!begun.ok) return { refused: begun.say, ms: ms() }
  const patience = AbortSignal.timeout(PATIENCE_MS)
  const view = await importer.run(LOCAL_OWNER, begun.value.id, patience)
  return { view, ms: ms() }
}

async function keepMapping(text: string): Promise<string> {
  const mapping = expectAccepted(readMappingText(text))
  const id = await house.store.write(async (transaction) => {
    const own = { name: OWN_ORGANISATION, sample: false }
    return saveMapping(transaction, await addOrganisation(transaction, own), mapping)
  })
  return String(id)
}
