import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Fates, ImportRequest, ImportView, Tried } from '#collate'
import {
  importView,
  notNeeded,
  OWN_ORGANISATION,
  readingsAlike,
  readMappingText,
  saveMapping,
} from '#collate'
import { LOCAL_OWNER } from '#identity'
import { money, moneyToDecimal, silentLog, systemClock } from '#kernel'
import type { Engined } from '#server'
import { openHouse } from '#server'
import { addOrganisation } from '#venues'
import type { Command, Exit, Format, Invocation } from './command.ts'
import { text } from './command.ts'
import { drawCsv } from './table.ts'

const PROGRESS_EVERY_MS = 200

export const importFiles: Command = {
  name: 'import',
  summary: 'Read files into the figures; the same file again adds nothing',
  usage: 'fullhouse import FILE… --cinema "The Art" --timezone America/Chicago --currency USD',
  flags: [
    { name: 'as', type: 'string', meaning: 'layout, where it should not be recognised by content' },
    { name: 'mapping', type: 'string', meaning: 'YAML file that says what the columns are' },
    { name: 'cinema', type: 'string', meaning: 'the cinema the files are from' },
    { name: 'timezone', type: 'string', meaning: 'IANA name, for a new cinema' },
    { name: 'currency', type: 'string', meaning: 'ISO 4217 code, for a new cinema' },
    { name: 'territory', type: 'string', meaning: 'ISO 3166, where the file is about a country' },
    { name: 'dry-run', type: 'boolean', meaning: 'say what would happen, write no figure' },
  ],
  async run(invocation): Promise<Exit> {
    const { output, words } = invocation
    if (words.length === 0) {
      output.note('Name a file: fullhouse import sales.csv --cinema "The Art" …')
      return 2
    }
    for (const path of words) {
      const found = await stat(path).catch(() => undefined)
      if (found?.isFile()) continue
      output.note(`There is no file ${path}.`)
      return 2
    }
    const house = await openHouse(invocation.config, systemClock, silentLog)
    try {
      const mappingId = await mappingGiven(house, invocation)
      if (mappingId === 'unusable') return 2
      const results: Result[] = []
      let exit: Exit = 0
      for (const path of words) {
        exit = await importFile(house, invocation, { path, mappingId, results })
        if (exit !== 0) break
      }
      if (results.length > 0) output.out(draw(results, invocation.format))
      return exit
    } finally {
      await house.close()
    }
  },
}

/** Saves the mapping of `--mapping FILE`; its id, or that it cannot be used and why. */
async function mappingGiven(
  { store }: Engined,
  invocation: Invocation,
): Promise<string | undefined | 'unusable'> {
  const path = text(invocation, 'mapping')
  if (path === undefined) return undefined
  const found = await readFile(path, 'utf8').catch(() => undefined)
  const mapping = readMappingText(found ?? '')
  if (found === undefined || !mapping.ok) {
    invocation.output.note(
      mapping.ok || found === undefined ? `There is no file ${path}.` : mapping.say,
    )
    return 'unusable'
  }
  const id = await store.write(async (transaction) => {
    const own = await addOrganisation(transaction, { name: OWN_ORGANISATION, sample: false })
    return saveMapping(transaction, own, mapping.value)
  })
  return String(id)
}

type Result = Fates & { readonly file: string } & Partial<ImportView & Pick<Tried, 'missing'>>

type Given = {
  readonly path: string
  readonly mappingId: string | undefined
  /** Where what became of it is put. */
  readonly results: Result[]
}

/** Imports a file, every table of it that is of its kind. */
async function importFile(
  house: Engined,
  invocation: Invocation,
  { path, mappingId, results }: Given,
): Promise<Exit> {
  const { output } = invocation
  const layout = text(invocation, 'as')
  const file = await house.importer.receive(LOCAL_OWNER, basename(path), createReadStream(path))
  // What it is was said, not found: then it is the one table that is read by itself.
  const found = layout === undefined && (file.layout ?? file.mapping)
  const { alike, others } = found
    ? await readingsAlike(house.importer, LOCAL_OWNER, file)
    : { alike: [{}], others: [] }
  const said = {
    cinema: text(invocation, 'cinema') ?? '',
    timezone: text(invocation, 'timezone'),
    currency: text(invocation, 'currency'),
    territory: text(invocation, 'territory'),
    layout,
    mappingId,
  }
  for (const reading of alike) {
    const request = { fileId: file.id, ...said, reading, isPart: alike.length > 1 }
    const of = alike.length > 1 ? `${path}, ${reading.member ?? reading.sheet ?? ''}` : path
    const result = await importOne(house, invocation, of, request)
    if (!result) {
      if (!file.layout && !file.mapping && mappingId === undefined)
        output.note(howToMap(invocation))
      return 2
    }
    results.push(result)
    if (result.state === 'failed') return 1
  }
  const idle = (await notNeeded(house.store, file, said)).map((part) => `--${part}`)
  if (idle.length > 0)
    output.note(`${path}: not needed for this file, and left aside: ${idle.join(', ')}.`)
  if (others.length > 0)
    output.note(`${path}: not read, being of another kind: ${others.join(', ')}.`)
  return 0
}

function howToMap({ config }: Invocation): string {
  return (
    `Drop the file at http://localhost:${config.port}/imports while Fullhouse runs, or write a mapping ` +
    '(docs/guides/map-a-file.md) and give it with --mapping FILE.'
  )
}

async function importOne(
  house: Engined,
  invocation: Invocation,
  of: string,
  request: ImportRequest,
): Promise<Result | undefined> {
  const { output, signal } = invocation
  if (invocation.flags['dry-run'] === true) {
    const fates = await house.importer.tryOut(LOCAL_OWNER, request)
    if (fates.ok) return { file: of, ...fates.value }
    output.note(fates.say)
    return undefined
  }
  const begun = await house.importer.begin(LOCAL_OWNER, request)
  if (!begun.ok) {
    output.note(begun.say)
    return undefined
  }
  const stop = showProgress(house, begun.value.id, invocation)
  try {
    return { file: of, ...(await house.importer.run(LOCAL_OWNER, begun.value.id, signal)) }
  } finally {
    stop()
  }
}

function showProgress(house: Engined, id: string, { output }: Invocation): () => void {
  const timer = setInterval(async () => {
    // Progress is a courtesy: an engine that is away must not end the import.
    const view = await importView(house.store, Number(id)).catch(() => undefined)
    if (!view) return
    const part = view.bytes === 0 ? 100 : Math.floor((view.bytesRead / view.bytes) * 100)
    output.progress(`${view.fileName}: ${part} %, ${view.read} rows read`)
  }, PROGRESS_EVERY_MS)
  return () => {
    clearInterval(timer)
    output.progress('')
  }
}

const FATES = ['read', 'accepted', 'duplicate', 'quarantined', 'empty'] as const

function draw(results: readonly Result[], format: Format): string {
  switch (format) {
    case 'json':
      return JSON.stringify(results.length === 1 ? results[0] : { imports: results })
    case 'csv': {
      const rows = results.map((one) => [one.file, ...FATES.map((fate) => String(one[fate]))])
      return drawCsv({ head: ['file', ...FATES], rows, right: new Set() })
    }
    case 'table':
      return results.map(sentence).join('\n')
  }
}

function sentence(result: Result): string {
  const { file, read, accepted, duplicate, quarantined, empty, say } = result
  const fates = [
    `${accepted} accepted`,
    `${duplicate} duplicate`,
    `${quarantined} in quarantine`,
    `${empty} empty`,
  ]
  return `${file}: ${read} rows read: ${fates.join(', ')}.${added(result)}${say ? ` ${say}` : ''}`
}

/** What the rows came to, what they corrected and what was taken back. */
function added({ totals = [], corrected = 0, withdrawn = 0, missing = 0 }: Result): string {
  const sums = totals.map(({ measure, currency, value }) => {
    const name = measure.replaceAll('_', ' ')
    if (currency === undefined) return `${value} ${name}`
    return `${moneyToDecimal(money(BigInt(value), currency))} ${currency} ${name}`
  })
  const changes = [
    ...(corrected > 0 ? [`${corrected} corrected what stood`] : []),
    ...(withdrawn > 0 ? [`${withdrawn} taken back, since the file no longer has them`] : []),
    ...(missing > 0 ? [`${missing} would be taken back, since the file no longer has them`] : []),
  ]
  const said = [...sums, ...changes]
  return said.length > 0 ? ` ${said.join(', ')}.` : ''
}
