import type { Metric } from './metric.ts'
import { NONE, shareSql } from './metric.ts'

/** What a share is of. */
const WHOLE =
  'The whole is all that the asker may see at the same place and time: of all films where the ' +
  'question names films, distributors, formats, languages, ages, auditoria or screenings, otherwise ' +
  'of everything in the same period. A row has a part of its own place and time, not of its own age.'
const BOTH = ['tickets', 'reported'] as const

export const SHARE_METRICS: readonly Metric[] = [
  {
    id: 'moneyShare',
    name: 'Share of gross',
    unit: 'share',
    bases: BOTH,
    meaning: `Gross divided by the gross of the whole. ${WHOLE}`,
    sql: shareSql('gross', 'whole_gross'),
    needs: ['gross', 'whole_gross'],
    additiveOver: NONE,
  },
  {
    id: 'admissionShare',
    name: 'Share of admissions',
    unit: 'share',
    bases: BOTH,
    meaning: `Admissions divided by the admissions of the whole. ${WHOLE}`,
    sql: shareSql('sold - refunded', 'whole_admissions'),
    needs: ['sold', 'refunded', 'whole_admissions'],
    additiveOver: NONE,
  },
  {
    id: 'screeningShare',
    name: 'Share of screenings',
    unit: 'share',
    bases: BOTH,
    meaning: `Screenings listed divided by those of the whole (in China 排片占比). ${WHOLE}`,
    sql: shareSql('listed', 'whole_listed'),
    needs: ['listed', 'whole_listed'],
    additiveOver: NONE,
  },
  {
    id: 'seatShare',
    name: 'Share of seats',
    unit: 'share',
    bases: BOTH,
    meaning: `Seats offered divided by those of the whole (in China 排座占比). ${WHOLE}`,
    sql: shareSql('seats', 'whole_seats'),
    needs: ['seats', 'whole_seats'],
    additiveOver: NONE,
  },
  {
    id: 'efficiency',
    name: 'Efficiency',
    unit: 'ratio',
    bases: BOTH,
    meaning:
      'Share of gross divided by share of seats, both of cinema-days whose seats are known: above ' +
      `1 it earns more than the room it is given. ${WHOLE}`,
    sql:
      'if(whole_seated_gross = 0 or whole_seats = 0 or seats = 0, null, ' +
      '(seated_gross / whole_seated_gross) / (seats / whole_seats))',
    needs: ['seated_gross', 'whole_seated_gross', 'seats', 'whole_seats'],
    additiveOver: NONE,
  },
]
