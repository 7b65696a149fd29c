import { absurdDates } from './absurd-dates.ts'
import type { Check } from './check.ts'
import { soldAfterEnd, soldInFuture } from './clock-checks.ts'
import { clockShifted } from './clock-shifted.ts'
import { doubledRows } from './doubled-rows.ts'
import { fallingTotal } from './falling-total.ts'
import { feedLate } from './feed-late.ts'
import { filesLate } from './files-late.ts'
import { aggregatesDiffer, batchesAside } from './house-checks.ts'
import {
  importFailed,
  quarantinedShare,
  quarantineWaiting,
  takenBack,
  withdrawalWaits,
} from './import-checks.ts'
import { missingDays } from './missing-days.ts'
import { negativeTotal } from './negative-total.ts'
import { priceOutlier } from './price-outlier.ts'
import { sameFiguresTwice } from './same-figures-twice.ts'
import { sameFileAgain } from './same-file-again.ts'
import { screeningsOverlap } from './screenings-overlap.ts'
import { siteGap } from './site-gap.ts'
import { soldOverCapacity } from './sold-over-capacity.ts'

/** Every check there is: docs and the page are made from this list. */
export const CHECKS: readonly Check[] = [
  feedLate,
  filesLate,
  importFailed,
  quarantinedShare,
  quarantineWaiting,
  takenBack,
  withdrawalWaits,
  soldOverCapacity,
  negativeTotal,
  siteGap,
  missingDays,
  screeningsOverlap,
  fallingTotal,
  absurdDates,
  soldAfterEnd,
  soldInFuture,
  clockShifted,
  doubledRows,
  sameFiguresTwice,
  sameFileAgain,
  priceOutlier,
  batchesAside,
  aggregatesDiffer,
]
