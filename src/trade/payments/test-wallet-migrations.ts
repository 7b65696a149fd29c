import type { Migration } from '#store'

/** The test wallet's own books: nothing of ours reads them but through its provider. */
export const TEST_WALLET_MIGRATIONS: readonly Migration[] = [
  {
    id: 'payments-test-wallet-1',
    sql: `
create table test_wallet_payment (
  reference uuid primary key default gen_random_uuid(),
  -- The key of whoever asked: asked again, it is the same payment.
  key text not null unique,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  title text not null,
  return_to text not null,
  decision text not null default 'none' check (decision in ('none', 'approved', 'declined')),
  -- When an approved payment is booked, and what is said of it until then.
  books_at timestamptz,
  meanwhile text not null default 'pending' check (meanwhile in ('pending', 'failed')),
  -- How often it answers "pending" before it has given money back.
  return_waits integer not null default 0,
  made_at timestamptz not null default clock_timestamp()
);
create table test_wallet_return (
  key text primary key,
  reference uuid not null references test_wallet_payment,
  amount_minor bigint not null check (amount_minor > 0),
  asked integer not null default 0,
  given_at timestamptz
);
create index test_wallet_return_of on test_wallet_return (reference);`,
  },
]
