import { Link } from '@tanstack/react-router'
import type { Answer } from '#metrics/pure'
import { Panel } from '../parts/panel.tsx'
import { daysText } from '../parts/span-choice.tsx'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import type { FilmFrame } from './film-frame.ts'
import { filmDays } from './film-frame.ts'
import { missingReturns } from './missing.ts'

/** Cinemas that list the film and sent nothing of the day: whom to call. */
export function MissingPanel({ frame }: { readonly frame: FilmFrame }) {
  const texts = useText()
  const { t, dates } = texts
  const week = filmDays(frame, 'week')
  const base = { ...week, by: ['cinema'], grain: 'day' } as const
  const listed = useAnswer({
    ...frame.asks,
    ...base,
    metrics: ['screeningsListed', 'seatsOffered'],
  }).data
  const ids = [...new Set((listed?.rows ?? []).map((row) => String(row['cinemaId'] ?? '')))]
  const sold = useAnswer(
    ids.length > 0
      ? {
          ...{ ...frame.circuit, ...base },
          metrics: ['sold'],
          where: { ...frame.circuit.where, cinema: ids },
        }
      : undefined,
  ).data
  const missing = listed && (ids.length === 0 || sold) ? missingReturns(listed, sold) : undefined
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
      {missing && listed && !hasListing(listed) && (
        <p className="panel-empty">{t('filmMissingUnknown')}</p>
      )}
      {missing?.length === 0 && listed && hasListing(listed) && (
        <p className="panel-empty">
          <StateGlyph state="fresh" /> {t('filmMissingNone', { count: ids.length })}
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

function hasListing(answer: Answer): boolean {
  return answer.rows.some((row) => Number(row['screeningsListed'] ?? 0) > 0)
}
