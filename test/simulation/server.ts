import type { Order } from '#ticketing'
import { createBoxOffice, createSheets, orderTotal } from '#ticketing'
import { addPayment, ordersWithin } from './books.ts'
import type { Answer, Ask, Call } from './call.ts'
import { memoryStorage } from './memory-storage.ts'
import type { Scene } from './scene.ts'
import { readSheet } from './screenings.ts'
import type { Actor } from './world.ts'

/** PostgreSQL went away while a step was under way; whether it was committed is not known. */
export class StoreGone extends Error {
  override readonly name = 'StoreGone'
}

/** One server process: the real box office over the books, until it dies. */
export type Server = {
  readonly actor: Actor
  /** Requests it has not answered. */
  readonly open: Set<Call>
  handle(ask: Ask): Promise<Answer>
}

export function startServer(scene: Scene, name: string): Server {
  const { world, books, locks, record, parts } = scene
  const actor: Actor = { name, isAlive: true, waits: 0 }
  const pause = async (label: string) => {
    await world.pause(actor, label)
    mayBreak()
  }
  const mayBreak = () => {
    if (!scene.breaks()) return
    record.count('store gone')
    throw new StoreGone('PostgreSQL is gone')
  }
  const { committing, committed } = record
  const keep = { world, books, locks, actor, mayBreak, committing, committed }
  const storage = memoryStorage({ ...keep, ...(parts.readsFirst && { readsFirst: true }) })
  const sheets = createSheets(async (screening) => {
    await pause('sheet')
    return readSheet(books, screening)
  })
  const options = {
    storage,
    sheets,
    async liveOrders(screening: bigint) {
      await pause('live orders')
      return ordersWithin(books, screening)
    },
    holdMs: scene.holdMs,
    isGeneral: (fault: unknown) => fault instanceof StoreGone,
  }
  const office = (parts.openBoxOffice ?? createBoxOffice)(options)
  const open = new Set<Call>()

  const begin = async (ask: Ask & { kind: 'begin' }): Promise<Answer> => {
    const begun = await office.begin(ask)
    if (!begun.ok) return { ...begun, said: 'refused' }
    await pause('note payment')
    const { id, lines } = begun.value
    const amountMinor = orderTotal(lines)
    const known = books.payments.get(ask.key)
    if (known && (known.reference !== id.toString() || known.provider !== 'wallet')) {
      return { said: 'refused', refusal: 'idempotency_key_reused', say: 'another payment' }
    }
    if (!known) {
      const row = { key: ask.key, reference: id.toString(), provider: 'wallet', amountMinor }
      addPayment(books, { ...row, state: 'started', returnedMinor: 0n })
    }
    await pause('start payment')
    scene.wallet.start(ask.key, amountMinor)
    await pause('payment started')
    return { said: 'order', order: begun.value }
  }
  const settle = async (paymentKey: string): Promise<void> => {
    const payment = books.payments.get(paymentKey)
    if (!payment) return
    await pause('ask wallet')
    const state = scene.wallet.look(paymentKey)
    if (state === 'pending') return
    await pause('wallet said')
    const orderId = BigInt(payment.reference)
    const screeningId = books.orders.get(orderId)?.screeningId ?? 0n
    const { amountMinor, provider } = payment
    const word = { paymentKey, provider, amountMinor, currency: 'EUR', state }
    const call = { orderId, paymentKey, fromTick: world.tick() }
    if (state === 'settled') record.settles.push(call)
    const settled = await office.settle({ orderId, screeningId, ...word })
    record.count(`settle: ${settled}`)
    Object.assign(call, { toTick: world.tick(), settled })
  }
  const turn = async (): Promise<void> => {
    for (const { key, state } of [...books.payments.values()]) {
      if (state !== 'settled' && scene.wallet.look(key) !== state) await settle(key)
    }
    for (const { key, paymentKey, amountMinor, state } of [...books.returns.values()]) {
      const payment = books.payments.get(paymentKey)
      if (state !== 'due' || payment?.provider !== 'wallet') continue
      await pause('give back')
      const given = scene.wallet.giveBack(paymentKey, amountMinor, key)
      await pause('note return')
      const kept = books.returns.get(key)
      if (given === 'done' && kept) books.returns.set(key, { ...kept, state: 'done' })
    }
  }
  const decide = async (ask: Ask): Promise<Answer> => {
    switch (ask.kind) {
      case 'hold':
        return told(await office.hold(ask))
      case 'pay':
        return told(
          await office.pay({ ...ask, reason: ask.with === 'complimentary' ? 'a gift' : '' }),
        )
      case 'begin':
        return begin(ask)
      case 'prolong':
        return told(await office.prolong(ask))
      case 'release':
        return told(await office.release(ask))
      case 'refund':
        return told(await office.refund({ ...ask, reason: 'ill' }))
      case 'void':
        return told(await office.void({ ...ask, reason: 'a slip' }))
      case 'cancel': {
        const done = await office.cancel({ screeningId: ask.screeningId, reason: 'no light' })
        return done.ok ? { said: 'done' } : { ...done, said: 'refused' }
      }
      case 'notice':
        await settle(ask.paymentKey)
        return { said: 'done' }
      case 'turn':
        await turn()
        return { said: 'done' }
    }
  }
  return {
    actor,
    open,
    async handle(ask) {
      const call: Call = { ask, fromTick: world.tick() }
      record.calls.push(call)
      open.add(call)
      const answer = await decide(ask).catch((fault: Error): Answer => ({ said: 'fault', fault }))
      open.delete(call)
      call.toTick = world.tick()
      call.answer = answer
      record.answered(call)
      return answer
    },
  }
}

type Told =
  | { readonly ok: true; readonly value: Order }
  | { readonly ok: false; readonly refusal: string; readonly say: string }

function told(outcome: Told): Answer {
  if (outcome.ok) return { said: 'order', order: outcome.value }
  return { said: 'refused', refusal: outcome.refusal, say: outcome.say }
}
