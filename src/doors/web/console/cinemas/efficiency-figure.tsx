import { HOLDOVER_RULE } from '../../shared/holdover.ts'
import { useMetricText } from '../parts/metric-text.ts'

/** Share of gross ÷ share of seats: heavy where it is far from even. */
export function EfficiencyFigure({ value }: { readonly value: number | undefined }) {
  const { figure } = useMetricText()
  const { moreFrom, holdFrom } = HOLDOVER_RULE
  const weight =
    value === undefined || (value < moreFrom && value > holdFrom)
      ? 'efficiency'
      : `efficiency ${value >= moreFrom ? 'change-up' : 'change-down'} figure-strong`
  return <span className={weight}>{figure('efficiency', value)}</span>
}
