import type { Metric } from './metric.ts'
import { NONE } from './metric.ts'
import type { DimensionId } from './question.ts'

const BOTH = ['tickets', 'reported'] as const

/** What a run adds up to is known per film, place and kind of ticket, and of no part of its days. */
const NO_DAYS: readonly DimensionId[] = [
  'film',
  'cinema',
  'ticketType',
  'channel',
  'format',
  'language',
  'auditorium',
  'distributor',
  'territory',
]

/** Of a film's run up to the last day asked. */
export const RUN_METRICS: readonly Metric[] = [
  {
    id: 'lifetimeGross',
    name: 'Lifetime gross',
    unit: 'money',
    bases: BOTH,
    meaning:
      'Gross from the first day there is to the last day asked, whatever the first day asked. Only ' +
      'of what has a figure in the days asked.',
    sql: 'life_gross',
    needs: ['gross', 'life_gross'],
    additiveOver: NO_DAYS,
  },
  {
    id: 'lifetimeAdmissions',
    name: 'Lifetime admissions',
    unit: 'tickets',
    bases: BOTH,
    meaning:
      'Admissions from the first day there is to the last day asked, whatever the first day asked. ' +
      'Only of what has a figure in the days asked.',
    sql: 'life_admissions',
    needs: ['life_admissions'],
    additiveOver: NO_DAYS,
  },
  {
    id: 'drop',
    name: 'Week on week',
    unit: 'change',
    bases: BOTH,
    meaning:
      'Gross against the gross of the same days one week earlier, as a change: −0.36 is a drop of ' +
      '36 %. Not known where nothing was taken a week earlier.',
    sql: 'if(before_gross = 0, null, (gross - before_gross) / before_gross)',
    needs: ['gross', 'before_gross'],
    additiveOver: NONE,
  },
]

/** Dimensions that a lifetime cannot be parted by: it has no days of its own. */
export const LIFETIME_MEASURES = ['life_gross', 'life_admissions'] as const
export const LIFETIME_DIMENSIONS = NO_DAYS
