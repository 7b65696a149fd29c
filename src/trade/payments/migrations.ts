import type { Migration } from '#store'

export const PAYMENTS_MIGRATIONS: readonly Migration[] = [
  {
    id: 'payments-1',
    sql: `
-- Money of a guest for something that only the reference names.
create table payment (
  id bigint generated always as identity primary key,
  organisation_id integer not null references organisation on delete cascade,
  -- Names it to whoever asked for it, and makes asking twice ask once.
  key text not null unique,
  reference text not null,
  -- cash, complimentary, or the id of a provider.
  provider text not null,
  provider_reference text not null default '',
  state text not null check (state in ('started', 'settled', 'failed')),
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null,
  shift_id bigint,
  made_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz
);
create index payment_started on payment (made_at) where state = 'started';
create index payment_of on payment (reference);
-- Money on its way back to a guest: due until the provider, or the till, has given it.
create table payment_return (
  id bigint generated always as identity primary key,
  payment_id bigint not null references payment on delete cascade,
  key text not null unique,
  amount_minor bigint not null check (amount_minor >= 0),
  reason text not null,
  state text not null check (state in ('due', 'done')),
  shift_id bigint,
  tries integer not null default 0,
  made_at timestamptz not null default clock_timestamp(),
  done_at timestamptz
);
create index payment_return_due on payment_return (made_at) where state = 'due';`,
  },
]
