export {
  daysBetween,
  epochMs,
  isDay,
  monthEnd,
  monthStart,
  periodEnd,
  periodsBetween,
  shiftDay,
  weekdayOf,
  weekStart,
} from '../../shared/days.ts'
