import type { Route } from './route.ts'
import { ANNOTATION_ROUTES } from './routes-annotations.ts'
import { ANSWER_ROUTES } from './routes-answers.ts'
import { BEHIND_ROUTES } from './routes-behind.ts'
import { CHART_ROUTES } from './routes-charts.ts'
import { CHECKOUT_ROUTES } from './routes-checkout.ts'
import { FEED_ROUTES } from './routes-feeds.ts'
import { FILE_OUT_ROUTES } from './routes-files-out.ts'
import { FILM_ROUTES } from './routes-films.ts'
import { FINDING_ROUTES } from './routes-findings.ts'
import { GATE_ROUTES } from './routes-gate.ts'
import { descriptionRoute, HEALTH_ROUTES } from './routes-health.ts'
import { HOUSE_ROUTES } from './routes-house.ts'
import { IMPORT_ROUTES } from './routes-imports.ts'
import { LAYOUT_ROUTES } from './routes-layouts.ts'
import { MAPPING_ROUTES } from './routes-mappings.ts'
import { MATCH_ROUTES } from './routes-matches.ts'
import { ORDER_ROUTES } from './routes-orders.ts'
import { PAYMENT_ROUTES } from './routes-payments.ts'
import { PLAN_ROUTES } from './routes-plans.ts'
import { PROGRAMME_ROUTES } from './routes-programme.ts'
import { QUARANTINE_ROUTES } from './routes-quarantine.ts'
import { RECONCILE_ROUTES } from './routes-reconcile.ts'
import { REFUND_ROUTES } from './routes-refunds.ts'
import { SAVED_VIEW_ROUTES } from './routes-saved-views.ts'
import { SEAT_ROUTES } from './routes-seats.ts'
import { SHIFT_ROUTES } from './routes-shifts.ts'
import { VENUE_ROUTES } from './routes-venues.ts'

const ALL = [
  ...HEALTH_ROUTES,
  ...HOUSE_ROUTES,
  ...ANSWER_ROUTES,
  ...BEHIND_ROUTES,
  ...FILE_OUT_ROUTES,
  ...CHART_ROUTES,
  ...ANNOTATION_ROUTES,
  ...SAVED_VIEW_ROUTES,
  ...IMPORT_ROUTES,
  ...MATCH_ROUTES,
  ...QUARANTINE_ROUTES,
  ...LAYOUT_ROUTES,
  ...MAPPING_ROUTES,
  ...FEED_ROUTES,
  ...FINDING_ROUTES,
  ...RECONCILE_ROUTES,
  ...VENUE_ROUTES,
  ...PLAN_ROUTES,
  ...FILM_ROUTES,
  ...PROGRAMME_ROUTES,
  ...SHIFT_ROUTES,
  ...SEAT_ROUTES,
  ...GATE_ROUTES,
  ...ORDER_ROUTES,
  ...REFUND_ROUTES,
  ...CHECKOUT_ROUTES,
  ...PAYMENT_ROUTES,
]

/** Every operation of the API. */
export const ROUTES: readonly Route[] = [...ALL, descriptionRoute(ALL)]
