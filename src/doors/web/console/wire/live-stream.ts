import type { Answer } from '#metrics/pure'
import type { Pulse } from './client.ts'
import { pathOf } from './client.ts'
import type { Problem } from './problem.ts'
import type { Asked } from './questions.ts'
import { LIVE_QUESTIONS_MAX, questionText } from './questions.ts'

export type LiveState = {
  readonly answers: readonly (Answer | undefined)[]
  readonly problems: readonly (Problem | undefined)[]
  readonly pulse?: Pulse
  /** Whether the stream stands, and when it was last heard, in ms of `performance.now()`. */
  readonly connected: boolean
  readonly heardAtMs: number
}

export type LiveStream = {
  readonly read: () => LiveState
  readonly subscribe: (changed: () => void) => () => void
  readonly close: () => void
}

/** The answers of one tick come within about so long. */
const TOGETHER_MS = 100

export const QUIET: LiveState = { answers: [], problems: [], connected: true, heardAtMs: 0 }

/**
 * One stream for all the questions of a page. Reconnecting is EventSource's own; what was last
 * answered stays readable meanwhile. `houseChanged`: fetch the house again.
 */
export function openLive(questions: readonly Asked[], houseChanged: () => void): LiveStream {
  const query = questions
    .slice(0, LIVE_QUESTIONS_MAX)
    .map((question) => `q=${encodeURIComponent(questionText(question))}`)
  const source = new EventSource(`${pathOf('askLive')}?${query.join('&')}`)
  const listeners = new Set<() => void>()
  let state: LiveState = { ...QUIET, heardAtMs: performance.now() }

  let timer: ReturnType<typeof setTimeout> | undefined
  let told = state

  function tell(): void {
    told = state
    for (const listener of listeners) listener()
  }
  /** What comes close together is drawn together: every telling draws the whole page. */
  function set(change: Partial<LiveState>): void {
    state = { ...state, ...change }
    if (timer !== undefined) return
    tell()
    timer = setTimeout(() => {
      timer = undefined
      if (told !== state) set({})
    }, TOGETHER_MS)
  }
  function heard(change: Partial<LiveState>): void {
    set({ ...change, connected: true, heardAtMs: performance.now() })
  }

  source.addEventListener('open', () => heard({}))
  source.addEventListener('error', () => set({ connected: false }))
  source.addEventListener('answer', (event) => {
    const { index, answer } = JSON.parse(event.data) as { index: number; answer: Answer }
    heard({
      answers: placed(state.answers, index, answer),
      problems: placed(state.problems, index, undefined),
    })
    // The leading figure waits for nothing.
    if (index === 0 && told !== state) tell()
  })
  source.addEventListener('refused', (event) => {
    const { index, problem } = JSON.parse(event.data) as { index: number; problem: Problem }
    heard({ problems: placed(state.problems, index, problem) })
  })
  source.addEventListener('pulse', (event) => {
    heard({ pulse: JSON.parse(event.data) as Pulse })
  })
  source.addEventListener('house', houseChanged)

  return {
    read: () => state,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    close() {
      clearTimeout(timer)
      source.close()
    },
  }
}

function placed<Value>(
  list: readonly (Value | undefined)[],
  index: number,
  value: Value | undefined,
): readonly (Value | undefined)[] {
  const copy = [...list]
  copy[index] = value
  return copy
}
