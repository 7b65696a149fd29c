import type { Migration } from '#store'

export const VENUES_MIGRATIONS: readonly Migration[] = [
  {
    id: 'venues-1',
    sql: `
create table organisation (
  id integer generated always as identity primary key,
  name text not null,
  sample boolean not null default false,
  created_at timestamptz not null default now(),
  unique (name, sample)
);
create table cinema (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  name text not null,
  timezone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  day_starts_at integer not null check (day_starts_at between 0 and 23),
  live boolean not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, name)
);
create table feed (
  cinema_id integer primary key references cinema on delete cascade,
  heard_at timestamptz not null
);`,
  },
]
