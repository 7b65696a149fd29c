import type { Migration, Reader } from '#store'

/** What the shipping of batches keeps in PostgreSQL. */
export const WAREHOUSE_MIGRATIONS: readonly Migration[] = [
  {
    id: 'warehouse-1',
    sql: `
-- Which installation this is: part of every token, so that no two of them, and no database that
-- was begun anew beside an old warehouse, ever call different batches by the same token.
create table installation (
  one boolean primary key default true check (one),
  id uuid not null default gen_random_uuid()
);
insert into installation default values;`,
  },
]

/** A UUID that stays the same for as long as the database lives. */
export async function installationId(reader: Reader): Promise<string> {
  const row = await reader.row<{ id: string }>('select id from installation')
  if (!row) throw new Error('the table installation is empty')
  return row.id
}
