import type { Check } from './doctor-check.ts'
import { ill, well } from './doctor-check.ts'

/** The store's clock decides about holds; one that is far off would show guests a wrong countdown. */
const CLOCKS_APART_MS_MAX = 2_000

const NOW = 'select extract(epoch from clock_timestamp()) * 1000 as now'

// Of every order that was paid: a ticket for each line, and a settled payment of its amount.
const UNSOUND = `
  select count(*)::int as orders from ticket_order o
  where o.paid_at is not null and (
    json_array_length(o.lines) <> (select count(*) from ticket t where t.order_id = o.id)
    or not exists (select from payment p where p.key = o.payment_key and p.state = 'settled'
      and p.amount_minor = o.total_minor))`

const TWICE = `
  select count(*)::int as seats from (
    select from ticket where state = 'valid' group by screening_id, seat having count(*) > 1) as twice`

const OWED = `
  select count(*)::int as returns from payment_return r join payment p on p.id = r.payment_id
  where r.state = 'due' and r.made_at < now() - interval '1 hour' and p.provider <> 'cash'`

export const SELLING_CHECKS: readonly Check[] = [
  {
    name: 'clock',
    async look({ store, clock }) {
      const before = clock().epochMilliseconds
      const row = await store.row<{ now: string }>(NOW)
      const middle = (before + clock().epochMilliseconds) / 2
      const apart = Math.round(Number(row?.now) - middle)
      if (Math.abs(apart) <= CLOCKS_APART_MS_MAX) return well('Clocks agree')
      const say = `PostgreSQL's clock is ${apart} ms off this machine's.`
      return ill(`${say} Set both by NTP; until then holds end by PostgreSQL's.`)
    },
  },
  {
    name: 'sales',
    async look({ store }) {
      const unsound = (await store.row<{ orders: number }>(UNSOUND))?.orders ?? 0
      const twice = (await store.row<{ seats: number }>(TWICE))?.seats ?? 0
      if (unsound > 0) return ill(`${unsound} paid orders lack a ticket or their money. Report it.`)
      if (twice > 0) return ill(`${twice} seats are sold twice. Report it.`)
      return well('Every paid order has its tickets and its money; no seat is sold twice')
    },
  },
  {
    name: 'returns',
    async look({ store }) {
      const owed = (await store.row<{ returns: number }>(OWED))?.returns ?? 0
      if (owed === 0) return well('No money waits to go back')
      const say = `${owed} returns of money wait for over an hour.`
      return ill(`${say} See GET /v1/payment-returns for the trouble each has.`)
    },
  },
]
