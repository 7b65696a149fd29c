import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Order } from '#circuit'
import { simulate } from '#circuit'
import { expectAccepted, systemClock } from '#kernel'
import { sourceId } from '#programme'
import type { Engined, Served } from '#server'
import { openHouse, serve } from '#server'
import type { Warehouse } from '#warehouse'

/** A house with a simulated circuit, and what somebody else reports of the same films. */
export type SimulatedHouse = {
  readonly served: Served
  readonly owner: number
  readonly tickets: number
  readonly screenings: number
  /** How long making it took; 0 where the folder had it already. */
  readonly seconds: number
  close(): Promise<void>
}

const REPORTER = 'Market reporter'
/** What the whole market takes of what we do. */
const MARKET = 7

// Sums of ours, as a reporter would have them: a film, a day, the whole territory.
const REPORT = (owner: number, source: number, territory: string) => `
insert into box_office (owner, source, fact, territory, cinema, film, distributor, kind, first_day,
  last_day, measure, currency, definition, reported_day, value, weight)
select ${owner}, ${source}, cityHash64(film, trading_day, measure), '${territory}', 0, film, '', 'day',
  trading_day,
  trading_day, measure, if(measure = 'gross', any(currency), ''), '', trading_day + 1,
  toDecimal128(sum(amount), 9) * ${MARKET}, 1
from (
  select film, trading_day, currency, arrayJoin([
    ('gross', toInt64(gross)), ('admissions', toInt64(sold - refunded))]) as said,
    said.1 as measure, said.2 as amount
  from ticket_by_show where owner = ${owner})
group by film, trading_day, measure`

/** Makes what is missing of it in a folder that may be used again, and serves it on a free port. */
export async function openSimulatedHouse(folder: string, order: Order): Promise<SimulatedHouse> {
  mkdirSync(folder, { recursive: true })
  const config = { port: 0, host: '127.0.0.1', dataFolder: join(folder, 'data'), sample: false }
  const house = await openHouse(config, systemClock, () => undefined)
  const startedAt = performance.now()
  let made = 0
  let owner = 0
  try {
    expectAccepted(
      await simulate({
        ...house,
        order,
        progress: ({ done, of, tickets }) => {
          made = tickets
          if (done % 10 === 0 || done === of)
            console.error(`  part ${done} of ${of}: ${tickets} tickets`)
        },
      }),
    )
    owner = await report(house, order.territory)
  } finally {
    await house.close()
  }
  const seconds = made > 0 ? (performance.now() - startedAt) / 1000 : 0
  const served = await serve(config, systemClock, () => undefined)
  const { warehouse } = served.house
  return {
    served,
    owner,
    tickets: await count(warehouse, 'ticket', owner),
    screenings: await count(warehouse, 'screening', owner),
    seconds,
    close: () => served.close(),
  }
}

async function report({ store, warehouse }: Engined, territory: string): Promise<number> {
  const row = await store.row<{ id: number }>('select organisation_id as id from simulation')
  if (!row) throw new Error('there is no simulation')
  const named = { organisationId: row.id, kind: 'file', name: REPORTER } as const
  const source = await store.write((transaction) => sourceId(transaction, named))
  const known = await count(warehouse, 'box_office', row.id)
  if (known === 0) await warehouse.command(REPORT(row.id, source, territory))
  return row.id
}

async function count(warehouse: Warehouse, table: string, owner: number): Promise<number> {
  const [row] = await warehouse.query<{ rows: string }>(
    `select toString(count()) as rows from ${table} where owner = ${owner}`,
  )
  return Number(row?.rows)
}

/** Waits until the engine has merged what it likes to merge, so that nobody measures that. */
export async function settle(warehouse: Warehouse): Promise<void> {
  for (const table of ['ticket_by_mix', 'ticket_by_show', 'ticket_by_day', 'ticket_by_sale']) {
    await warehouse.command(`optimize table ${table}`).catch(() => undefined)
  }
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
