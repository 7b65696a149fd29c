import type { Reader } from '#store'

/** Whose facts an import brought, and of which days. */
export type Touched = {
  readonly organisationId: number
  readonly sourceId: number
  readonly cinemaId: number | null
  readonly table: string
  readonly firstDay: string | null
  readonly lastDay: string | null
}

const TOUCHED = `
  select organisation_id as "organisationId", source_id as "sourceId", cinema_id as "cinemaId",
    fact_table as "table", first_day::text as "firstDay", last_day::text as "lastDay"
  from import where id = $1`

export async function importTouched(reader: Reader, id: number): Promise<Touched | undefined> {
  return reader.row<Touched>(TOUCHED, id)
}
