/** Requests that wait to be answered together. */
export type Group<Request, Answer> = {
  ask(request: Request): Promise<Answer>
  /** How many wait, beside those being answered. */
  waiting(): number
  /** How many were answered together lately, smoothed over some ten batches: what a rush is told by. */
  usualSize(): number
}

type Waiting<Request, Answer> = {
  readonly request: Request
  readonly resolve: (answer: Answer) => void
  readonly reject: (fault: unknown) => void
}

export type GroupOptions<Request, Answer> = {
  /** Answers all of them, in their order, durably, or throws and has done nothing. */
  readonly run: (requests: readonly Request[]) => Promise<readonly Answer[]>
  readonly most: number
  /** Faults that have nothing to do with what was asked: then nobody is tried alone. */
  readonly isGeneral: (fault: unknown) => boolean
}

const SMOOTHING = 0.1

/**
 * Group commit: while one batch is under way the next gathers, and goes as soon as the first is done.
 * One batch at a time, so that a process never waits for its own locks. A batch that fails is tried
 * again by halves, since the others must not pay for one bad request.
 */
export function createGroup<Request, Answer>(
  options: GroupOptions<Request, Answer>,
): Group<Request, Answer> {
  const queue: Waiting<Request, Answer>[] = []
  let running = false
  let usual = 0
  const drain = async () => {
    if (running) return
    running = true
    while (queue.length > 0) {
      const batch = queue.splice(0, options.most)
      usual += (batch.length - usual) * SMOOTHING
      await answerAll(options, batch)
    }
    running = false
  }
  return {
    ask(request) {
      return new Promise((resolve, reject) => {
        queue.push({ request, resolve, reject })
        void drain()
      })
    },
    waiting: () => queue.length,
    usualSize: () => usual,
  }
}

async function answerAll<Request, Answer>(
  options: GroupOptions<Request, Answer>,
  batch: readonly Waiting<Request, Answer>[],
): Promise<void> {
  try {
    const answers = await options.run(batch.map(({ request }) => request))
    for (const [index, { resolve, reject }] of batch.entries()) {
      const answer = answers[index]
      if (answer === undefined) reject(new Error('a batch left a request without an answer'))
      else resolve(answer)
    }
  } catch (fault) {
    if (batch.length === 1 || options.isGeneral(fault)) {
      for (const { reject } of batch) reject(fault)
      return
    }
    const middle = Math.ceil(batch.length / 2)
    await answerAll(options, batch.slice(0, middle))
    await answerAll(options, batch.slice(middle))
  }
}
