import type { Reader, Transaction } from '#store'

export type SourceKind = 'file' | 'sales' | 'sample'

export type Source = { readonly id: number; readonly name: string; readonly kind: SourceKind }

type NewSource = {
  readonly organisationId: number
  readonly kind: SourceKind
  readonly name: string
}

const ADD_SOURCE = `
  insert into source (organisation_id, kind, name) values ($1, $2, $3)
  on conflict (organisation_id, kind, name) do update set name = excluded.name returning id`

/** Finds or makes the source; its id, which every fact from it carries. */
export async function sourceId(transaction: Transaction, source: NewSource): Promise<number> {
  const { organisationId, kind, name } = source
  const row = await transaction.row<{ id: number }>(ADD_SOURCE, organisationId, kind, name)
  if (!row) throw new Error('PostgreSQL returned no source')
  return row.id
}

export async function sourceNames(
  reader: Reader,
  ids: readonly number[],
): Promise<readonly Source[]> {
  return reader.rows<Source>(
    'select id, name, kind from source where id = any($1::integer[]) order by id',
    ids,
  )
}
