import type { FactTableShape, Warehouse } from '#warehouse'
import { literal } from '#warehouse'
import type { Standing } from './batch.ts'
import type { FactRow } from './fact-row.ts'
import type { Meaning } from './layout.ts'

/** Whose facts: of one source of one owner. */
export type Place = { readonly owner: number; readonly source: number }

/** The names of facts as they stand in rows of a table: cinema (where it has one) and fact. */
export function factNamer(shape: FactTableShape): (row: FactRow) => string {
  const at = (name: string) => shape.columns.findIndex((column) => column.name === name)
  const [cinema, fact] = [at('cinema'), at('fact')]
  return (row) => nameOf(row, cinema, fact)
}

function nameOf(row: FactRow, cinema: number, fact: number): string {
  return cinema === -1 ? (row[fact] ?? '') : `${row[cinema]}:${row[fact]}`
}

/** Whether the source says anything in that table. */
export async function saysAnything(
  warehouse: Warehouse,
  shape: FactTableShape,
  place: Place,
): Promise<boolean> {
  const found = await warehouse.query(
    `select 1 as there from ${shape.name} where ${ofPlace(place)} limit 1`,
  )
  return found.length > 0
}

/**
 * What stands under these facts of the source: looked for on their own days, or, where their names
 * say nothing of a day, on any.
 */
export async function standingFor(
  warehouse: Warehouse,
  shape: FactTableShape,
  place: Place,
  rows: readonly FactRow[],
  { dayless = false }: Pick<Meaning, 'dayless'>,
): Promise<Standing> {
  if (rows.length === 0) return new Map()
  const at = (name: string) => shape.columns.findIndex((column) => column.name === name)
  const [fact, day, cinema] = [at('fact'), at(shape.day), at('cinema')]
  const days = rows.map((row) => row[day] ?? '').toSorted()
  const facts = [...new Set(rows.map((row) => row[fact] ?? ''))].map((id) =>
    literal.uint64(BigInt(id)),
  )
  const [first, last] = [days[0], days.at(-1)].map((text) => literal.date(text ?? ''))
  const cinemas = [...new Set(rows.map((row) => Number(row[cinema] ?? 0)))]
  const net = await standingRows(
    warehouse,
    shape,
    [
      ofPlace(place),
      ...(dayless ? [] : [`${shape.day} between ${first} and ${last}`]),
      `fact in (${facts.join(', ')})`,
      ...(cinema === -1 ? [] : [`cinema in ${literal.list(cinemas, literal.uint32)}`]),
    ].join(' and '),
  )
  const name = factNamer(shape)
  return new Map(net.map((row) => [name(row), row]))
}

/** The facts that stand where `condition` holds, each as one row, cell by cell. */
export async function standingRows(
  warehouse: Warehouse,
  shape: FactTableShape,
  condition: string,
  limit?: number,
): Promise<readonly FactRow[]> {
  const said = shape.columns.filter(({ figure }) => !figure).map(({ name }) => name)
  // Aliases of their own: a text must not stand for its column in the grouping.
  const cells = shape.columns.map(({ name, figure }, at) =>
    figure ? `toString(sum(${name})) as c${at}` : `toString(${name}) as c${at}`,
  )
  const found = await warehouse.query<Record<string, string>>(`
    select ${cells.join(', ')} from ${shape.name} where ${condition}
    group by ${said.join(', ')} having sum(${shape.presence}) != 0
    ${limit === undefined ? '' : `order by fact limit ${limit}`}`)
  return found.map((row) => shape.columns.map((_, at) => row[`c${at}`] ?? ''))
}

export function ofPlace({ owner, source }: Place): string {
  return `owner = ${literal.uint32(owner)} and source = ${literal.uint32(source)}`
}
