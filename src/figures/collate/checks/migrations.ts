import type { Migration } from '#store'

export const CHECKS_MIGRATIONS: readonly Migration[] = [
  {
    id: 'collate-checks-1',
    sql: `
-- What a check found, from when it was first seen until it is found no more.
create table finding (
  id integer generated always as identity primary key,
  -- None where it is the installation's own matter.
  organisation_id integer references organisation on delete cascade,
  check_id text not null,
  -- What it is about: by this it is recognised next time.
  subject text not null,
  severity text not null check (severity in ('error', 'warning', 'notice')),
  say text not null,
  -- The sentence's figures, the money at stake, the rows behind it.
  detail json not null,
  -- Of the figures: one that was accepted stays quiet until they change.
  print text not null,
  cinema_id integer references cinema on delete cascade,
  film_id integer references film on delete cascade,
  source_id integer references source on delete cascade,
  import_id integer references import on delete cascade,
  first_day date,
  last_day date,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  gone_at timestamptz,
  accepted_at timestamptz,
  note text not null default ''
);
create unique index finding_once on finding (coalesce(organisation_id, 0), check_id, subject)
  where gone_at is null;
create index finding_open on finding (severity, first_seen) where gone_at is null;
create table check_run (
  id integer generated always as identity primary key,
  why text not null check (why in ('import', 'schedule', 'asked')),
  import_id integer references import on delete cascade,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  -- Why it was not finished.
  failure text,
  checks integer not null,
  checks_done integer not null default 0,
  tickets bigint not null default 0,
  found integer not null default 0,
  -- What could not be looked at.
  notes json not null default '[]',
  first_day date,
  last_day date
);`,
  },
]
