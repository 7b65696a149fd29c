export type { FailedBatch } from './failed-batch.ts'
export { failedBatches, markFailed, RETRY, retryFailedBatches } from './failed-batch.ts'
export { StoreDown, StoreUnusable } from './gate.ts'
export { STORE_MIGRATIONS } from './migrations.ts'
export type { StoreOptions } from './open-store.ts'
export { openStore } from './open-store.ts'
export type { OutboxBatch, PendingFacts } from './outbox.ts'
export { appendFacts, fixBatch, markShipped, openBatches, pendingFacts } from './outbox.ts'
export { programVersion } from './program.ts'
export type {
  EngineState,
  Lane,
  Lease,
  Migration,
  Reader,
  Row,
  Store,
  Subscription,
  Transaction,
} from './store.ts'
