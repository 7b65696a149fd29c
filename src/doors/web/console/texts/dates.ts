export type { Dates } from '../../shared/dates.ts'
export { datesOf } from '../../shared/dates.ts'
