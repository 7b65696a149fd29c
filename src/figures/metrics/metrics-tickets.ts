import type { Metric } from './metric.ts'
import {
  ALL,
  ALL_BUT_CURRENCY,
  NONE,
  OF_A_SCREENING,
  roundedRatioSql,
  SCREENING_DAY,
  shareSql,
} from './metric.ts'

const REFUNDS_TOO = 'a refund counts on the day of its screening, whenever it was given'
const BOTH = ['tickets', 'reported'] as const
const TICKETS = ['tickets'] as const

/** Of tickets alone; the first of them a reporter may give as well. */
export const TICKET_METRICS: readonly Metric[] = [
  {
    id: 'admissions',
    name: 'Admissions',
    unit: 'tickets',
    bases: BOTH,
    meaning:
      `Tickets sold less tickets refunded, complimentary ones included, ${SCREENING_DAY}; ` +
      `${REFUNDS_TOO}. Corrections taken back are left out.`,
    sql: 'sold - refunded',
    needs: ['sold', 'refunded'],
    additiveOver: ALL,
  },
  {
    id: 'paid',
    name: 'Paid admissions',
    unit: 'tickets',
    bases: TICKETS,
    meaning: `Admissions without those whose price was zero, ${SCREENING_DAY}.`,
    sql: 'sold - refunded - complimentary',
    needs: ['sold', 'refunded', 'complimentary'],
    additiveOver: ALL,
  },
  {
    id: 'complimentary',
    name: 'Complimentary',
    unit: 'tickets',
    bases: TICKETS,
    meaning:
      `Admissions whose price was zero, ${SCREENING_DAY}; tickets sold at any price are left ` +
      'out.',
    sql: 'complimentary',
    needs: ['complimentary'],
    additiveOver: ALL,
  },
  {
    id: 'gross',
    name: 'Gross',
    unit: 'money',
    bases: BOTH,
    meaning:
      'What was paid for tickets, tax in, hall and online fees left out, refunds taken off, ' +
      `${SCREENING_DAY}; ${REFUNDS_TOO}.`,
    sql: 'gross',
    needs: ['gross'],
    additiveOver: ALL_BUT_CURRENCY,
  },
  {
    id: 'fees',
    name: 'Fees',
    unit: 'money',
    bases: TICKETS,
    meaning:
      'Hall fee and online fee paid on top of the tickets’ price, refunded fees taken off, ' +
      `${SCREENING_DAY}; the price itself is left out.`,
    sql: 'fees',
    needs: ['fees'],
    additiveOver: ALL_BUT_CURRENCY,
  },
  {
    id: 'grossWithFees',
    name: 'Gross with fees',
    unit: 'money',
    bases: TICKETS,
    meaning:
      'Gross and fees together: what guests paid in all (in China the total box office, 综合票房), ' +
      `${SCREENING_DAY}; ${REFUNDS_TOO}.`,
    sql: 'gross + fees',
    needs: ['gross', 'fees'],
    additiveOver: ALL_BUT_CURRENCY,
  },
  {
    id: 'net',
    name: 'Net',
    unit: 'money',
    bases: TICKETS,
    meaning:
      'Gross less the tax in it, as stated with each ticket; fees left out, ' +
      `${SCREENING_DAY}; ${REFUNDS_TOO}.`,
    sql: 'gross - tax',
    needs: ['gross', 'tax'],
    additiveOver: ALL_BUT_CURRENCY,
  },
  {
    id: 'averageTicketPrice',
    name: 'Average ticket price',
    unit: 'money',
    bases: BOTH,
    meaning:
      'Gross divided by admissions, complimentary ones included, fees left out, rounded half ' +
      `away from zero to the smallest unit, ${SCREENING_DAY}; not known where there are no ` +
      'admissions.',
    sql: roundedRatioSql('gross', '(sold - refunded)'),
    needs: ['gross', 'sold', 'refunded'],
    additiveOver: NONE,
  },
  {
    id: 'averagePriceWithFees',
    name: 'Average price with fees',
    unit: 'money',
    bases: TICKETS,
    meaning:
      'Gross and fees divided by admissions, complimentary ones included, rounded half away from ' +
      `zero to the smallest unit, ${SCREENING_DAY}; not known where there are no admissions.`,
    sql: roundedRatioSql('(gross + fees)', '(sold - refunded)'),
    needs: ['gross', 'fees', 'sold', 'refunded'],
    additiveOver: NONE,
  },
  {
    id: 'screenings',
    name: 'Screenings',
    unit: 'screenings',
    bases: BOTH,
    meaning:
      `Screenings with at least one ticket sold and not taken back, ${SCREENING_DAY}; a ` +
      'refund does not undo a screening, and one that sold nothing is left out. Of reported ' +
      'figures: the screenings that the source states.',
    sql: 'screenings',
    needs: ['screenings'],
    additiveOver: OF_A_SCREENING,
  },
  {
    id: 'sold',
    name: 'Tickets sold',
    unit: 'tickets',
    bases: TICKETS,
    meaning:
      `Tickets sold, complimentary ones included, before any refund, ${SCREENING_DAY}. ` +
      'Corrections taken back are left out.',
    sql: 'sold',
    needs: ['sold'],
    additiveOver: ALL,
  },
  {
    id: 'refunded',
    name: 'Tickets refunded',
    unit: 'tickets',
    bases: TICKETS,
    meaning:
      'Tickets given back for their money, counted on the trading day of the screening they ' +
      'were for, not on the day they were given back. Corrections taken back are left out.',
    sql: 'refunded',
    needs: ['refunded'],
    additiveOver: ALL,
  },
  {
    id: 'refundRate',
    name: 'Refund rate',
    unit: 'share',
    bases: TICKETS,
    meaning:
      `Tickets refunded divided by tickets sold, ${SCREENING_DAY}; not known where nothing ` +
      'was sold.',
    sql: shareSql('refunded', 'sold'),
    needs: ['sold', 'refunded'],
    additiveOver: NONE,
  },
  {
    id: 'onlineShare',
    name: 'Online share',
    unit: 'share',
    bases: TICKETS,
    meaning:
      'Admissions sold by web, app or any seller, divided by admissions whose channel is ' +
      `stated, ${SCREENING_DAY}; tickets without a stated channel are left out of both.`,
    sql: shareSql('online', 'stated'),
    needs: ['online', 'stated'],
    additiveOver: NONE,
  },
  {
    id: 'onlineValueShare',
    name: 'Online share of gross',
    unit: 'share',
    bases: TICKETS,
    meaning:
      'Gross sold by web, app or any seller, divided by gross whose channel is stated, ' +
      `${SCREENING_DAY}; tickets without a stated channel are left out of both.`,
    sql: shareSql('online_gross', 'stated_gross'),
    needs: ['online_gross', 'stated_gross'],
    additiveOver: NONE,
  },
  {
    id: 'presale',
    name: 'Presale',
    unit: 'tickets',
    bases: TICKETS,
    meaning:
      'Admissions sold before the trading day of their screening began, less those given back ' +
      'before it; tickets whose time of sale is not stated are left out.',
    sql: 'presale',
    needs: ['presale'],
    additiveOver: ALL,
  },
  {
    id: 'presaleShare',
    name: 'Presale share',
    unit: 'share',
    bases: TICKETS,
    meaning:
      'Presale divided by admissions whose time of sale is stated; tickets without it are left ' +
      'out of both.',
    sql: shareSql('presale', 'timed'),
    needs: ['presale', 'timed'],
    additiveOver: NONE,
  },
  {
    id: 'scanned',
    name: 'Admitted',
    unit: 'tickets',
    bases: TICKETS,
    meaning:
      `Tickets let in at the door by a scan, ${SCREENING_DAY}; scans undone are taken off. By ` +
      'time of sale a scan counts at its own moment. Cinemas that scan nothing have none.',
    sql: 'scanned',
    needs: ['scanned'],
    additiveOver: ALL,
  },
  {
    id: 'peoplePerScreening',
    name: 'People per screening',
    unit: 'people',
    bases: BOTH,
    meaning:
      'Admissions divided by screenings with at least one ticket sold; of reported figures, by ' +
      'the screenings that the source states. Not known where there are none.',
    sql: shareSql('sold - refunded', 'screenings'),
    needs: ['sold', 'refunded', 'screenings'],
    additiveOver: NONE,
  },
  {
    id: 'sites',
    name: 'Sites',
    unit: 'sites',
    bases: BOTH,
    meaning:
      'Cinemas with a figure: at least one ticket sold or refunded on one of the trading days and ' +
      'not taken back. Each counts once. Of reported figures: the most cinemas that the source ' +
      'states for any one period.',
    sql: 'sites',
    needs: ['sites'],
    additiveOver: ['cinema'],
  },
]
