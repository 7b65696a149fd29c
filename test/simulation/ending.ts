import { ticketId } from '#ticketing'
import type { People } from './people.ts'
import type { Play } from './play.ts'
import { seatEvents } from './seat-events.ts'
import { isExplained } from './seat-history.ts'
import type { Server } from './server.ts'

/** Once nothing goes wrong any more all comes to rest; if not within this, somebody waits for ever. */
const REST_STEPS_MAX = 20_000
const ROUNDS_MAX = 30

/** A request whose server lives, and does nothing any more, waits for ever. */
export function checkAnswers(servers: readonly Server[], fail: (say: string) => void): void {
  for (const { actor, open } of servers) {
    if (open.size === 0 || actor.waits > 0) continue
    const kinds = [...open].map(({ ask }) => ask.kind).join(', ')
    fail(`${actor.name} is idle and leaves unanswered: ${kinds}`)
  }
}

/** Lets everybody end what they began, and the keeper what is left of payments. */
export async function comeToRest(play: Play): Promise<void> {
  const { world, record, servers, network } = play
  for (let round = 0, left = REST_STEPS_MAX; round < ROUNDS_MAX && !record.violation(); round++) {
    while (!record.violation() && (await world.step())) {
      checkAnswers(servers, record.fail)
      if (--left < 0) record.fail('nothing goes wrong any more, and it does not come to rest')
    }
    if (isOver(play)) return
    network.send({ kind: 'turn' }, () => undefined)
  }
  if (!isOver(play)) record.fail('payments do not come to their end')
}

function isOver({ people: { wallet, books } }: Play): boolean {
  const isSettled = [...wallet.kept().keys()].every((key) => {
    return books.payments.get(key)?.state === 'settled'
  })
  const isReturned = [...books.returns.values()].every(({ state, paymentKey }) => {
    return state === 'done' || books.payments.get(paymentKey)?.provider !== 'wallet'
  })
  return isSettled && isReturned
}

/** What must hold when all is over. */
export function checkEnd({ people, guestsGone, guests }: Play): void {
  const { record, books, holdMs } = people
  record.checkAll()
  if (guestsGone() < guests) record.fail(`${guests - guestsGone()} guests wait for ever`)
  checkTold(people)
  checkWallet(people)
  for (const [seat, events] of seatEvents({ record, books, holdMs })) {
    record.count('seat histories')
    if (!isExplained(events)) record.fail(`no order of events explains the history of ${seat}`)
  }
}

/** What people were told stands. */
function checkTold({ told, books, record }: People): void {
  for (const { id, paidAtMs, lines } of told.values()) {
    const kept = books.orders.get(id)
    const same = kept?.lines.map(({ seat }) => seat).join() === lines.map(({ seat }) => seat).join()
    if (!same) record.fail(`order ${id} was acknowledged and is not there`)
    if (paidAtMs === undefined) continue
    if (kept?.paidAtMs !== paidAtMs) record.fail(`order ${id} was acknowledged as paid and is not`)
    const last = books.tickets.get(ticketId(id, lines.length - 1))
    if (!last) record.fail(`order ${id} was paid and has no tickets`)
  }
}

/** What the wallet has kept of each payment is what good tickets of its order cost: no more, no less. */
function checkWallet({ wallet, books, record }: People): void {
  for (const [key, kept] of wallet.kept()) {
    const payment = books.payments.get(key)
    const worth = payment ? payment.amountMinor - payment.returnedMinor : 0n
    if (kept !== worth) record.fail(`the wallet kept ${kept} of ${key}, the books say ${worth}`)
  }
}
