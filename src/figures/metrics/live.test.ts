import { afterEach, expect, test, vi } from 'vitest'
import { LOCAL_OWNER } from '#identity'
import type { Outcome } from '#kernel'
import { accept, refuse, silentLog, systemClock } from '#kernel'
import { WarehouseDown } from '#warehouse'
import type { HubParts, LiveUpdate } from './live.ts'
import { createHub } from './live.ts'
import type { Answer, Question, QuestionRefusal } from './question.ts'

const GROSS: Question = { metrics: ['gross', 'sold'], by: ['film'], where: {} }
const SOLD: Question = { metrics: ['sold'], by: [], where: {} }
const TICK_MS = 10

const opened: { close(): void }[] = []
afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

function answerOf(question: Question, sold: number, lagMs = 0): Answer {
  return {
    rows: [{ sold }],
    total: { sold },
    question,
    basis: 'tickets',
    sample: false,
    definitions: [],
    freshness: { asOf: '', through: '', lagMs, pending: 0 },
    sites: { expected: 1, reporting: 1, stale: [], silent: [] },
    sources: [],
  }
}

/** A hub over figures that a test sets by hand. */
function liveFigures(more: Partial<HubParts> = {}) {
  const figures = { sold: 1, lagMs: 0, down: false, refused: false, asked: 0 }
  const ask = async (_: unknown, question: Question): Promise<Outcome<Answer, QuestionRefusal>> => {
    figures.asked++
    if (figures.down) throw new WarehouseDown('gone')
    if (figures.refused) return refuse('currency_needed', 'Name one.', ['EUR', 'USD'])
    return accept(answerOf(question, figures.sold, figures.lagMs))
  }
  const hub = createHub({
    answers: { ask },
    clock: systemClock,
    tickMs: TICK_MS,
    retryMs: 20,
    log: silentLog,
    ...more,
  })
  opened.push(hub)
  const watch = (question: Question, lastEventId?: string) => {
    const updates: LiveUpdate[] = []
    const listener = (update: LiveUpdate) => updates.push(update)
    const handle = hub.watch({ asker: LOCAL_OWNER, question, listener, lastEventId })
    const sold = () => updates.map(({ outcome }) => outcome.ok && outcome.value.total['sold'])
    return { ...handle, updates, sold }
  }
  return { figures, hub, watch }
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, TICK_MS * 8))

test('a hundred who watch one question cost one computation, and all see its answer', async () => {
  const { figures, hub, watch } = liveFigures()
  const same: Question = { ...GROSS, order: { of: 'gross', descending: true } }
  const all = Array.from({ length: 100 }, (_, at) => watch(at % 2 ? GROSS : same))
  await vi.waitFor(() => expect(all.every(({ updates }) => updates.length === 1)).toBe(true))
  expect([figures.asked, hub.computations()]).toEqual([1, 1])
})

test('a burst of facts costs one computation a tick, and the last figure arrives', async () => {
  const { figures, hub, watch } = liveFigures()
  const one = watch(GROSS)
  await vi.waitFor(() => expect(one.sold()).toEqual([1]))
  for (figures.sold = 2; figures.sold < 500; figures.sold++) hub.changed()
  await vi.waitFor(() => expect(one.sold().at(-1)).toBe(500))
  expect(hub.computations()).toBeLessThanOrEqual(3)
})

test('facts that change while a computation is under way are not lost', async () => {
  const gate = Promise.withResolvers<void>()
  const seen: number[] = []
  const figures = { sold: 1 }
  const hub = createHub({
    answers: {
      async ask(_, question) {
        const { sold } = figures
        await gate.promise
        return accept(answerOf(question, sold))
      },
    },
    clock: systemClock,
    tickMs: TICK_MS,
    log: silentLog,
  })
  opened.push(hub)
  const listener = ({ outcome }: LiveUpdate) => {
    if (outcome.ok) seen.push(Number(outcome.value.total['sold']))
  }
  hub.watch({ asker: LOCAL_OWNER, question: SOLD, listener })
  await vi.waitFor(() => expect(hub.computations()).toBe(1))
  figures.sold = 2
  hub.changed()
  gate.resolve()
  await vi.waitFor(() => expect(seen).toEqual([1, 2]))
})

test('an unchanged answer is not sent again, unless it begins or ends to run late', async () => {
  const { figures, hub, watch } = liveFigures()
  const one = watch(GROSS)
  await vi.waitFor(() => expect(one.updates).toHaveLength(1))
  hub.changed()
  await vi.waitFor(() => expect(hub.computations()).toBe(2))
  await quiet()
  expect(one.updates).toHaveLength(1)
  figures.lagMs = 60_000
  one.nudge()
  await vi.waitFor(() => expect(one.updates).toHaveLength(2))
})

test('when nobody watches, nothing is asked', async () => {
  const { figures, hub, watch } = liveFigures()
  hub.changed()
  const one = watch(GROSS)
  await vi.waitFor(() => expect(one.updates).toHaveLength(1))
  one.close()
  hub.changed()
  await quiet()
  expect(figures.asked).toBe(1)
})

test('who joins later gets the latest answer at once, without a computation', async () => {
  const { hub, watch } = liveFigures()
  const one = watch(GROSS)
  await vi.waitFor(() => expect(one.updates).toHaveLength(1))
  expect(watch(GROSS).updates).toEqual(one.updates)
  await quiet()
  expect(hub.computations()).toBe(1)
})

test('who comes back names what was seen last and gets only what is newer', async () => {
  const { figures, hub, watch } = liveFigures()
  const one = watch(GROSS)
  await vi.waitFor(() => expect(one.updates).toHaveLength(1))
  const seen = one.updates[0]?.id
  one.close()
  const same = watch(GROSS, seen)
  await quiet()
  expect(same.updates).toEqual([])
  same.close()
  figures.sold = 9
  hub.changed()
  const back = watch(GROSS, seen)
  await vi.waitFor(() => expect(back.sold()).toEqual([9]))
  expect(Number(back.updates[0]?.sequence)).toBeGreaterThan(Number(one.updates[0]?.sequence))
})

test('who comes back gets what was only being computed again when the connection broke', async () => {
  const { figures, hub, watch } = liveFigures()
  const earlier = watch(GROSS)
  await vi.waitFor(() => expect(earlier.updates).toHaveLength(1))
  earlier.close()
  hub.changed()
  // One stream with both: it sees SOLD, and breaks before GROSS is there, which stays as it was.
  const [gross, sold] = [watch(GROSS), watch(SOLD)]
  gross.close()
  await vi.waitFor(() => expect(sold.updates).toHaveLength(1))
  const seen = sold.updates[0]?.id
  sold.close()
  expect(figures.asked).toBe(2)
  const back = watch(GROSS, seen)
  await vi.waitFor(() => expect(back.sold()).toEqual([1]))
})

test('who joins while a change that nobody saw is being counted gets no outdated answer', async () => {
  const { figures, hub, watch } = liveFigures()
  const one = watch(GROSS)
  await vi.waitFor(() => expect(one.updates).toHaveLength(1))
  one.close()
  figures.sold = 2
  hub.changed()
  const both = [watch(GROSS), watch(GROSS)]
  await vi.waitFor(() => expect(both.map(({ sold }) => sold())).toEqual([[2], [2]]))
})

test.each(['', 'nonsense', 'otherhub-999', '-', '999'])(
  'who comes back to another hub with %j gets everything',
  async (lastEventId) => {
    const { watch } = liveFigures()
    const one = watch(GROSS, lastEventId)
    await vi.waitFor(() => expect(one.sold()).toEqual([1]))
  },
)

test('the first to come after a change that nobody saw gets no outdated answer', async () => {
  const { figures, hub, watch } = liveFigures()
  const one = watch(GROSS)
  await vi.waitFor(() => expect(one.updates).toHaveLength(1))
  one.close()
  figures.sold = 2
  hub.changed()
  const next = watch(GROSS)
  expect(next.updates).toEqual([])
  await vi.waitFor(() => expect(next.sold()).toEqual([2]))
})

test('while the warehouse is down the last answer stays, and then the next one comes', async () => {
  const { figures, hub, watch } = liveFigures()
  const one = watch(GROSS)
  await vi.waitFor(() => expect(one.sold()).toEqual([1]))
  Object.assign(figures, { down: true, sold: 2 })
  hub.changed()
  await vi.waitFor(() => expect(hub.computations()).toBeGreaterThanOrEqual(3))
  expect(watch(GROSS).sold()).toEqual([1])
  figures.down = false
  await vi.waitFor(() => expect(one.sold()).toEqual([1, 2]))
})

test('a refusal is told like an answer, once', async () => {
  const { figures, hub, watch } = liveFigures()
  figures.refused = true
  const one = watch(GROSS)
  await vi.waitFor(() => expect(one.updates).toHaveLength(1))
  expect(one.updates[0]?.outcome).toMatchObject({ ok: false, refusal: 'currency_needed' })
  hub.changed()
  await quiet()
  expect(one.updates).toHaveLength(1)
})

test('sequences rise over the whole hub, whatever the question', async () => {
  const { figures, hub, watch } = liveFigures()
  const [one, two] = [watch(GROSS), watch(SOLD)]
  await vi.waitFor(() => expect(one.updates.length + two.updates.length).toBe(2))
  figures.sold = 2
  hub.changed()
  await vi.waitFor(() => expect(one.updates.length + two.updates.length).toBe(4))
  const sequences = [...one.updates, ...two.updates].map(({ sequence }) => sequence)
  expect(sequences.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4])
  expect(one.updates[0]?.id).toBe(`${hub.epoch}-${one.updates[0]?.sequence}`)
})

test('a listener that fails does not keep the answer from the others', async () => {
  const { hub, watch } = liveFigures()
  hub.watch({
    asker: LOCAL_OWNER,
    question: GROSS,
    listener: () => {
      throw new Error('broken stream')
    },
  })
  const one = watch(GROSS)
  await vi.waitFor(() => expect(one.sold()).toEqual([1]))
})

test('the hub listens to facts if it is given them, until it is closed', async () => {
  const heard: (() => void)[] = []
  const { figures, hub, watch } = liveFigures({
    onFacts: (changed) => {
      heard.push(changed)
      return () => heard.splice(0)
    },
  })
  const one = watch(GROSS)
  await vi.waitFor(() => expect(one.sold()).toEqual([1]))
  figures.sold = 2
  heard[0]?.()
  await vi.waitFor(() => expect(one.sold()).toEqual([1, 2]))
  hub.close()
  expect(heard).toEqual([])
})
