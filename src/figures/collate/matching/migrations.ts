import type { Migration } from '#store'

export const MATCHING_MIGRATIONS: readonly Migration[] = [
  {
    id: 'collate-matching-1',
    sql: `
-- Two films or cinemas of one organisation that may be the same. What is decided of them stands beside.
create table match (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  kind text not null check (kind in ('film', 'cinema')),
  left_id integer not null,
  right_id integer not null check (left_id < right_id),
  -- All that was weighed, for and against: 11 and more are certain.
  bits double precision not null,
  evidence json not null,
  -- Money that stands on the wrong side while it is undecided, roughly in euro; it only sorts.
  stake numeric not null default 0,
  found_at timestamptz not null default now(),
  unique (kind, left_id, right_id)
);
create index match_of_organisation on match (organisation_id, kind);
-- Every decision ever made; the one that is not undone is in force.
create table match_decision (
  id integer generated always as identity primary key,
  match_id integer not null references match on delete cascade,
  verdict text not null check (verdict in ('same', 'different')),
  how text not null check (how in ('automatic', 'by_hand')),
  bits double precision not null,
  evidence json not null,
  made_at timestamptz not null default clock_timestamp(),
  undone_at timestamptz,
  -- By hand: never made again by a machine. Automatic: the evidence had changed.
  undone_by text check (undone_by in ('automatic', 'by_hand')),
  check ((undone_at is null) = (undone_by is null))
);
create unique index match_decision_in_force on match_decision (match_id) where undone_at is null;
create index match_decision_of_match on match_decision (match_id);`,
  },
]
