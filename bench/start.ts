import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { prepareConsole } from '#server'
import { openBrowser } from './parts/browser.ts'
import { drawTable, medianOf, round } from './parts/figures.ts'
import { lookAtMachine, machineLines } from './parts/machine.ts'
import { readOptions } from './parts/options.ts'
import { keepProof } from './parts/proof.ts'
import type { Mark, Started } from './parts/start-once.ts'
import { MARKS, startOnce } from './parts/start-once.ts'

/**
 * How long a start takes, and where the time goes: the first on an empty folder, later ones, and the
 * one right after a kill -9; until it is ready, and until a live chart stands in a browser.
 */
const SEASON_POLL_MS = 250

const options = readOptions(['times'])
const times = options.number('times') ?? (options.quick ? 3 : 5)
/** Later starts are to find the whole season; a quick run takes what there is by then. */
const seasonSecondsMax = options.quick ? 3 : 600

const machine = lookAtMachine()
const folders: string[] = []
await prepareConsole()
const browser = await openBrowser()
try {
  const { starts, seasonSeconds, stops } = await measure(browser)
  await report({ starts, seasonSeconds, stops })
} finally {
  await browser.close()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
}

type Kind = 'first' | 'later' | 'after kill −9'

type Measured = {
  readonly starts: ReadonlyMap<Kind, readonly Started['passed'][]>
  /** Undefined where it was not waited for. */
  readonly seasonSeconds: number | undefined
  readonly stops: readonly number[]
}

async function measure(page: Browser): Promise<Measured> {
  const starts = new Map<Kind, Started['passed'][]>()
  const stops: number[] = []
  const note = (kind: Kind, { passed }: Started) => {
    starts.set(kind, [...(starts.get(kind) ?? []), passed])
    console.error(`${kind}: ${Math.round(passed.get('live chart drawn') ?? 0)} ms`)
  }
  const folder = await newFolder()
  // The last of the first starts stays: its folder is the one for all later ones.
  for (let turn = 1; turn < times; turn++) {
    const started = await startOnce(await newFolder(), page)
    note('first', started)
    stops.push(await started.stop())
  }
  let running = await startOnce(folder, page)
  note('first', running)
  const seasonSeconds = await waitForSeason(running.url)
  for (let turn = 0; turn < times; turn++) {
    stops.push(await running.stop())
    running = await startOnce(folder, page)
    note('later', running)
  }
  for (let turn = 0; turn < times; turn++) {
    await running.kill()
    running = await startOnce(folder, page)
    note('after kill −9', running)
  }
  stops.push(await running.stop())
  return { starts, seasonSeconds, stops }
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fullhouse-bench-'))
  folders.push(folder)
  return folder
}

/** Seconds until a year of history was written, counted from the chart. */
async function waitForSeason(url: string): Promise<number | undefined> {
  const from = performance.now()
  for (;;) {
    const seconds = (performance.now() - from) / 1000
    const response = await fetch(`${url}/v1/house`)
    const house: { sample: { state: string } } = JSON.parse(await response.text())
    if (house.sample.state === 'live') return seconds
    if (seconds > seasonSecondsMax) return undefined
    await pause(SEASON_POLL_MS)
  }
}

async function report({ starts, seasonSeconds, stops }: Measured): Promise<void> {
  const kinds = [...starts.keys()]
  const medians = new Map(
    kinds.map((kind) => [kind, MARKS.map((mark) => median(starts.get(kind), mark))]),
  )
  const rows = MARKS.map((mark, place) => [
    mark,
    ...kinds.map((kind) => shown(medians.get(kind)?.[place])),
  ])
  const worst = kinds.map((kind) => Math.max(...drawnOf(starts.get(kind))))
  const season = seasonSeconds === undefined ? 'not waited for' : `${round(seasonSeconds)} s`
  const parts = [
    '# From the start to a live chart',
    machineLines(machine).join('\n'),
    `\`fullhouse start --sample\`, ms from the start of the launcher, medians of ${times}. The browser is
open already and loads the page without a cache. The console is built (\`npm ci\` does that) and the
system's file cache is warm. *First*: an empty folder. *Later*: the same folder after a stop, with its
season of history. *After kill −9*: every process of it killed at once, then started right away.`,
    drawTable({
      head: ['ms', ...kinds],
      rows: [...rows, ['slowest of them', ...worst.map(round)]],
    }),
    `A stop takes ${round(medianOf(stops))} ms (median of ${stops.length}). The whole season of history
was written in the background after the first live chart: ${season}.`,
    ['What bounded it, step by step:', ...kinds.map((kind) => stepsOf(kind, medians))].join('\n'),
  ]
  console.log(parts.join('\n\n'))
  const kept = options.keep ? await keepProof('start', parts) : undefined
  if (kept) console.error(`kept in ${kept}`)
  const figures = kinds.map((kind, place) => {
    const entries = MARKS.map((mark, at) => [mark, medians.get(kind)?.[at]] as const)
    return { kind, slowest: worst[place], ms: Object.fromEntries(entries) }
  })
  const { quick } = options
  const stop = medianOf(stops)
  console.log(JSON.stringify({ bench: 'start', quick, machine, times, stop, figures }))
}

function median(passed: readonly Started['passed'][] = [], mark: Mark): number | undefined {
  const values = passed.flatMap((one) => one.get(mark) ?? [])
  return values.length === 0 ? undefined : medianOf(values)
}

function drawnOf(passed: readonly Started['passed'][] = []): readonly number[] {
  return passed.map((one) => one.get('live chart drawn') ?? 0)
}

function shown(value: number | undefined): string | number {
  return value ?? '–'
}

/** The longest steps from one mark to the next, by their medians. */
function stepsOf(kind: Kind, medians: ReadonlyMap<Kind, readonly (number | undefined)[]>): string {
  const passed = MARKS.flatMap((mark, place) => {
    const atMs = medians.get(kind)?.[place]
    return atMs === undefined ? [] : [{ mark, atMs }]
  }).toSorted((one, other) => one.atMs - other.atMs)
  const steps = passed.map(({ mark, atMs }, place) => ({
    mark,
    ms: atMs - (passed[place - 1]?.atMs ?? 0),
  }))
  const longest = steps.toSorted((one, other) => other.ms - one.ms).slice(0, 4)
  return `- ${kind}: ${longest.map(({ mark, ms }) => `${mark} +${round(ms)}`).join(', ')}`
}
