import type { Migration } from '#store'

export const COLLATE_MIGRATIONS: readonly Migration[] = [
  {
    id: 'collate-1',
    sql: `
-- A file as it was given to us; its bytes are kept, compressed, under the name of their hash.
create table source_file (
  id integer generated always as identity primary key,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  name text not null,
  kept_at timestamptz not null default now()
);
create table import (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  cinema_id integer not null references cinema on delete cascade,
  source_id integer not null references source on delete cascade,
  source_file_id integer not null references source_file,
  file_name text not null,
  layout text not null,
  layout_version integer not null,
  state text not null check (state in ('reading', 'done', 'failed')),
  read bigint not null default 0,
  accepted bigint not null default 0,
  duplicate bigint not null default 0,
  quarantined bigint not null default 0,
  empty bigint not null default 0,
  bytes_read bigint not null default 0,
  admissions bigint not null default 0,
  gross numeric not null default 0,
  first_day date,
  last_day date,
  say text,
  -- How often reading broke for a reason that does not pass by itself.
  breaks integer not null default 0,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  check (read = accepted + duplicate + quarantined + empty)
);
create unique index import_unfinished on import (cinema_id, source_file_id, layout)
  where state = 'reading';
-- The manifest: from it and the kept file every batch can be built again, byte for byte.
create table import_batch (
  import_id integer not null references import on delete cascade,
  number integer not null,
  first_row bigint not null,
  rows integer not null,
  fates text not null,
  facts integer not null,
  digest text not null,
  made_at timestamptz not null default clock_timestamp(),
  shipped_at timestamptz,
  primary key (import_id, number)
);
create table quarantine (
  import_id integer not null references import on delete cascade,
  line bigint not null,
  reason text not null,
  say text not null,
  raw text not null,
  primary key (import_id, line)
);
-- What a batch took back, since the figures of a row had changed.
create table correction (
  import_id integer not null,
  number integer not null,
  row_in_batch integer not null,
  quantity integer not null,
  price numeric not null,
  primary key (import_id, number, row_in_batch),
  foreign key (import_id, number) references import_batch on delete cascade
);`,
  },
]
