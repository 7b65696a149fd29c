import { readFile } from 'node:fs/promises'
import type { FilmScore } from './film-exam.ts'
import { examineFilms } from './film-exam.ts'
import type { Half } from './film-labels.ts'
import { readLabels } from './film-labels.ts'
import { readFilmLists } from './film-lists.ts'

export const HALVES: readonly Half[] = ['held-out', 'tuning']

/**
 * How well films are matched, on the labels kept here and the lists in the shared folder; undefined
 * where the lists are not there.
 */
export async function scoreFilms(shared: string, half: Half): Promise<FilmScore | undefined> {
  const films = await readFilmLists(shared)
  if (!films) return undefined
  const labels = await readFile(new URL('film-labels.csv', import.meta.url), 'utf8')
  return examineFilms(films, readLabels(labels), half)
}
