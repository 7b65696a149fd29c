// Sells one ticket after the other on the data folder in argv, each in a transaction of its own, and
// notes in a file what it tries and, once that is committed, what it sold: `seller.ts FOLDER NOTES FIRST`.
import { appendFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { OWN_ORGANISATION } from '#collate'
import { DAY_STARTS_AT, silentLog, systemClock } from '#kernel'
import { filmIds, sourceId } from '#programme'
import { MIGRATIONS } from '#server'
import type { Transaction } from '#store'
import { appendFacts, openStore, StoreDown } from '#store'
import { addCinema, addOrganisation } from '#venues'
import type { TicketFact } from '#warehouse'
import { encodeTicket } from '#warehouse'
import { LIVE_CINEMA, LIVE_FILM, LIVE_SOURCE, priceOf, SALE_EVERY_MS, ticketsOf } from './sale.ts'

const [dataFolder = '', notes = '', first = '1'] = process.argv.slice(2)
let stopped = false
process.once('SIGTERM', () => {
  stopped = true
})
const store = await openStore({
  dataFolder,
  migrations: MIGRATIONS,
  log: silentLog,
  clock: systemClock,
})
const place = await store.write(settle)
for (let number = Number(first); !stopped; number++) {
  appendFileSync(notes, `try ${number}\n`)
  try {
    await store.write((transaction) =>
      appendFacts(transaction, 'ticket', [encodeTicket(factOf(number))]),
    )
    appendFileSync(notes, `sold ${number}\n`)
  } catch (fault) {
    // Whether it was kept is not known, so it stays a try and its number is never used again.
    if (!(fault instanceof StoreDown)) throw fault
  }
  await pause(SALE_EVERY_MS)
}
await store.close()

async function settle(transaction: Transaction) {
  const own = { name: OWN_ORGANISATION, sample: false }
  const organisationId = await addOrganisation(transaction, own)
  const cinema = await addCinema(transaction, {
    organisationId,
    name: LIVE_CINEMA,
    timezone: 'Asia/Shanghai',
    currency: 'CNY',
    dayStartsAt: DAY_STARTS_AT,
    live: true,
  })
  const source = await sourceId(transaction, { organisationId, kind: 'sales', name: LIVE_SOURCE })
  const film = (await filmIds(transaction, organisationId, [LIVE_FILM])).get(LIVE_FILM) ?? 0
  return { owner: organisationId, cinema, source, film }
}

function factOf(number: number): TicketFact {
  const soldAtMs = Date.UTC(2026, 10, 20, 10) + number * 1_000
  return {
    ...place,
    exhibitor: place.owner,
    auditorium: 1,
    screening: BigInt(1 + (number % 9)),
    distributor: 0,
    channel: number % 3 === 0 ? 'counter' : 'app',
    ticketType: 'Adult',
    tariff: 0,
    seat: '',
    kind: 'sale',
    quantity: ticketsOf(number),
    priceMinor: BigInt(priceOf(number)),
    feeHallMinor: 0n,
    feeOnlineMinor: 0n,
    taxMinor: 0n,
    currency: 'CNY',
    payment: 'card',
    customer: 0n,
    soldAtMs,
    soldDay: '2026-11-20',
    soldMinute: 1_080,
    startsAtSeconds: Date.UTC(2026, 10, 20, 12) / 1_000,
    tradingDay: '2026-11-20',
    startHour: 20,
    fact: BigInt(number),
  }
}
