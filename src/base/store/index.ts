export type {
  EngineState,
  Lease,
  Migration,
  Reader,
  Row,
  Store,
  Subscription,
  Transaction,
} from './store.ts'
