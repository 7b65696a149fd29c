import { Link } from '@tanstack/react-router'
import { useMetricText } from '../parts/metric-text.ts'
import type { Days } from '../parts/span.ts'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { numberOf } from '../wire/rows.ts'
import { AdviceCounts } from './advice-counts.tsx'
import { ticketsOf } from './cinema-questions.ts'
import { Drop } from './films-tab.tsx'
import { PartSteps } from './part-steps.tsx'
import type { SheetFilm } from './sheet.ts'
import { SheetLines } from './sheet-lines.tsx'
import { SheetPart } from './sheet-part.tsx'
import type { Part } from './use-part.ts'
import type { WeekendChange } from './weekend-search.ts'

type WeekendCinemasProps = {
  readonly scope: PageScope
  readonly films: readonly SheetFilm[]
  readonly part: Part
  readonly days: Days
  readonly go: (changed: WeekendChange) => void
}

/** Cinema by cinema: what to tell each house of its next week. */
export function WeekendCinemas({ scope, films, part, days, go }: WeekendCinemasProps) {
  const { t } = useText()
  const { figure } = useMetricText()
  const stays = films.flatMap((film) => film.stays.map((stay) => ({ film, stay })))
  const byCinema = Map.groupBy(stays, ({ stay }) => stay.cinemaId)
  return (
    <>
      <PartSteps part={part} go={go} />
      {part.cinemas.map((cinema, at) => {
        const own = (byCinema.get(cinema.id) ?? []).toSorted(
          (one, other) => one.stay.rank - other.stay.rank,
        )
        const row = part.rowOf(cinema.id)
        return (
          <SheetPart
            key={cinema.id}
            first={at === 0}
            label={cinema.name}
            title={
              <Link
                to="/cinemas/$cinemaId"
                params={{ cinemaId: cinema.id }}
                search={{ tab: 'films' }}
                className="row-link"
              >
                {cinema.name}
              </Link>
            }
            facts={
              row ? (
                <>
                  <span className="sheet-gross">
                    <b>{figure('gross', row['gross'])}</b>{' '}
                    <Drop change={numberOf(row, 'drop')} isNew={false} />
                  </span>
                  <AdviceCounts stays={own.map(({ stay }) => stay)} />
                </>
              ) : (
                <span className="silent">{t('cinNoFigures')}</span>
              )
            }
          >
            {own.length > 0 && (
              <SheetLines
                caption={cinema.name}
                head={t('film')}
                asks={{ ...ticketsOf(scope.asks), ...days }}
                lines={own.map(({ film, stay }) => ({
                  key: film.filmId,
                  stay,
                  name: (
                    <Link to="/films/$filmId" params={{ filmId: film.filmId }} className="row-link">
                      {film.name}
                    </Link>
                  ),
                }))}
              />
            )}
          </SheetPart>
        )
      })}
    </>
  )
}
