import { Link } from '@tanstack/react-router'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import type { CinemaScope } from './cinema-scope.ts'

/** What was settled when the cinema was made: by it days are counted and amounts are written. */
export function SettingsTab({ scope }: { readonly scope: CinemaScope }) {
  const { t, dates } = useText()
  const { cinema, circuit } = scope
  const facts = [
    [t('organisation'), circuit.organisation.name],
    [t('timezone'), cinema.timezone],
    [t('currency'), cinema.currency],
    [t('tradingDay'), t('cinDayStarts', { time: dates.clock(cinema.dayStartsAt * 60) })],
    [t('cinFiguresCome'), cinema.state === 'file' ? t('cinByFiles') : t('cinByTill')],
  ] as const
  return (
    <Panel title={t('cinTab_settings')} note={cinema.sample ? t('sampleData') : undefined}>
      <dl className="settings-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="settings-links">
        <Link to="/programme" search={{ cinema: cinema.id }} className="link">
          {t('cinToProgramme')}
        </Link>
        <Link to="/programme/prices" search={{ cinema: cinema.id }} className="link">
          {t('cinToPrices')}
        </Link>
        <Link to="/health" search={{ organisation: cinema.organisationId }} className="link">
          {t('cinToHealth')}
        </Link>
      </p>
    </Panel>
  )
}
