import type { Layout } from '../layout.ts'
import { CHINA_FILMS_2017 } from './china-films-2017.ts'
import { CHINA_FILMS_2018 } from './china-films-2018.ts'
import { CINEMA_PLACES } from './cinema-places.ts'
import { CINEPOLIS_DAYS, CINEPOLIS_DAYS_SLASHED } from './cinepolis-days.ts'
import { CINEPOLIS_HOLIDAYS } from './cinepolis-holidays.ts'
import { ECB_RATES } from './ecb-rates.ts'
import { FILM_TOTALS } from './film-totals.ts'
import { GIFT_CARD_TRANSACTIONS } from './gift-card-transactions.ts'
import { GROSS_REVENUE_BY_EVENT } from './gross-revenue-by-event.ts'
import { HOLIDAYS_CHINA } from './holidays-china.ts'
import { KOBIS_DAILY } from './kobis-daily.ts'
import { MERCHANDISE_SALES } from './merchandise-sales.ts'
import { SHOWTIMES_INDONESIA } from './showtimes-indonesia.ts'
import { TICKET_SALES_BY_SHOWING } from './ticket-sales-by-showing.ts'
import { US_DAILY } from './us-daily.ts'

/** Every layout Fullhouse knows. To add one: a file with a Layout value, a golden test, a line here. */
export const LAYOUTS: readonly Layout[] = [
  TICKET_SALES_BY_SHOWING,
  GROSS_REVENUE_BY_EVENT,
  MERCHANDISE_SALES,
  GIFT_CARD_TRANSACTIONS,
  US_DAILY,
  KOBIS_DAILY,
  CINEPOLIS_DAYS,
  CINEPOLIS_DAYS_SLASHED,
  FILM_TOTALS,
  CHINA_FILMS_2017,
  CHINA_FILMS_2018,
  SHOWTIMES_INDONESIA,
  CINEMA_PLACES,
  ECB_RATES,
  HOLIDAYS_CHINA,
  CINEPOLIS_HOLIDAYS,
]
