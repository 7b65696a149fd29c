import type { Migration } from '#store'

export const TICKETING_MIGRATIONS: readonly Migration[] = [
  {
    id: 'ticketing-1',
    sql: `
-- What this installation signs with. Every server on the database signs alike.
create table ticketing_secret (
  id smallint primary key check (id = 1),
  -- Key of the message codes in order tokens and codes.
  order_key bytea not null,
  -- Ed25519, PKCS8 and SPKI: tickets are signed with the one and checked with the other.
  ticket_private_key bytea not null,
  ticket_public_key bytea not null,
  made_at timestamptz not null default now()
);
create table shift (
  id bigint generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  cinema_id integer not null references cinema on delete cascade,
  till text not null,
  cashier text not null,
  currency text not null,
  opened_at timestamptz not null default clock_timestamp(),
  -- Cash laid in at the start, and counted at the end.
  float_minor bigint not null check (float_minor >= 0),
  closed_at timestamptz,
  counted_minor bigint,
  note text not null default ''
);
-- Of one till one shift at a time.
create unique index shift_open on shift (cinema_id, till) where closed_at is null;
create sequence ticket_order_number as bigint;
create table ticket_order (
  id bigint primary key,
  organisation_id integer not null references organisation on delete cascade,
  cinema_id integer not null references cinema on delete cascade,
  screening_id bigint not null references screening on delete cascade,
  state text not null check (state in (
    'open', 'paying', 'paid', 'part_refunded', 'refunded', 'voided', 'released', 'returned')),
  channel text not null,
  -- A hold sent again under its key gets the first answer; what it asked stands as a print.
  hold_key text not null unique,
  hold_print text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  prolonged boolean not null default false,
  lines json not null,
  currency text not null,
  total_minor bigint not null,
  -- The payment that paid it, and what was asked under that key.
  payment_key text,
  payment_print text,
  paid_with text,
  paid_at timestamptz,
  shift_id bigint references shift,
  -- Why it was given for nothing; and why it was refunded or void.
  reason text not null default '',
  back_reason text not null default ''
) with (fillfactor = 80);
-- By when it was made, which never changes: an index on when it was paid would have every payment write
-- all indexes anew. An order is paid within hours of being made.
create index ticket_order_made on ticket_order (cinema_id, made_at);
-- What is scarce: one row a seat of a screening, laid out when it goes on sale. Whose order it is in;
-- until when, unless it is sold.
create table screening_seat (
  screening_id bigint not null references screening on delete cascade,
  seat text not null,
  order_id bigint,
  held_until timestamptz,
  primary key (screening_id, seat),
  check (order_id is not null or held_until is null)
) with (fillfactor = 60);
-- An order's number times 64, and the place of its line.
create table ticket (
  id bigint primary key,
  order_id bigint not null references ticket_order on delete cascade,
  screening_id bigint not null,
  seat text not null,
  state text not null check (state in ('valid', 'refunded')),
  refunded_at timestamptz,
  admitted_at timestamptz,
  door text
) with (fillfactor = 80);
create index ticket_of_order on ticket (order_id);
-- The last word: of a seat one ticket is good, whatever any program believes.
create unique index ticket_good_once on ticket (screening_id, seat) where state = 'valid';`,
  },
  {
    id: 'ticketing-shift',
    sql: `
-- For the report of a day; a sale does not pay for it.
create index ticket_refunded on ticket (refunded_at) where refunded_at is not null;`,
  },
  {
    id: 'ticketing-gate-1',
    sql: `
-- Every ticket shown at a gate, let in or not. The id is the gate's: a scan sent twice counts once.
create table admission (
  id uuid primary key,
  cinema_id integer references cinema on delete cascade,
  screening_id bigint,
  order_id bigint,
  door text not null,
  verdict text not null,
  -- Let in by it.
  tickets bigint[] not null,
  -- Kept by a gate without a connection, which had let in whom the house would not have.
  conflict boolean not null,
  -- By the server's clock, and by the gate's.
  scanned_at timestamptz not null,
  gate_at timestamptz not null,
  decided_at timestamptz not null,
  undone_at timestamptz,
  -- What was answered, for the same scan sent again.
  outcome json not null
);
create index admission_of_screening on admission (screening_id, decided_at);`,
  },
  {
    id: 'ticketing-said',
    sql: `
-- What the figures were last told of a screening: the line of its fact, which the next change takes back.
create table screening_said (
  screening_id bigint primary key references screening on delete cascade,
  line text not null
);`,
  },
]
