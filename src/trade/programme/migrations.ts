import type { Migration } from '#store'

export const PROGRAMME_MIGRATIONS: readonly Migration[] = [
  {
    id: 'programme-1',
    sql: `
-- A title as one organisation's sources give it. Facts carry its id, which never changes hands:
-- that two titles are one film is said beside it, not by rewriting facts.
create table film (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  title text not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, title)
);
-- Where facts come from: a till's export, our own sales, the sample circuit.
create table source (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  kind text not null check (kind in ('file', 'sales', 'sample')),
  name text not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, kind, name)
);`,
  },
]
