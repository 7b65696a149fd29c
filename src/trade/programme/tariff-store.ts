import type { Reader } from '#store'
import type { Tariff, TariffLine } from './tariff.ts'

export type TariffRow = {
  id: number
  price_card_id: number
  version: number
  currency: string
  tax_name: string
  tax_basis_points: number
  lines: readonly LineJson[]
}

/** As a line is kept: amounts as text, since JSON numbers lose large ones. */
type LineJson = Omit<TariffLine, 'priceMinor' | 'feeHallMinor' | 'feeOnlineMinor'> & {
  readonly price: string
  readonly feeHall: string
  readonly feeOnline: string
}

export const TARIFFS = `
  select t.id, t.price_card_id, t.version, c.currency, t.tax_name, t.tax_basis_points, t.lines
  from tariff t join price_card c on c.id = t.price_card_id`

// By PostgreSQL's clock, so that all servers change over at one moment.
const IN_FORCE = `
  select v.* from unnest($1::integer[]) as card(id) cross join lateral (
    ${TARIFFS} where t.price_card_id = card.id and t.in_force_from <= clock_timestamp()
    order by t.in_force_from desc, t.version desc limit 1
  ) v`

/** A version by its id: what was sold on it stays so. */
export async function tariffById(reader: Reader, id: number): Promise<Tariff | undefined> {
  const row = await reader.row<TariffRow>(`${TARIFFS} where t.id = $1`, id)
  return row && readTariff(row)
}

/** The version of a price card that is in force now. */
export async function tariffInForce(
  reader: Reader,
  priceCardId: number,
): Promise<Tariff | undefined> {
  return (await tariffsInForce(reader, [priceCardId])).get(priceCardId)
}

/** The versions in force now, by the ids of their cards. */
export async function tariffsInForce(
  reader: Reader,
  priceCardIds: readonly number[],
): Promise<ReadonlyMap<number, Tariff>> {
  const rows = await reader.rows<TariffRow>(IN_FORCE, [...new Set(priceCardIds)])
  return new Map(rows.map((row) => [row.price_card_id, readTariff(row)]))
}

export function readTariff(row: TariffRow): Tariff {
  return {
    id: row.id,
    priceCardId: row.price_card_id,
    version: row.version,
    currency: row.currency,
    taxName: row.tax_name,
    taxBasisPoints: row.tax_basis_points,
    lines: row.lines.map(({ price, feeHall, feeOnline, ...line }) => ({
      ...line,
      priceMinor: BigInt(price),
      feeHallMinor: BigInt(feeHall),
      feeOnlineMinor: BigInt(feeOnline),
    })),
  }
}

export function linesToJson(lines: readonly TariffLine[]): string {
  return JSON.stringify(
    lines.map(({ priceMinor, feeHallMinor, feeOnlineMinor, ...line }) => ({
      ...line,
      price: priceMinor.toString(),
      feeHall: feeHallMinor.toString(),
      feeOnline: feeOnlineMinor.toString(),
    })),
  )
}
