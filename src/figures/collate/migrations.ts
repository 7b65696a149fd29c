import type { Migration } from '#store'
import { CHECKS_MIGRATIONS } from './checks/migrations.ts'
import { MATCHING_MIGRATIONS } from './matching/migrations.ts'

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
  {
    id: 'collate-2',
    sql: `
-- A mapping as it was saved: a version never changes, so that what it read can be read again.
create table mapping (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  name text not null,
  version integer not null check (version > 0),
  -- YAML, as somebody may have written it.
  text text not null,
  made_at timestamptz not null default now(),
  unique (organisation_id, name, version)
);
create function mapping_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a saved mapping never changes; save the next version';
end $$;
create trigger mapping_stays before update on mapping
  for each row execute function mapping_stays();
alter table import
  alter column cinema_id drop not null,
  add column territory text not null default '',
  add column mapping_id integer references mapping,
  -- How the file is read, once and for all: the reading, and the currency, zone and day rule it had.
  add column reading json,
  add column context json,
  -- The table of facts it fills.
  add column fact_table text not null default 'ticket',
  -- Under which the warehouse keeps what it saw: an id may come again after a restore.
  add column memory bigint not null default floor(random() * 9007199254740991)::bigint,
  -- Its source said nothing before it: nothing can be known already, or be missing.
  add column fresh boolean not null default false,
  -- Facts that the whole of its scope no longer held.
  add column withdrawn bigint not null default 0,
  -- Rows still in quarantine may be what seems to be missing: what is missing waits for them.
  add column withdrawal_due boolean not null default false,
  add column corrected bigint not null default 0,
  drop constraint import_state_check,
  add check (state in ('reading', 'done', 'failed', 'undoing', 'undone')),
  drop column admissions,
  drop column gross;
drop index import_unfinished;
create unique index import_unfinished on import
  (source_id, coalesce(cinema_id, 0), territory, source_file_id, layout, coalesce(mapping_id, 0))
  where state = 'reading';
-- What the accepted rows of an import came to; what they took back is taken off.
create table import_total (
  import_id integer not null references import on delete cascade,
  measure text not null,
  currency text not null,
  value numeric not null,
  primary key (import_id, measure, currency)
);
alter table import_batch
  add column kind text not null default 'rows'
    check (kind in ('rows', 'correction', 'withdrawal', 'undo')),
  -- How the facts of rows fared that fared differently.
  add column mixed text not null default '',
  -- Of what the kept file alone does not give.
  add column body text,
  -- What it saw, until its import's memory has it.
  add column seen text,
  -- The batch of the same import that this one undoes.
  add column undoes integer;
create index import_batch_open on import_batch (import_id) where shipped_at is null;
-- What a batch took back or put in another's place, fact by fact, as lines of the warehouse.
drop table correction;
create table change (
  import_id integer not null,
  number integer not null,
  place integer not null,
  -- Of the row that brought it; none for what a whole file no longer held.
  line bigint,
  before text not null,
  after text,
  primary key (import_id, number, place),
  foreign key (import_id, number) references import_batch on delete cascade
);
-- What of a row was left out though the row counts.
create table import_note (
  import_id integer not null references import on delete cascade,
  line bigint not null,
  say text not null
);
create index import_note_of on import_note (import_id, line);
alter table quarantine
  add column cells json,
  add column state text not null default 'waiting'
    check (state in ('waiting', 'corrected', 'set_aside')),
  add column corrected_cells json,
  add column settled_at timestamptz;
create index quarantine_waiting on quarantine (import_id, reason) where state = 'waiting';
-- What lies in the watched folder, and what became of it.
create table watched_file (
  path text primary key,
  bytes bigint not null,
  changed_ms bigint not null,
  state text not null check (state in ('arriving', 'imported', 'asks', 'failed')),
  say text,
  file_id integer references source_file on delete set null,
  import_id integer references import on delete set null,
  seen_at timestamptz not null default now()
);
-- A rule settles all rows of a kind, now and in the source's next file.
create table quarantine_rule (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  source_id integer not null references source on delete cascade,
  column_name text not null,
  -- Cells that read exactly so, or hold it, become...
  find text not null,
  whole boolean not null,
  replace_with text not null,
  made_at timestamptz not null default now(),
  unique (source_id, column_name, find, whole)
);`,
  },
  {
    id: 'collate-3',
    sql: `
-- Several tables of one file may be on their way at once.
drop index import_unfinished;
create unique index import_unfinished on import
  (source_id, coalesce(cinema_id, 0), territory, source_file_id, layout, coalesce(mapping_id, 0),
    coalesce(reading->>'member', ''), coalesce(reading->>'sheet', ''), coalesce(reading->>'path', ''))
  where state = 'reading';`,
  },
  ...CHECKS_MIGRATIONS,
  ...MATCHING_MIGRATIONS,
]
