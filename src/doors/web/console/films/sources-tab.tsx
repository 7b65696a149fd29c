import { Link } from '@tanstack/react-router'
import { PanelProblem } from '../cinemas/panel-problem.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { daysText } from '../parts/span-choice.tsx'
import { useText } from '../texts/text.tsx'
import { useBases } from '../wire/explore.ts'
import type { FilmFacts } from '../wire/films.ts'
import { useAnswer } from '../wire/queries.ts'
import type { BesideOf } from './beside-panel.tsx'
import { BesidePanel } from './beside-panel.tsx'
import type { FilmView } from './film-page.tsx'

/** Who says what of the film: names, sources, and what others report beside our own figures. */
export function SourcesTab({ view }: { readonly view: FilmView }) {
  const { frame, facts, search } = view
  const measure = search.measure ?? 'gross'
  return (
    <>
      <div className="columns film-columns-even">
        <NamesPanel facts={facts} />
        <TicketSources view={view} />
      </div>
      <Reported of={{ filmId: frame.filmId, asks: frame.asks, measure }} />
    </>
  )
}

/** What every reporter says of a film, each beside our own. */
export function Reported({ of }: { readonly of: BesideOf }) {
  const { t } = useText()
  const { data: bases, error } = useBases(of.asks.sample ?? false)
  const reported = (bases ?? []).filter(({ basis }) => basis !== 'tickets')
  return (
    <>
      <PanelProblem error={bases ? undefined : error} />
      {bases && reported.length === 0 && (
        <Notice
          state="file"
          title={t('filmNobodyReports')}
          action={
            <Link to="/imports" className="button">
              {t('imports')}
            </Link>
          }
        >
          {t('filmNobodyReportsSay')}
        </Notice>
      )}
      {reported.map((basis) => (
        <BesidePanel key={basis.basis} of={of} basis={basis} />
      ))}
    </>
  )
}

export function NamesPanel({ facts }: { readonly facts: FilmFacts }) {
  const { t } = useText()
  const { spellings } = facts
  return (
    <Panel
      title={t('filmNames')}
      note={t('filmSpellings', { count: spellings.length })}
      action={
        <Link to="/imports/matches" className="link">
          {t('matches')}
        </Link>
      }
    >
      <ul className="film-list-plain">
        {spellings.map(({ title, organisation }, index) => (
          // One title may come from several.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is the film's and stands still
          <li key={index}>
            <b>{title}</b>
            <span className="quiet">{organisation}</span>
          </li>
        ))}
      </ul>
      {spellings.length <= 1 && <p className="film-say quiet">{t('filmNamesOne')}</p>}
    </Panel>
  )
}

/** Where its tickets came from, over its whole run. */
function TicketSources({ view: { frame } }: { readonly view: FilmView }) {
  const texts = useText()
  const { t } = texts
  const { data, error } = useAnswer({
    ...frame.asks,
    ...frame.run,
    metrics: ['admissions', 'gross'],
  })
  return (
    <Panel title={t('filmTicketSources')} note={daysText(texts, frame.run)}>
      <PanelProblem error={data ? undefined : error} />
      {!data && !error && <p className="panel-empty">{t('loading')}</p>}
      {data && (
        <>
          <ul className="film-list-plain">
            {data.sources.map(({ id, name }) => (
              <li key={id}>
                <b>{name}</b>
              </li>
            ))}
          </ul>
          <p className="film-say quiet">{t('filmTicketSourcesSay')}</p>
        </>
      )}
    </Panel>
  )
}
