import type { FilmCorpus, FilmRead } from './film-known.ts'
import { weighTitles } from './film-title.ts'
import { comesAgain, weighDays, weighYears } from './film-when.ts'
import { foldText, wordsOf } from './fold-text.ts'
import type { PairWeighed, Weighed } from './weighed.ts'
import { against, forIt, weighAll } from './weighed.ts'

/** Whether two films are one: all that speaks for and against, in bits. */
export function weighFilms(left: FilmRead, right: FilmRead, corpus: FilmCorpus): PairWeighed {
  const titles = weighTitles(left, right, corpus)
  return weighAll(
    [
      ...titles.evidence,
      ...weighMarks(left, right),
      ...weighDays(left, right),
      ...weighYears(left, right),
      ...weighDistributors(left.film.distributor, right.film.distributor),
      ...weighRuntimes(left.film.runtimeMinutes, right.film.runtimeMinutes),
    ],
    { equal: titles.equal, again: comesAgain(left) || comesAgain(right) },
  )
}

function weighMarks({ reading: one }: FilmRead, { reading: other }: FilmRead): readonly Weighed[] {
  const weighed: Weighed[] = []
  if (one.stage !== other.stage) {
    weighed.push(against(14, 'One is a stage performance on the screen'))
  }
  if (one.marks.has('cut') !== other.marks.has('cut')) {
    weighed.push(against(12, 'One is a cut of its own'))
  }
  const series = one.series ?? other.series
  if (series !== undefined && one.series !== other.series) {
    weighed.push(against(0.5, `One is shown under “${series}”`))
  }
  return weighed
}

function weighDistributors(left: string, right: string): readonly Weighed[] {
  const [one] = wordsOf(foldText(left))
  const [other] = wordsOf(foldText(right))
  if (one === undefined || other === undefined || one !== other) return []
  return [forIt(2, `Both from ${left}`)]
}

function weighRuntimes(left: number | undefined, right: number | undefined): readonly Weighed[] {
  if (left === undefined || right === undefined) return []
  const apart = Math.abs(left - right)
  const say = apart === 0 ? `Both run ${left} minutes` : `They run ${left} and ${right} minutes`
  if (apart <= 2) return [forIt(2, say)]
  return apart > 15 ? [against(5, say)] : []
}
