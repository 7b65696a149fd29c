import type { Reader } from '#store'

/** Of a screening: guests let in, and tickets that are good. */
export type HeadCount = { readonly inside: number; readonly sold: number }

const COUNT = `
  select screening_id, count(admitted_at) as inside, count(*) as sold from ticket
  where screening_id = any($1::bigint[]) and state = 'valid' group by screening_id`

type CountRow = { screening_id: bigint; inside: bigint; sold: bigint }

export async function headCounts(
  reader: Reader,
  screenings: readonly bigint[],
): Promise<ReadonlyMap<bigint, HeadCount>> {
  if (screenings.length === 0) return new Map()
  const rows = await reader.rows<CountRow>(COUNT, [...screenings])
  const found = rows.map(
    ({ screening_id, inside, sold }) =>
      [screening_id, { inside: Number(inside), sold: Number(sold) }] as const,
  )
  return new Map([...screenings.map((id) => [id, { inside: 0, sold: 0 }] as const), ...found])
}
