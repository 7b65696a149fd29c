export { TICKETING_MIGRATIONS } from './migrations.ts'
