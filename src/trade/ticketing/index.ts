export { TICKETING_MIGRATIONS } from './migrations.ts'
export type { TicketingSecret } from './signing-key-store.ts'
export { ticketingSecret } from './signing-key-store.ts'
