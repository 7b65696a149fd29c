import type { MoneyWire } from '#kernel/pure'
import type { Answer, AnswerRow } from '#metrics/pure'
import type { Holdover } from '../../shared/holdover.ts'
import { holdoverOf } from '../../shared/holdover.ts'
import { moneyOf, numberOf, sizeOf, textOf } from '../wire/rows.ts'

/** One film at one cinema over a weekend or a week. */
export type Stay = {
  readonly filmId: string
  readonly cinemaId: string
  readonly gross: MoneyWire | undefined
  readonly admissions: number | undefined
  /** Against the same days a week earlier. */
  readonly change: number | undefined
  readonly moneyShare: number | undefined
  readonly seatShare: number | undefined
  readonly efficiency: number | undefined
  readonly occupancy: number | undefined
  readonly screenings: number
  /** Names of the rooms it was shown in. */
  readonly rooms: readonly string[]
  /** 1 is the cinema's first by gross. */
  readonly rank: number
  readonly holdover: Holdover
}

/** One film over all of the cinemas asked of. */
export type SheetFilm = {
  readonly filmId: string
  readonly name: string
  readonly distributor: string
  /** In which week since it opened; undefined where no opening is known. */
  readonly week: number | undefined
  /** 1 is the circuit's first by gross. */
  readonly rank: number
  readonly row: AnswerRow
  readonly gross: MoneyWire | undefined
  /** Of the cinemas that stand on the sheet. */
  readonly sites: number
  readonly screens: number
  readonly perScreen: MoneyWire | undefined
  readonly stays: readonly Stay[]
}

export type Sheet = {
  /** Most gross first. */
  readonly films: readonly SheetFilm[]
  readonly stayOf: (filmId: string, cinemaId: string) => Stay | undefined
}

export type SheetAnswers = {
  readonly stays: Answer
  readonly films: Answer
  readonly facts: Answer | undefined
  readonly rooms: Answer | undefined
}

/** Films by cinemas, ranked and judged. */
export function sheetOf(answers: SheetAnswers): Sheet {
  const facts = factsOf(answers.facts)
  const rooms = roomsOf(answers.rooms)
  const stays = staysOf(answers.stays, facts, rooms)
  const byFilm = Map.groupBy(stays, ({ filmId }) => filmId)
  const films = byGross(answers.films.rows).map((row, index): SheetFilm => {
    const filmId = textOf(row, 'filmId')
    const own = byFilm.get(filmId) ?? []
    const screens = own.reduce((sum, stay) => sum + stay.rooms.length, 0)
    const gross = moneyOf(row, 'gross')
    const took = tookOf(own)
    return {
      filmId,
      name: textOf(row, 'film'),
      distributor: facts.get(filmId)?.distributor ?? '',
      week: facts.get(filmId)?.week,
      rank: index + 1,
      row,
      gross,
      sites: own.length,
      screens,
      perScreen: took && screens > 0 ? parted(took, screens) : undefined,
      stays: own,
    }
  })
  const known = new Map(stays.map((stay) => [keyOf(stay.filmId, stay.cinemaId), stay]))
  return { films, stayOf: (filmId, cinemaId) => known.get(keyOf(filmId, cinemaId)) }
}

type FilmFacts = { readonly distributor: string; readonly week: number | undefined }

function staysOf(
  answer: Answer,
  facts: ReadonlyMap<string, FilmFacts>,
  rooms: ReadonlyMap<string, readonly string[]>,
): readonly Stay[] {
  const cinemas = Map.groupBy(answer.rows, (row) => textOf(row, 'cinemaId'))
  return [...cinemas].flatMap(([cinemaId, rows]) =>
    byGross(rows).map((row, index): Stay => {
      const filmId = textOf(row, 'filmId')
      const judged = {
        efficiency: numberOf(row, 'efficiency'),
        change: numberOf(row, 'drop'),
        rank: index + 1,
        screenings: numberOf(row, 'screeningsListed') ?? 0,
      }
      const opening = facts.get(filmId)?.week === 1
      return {
        ...judged,
        filmId,
        cinemaId,
        gross: moneyOf(row, 'gross'),
        admissions: numberOf(row, 'admissions'),
        moneyShare: numberOf(row, 'moneyShare'),
        seatShare: numberOf(row, 'seatShare'),
        occupancy: numberOf(row, 'occupancy'),
        rooms: rooms.get(keyOf(filmId, cinemaId)) ?? [],
        holdover: holdoverOf({ ...judged, opening, films: rows.length }),
      }
    }),
  )
}

/** What some stays took together. */
function tookOf(stays: readonly Stay[]): MoneyWire | undefined {
  const amounts = stays.flatMap(({ gross }) => gross ?? [])
  const currency = amounts[0]?.currency
  if (currency === undefined) return undefined
  const minor = amounts.reduce((sum, amount) => sum + BigInt(amount.minor), 0n)
  return { minor: minor.toString(), currency }
}

/** Who brings each film, and its week: the later one where the days lie in two. */
function factsOf(answer: Answer | undefined): ReadonlyMap<string, FilmFacts> {
  const films = Map.groupBy(answer?.rows ?? [], (row) => textOf(row, 'filmId'))
  return new Map(
    [...films].map(([filmId, rows]) => {
      const weeks = rows.map((row) => Number(textOf(row, 'releaseWeek'))).filter((week) => week > 0)
      const named = byGross(rows).find((row) => textOf(row, 'distributor') !== '')
      const week = weeks.length > 0 ? Math.max(...weeks) : undefined
      return [filmId, { distributor: textOf(named, 'distributor'), week }]
    }),
  )
}

function roomsOf(answer: Answer | undefined): ReadonlyMap<string, readonly string[]> {
  const rows = answer?.rows.filter((row) => (numberOf(row, 'screeningsListed') ?? 0) > 0) ?? []
  const byStay = Map.groupBy(rows, (row) => keyOf(textOf(row, 'filmId'), textOf(row, 'cinemaId')))
  const names = (rows: readonly AnswerRow[]) =>
    rows
      .map((row) => textOf(row, 'auditorium'))
      .sort((one, other) => one.localeCompare(other, undefined, { numeric: true }))
  return new Map([...byStay].map(([key, rows]) => [key, names(rows)]))
}

function byGross(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  return rows.toSorted((one, other) => (sizeOf(other, 'gross') ?? 0) - (sizeOf(one, 'gross') ?? 0))
}

function keyOf(filmId: string, cinemaId: string): string {
  return `${filmId} ${cinemaId}`
}

/** An amount in equal parts, half away from zero. */
export function parted({ minor, currency }: MoneyWire, parts: number): MoneyWire {
  const over = BigInt(minor)
  const under = BigInt(parts)
  const size = over < 0n ? -over : over
  const half = (2n * size + under) / (2n * under)
  return { minor: (over < 0n ? -half : half).toString(), currency }
}

/** How many of some stays the rule keeps, thins out and lets go. */
export function adviceCounts(stays: readonly Stay[]) {
  const count = (advice: Holdover['advice']) =>
    stays.filter(({ holdover }) => holdover.advice === advice).length
  return { hold: count('hold'), fewer: count('fewer'), drop: count('drop'), none: count(undefined) }
}
