import { Link } from '@tanstack/react-router'
import { Panel } from '../parts/panel.tsx'
import { daysText } from '../parts/span-choice.tsx'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import type { FilmFrame } from './film-frame.ts'
import { filmDays } from './film-frame.ts'
import { useMissing } from './use-missing.ts'

/** Cinemas that list the film and sent nothing of the day: whom to call. */
export function MissingPanel({ frame }: { readonly frame: FilmFrame }) {
  const texts = useText()
  const { t, dates } = texts
  const week = filmDays(frame, 'week')
  const { missing, listed, cinemas } = useMissing(frame)
  const screenings = missing?.reduce((sum, one) => sum + one.screenings, 0) ?? 0
  return (
    <Panel
      title={t('filmMissing')}
      note={daysText(texts, week)}
      className="film-missing"
      action={
        <Link to="/health" className="link">
          {t('filmToHealth')}
        </Link>
      }
    >
      {!missing && <p className="panel-empty">{t('loading')}</p>}
      {missing && !listed && <p className="panel-empty">{t('filmMissingUnknown')}</p>}
      {missing?.length === 0 && listed && (
        <p className="panel-empty">
          <StateGlyph state="fresh" /> {t('filmMissingNone', { count: cinemas })}
        </p>
      )}
      {missing && missing.length > 0 && (
        <>
          <p className="film-say film-missing-say">
            {t('filmMissingSay', { count: missing.length, screenings })}
          </p>
          <ul className="film-missing-list" data-testid="film-missing">
            {missing.map(({ cinemaId, cinema, days, screenings: shows }) => (
              <li key={cinemaId}>
                <StateGlyph state="silent" />
                <b>{cinema}</b>
                <span className="quiet">
                  {t('filmMissingDays', {
                    days: days.map((day) => dates.day(day)).join(t('comma')),
                    screenings: shows,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}
