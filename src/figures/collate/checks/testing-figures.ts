import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { derivedId, hash64, silentLog, systemClock } from '#kernel'
import { filmIds, PROGRAMME_MIGRATIONS, sourceId } from '#programme'
import type { Store } from '#store'
import { openStore, STORE_MIGRATIONS } from '#store'
import { addCinema, addOrganisation, VENUES_MIGRATIONS } from '#venues'
import type { FactTable, TicketFact } from '#warehouse'
import { encodeTicket, openChildWarehouse } from '#warehouse'
import { COLLATE_MIGRATIONS } from '../migrations.ts'
import type { Check } from './check.ts'
import type { FindingView } from './finding.ts'
import { findingViews } from './finding-store.ts'
import { runChecks } from './run-checks.ts'
import { dayOf, epochDay } from './wording.ts'

/** Figures to plant faults in, on both real engines; for the tests of this folder only. */
export type Figures = Awaited<ReturnType<typeof openFigures>>

export type Sale = Partial<TicketFact> & {
  readonly day: string
  /** 20:15, UTC: the cinemas of these tests keep London's winter time. */
  readonly time?: string
  readonly title?: string
}

const FILMS = ['Orbit of Ida', 'The Salt Road', 'Kestrel', 'Marrow']

const ALL_DAYS = { from: '1980-01-01', to: '2100-12-31' }

export async function openFigures() {
  const folder = mkdtempSync(join(tmpdir(), 'checks-'))
  // As root, PostgreSQL runs as another user, who has to pass.
  chmodSync(folder, 0o711)
  const store = await openStore({
    dataFolder: join(folder, 'data'),
    migrations: [
      ...STORE_MIGRATIONS,
      ...VENUES_MIGRATIONS,
      ...PROGRAMME_MIGRATIONS,
      ...COLLATE_MIGRATIONS,
    ],
    log: silentLog,
    clock: systemClock,
  })
  const warehouse = await openChildWarehouse({ folder: join(folder, 'facts'), log: silentLog })
  const owner = await store.write((transaction) =>
    addOrganisation(transaction, { name: 'Halcyon', sample: false }),
  )
  const films = await store.write((transaction) => filmIds(transaction, owner, FILMS))
  const film = (title = FILMS[0] ?? '') => films.get(title) ?? 0
  let made = 0
  const send = (table: FactTable, body: string) =>
    warehouse.insert({ table, token: `planted-${++made}`, body })
  return {
    store,
    warehouse,
    owner,
    film,
    /** A cinema of its own for each test, so that none sees another's figures. */
    cinema: (name: string, live = false) => newCinema(store, owner, name, live),
    source: (name: string) =>
      store.write((transaction) =>
        sourceId(transaction, { organisationId: owner, kind: 'file', name }),
      ),
    async sell(place: { cinema: number; source: number }, sales: readonly Sale[]) {
      const facts = sales.map((sale) => ticket(place, owner, film, sale, ++made))
      await send('ticket', facts.map(encodeTicket).join('\n'))
    },
    async put(table: FactTable, rows: readonly Readonly<Record<string, unknown>>[]) {
      const lines = rows.map((row) =>
        JSON.stringify({ owner, fact: hash64(String(++made)).toString(), weight: 1, ...row }),
      )
      await send(table, lines.join('\n'))
    },
    /** Runs one check over everything, or some days, and gives what stands open of it for a cinema. */
    async look(check: Check, only: Only = {}): Promise<readonly FindingView[]> {
      const { from, to, now, cinemaId, state } = only
      const days = { ...(from && { from }), ...(to && { to }), ...(now && { now }) }
      // Narrowed to days it must see the same as without: all there are lie within these.
      for (const within of [ALL_DAYS, {}]) {
        const request = { why: 'asked', checks: [check], ...within, ...days } as const
        const run = await runChecks({ store, warehouse }, request)
        const broken = run.notes.find(({ sentence }) => sentence === 'broken')
        if (broken !== undefined) throw new Error(broken.say)
      }
      const asked = { owners: [owner], check: check.id, atMost: 1000, ...(state && { state }) }
      return findingViews(store, { ...asked, ...(cinemaId !== undefined && { cinemaId }) })
    },
    async close() {
      await warehouse.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Only = {
  readonly from?: string
  readonly to?: string
  readonly now?: Temporal.Instant
  readonly cinemaId?: number
  readonly state?: 'open' | 'accepted' | 'gone'
}

function newCinema(store: Store, organisationId: number, name: string, live: boolean) {
  const described = { name, timezone: 'Europe/London', currency: 'EUR', dayStartsAt: 6, live }
  return store.write((transaction) => addCinema(transaction, { organisationId, ...described }))
}

function ticket(
  { cinema, source }: { cinema: number; source: number },
  owner: number,
  film: (title?: string) => number,
  { day, time = '20:15', title, ...more }: Sale,
  made: number,
): TicketFact {
  const startsAtSeconds = Date.parse(`${day}T${time}:00Z`) / 1000
  const quantity = more.quantity ?? 2
  return {
    owner,
    exhibitor: owner,
    cinema,
    auditorium: 0,
    screening: derivedId(cinema, film(title), startsAtSeconds),
    film: film(title),
    distributor: 0,
    channel: '',
    ticketType: 'Adult',
    tariff: 0,
    seat: '',
    kind: quantity < 0 ? 'refund' : 'sale',
    quantity,
    priceMinor: BigInt(quantity) * 1_000n,
    feeHallMinor: 0n,
    feeOnlineMinor: 0n,
    taxMinor: 0n,
    currency: 'EUR',
    payment: '',
    customer: 0n,
    soldAtMs: undefined,
    soldDay: undefined,
    soldMinute: undefined,
    startsAtSeconds,
    tradingDay: day,
    startHour: Number(time.slice(0, 2)),
    source,
    fact: hash64(`planted ${made}`),
    ...more,
  }
}

/** The days from one to another, both included, that `keep` keeps. */
export function daysFrom(first: string, last: string, keep = (_: number) => true): string[] {
  const days: string[] = []
  for (let day = epochDay(first); day <= epochDay(last); day++) {
    // 1970-01-01 was a Thursday; 0 is Monday.
    if (keep((day + 3) % 7)) days.push(dayOf(day))
  }
  return days
}
