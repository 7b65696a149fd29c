import type { BookingStorage, View } from '#ticketing'
import { createBoxOffice } from '#ticketing'
import { NO_LOCKS } from '../../src/trade/ticketing/booking.ts'
import { openDraft } from '../../src/trade/ticketing/draft.ts'
import type { Group, GroupOptions } from '../../src/trade/ticketing/group.ts'
import type { BoxOfficeOptions, Parts } from './scene.ts'

/** Bugs that a box office could have, each with the simulation that must find it. */
export const PLANTED: readonly { readonly bug: string; readonly parts: Parts }[] = [
  {
    bug: 'lost wake-up',
    parts: {
      openBoxOffice: (options) => createBoxOffice({ ...options, createGroup: sleepyGroup }),
    },
  },
  { bug: 'read outside the lock', parts: { readsFirst: true } },
  { bug: 'expiry off by one, too late', parts: { openBoxOffice: expiringBy(1) } },
  { bug: 'expiry off by one, too early', parts: { openBoxOffice: expiringBy(-1) } },
  { bug: 'replayed confirm', parts: { openBoxOffice: confirmingAgain } },
  { bug: 'refund after re-sale', parts: { openBoxOffice: freeingAfterwards } },
]

/** Looks whether somebody waits before the batch is under way, and not when it is done. */
function sleepyGroup<Request, Answer>(
  options: GroupOptions<Request, Answer>,
): Group<Request, Answer> {
  type Waiting = PromiseWithResolvers<Answer> & { readonly request: Request }
  const queue: Waiting[] = []
  let isRunning = false
  const drain = async () => {
    if (isRunning) return
    isRunning = true
    const batch = queue.splice(0, options.most)
    try {
      const answers = await options.run(batch.map(({ request }) => request))
      for (const [at, { resolve }] of batch.entries()) resolve(answers[at] as Answer)
    } catch (fault) {
      for (const { reject } of batch) reject(fault)
    }
    isRunning = false
  }
  return {
    ask(request) {
      const waiting = { ...Promise.withResolvers<Answer>(), request }
      queue.push(waiting)
      void drain()
      return waiting.promise
    },
    waiting: () => queue.length,
    usualSize: () => 1,
  }
}

/** Compares with `<` where it should be `<=`, or the other way about. */
function expiringBy(ms: number) {
  const shift = (view: View): View => ({
    ...view,
    seats: view.seats.map(({ heldUntilMs, ...row }) => {
      return heldUntilMs === undefined ? row : { ...row, heldUntilMs: heldUntilMs + ms }
    }),
  })
  return (options: BoxOfficeOptions) =>
    createBoxOffice({ ...options, storage: seenThrough(options.storage, shift) })
}

/** Does not know again what it has confirmed: the provider's second word is a second payment to it. */
function confirmingAgain(options: BoxOfficeOptions) {
  const forget = (view: View): View => ({
    ...view,
    orders: view.orders.map(({ paymentKey: _, ...order }) => order),
  })
  const storage = seenThrough(options.storage, forget)
  const { settle } = createBoxOffice({ ...options, storage })
  return { ...createBoxOffice(options), settle }
}

/** Gives the money back in one step and the seats in another, without looking whose they are by then. */
function freeingAfterwards(options: BoxOfficeOptions) {
  const office = createBoxOffice(options)
  const { storage } = options
  const refund: typeof office.refund = async (request) => {
    const done = await office.refund(request)
    if (!done.ok) return done
    await storage.step({ ...NO_LOCKS, orders: [request.orderId] }, (view) => {
      const draft = openDraft(view)
      for (const { screeningId, seat, state } of draft.tickets(request.orderId)) {
        if (state === 'refunded') draft.putSeat({ screeningId, seat })
      }
      return { changes: draft.changes(), answer: undefined }
    })
    return done
  }
  return { ...office, refund }
}

function seenThrough(storage: BookingStorage, change: (view: View) => View): BookingStorage {
  return { step: (locks, decide) => storage.step(locks, (view) => decide(change(view))) }
}
