export {
  daysBetween,
  epochMs,
  isDay,
  monthEnd,
  monthStart,
  periodEnd,
  periodsBetween,
  shiftDay,
  weekStart,
} from '../../shared/days.ts'
