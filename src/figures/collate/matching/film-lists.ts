import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Reading } from '#files'
import { readTable } from '#files'
import type { FilmKnown } from './film-known.ts'
import type { LabelSource } from './film-labels.ts'
import { labelHash } from './film-labels.ts'

/** A film of one of the lists that were labelled, with the hash by which its labels name it. */
export type ListedFilm = FilmKnown & { readonly source: LabelSource; readonly hash: string }

const FILES = {
  art: 'art_theater/ticket_sales_by_showing.csv',
  us: 'us_daily/us_daily_2016-06_2019-08.csv.gz',
  films2017: 'china_films/films2017.json',
  movies2018: 'china_films/movie_data.csv',
} as const
const SOURCES: readonly LabelSource[] = ['art', 'us', 'films2017', 'movies2018']

/** What a list says of a film, before it has an id. */
type Told = Omit<FilmKnown, 'id' | 'sources' | 'reported'> & {
  readonly source: LabelSource
  readonly hash: string
}

/** The labelled lists read from the shared folder; undefined where one of them is not there. */
export async function readFilmLists(shared: string): Promise<readonly ListedFilm[] | undefined> {
  const paths = Object.values(FILES).map((path) => join(shared, path))
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)))
  if (found.some((one) => !one?.isFile())) return undefined
  const told = [
    ...(await readArtHouse(join(shared, FILES.art))),
    ...(await readUsDaily(join(shared, FILES.us))),
    ...(await readFilms2017(join(shared, FILES.films2017))),
    ...(await readMovies2018(join(shared, FILES.movies2018))),
  ]
  return told.map((film, at) => {
    const reported = film.source !== 'art'
    return { ...film, id: at + 1, reported, sources: [SOURCES.indexOf(film.source) + 1] }
  })
}

async function readArtHouse(path: string): Promise<readonly Told[]> {
  const films = new Map<string, Told>()
  for await (const row of rowsOf(path)) {
    const title = row('EventName')
    const hash = labelHash('art', title)
    const day = isoDay(row('EventDate'))
    const known = films.get(hash) ?? { ...EMPTY, source: 'art', hash, title: title.trim() }
    films.set(hash, seenOn(known, day))
  }
  return [...films.values()]
}

async function readUsDaily(path: string): Promise<readonly Told[]> {
  const films = new Map<string, Told>()
  for await (const row of rowsOf(path, { compression: 'gzip' })) {
    const [title, code, day] = [row('title'), row('release_id'), row('date')]
    const hash = labelHash('us', title, code)
    const known = films.get(hash) ?? {
      ...EMPTY,
      source: 'us',
      hash,
      title,
      toldApart: code,
      distributor: row('distributor'),
    }
    const running = Number(row('day_of_release'))
    const opensOn = running > 0 ? dayBefore(day, running - 1) : undefined
    const opened = known.opensOn === undefined && opensOn !== undefined ? { opensOn } : {}
    films.set(hash, { ...seenOn(known, day), ...opened })
  }
  return [...films.values()]
}

async function readFilms2017(path: string): Promise<readonly Told[]> {
  type Film = { name: string; en_name?: string; date: string }
  const films: readonly Film[] = JSON.parse(await readFile(path, 'utf8'))
  return films.map(({ name, en_name: otherTitle = '', date }) => {
    const opensOn = isoDate(date)
    return {
      ...EMPTY,
      source: 'films2017',
      hash: labelHash('films2017', name, date),
      title: name,
      otherTitle,
      ...(opensOn !== undefined && { opensOn }),
    }
  })
}

async function readMovies2018(path: string): Promise<readonly Told[]> {
  const films: Told[] = []
  for await (const row of rowsOf(path)) {
    const [title, shown] = [row('电影名'), row('上映日期')]
    const opensOn = isoDate(shown)
    const minutes = Number.parseInt(row('时长（分）'), 10)
    films.push({
      ...EMPTY,
      source: 'movies2018',
      hash: labelHash('movies2018', title, shown),
      title,
      // As the layout tells them apart: by the day on which one comes again.
      toldApart: shown.includes('重映') ? `重映 ${opensOn ?? ''}` : '',
      ...(opensOn !== undefined && { opensOn }),
      ...(minutes > 0 && { runtimeMinutes: minutes }),
    })
  }
  return films
}

const EMPTY = { otherTitle: '', toldApart: '', distributor: '' } as const

function seenOn(film: Told, day: string): Told {
  const { firstDay = day, lastDay = day } = film
  return {
    ...film,
    firstDay: day < firstDay ? day : firstDay,
    lastDay: day > lastDay ? day : lastDay,
  }
}

/** `2017-1-6` and `2018-02-16(中国大陆)`; a year alone is no day. */
function isoDate(text: string): string | undefined {
  const match = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text)
  if (!match) return undefined
  const [, year = '', month = '', day = ''] = match
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Mar 16, 2018 5:00:00 PM`. */
function isoDay(text: string): string {
  const [, month = '', day = '', year = ''] = /^(\w{3}) (\d+), (\d{4})/.exec(text) ?? []
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}

function dayBefore(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString()
}

type Cells = (column: string) => string

async function* rowsOf(path: string, reading: Partial<Reading> = {}): AsyncGenerator<Cells> {
  const { size } = await stat(path)
  const source = { bytes: size, open: () => createReadStream(path), scratch: '' }
  const table = await readTable(source, { format: 'csv', encoding: 'utf-8', ...reading })
  for await (const { rows } of table.rows) {
    for (const { cells } of rows) {
      if (cells) yield (column) => cells[table.header.indexOf(column)] ?? ''
    }
  }
}
