import { useText } from '../texts/text.tsx'
import type { Stay } from './sheet.ts'
import { adviceCounts } from './sheet.ts'

/** "Hold 12 · Fewer 3 · Drop 1": what the rule says of several stays. */
export function AdviceCounts({ stays }: { readonly stays: readonly Stay[] }) {
  const { t } = useText()
  const counts = adviceCounts(stays)
  const said = (['hold', 'fewer', 'drop'] as const).filter((advice) => counts[advice] > 0)
  if (said.length === 0) return null
  return (
    <span className="advice-counts">
      {said.map((advice) => (
        <span key={advice} className={`advice-${advice}`}>
          {t(`stay_${advice}`)} {counts[advice]}
        </span>
      ))}
    </span>
  )
}
