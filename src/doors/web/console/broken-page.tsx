import type { ErrorComponentProps } from '@tanstack/react-router'
import { faultText } from '#kernel/pure'
import { Notice } from './parts/notice.tsx'
import { useText } from './texts/text.tsx'

/** What stands in place of a page that broke: what to do, and what to report. */
export function BrokenPage({ error }: ErrorComponentProps) {
  const { t } = useText()
  return (
    <main className="page" id="main">
      <Notice state="failed" title={t('pageBroke')}>
        {t('pageBrokeSay', { fault: faultText(error) })}
      </Notice>
      <button type="button" className="button" onClick={() => location.reload()}>
        {t('tryAgain')}
      </button>
    </main>
  )
}
