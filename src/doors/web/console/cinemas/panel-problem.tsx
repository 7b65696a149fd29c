import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'

/** Why a panel has no figures, in its place. */
export function PanelProblem({ error }: { readonly error: unknown }) {
  const { t } = useText()
  if (!error) return null
  return (
    <div className="panel-problem">
      <Notice state="failed" title={t('figuresRefused')}>
        {problemOf(error)?.detail ?? t('noAnswer')}
      </Notice>
    </div>
  )
}
