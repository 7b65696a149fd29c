import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Log, Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Warehouse } from '#warehouse'
import { openChildWarehouse } from '#warehouse'
import { dayText } from '../day-clock.ts'
import type { Model, Order } from './model.ts'
import { modelOf } from './model.ts'
import { screeningsMapping, ticketsMapping } from './parquet-mapping.ts'
import {
  cinemasFileSql,
  daysFileSql,
  fillNamesSql,
  filmsFileSql,
  MAKE_NAMES,
  screeningsFileSql,
  ticketsFileSql,
} from './parquet-store.ts'
import type { Progress } from './simulate.ts'
import { seedNumber } from './simulate.ts'
import type { Chunk, Ids } from './stage.ts'
import { chunksOf, screeningsIn, stageText } from './stage.ts'
import { fillStageSql, MAKE_STAGE } from './stage-store.ts'

export type Writing = {
  readonly folder: string
  readonly order: Order
  readonly log: Log
  readonly progress?: (progress: Progress) => void
  /** Ends the work after the part at hand; the same order takes it up again. */
  readonly signal?: AbortSignal
}

const ORDER_FILE = 'simulation.json'
/** Nothing in files is anybody's: things are numbered from 1. */
const NUMBERED: Ids = {
  cinema: (site) => site + 1,
  auditorium: (site, place) => (site + 1) * 100 + place,
  film: (number) => number,
}

/**
 * The same circuit as Parquet files, one for each part, that any tool reads; beside them the mappings by
 * which Fullhouse does. A file has its name only when it is whole, and is not written again.
 */
export async function simulateFiles(
  writing: Writing,
): Promise<Outcome<Progress, 'simulation_there'>> {
  const { order, log } = writing
  const folder = resolve(writing.folder)
  await mkdir(folder, { recursive: true })
  const said = `${JSON.stringify(order)}\n`
  const known = await readFile(join(folder, ORDER_FILE), 'utf8').catch(() => undefined)
  if (known !== undefined && known !== said) {
    const say = `${folder} holds another simulation (${known.trim()}). Name another folder: --out DIR.`
    return refuse('simulation_there', say)
  }
  await writeFile(join(folder, ORDER_FILE), said)
  const home = await mkdtemp(join(tmpdir(), 'fullhouse-simulation-'))
  const warehouse = await openChildWarehouse({ folder: home, log })
  try {
    return accept(await writeFiles({ ...writing, folder }, modelOf(order), warehouse))
  } finally {
    await warehouse.close()
    await rm(home, { recursive: true, force: true })
  }
}

async function writeFiles(
  { folder, progress, signal }: Writing,
  model: Model,
  warehouse: Warehouse,
): Promise<Progress> {
  const { territory } = model
  await writeFile(join(folder, 'tickets.yaml'), ticketsMapping(territory))
  await writeFile(join(folder, 'screenings.yaml'), screeningsMapping(territory))
  await nameThings(warehouse, model)
  const write = (name: string, sql: (path: string) => string) =>
    writeWhole(warehouse, join(folder, name), sql)
  await write('cinemas.parquet', cinemasFileSql)
  await write('films.parquet', filmsFileSql)
  await write('holidays.parquet', daysFileSql)
  const chunks = chunksOf(model)
  const several = chunks.some(({ sites }) => sites[0] > 0)
  let state = { done: 0, of: chunks.length, tickets: 0, screenings: 0 }
  for (const chunk of chunks) {
    if (signal?.aborted) break
    const name = nameOf(chunk, several)
    // Tickets come second: when they are there the part is done.
    if (!(await isThere(join(folder, `tickets-${name}`)))) {
      const shows = screeningsIn(model, chunk)
      if (shows.length > 0) {
        await warehouse.command(MAKE_STAGE)
        await warehouse.command(fillStageSql(stageText(model, shows, NUMBERED)))
        await write(`screenings-${name}`, (path) => screeningsFileSql(path, territory))
        const seed = seedNumber(model.order)
        await write(`tickets-${name}`, (path) => ticketsFileSql(path, seed, territory))
      }
      state = {
        ...state,
        tickets: state.tickets + shows.reduce((sum, { sold }) => sum + sold, 0),
        screenings: state.screenings + shows.length,
      }
    }
    state = { ...state, done: chunk.number }
    progress?.(state)
  }
  return state
}

function nameOf({ days, sites }: Chunk, several: boolean): string {
  return `${dayText(days[0])}${several ? `-${sites[0] + 1}` : ''}.parquet`
}

async function nameThings(warehouse: Warehouse, { sites, films, special }: Model): Promise<void> {
  for (const sql of MAKE_NAMES) await warehouse.command(sql)
  const cinemas = sites.map(({ index, name, town, latitude, longitude, capacities }) => [
    NUMBERED.cinema(index),
    name,
    town,
    latitude,
    longitude,
    capacities.length,
    capacities.reduce((sum, seats) => sum + seats, 0),
  ])
  await warehouse.command(fillNamesSql('simulation_cinema', cinemas))
  const named = films.map(({ number, title, distributor, opensOn, minutes, kind }) => [
    NUMBERED.film(number),
    title,
    distributor,
    opensOn,
    minutes,
    kind,
  ])
  await warehouse.command(fillNamesSql('simulation_film', named))
  const days = special.map(({ day, name, kind }) => [day, name, kind])
  if (days.length > 0) await warehouse.command(fillNamesSql('simulation_day', days))
}

async function writeWhole(
  warehouse: Warehouse,
  path: string,
  sql: (path: string) => string,
): Promise<void> {
  const draft = `${path}.part`
  await warehouse.command(sql(draft))
  await rename(draft, path)
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
