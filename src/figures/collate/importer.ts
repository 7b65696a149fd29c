import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Asker } from '#identity'
import type { Log, Outcome } from '#kernel'
import {
  accept,
  DAY_STARTS_AT,
  faultText,
  isCurrency,
  parseId,
  refuse,
  tidyText,
  timezoneNamed,
} from '#kernel'
import { sourceId } from '#programme'
import type { Store } from '#store'
import type { Cinema } from '#venues'
import { addCinema, addOrganisation, cinemaById, cinemas } from '#venues'
import type { Fates, FileView, ImportView } from './import.ts'
import { addImport, importView, unfinishedImports } from './import-store.ts'
import { createTurns } from './import-turn.ts'
import type { ImportParts } from './run-import.ts'
import { layoutOf, receiveFile, sourceFileById, viewFile } from './source-file.ts'
import { tryImport } from './try-out.ts'

/** The organisation of whoever runs this installation, until organisations can be made by hand. */
export const OWN_ORGANISATION = 'Your cinema'

export type ImportRequest = {
  readonly fileId: string
  readonly cinema: string
  /** Needed for a cinema that is new; for a known one they must agree, or be left out. */
  readonly timezone?: string | undefined
  readonly currency?: string | undefined
  readonly layout?: string | undefined
}

export type ImportRefusal =
  | 'file_missing'
  | 'layout_unknown'
  | 'cinema_needed'
  | 'timezone_unknown'
  | 'currency_unknown'
  | 'cinema_differs'

export type Importer = {
  /** Keeps the bytes and says what they look like; nothing is imported yet. */
  receive(asker: Asker, name: string, input: Readable): Promise<FileView>
  /** Makes the import, or finds the one of the same file that was cut off. */
  begin(asker: Asker, request: ImportRequest): Promise<Outcome<ImportView, ImportRefusal>>
  /** Every row's fate if it were imported; makes no cinema and writes no figure. */
  tryOut(asker: Asker, request: ImportRequest): Promise<Outcome<Fates, ImportRefusal>>
  /** Reads an import to its end; safe to call by several processes, and again after a crash. */
  run(asker: Asker, importId: string, signal: AbortSignal): Promise<ImportView>
  /** Imports that were cut off. */
  unfinished(): Promise<readonly string[]>
}

export function createImporter(parts: ImportParts): Importer {
  const { store, folder } = parts
  const turns = createTurns(parts)
  return {
    receive: async (_asker, name, input) =>
      viewFile(folder, await receiveFile(store, folder, name, input)),
    begin: (_asker, request) => begin(parts, request),
    tryOut: (_asker, request) => tryOut(parts, request),
    run: async (_asker, importId, signal) => {
      const id = parseId(importId) ?? 0
      await turns.run(id, signal)
      const view = await importView(store, id)
      if (!view) throw new Error(`There is no import ${importId}`)
      return view
    },
    unfinished: async () => (await unfinishedImports(store)).map(String),
  }
}

async function tryOut(
  { store, warehouse, folder }: ImportParts,
  request: ImportRequest,
): Promise<Outcome<Fates, ImportRefusal>> {
  const file = await sourceFileById(store, parseId(request.fileId) ?? 0)
  if (!file) return refuse('file_missing', `There is no file ${request.fileId}. Give it again.`)
  const layout = await layoutOf(folder, file.sha256, request.layout)
  if (!layout.ok) return layout
  const cinema = await knownOrDescribed(store, request)
  if (!cinema.ok) return cinema
  const trial = { warehouse, folder, sha256: file.sha256, layout: layout.value }
  const place = await placeOf(store, cinema.value, layout.value.name)
  return accept(await tryImport({ ...trial, cinema: cinema.value, ...(place && { place }) }))
}

async function begin(
  { store, folder }: ImportParts,
  request: ImportRequest,
): Promise<Outcome<ImportView, ImportRefusal>> {
  const file = await sourceFileById(store, parseId(request.fileId) ?? 0)
  if (!file) return refuse('file_missing', `There is no file ${request.fileId}. Give it again.`)
  const layout = await layoutOf(folder, file.sha256, request.layout)
  if (!layout.ok) return layout
  const cinema = await cinemaFor(store, request)
  if (!cinema.ok) return cinema
  const { id, version } = layout.value
  const importId = await store.write(async (transaction) => {
    const organisationId = cinema.value.organisationId
    const from = { organisationId, kind: 'file', name: layout.value.name } as const
    return addImport(transaction, {
      organisationId,
      cinemaId: cinema.value.id,
      sourceId: await sourceId(transaction, from),
      sourceFileId: file.id,
      fileName: file.name,
      layout: id,
      layoutVersion: version,
    })
  })
  const view = await importView(store, importId)
  if (!view) throw new Error('The import just made is not there')
  return accept(view)
}

type Described = Pick<Cinema, 'timezone' | 'currency' | 'dayStartsAt'> & Partial<Cinema>

/** The cinema named, checked against what is known of it; a new one is made. */
async function cinemaFor(
  store: Store,
  request: ImportRequest,
): Promise<Outcome<Cinema, ImportRefusal>> {
  const described = await knownOrDescribed(store, request)
  if (!described.ok) return described
  const id = await store.write(async (transaction) => {
    const own = { name: OWN_ORGANISATION, sample: false }
    const organisationId = await addOrganisation(transaction, own)
    const { timezone, currency, dayStartsAt } = described.value
    const name = tidyText(request.cinema)
    const cinema = { organisationId, name, timezone, currency, dayStartsAt, live: false }
    return addCinema(transaction, cinema)
  })
  const cinema = await cinemaById(store, id)
  if (!cinema) throw new Error('The cinema just made is not there')
  return accept(cinema)
}

async function knownOrDescribed(
  store: Store,
  request: ImportRequest,
): Promise<Outcome<Described, ImportRefusal>> {
  const name = tidyText(request.cinema)
  if (name === '') return refuse('cinema_needed', 'Say which cinema the file is from.')
  const { timezone, currency } = request
  const known = (await cinemas(store)).find((one) => !one.sample && one.name === name)
  if (known) return agrees(known, timezone, currency)
  const zone = timezoneNamed(timezone ?? '')
  if (zone === undefined) {
    const say = `“${timezone ?? ''}” is no time zone. Give one such as America/Chicago.`
    return refuse('timezone_unknown', say)
  }
  if (currency === undefined || !isCurrency(currency)) {
    const say = `“${currency ?? ''}” is no currency. Give an ISO 4217 code such as USD.`
    return refuse('currency_unknown', say)
  }
  return accept({ timezone: zone, currency, dayStartsAt: DAY_STARTS_AT })
}

/** Where rows of that layout may stand already. */
async function placeOf(store: Store, cinema: Described, sourceName: string) {
  const { id, organisationId } = cinema
  if (id === undefined || organisationId === undefined) return undefined
  const from = { organisationId, kind: 'file', name: sourceName } as const
  const source = await store.write((transaction) => sourceId(transaction, from))
  return { owner: organisationId, cinema: id, source }
}

function agrees(
  known: Cinema,
  timezone: string | undefined,
  currency: string | undefined,
): Outcome<Cinema, 'cinema_differs'> {
  const sameZone = timezone === undefined || timezoneNamed(timezone) === known.timezone
  const sameCurrency = currency === undefined || currency === known.currency
  if (sameZone && sameCurrency) return accept(known)
  const say =
    `“${known.name}” is known with ${known.timezone} and ${known.currency}. ` +
    'Leave both out, or give the file under another cinema name.'
  return refuse('cinema_differs', say)
}

/** Finishes whatever was cut off, now and whenever something is; until the signal. */
export async function resumeImports(
  importer: Importer,
  asker: Asker,
  { log, signal, everyMs }: { log: Log; signal: AbortSignal; everyMs: number },
): Promise<void> {
  while (!signal.aborted) {
    try {
      const ids = await importer.unfinished()
      // Side by side: one that waits or breaks must not hold up another cinema's.
      const ended = await Promise.allSettled(ids.map((id) => importer.run(asker, id, signal)))
      for (const one of ended) if (one.status === 'rejected') throw one.reason
    } catch (fault) {
      // An engine that is away comes back; the import goes on where it was.
      if (!signal.aborted) log('Imports wait', { reason: faultText(fault) })
    }
    await pause(everyMs, undefined, { signal }).catch(() => undefined)
  }
}
