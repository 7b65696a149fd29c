import type { Migration } from './store.ts'

/** The store's own tables; they come before everybody's in the list given to `openStore`. */
export const STORE_MIGRATIONS: readonly Migration[] = [
  {
    id: 'store-1',
    sql: `
-- Facts on their way to the warehouse: several a row, each a line of the body. Written in the
-- transaction of the sale; deleted when the warehouse has acknowledged their batch.
create table outbox (
  id bigint generated always as identity primary key,
  fact text not null,
  body text not null,
  facts int not null check (facts > 0),
  written_at timestamptz not null default clock_timestamp(),
  batch bigint
);
create index outbox_batch_rows on outbox (batch) where batch is not null;
-- A batch's content is fixed before it is first sent, and never changes.
create table outbox_batch (
  number bigint generated always as identity primary key,
  fact text not null,
  facts int not null,
  made_at timestamptz not null default clock_timestamp(),
  shipped_at timestamptz,
  -- Put aside, as the warehouse refused it for what stands in it: its facts stay in the outbox and
  -- are sent again when a person says so.
  failed_at timestamptz,
  failure text
);
create index outbox_batch_open on outbox_batch (number) where shipped_at is null;`,
  },
]
