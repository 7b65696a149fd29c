import type { TitleReading } from './title-form.ts'
import type { WordWeights } from './word-weights.ts'

/** What is known of a film, from whoever speaks of it. */
export type FilmKnown = {
  readonly id: number
  readonly title: string
  /** Empty where there is none. */
  readonly otherTitle: string
  /** The source's own code; empty where the source does not tell films of one title apart. */
  readonly toldApart: string
  readonly year?: number
  /** First day in the source's territory, ISO. */
  readonly opensOn?: string
  readonly runtimeMinutes?: number
  readonly distributor: string
  readonly reported: boolean
  /** Whose figures speak of it. */
  readonly sources: readonly number[]
  /** Of all its figures, ISO. */
  readonly firstDay?: string
  readonly lastDay?: string
}

export type FilmRead = {
  readonly film: FilmKnown
  readonly reading: TitleReading
  /** Of its distributor's films the share that come again: what it opens may have been shown long before. */
  readonly broughtBack: number
}

/** What a film is compared against: how rare words and beginnings of titles are among all films. */
export type FilmCorpus = {
  readonly films: readonly FilmRead[]
  readonly weights: WordWeights
  /** How many different titles are that key, or have it as a piece. */
  titlesUnder(key: string): number
  /** How many different titles hold all the words. */
  titlesWith(words: readonly string[]): number
  /** Films that hold all the words in one of their titles. */
  filmsWith(words: readonly string[]): readonly FilmRead[]
}

const DAY_MS = 86_400_000

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** "12 days", "5 weeks", "7 months", "3 years": as people say it. */
export function spanText(days: number): string {
  const count = Math.abs(days)
  const said = (many: number, unit: string) => `${many} ${unit}${many === 1 ? '' : 's'}`
  if (count < 14) return said(count, 'day')
  if (count < 70) return said(Math.round(count / 7), 'week')
  if (count < 700) return said(Math.round(count / 30.4), 'month')
  return said(Math.round(count / 365), 'year')
}
