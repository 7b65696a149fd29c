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
  {
    id: 'venues-2',
    sql: `
create table auditorium (
  id integer generated always as identity primary key,
  cinema_id integer not null references cinema on delete cascade,
  name text not null,
  created_at timestamptz not null default now(),
  unique (cinema_id, name)
);
-- A plan, once saved, never changes: a screening keeps the version it was sold on.
create table seat_plan (
  id integer generated always as identity primary key,
  auditorium_id integer not null references auditorium on delete cascade,
  version integer not null check (version > 0),
  plan json not null,
  seats integer not null check (seats > 0),
  made_at timestamptz not null default now(),
  unique (auditorium_id, version)
);
create function seat_plan_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a saved seat plan never changes; save the next version';
end $$;
create trigger seat_plan_stays before update on seat_plan
  for each row execute function seat_plan_stays();
create table seat_out_of_order (
  id integer generated always as identity primary key,
  auditorium_id integer not null references auditorium on delete cascade,
  seat text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  reason text not null,
  created_at timestamptz not null default now(),
  check (to_at > from_at)
);
create index seat_out_of_order_of on seat_out_of_order (auditorium_id, to_at);`,
  },
  {
    id: 'venues-3',
    sql: `
-- One that somebody else's file names: it is no site of ours, reports nothing here and is not expected to.
alter table cinema
  add column reported boolean not null default false,
  -- Its town, where a file says it: one name may be two cinemas.
  add column city text not null default '',
  add constraint cinema_organisation_id_name_city_key unique (organisation_id, name, city);
alter table cinema drop constraint cinema_organisation_id_name_key;`,
  },
  {
    id: 'venues-4',
    sql: `
-- A room as a file or the sample names it. Facts carry its id, and an auditorium that is made by hand
-- later takes it over; the number at which ids begin is none that an auditorium gets of itself.
create table room (
  id integer generated always as identity (start with 1000000000) primary key,
  cinema_id integer not null references cinema on delete cascade,
  name text not null,
  unique (cinema_id, name)
);`,
  },
]
