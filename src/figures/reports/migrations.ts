import type { Migration } from '#store'

export const REPORTS_MIGRATIONS: readonly Migration[] = [
  {
    id: 'reports-1',
    sql: `
-- What somebody wrote beside figures: a street festival, a broken projector. All else that is noted on
-- charts is worked out from what is known anyway.
create table annotation (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  text text not null,
  -- None: it concerns everything of the organisation.
  film_id integer references film on delete cascade,
  cinema_id integer references cinema on delete cascade,
  made_at timestamptz not null default clock_timestamp()
);
create index annotation_of on annotation (organisation_id, to_day);
-- A page as its address says it, under a name.
create table saved_view (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  name text not null,
  page text not null,
  search text not null,
  made_at timestamptz not null default clock_timestamp()
);
create unique index saved_view_name on saved_view (organisation_id, lower(name));`,
  },
]
