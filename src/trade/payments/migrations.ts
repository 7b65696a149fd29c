import type { Migration } from '#store'
import { TEST_WALLET_MIGRATIONS } from './test-wallet-migrations.ts'

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
  -- cash, card, complimentary, or the id of a provider.
  provider text not null,
  -- Empty until the provider has answered; the row is there before it is asked.
  provider_reference text not null default '',
  url text,
  title text not null default '',
  return_to text not null default '',
  state text not null check (state in ('started', 'settled', 'failed')),
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null,
  shift_id bigint,
  -- Of it, what was given back or is due to be: never more than there is, whatever a program believes.
  returned_minor bigint not null default 0
    constraint payment_returned_at_most check (returned_minor between 0 and amount_minor),
  made_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  -- When the provider is asked next; null when nothing more is expected of it.
  look_at timestamptz,
  looks integer not null default 0,
  -- What went wrong the last time.
  trouble text not null default ''
);
create index payment_of on payment (reference);
create index payment_to_look_at on payment (provider, look_at) where look_at is not null;
create unique index payment_at_provider on payment (provider, provider_reference)
  where provider_reference <> '';
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
  try_at timestamptz not null default clock_timestamp(),
  trouble text not null default '',
  made_at timestamptz not null default clock_timestamp(),
  done_at timestamptz
);
create index payment_return_of on payment_return (payment_id);
create index payment_return_due on payment_return (try_at) where state = 'due';`,
  },
  {
    id: 'payments-shift',
    sql: `
-- For a shift's cash and the report of a day. Ranges of blocks cost a sale next to nothing.
create index payment_of_shift on payment (shift_id) where shift_id is not null;
create index payment_return_of_shift on payment_return (shift_id) where shift_id is not null;
create index payment_settled on payment using brin (settled_at);
create index payment_return_made on payment_return using brin (made_at);`,
  },
  ...TEST_WALLET_MIGRATIONS,
]
