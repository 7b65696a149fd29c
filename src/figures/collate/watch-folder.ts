import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Asker } from '#identity'
import type { Log } from '#kernel'
import { faultText } from '#kernel'
import type { Store } from '#store'
import type { Importer } from './importer.ts'
import { readingsAlike } from './readings-alike.ts'
import type { Settled, Sighting } from './watch-store.ts'
import { seeFile, settleFile, sightings } from './watch-store.ts'

export type Watching = {
  readonly store: Store
  readonly importer: Importer
  readonly asker: Asker
  /** Absolute. */
  readonly folder: string
  readonly log: Log
  readonly signal: AbortSignal
  readonly everyMs: number
}

/** New files that one look notes at most; the next look notes the next. */
const NEW_FILES_MAX = 5_000

/**
 * Takes in what is put into a folder, until the signal. A file counts as there when two looks found it
 * the same; it stays where it lies, and is taken in again when it has changed. Of an installation's
 * processes one watches, by the lease `watch-folder`.
 */
export async function watchFolder(watching: Watching): Promise<void> {
  const { store, log, signal, everyMs } = watching
  while (!signal.aborted) {
    const lease = await store.lease('watch-folder').catch(() => undefined)
    let held = lease !== undefined
    void lease?.lost.then(() => {
      held = false
    })
    while (held && !signal.aborted) {
      try {
        await lookOnce(watching)
      } catch (fault) {
        // A folder that is away, or an engine, comes back; nothing is lost by waiting.
        if (!signal.aborted) log('The watched folder waits', { reason: faultText(fault) })
      }
      await pause(everyMs, undefined, { signal }).catch(() => undefined)
    }
    await lease?.release().catch(() => undefined)
    await pause(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

/**
 * One look: what is as it was at the last look is taken in, what is new or changed is noted. A file that
 * breaks is looked at again the next time, and holds up no other.
 */
export async function lookOnce(watching: Watching): Promise<void> {
  const { store, folder, log, signal } = watching
  const known = new Map((await sightings(store)).map((one) => [one.path, one]))
  const found = await filesIn(folder, known)
  for (const sighting of known.values()) {
    if (sighting.state !== 'arriving') continue
    signal.throwIfAborted()
    const { path } = sighting
    try {
      const now = found.get(path)
      if (!now) await settle(store, path, { state: 'failed', say: 'The file went away.' })
      else if (same(now, sighting)) await settle(store, path, await takeIn(watching, now))
    } catch (fault) {
      signal.throwIfAborted()
      log('A watched file waits', { path, reason: faultText(fault) })
    }
  }
  const changed = [...found.values()].filter((now) => {
    const before = known.get(now.path)
    return !before || !same(now, before)
  })
  if (changed.length === 0) return
  await store.write(async (transaction) => {
    for (const sighting of changed) await seeFile(transaction, sighting)
  })
}

function same(left: Sighting, right: Sighting): boolean {
  return left.bytes === right.bytes && left.changedMs === right.changedMs
}

async function settle(store: Store, path: string, settled: Settled): Promise<void> {
  await store.write((transaction) => settleFile(transaction, path, settled))
}

/** Files of the folder and of the folders in it; hidden ones and those still being sent are left. */
async function filesIn(
  folder: string,
  known: ReadonlyMap<string, Sighting>,
): Promise<Map<string, Sighting>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const paths = entries
    .filter((entry) => entry.isFile() && !/^\.|\.(part|tmp|crdownload|filepart)$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()
  const found = new Map<string, Sighting>()
  let room = NEW_FILES_MAX
  for (const path of paths) {
    if (!known.has(path) && room-- <= 0) continue
    const facts = await stat(join(folder, path)).catch(() => undefined)
    if (!facts) continue
    found.set(path, { path, bytes: facts.size, changedMs: Math.trunc(facts.mtimeMs) })
  }
  return found
}

async function takeIn(
  { importer, asker, folder, signal }: Watching,
  { path }: Sighting,
): Promise<Settled> {
  const view = await importer.receive(asker, basename(path), createReadStream(join(folder, path)))
  const fileId = Number(view.id)
  if (!view.layout && !view.mapping) {
    const state = view.reading ? 'asks' : 'failed'
    return { state, fileId, ...(view.say !== undefined && { say: view.say }) }
  }
  // The folder it lies in names the cinema, if any.
  const place = dirname(path)
  const cinema = place === '.' ? undefined : basename(place)
  const mappingId = view.mapping?.id
  const request = { fileId: view.id, cinema, ...(mappingId !== undefined && { mappingId }) }
  const { alike, others } = await readingsAlike(importer, asker, view)
  let importId: number | undefined
  for (const reading of alike) {
    const begun = await importer.begin(asker, { ...request, reading, isPart: alike.length > 1 })
    if (!begun.ok) return { state: 'asks', fileId, say: begun.say }
    const done = await importer.run(asker, begun.value.id, signal)
    importId = Number(done.id)
    if (done.state !== 'failed') continue
    return { state: 'failed', fileId, importId, ...(done.say !== undefined && { say: done.say }) }
  }
  const say =
    others.length === 0 ? undefined : `Not read, being of another kind: ${others.join(', ')}.`
  return {
    state: 'imported',
    fileId,
    ...(importId !== undefined && { importId }),
    ...(say !== undefined && { say }),
  }
}
