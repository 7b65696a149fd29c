import type { Answer } from '#metrics/pure'
import { withPulse } from '../scope.ts'
import type { House } from '../wire/client.ts'
import type { LiveState } from '../wire/live-stream.ts'
import type { Asked } from '../wire/questions.ts'
import { useLive } from '../wire/use-live.ts'
import type { FilmFrame } from './film-frame.ts'

export type FilmDay = {
  readonly live: LiveState
  readonly house: House
  /** The day's figures as they come in; undefined where nothing is live. */
  readonly today: Answer | undefined
}

export function dayQuestion({ asks, day }: FilmFrame): Asked {
  return { ...asks, from: day, to: day, metrics: ['gross', 'admissions'] }
}

/** Follows the day of a film that plays now. */
export function useFilmDay(known: House, frame: FilmFrame | undefined): FilmDay {
  const runs = frame?.playing === true && frame.scope.live
  const live = useLive(runs ? [dayQuestion(frame)] : [])
  const [answer] = live.answers
  return {
    live,
    house: withPulse(known, live),
    // Of the day before a change of day it says nothing of the new one.
    today: runs && answer?.question.from === frame.day ? answer : undefined,
  }
}
