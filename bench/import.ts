import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cores } from './parts/cores.ts'
import { watchCores } from './parts/cores.ts'
import { drawTable, medianOf, round } from './parts/figures.ts'
import type { ImportHouse } from './parts/import-house.ts'
import { openFolder, openImportHouse } from './parts/import-house.ts'
import { TILL_MAPPING } from './parts/import-mapping.ts'
import type { ImportAnswer } from './parts/import-process.ts'
import type { Share } from './parts/import-profile.ts'
import { shareOut } from './parts/import-profile.ts'
import { lookAtMachine, machineLines } from './parts/machine.ts'
import { readOptions } from './parts/options.ts'
import { keepProof } from './parts/proof.ts'
import { TILL_MONEY, TILL_ZONE, writeTillExport } from './parts/till-export.ts'

/**
 * From a file to facts: a layout we know and a mapping, each into a fresh source, beside PostgreSQL's own
 * COPY of the same file into a table of text and the engine's own reading of it; the same file again; and
 * how much memory files of three sizes take. Where the time goes, by a profile of the importing process.
 */
const BARS = { known: 200_000, mapped: 60_000, flat: 1.25 }
const COLUMNS = [
  'Folder',
  'EventName',
  'InternalEventName',
  'EventDate',
  'TicketType',
  'Quantity',
  'ItemPrice',
  'Price',
]

const options = readOptions(['rows', 'rounds'])
const { quick } = options
const rows = options.number('rows') ?? (quick ? 60_000 : 1_000_000)
const rounds = options.number('rounds') ?? (quick ? 1 : 3)
const SIZES = [1, 4, 16]
const place = { cinema: 'Bench', timezone: TILL_ZONE, currency: TILL_MONEY }

const machine = lookAtMachine()
const folder = await openFolder()
try {
  console.error(`writing ${rows} rows …`)
  const path = join(folder, 'till.csv')
  const bytes = await writeTillExport(path, rows)
  const speeds = await measureSpeeds(path)
  const memory = await measureMemory()
  const shares = await profileOf(path)
  await report({ bytes, speeds, memory, shares })
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** One way to take the file in, round by round. */
type Speed = {
  readonly name: string
  readonly answers: readonly ImportAnswer[]
  readonly cores: Cores
  readonly perSecond: number
}

async function measureSpeeds(path: string): Promise<readonly Speed[]> {
  const ways = {
    known: 'known layout, fresh source',
    again: 'the same file again: all duplicates',
    mapped: 'through a mapping, fresh source',
    copy: 'COPY into a table of text (PostgreSQL)',
    insert: 'insert … select from file() into text (chDB)',
  } as const
  type Way = keyof typeof ways
  const found = new Map<Way, { answers: ImportAnswer[]; cores: Cores[] }>()
  const note = async (way: Way, house: ImportHouse, ask: Parameters<ImportHouse['ask']>[0]) => {
    const watch = watchCores()
    const answer = await house.ask(ask)
    const cores = watch()
    expectAll(way, answer)
    console.error(`${ways[way]}: ${perSecond(answer)} rows/s`)
    const one = found.get(way) ?? { answers: [], cores: [] }
    found.set(way, { answers: [...one.answers, answer], cores: [...one.cores, cores] })
  }
  for (let turn = 0; turn < rounds; turn++) {
    await inHouse(async (house) => {
      await note('known', house, { kind: 'import', path, place })
      await note('again', house, { kind: 'import', path, place })
    })
    await inHouse(async (house) => {
      await note('mapped', house, {
        kind: 'import',
        path,
        place: { ...place, mapping: TILL_MAPPING },
      })
      await note('copy', house, { kind: 'copy', path, columns: COLUMNS })
      await note('insert', house, { kind: 'insert', path, columns: COLUMNS })
    })
  }
  return [...found].map(([way, { answers, cores }]) => ({
    name: ways[way],
    answers,
    cores: cores[0] as Cores, // one a round, and there is a round
    perSecond: medianOf(answers.map(perSecond)),
  }))
}

async function inHouse<Value>(work: (house: ImportHouse) => Promise<Value>) {
  const house = await openImportHouse()
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}

function perSecond({ ms }: ImportAnswer): number {
  return Math.round((rows / ms) * 1000)
}

/** A figure of rows that were not all counted would be a figure of nothing. */
function expectAll(way: string, { view }: ImportAnswer): void {
  if (!view) return
  const fate = way === 'again' ? view.duplicate : view.accepted
  if (view.state === 'done' && fate === view.read && view.read > 0) return
  throw new Error(`${way}: ${view.state}, ${fate} of ${view.read} rows; ${view.say ?? ''}`)
}

type Memory = { readonly rows: number; readonly bytes: number; readonly mostMib: number }

/** The importing process at its largest, in a process of its own for each size. */
async function measureMemory(): Promise<readonly Memory[]> {
  const found: Memory[] = []
  for (const times of SIZES) {
    const many = Math.round((rows * times) / (quick ? 8 : 4))
    const path = join(folder, `memory-${times}.csv`)
    const bytes = await writeTillExport(path, many)
    const { mostMib } = await inHouse((house) => house.ask({ kind: 'import', path, place }))
    console.error(`${many} rows: ${Math.round(mostMib)} MiB`)
    found.push({ rows: many, bytes, mostMib: Math.round(mostMib) })
    await rm(path)
  }
  return found
}

/** Where the time of the importing process goes; a run of its own, since looking costs too. */
async function profileOf(path: string): Promise<readonly Share[]> {
  const profile = join(folder, 'import.cpuprofile')
  await inHouse((house) => house.ask({ kind: 'import', path, place, profile }))
  return shareOut(profile)
}

type Found = {
  readonly bytes: number
  readonly speeds: readonly Speed[]
  readonly memory: readonly Memory[]
  readonly shares: readonly Share[]
}

async function report({ bytes, speeds, memory, shares }: Found): Promise<void> {
  const speedOf = (name: RegExp) => speeds.find((one) => name.test(one.name))?.perSecond ?? 0
  const known = speedOf(/^known/)
  const mapped = speedOf(/^through/)
  const copy = speedOf(/^COPY/)
  const [small, middle, large] = memory
  const growth = hundredth((large?.mostMib ?? 0) / (middle?.mostMib ?? 1))
  const figures = {
    known,
    mapped,
    again: speedOf(/^the same/),
    copy,
    insert: speedOf(/^insert/),
    knownToCopy: hundredth(known / copy),
    mappedToCopy: hundredth(mapped / copy),
    knownToInsert: hundredth(known / speedOf(/^insert/)),
    growth,
    within: known >= BARS.known && mapped >= BARS.mapped && growth <= BARS.flat,
  }
  const parts = [
    '# Files in',
    machineLines(machine).join('\n'),
    `${rows} rows of a till, ${Math.round(bytes / 2 ** 20)} MiB, no two alike; medians of ${rounds}.
An import counts from the first byte read back from the kept file until its last batch is acknowledged,
durable in table and aggregates; each starts in a house where nothing stands. COPY and the engine put the
same file, as text and nothing else, into a table of their own. Bars: ${BARS.known} rows/s known,
${BARS.mapped} mapped.`,
    drawTable(speedTable(speeds, copy)),
    `The importing process at its largest, by the size of the file (last ÷ middle: **${growth}**):`,
    drawTable({
      head: ['rows', 'file MiB', 'most MiB'],
      rows: [small, middle, large].flatMap((one) =>
        one ? [[one.rows, round(one.bytes / 2 ** 20), one.mostMib]] : [],
      ),
    }),
    'Where the time of the importing process goes (a known layout; by a profile):',
    drawTable({
      head: ['part', 'µs a row', 'share %'],
      rows: shares.map(({ part, ms, share }) => [part, round((ms * 1000) / rows), round(share)]),
    }),
  ]
  console.log(parts.join('\n\n'))
  const kept = options.keep ? await keepProof('import', parts) : undefined
  if (kept) console.error(`kept in ${kept}`)
  console.log(JSON.stringify({ bench: 'import', quick, machine, rows, ...figures, memory, shares }))
}

function speedTable(speeds: readonly Speed[], copy: number) {
  return {
    head: [
      'way',
      'rows/s',
      '÷ COPY',
      'own µs/row',
      'warehouse cores',
      'PostgreSQL cores',
      'busy %',
    ],
    rows: speeds.map(({ name, perSecond: speed, answers, cores }) => [
      name,
      speed,
      hundredth(speed / copy),
      round((medianOf(answers.map(({ cpuMs }) => cpuMs)) * 1000) / rows),
      cores.warehouse,
      cores.postgres,
      Math.round(cores.busy * 100),
    ]),
  }
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100
}
