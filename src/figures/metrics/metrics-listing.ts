import type { Metric } from './metric.ts'
import { NONE, OF_A_SCREENING, roundedRatioSql, SCREENING_DAY, shareSql } from './metric.ts'
import type { DimensionId } from './question.ts'

/** Dimensions that part auditorium-days and cinema-days without cutting one. */
const OF_A_DAY: readonly DimensionId[] = ['cinema', 'tradingDay', 'weekday', 'currency']
const LISTED =
  'Of a cinema-day that several sources list, the listing of one alone counts: the first that was ' +
  'known. Cancelled screenings are left out.'
const KNOWN = 'only of cinema-days whose seats are known'
const BOTH = ['tickets', 'reported'] as const
const TICKETS = ['tickets'] as const

/** Of the screenings that were put on, sold or not, and the seats they had. */
export const LISTING_METRICS: readonly Metric[] = [
  {
    id: 'screeningsListed',
    name: 'Screenings listed',
    unit: 'screenings',
    bases: TICKETS,
    meaning: `Screenings on the programme, whether or not any seat was sold, ${SCREENING_DAY}. ${LISTED}`,
    sql: 'listed',
    needs: ['listed'],
    additiveOver: OF_A_SCREENING,
  },
  {
    id: 'seatsOffered',
    name: 'Seats offered',
    unit: 'seats',
    bases: BOTH,
    meaning:
      'Seats of the screenings listed, house seats in, seats out of order left out; screenings ' +
      `whose seats are not stated add none, ${SCREENING_DAY}. ${LISTED}`,
    sql: 'seats',
    needs: ['seats'],
    additiveOver: OF_A_SCREENING,
  },
  {
    id: 'occupancy',
    name: 'Occupancy',
    unit: 'share',
    bases: BOTH,
    meaning:
      `Admissions, complimentary ones included, divided by seats offered, ${KNOWN}; ` +
      `${SCREENING_DAY}. Not known where no seats are.`,
    sql: shareSql('seated', 'seats'),
    needs: ['seated', 'seats'],
    additiveOver: NONE,
  },
  {
    id: 'revenuePerSeatDay',
    name: 'Gross per seat and day',
    unit: 'money',
    bases: TICKETS,
    meaning:
      'Gross divided by seat-days: the seats of every auditorium with a screening that day, ' +
      `counted once a day however often they were sold; ${KNOWN}.`,
    sql: roundedRatioSql('seated_gross', 'seat_days'),
    needs: ['seated_gross', 'seat_days'],
    additiveOver: NONE,
  },
  {
    id: 'revenuePerAuditoriumDay',
    name: 'Gross per auditorium and day',
    unit: 'money',
    bases: TICKETS,
    meaning:
      'Gross divided by auditorium-days: every auditorium with a screening, once a day; ' +
      `${KNOWN}.`,
    sql: roundedRatioSql('seated_gross', 'auditorium_days'),
    needs: ['seated_gross', 'auditorium_days'],
    additiveOver: NONE,
  },
  {
    id: 'completeness',
    name: 'Completeness',
    unit: 'share',
    bases: TICKETS,
    meaning:
      'Cinema-days with at least one ticket among the cinema-days with a listed screening. Not ' +
      'known where nothing is listed.',
    sql: shareSql('answered_days', 'listed_days'),
    needs: ['answered_days', 'listed_days'],
    additiveOver: NONE,
  },
]

/** Measures that a day has once: they can be parted by these dimensions and no other. */
export const ONCE_A_DAY = {
  measures: ['seat_days', 'auditorium_days', 'listed_days', 'answered_days'],
  dimensions: OF_A_DAY,
} as const
