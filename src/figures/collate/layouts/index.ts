import type { Layout } from '../layout.ts'
import { TICKET_SALES_BY_SHOWING } from './ticket-sales-by-showing.ts'

/** Every layout Fullhouse knows. To add one: a file with a Layout value, a golden test, a line here. */
export const LAYOUTS: readonly Layout[] = [TICKET_SALES_BY_SHOWING]
