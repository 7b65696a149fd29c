import { LOCAL_OWNER } from '#identity'
import type { Answer, Answers, Question } from '#metrics'
import type { Asked, Group } from './console-questions.ts'
import type { Sample, Spread } from './figures.ts'
import { spreadOf } from './figures.ts'

/** How long a question took, each time it was asked. */
export type Timed = Asked & { readonly ms: readonly number[] }

type Asking = {
  readonly answers: Answers
  readonly questions: readonly Asked[]
  readonly rounds: number
  /** Ends early after so long; what was asked until then counts. */
  readonly secondsMax: number
}

/** Asks each question in turn, round after round, one at a time; in each round in another order. */
export async function timeQuestions(asking: Asking): Promise<readonly Timed[]> {
  const { answers, questions, rounds, secondsMax } = asking
  const times = questions.map((): number[] => [])
  const endsAt = performance.now() + secondsMax * 1000
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < questions.length; turn++) {
      const place = (turn * STRIDE + round * 7) % questions.length
      const question = questions[place]?.question
      if (!question || performance.now() > endsAt) continue
      const startedAt = performance.now()
      await answerTo(answers, question)
      times[place]?.push(performance.now() - startedAt)
    }
  }
  return questions.map((one, place) => ({ ...one, ms: times[place] ?? [] }))
}

/** No count of questions is a multiple of it. */
const STRIDE = 10_007

export async function answerTo(answers: Answers, question: Question): Promise<Answer | undefined> {
  const answer = await answers.ask(LOCAL_OWNER, question)
  // A page may ask what has no answer yet, a drop before the first week; that takes its time too.
  return answer.ok ? answer.value : undefined
}

export function spreadOfAll(timed: readonly Timed[], group?: Group): Spread {
  const some = group === undefined ? timed : timed.filter((one) => one.group === group)
  return spreadOf(some.flatMap(({ ms }) => ms.map((value): Sample => ({ value, weight: 1 }))))
}

/** The slowest by their medians, most first. */
export function slowest(timed: readonly Timed[], count: number) {
  return timed
    .map((one) => ({ ...one, median: spreadOf(one.ms.map((value) => ({ value, weight: 1 }))).p50 }))
    .toSorted((one, other) => other.median - one.median)
    .slice(0, count)
}

/** A question in a line. */
export function inWords({ metrics, by, grain, compare, where, from, to, basis }: Question): string {
  const filters = Object.entries(where).map(([name, values]) => `${name}×${values.length}`)
  return [
    metrics.join(','),
    ...(by.length > 0 ? [`by ${by.join(',')}`] : []),
    ...(grain ? [`each ${grain}`] : []),
    ...(filters.length > 0 ? [`where ${filters.join(' ')}`] : []),
    `${from ?? '…'}–${to ?? '…'}`,
    ...(compare ? [`beside ${compare.join(',')}`] : []),
    ...(basis && basis !== 'tickets' ? ['reported'] : []),
  ].join(' ')
}
