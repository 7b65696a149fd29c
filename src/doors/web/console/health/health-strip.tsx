import type { ReactNode } from 'react'
import { useText } from '../texts/text.tsx'
import type { Health } from '../wire/health.ts'

/** The house in six figures: what is wrong, who reports, how late the figures are. */
export function HealthStrip({ health }: { readonly health: Health }) {
  const { t, numbers } = useText()
  const { findings, sites, lagMs, pending } = health
  const seconds = (lagMs / 1000).toFixed(1)
  return (
    <section className="panel" aria-label={t('healthFigures')}>
      <dl className="strip health-strip">
        <Figure name={t('severity_error')} figure={numbers.countExact(findings.error)}>
          {t('healthErrorNote')}
        </Figure>
        <Figure name={t('severity_warning')} figure={numbers.countExact(findings.warning)}>
          {t('healthWarningNote')}
        </Figure>
        <Figure name={t('severity_notice')} figure={numbers.countExact(findings.notice)}>
          {t('healthNoticeNote')}
        </Figure>
        <Figure
          name={t('healthSites')}
          figure={
            sites.live === 0 ? '–' : t('healthSitesOf', { fresh: sites.fresh, live: sites.live })
          }
        >
          {sites.live === 0 ? t('healthSitesNone') : t('healthSitesNote')}
        </Figure>
        <Figure name={t('healthLag')} figure={t('secondsShort', { seconds })}>
          {pending === 0 ? t('healthAllIn') : t('healthPending', { count: pending })}
        </Figure>
      </dl>
    </section>
  )
}

type FigureProps = { readonly name: string; readonly figure: string; readonly children: ReactNode }

function Figure({ name, figure, children }: FigureProps) {
  return (
    <div className="strip-figure">
      <dt>{name}</dt>
      <dd className="strip-value">{figure}</dd>
      <dd className="strip-note">{children}</dd>
    </div>
  )
}
