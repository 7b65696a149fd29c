export type { Asker, Scope } from './asker.ts'
export { LOCAL_OWNER } from './asker.ts'
