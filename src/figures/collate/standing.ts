import type { Warehouse } from '#warehouse'
import { literal } from '#warehouse'
import type { Identity, Standing } from './batch.ts'
import { factId } from './batch.ts'
import type { ReadRow } from './reading.ts'

type Place = Pick<Identity, 'owner' | 'cinema' | 'source'>

/** What stands under the keys of these rows, in the same cinema and source. */
export async function standingFor(
  warehouse: Warehouse,
  { owner, cinema, source }: Place,
  rows: readonly ReadRow[],
): Promise<Map<bigint, Standing>> {
  const found = rows.flatMap(({ read }) => (read.fate === 'row' ? [read.row] : []))
  const days = found.map(({ tradingDay }) => tradingDay).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const keys = [...new Set(found.map(factId))].map(literal.uint64)
  const net = await warehouse.query<{ id: string; tickets: string; paid: string }>(`
    select toString(fact) as id, toString(sum(quantity)) as tickets,
      toString(sum(toInt128(price))) as paid
    from ticket
    where owner = ${literal.uint32(owner)} and cinema = ${literal.uint32(cinema)}
      and source = ${literal.uint32(source)}
      and trading_day between ${literal.date(first)} and ${literal.date(last)}
      and fact in (${keys.join(', ')})
    group by fact having sum(quantity) != 0`)
  const standing = ({ tickets, paid }: { tickets: string; paid: string }): Standing => ({
    quantity: Number(tickets),
    priceMinor: BigInt(paid),
  })
  return new Map(net.map((row) => [BigInt(row.id), standing(row)]))
}
