import type { ChartKind } from '#charts'
import { fittingChart } from '#charts'
import type { Answer } from '#metrics/pure'
import { usePlaces } from '../parts/chart-places.ts'
import type { ExploreState } from './explore-state.ts'

const NOTHING = { by: [] } as const

/**
 * The forms an answer fits, best first, a map among them where it is known where its cinemas are; and the
 * one it is shown in: as the address says where that fits, else the best.
 */
export function useChartKinds(
  { chart }: ExploreState,
  answer: Answer | undefined,
): { readonly kinds: readonly ChartKind[]; readonly kind: ChartKind } {
  const places = usePlaces(answer?.question ?? NOTHING)
  const kinds = answer ? fittingChart(answer.question, answer, places) : []
  return { kinds, kind: kinds.find((one) => one === chart) ?? kinds[0] ?? 'table' }
}
