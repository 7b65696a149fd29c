export type { StoreHolder } from './hold-store.ts'
export { holdStore } from './hold-store.ts'
export type { Postgres15 } from './postgres-15.ts'
export { startPostgres15 } from './postgres-15.ts'
