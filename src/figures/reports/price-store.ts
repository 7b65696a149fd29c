import type { Reader } from '#store'
import type { Found } from './rank.ts'

export type PricesAsked = {
  readonly store: Reader
  readonly owners: readonly number[]
  readonly from: string
  readonly to: string
  readonly cinemaIds?: readonly number[] | undefined
}

// The first version of a card changes nothing; of two from one moment the later one holds. A cinema's
// cards are those that its screenings are planned on.
const CHANGES = `
  with version as (
    select t.price_card_id, p.name, t.version, t.in_force_from,
      (t.in_force_from at time zone coalesce((
        select c.timezone from cinema c
        where c.organisation_id = p.organisation_id and not c.reported order by c.id limit 1
      ), 'UTC'))::date as day
    from tariff t join price_card p on p.id = t.price_card_id
    where p.organisation_id = any($1::integer[])
  )
  select price_card_id, name, day::text as day from version v
  where v.version > 1 and v.day between $2 and $3 and v.in_force_from <= clock_timestamp()
    and ($4::integer[] is null or exists (
      select from screening s
      where s.price_card_id = v.price_card_id and s.cinema_id = any($4)))
  group by price_card_id, name, day order by day, name`

/** Days on which another version of a price card came into force. */
export async function priceChanges(asked: PricesAsked): Promise<readonly Found[]> {
  const { store, owners, from, to, cinemaIds } = asked
  type Change = { price_card_id: number; name: string; day: string }
  const rows = await store.rows<Change>(CHANGES, owners, from, to, cinemaIds ?? null)
  return rows.map(({ name, day }) => ({ kind: 'price', by: 'house', from: day, text: name }))
}
