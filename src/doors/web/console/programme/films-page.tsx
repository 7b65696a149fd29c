import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import type { FilmView, ReleaseView } from '../wire/programme.ts'
import { useFilms } from '../wire/programme.ts'
import { FilmForm } from './film-form.tsx'
import type { ProgrammeScope } from './programme-frame.tsx'
import { ProgrammeFrame } from './programme-frame.tsx'
import { ReleaseForm } from './release-form.tsx'
import { useReleaseName } from './release-name.ts'
import type { ProgrammeAddress } from './use-programme-search.ts'
import { useProgrammeSearch } from './use-programme-search.ts'

/** The films that may be planned, each with its releases. */
export function FilmsPage() {
  const address = useProgrammeSearch('/programme/films')
  return (
    <ProgrammeFrame search={address.search}>
      {(scope) => <Films scope={scope} address={address} />}
    </ProgrammeFrame>
  )
}

type FilmsProps = { readonly scope: ProgrammeScope; readonly address: ProgrammeAddress }

function Films({ scope, address }: FilmsProps) {
  const { t } = useText()
  const { search, change } = address
  const { organisationId } = scope.cinema
  const { data: films, error, refetch } = useFilms(organisationId)
  const [releaseOf, setReleaseOf] = useState<FilmView>()
  const [said, setSaid] = useState<string>()
  const open = films?.find(({ id }) => id === search.film)
  const add = (
    <Button className="button button-primary" onPress={() => change({ film: 'new' })}>
      {t('filmAdd')}
    </Button>
  )
  return (
    <main className="page" id="main">
      <p className="planner-said" role="status">
        {said}
      </p>
      {error && !films ? (
        <Notice
          state="failed"
          title={t('filmsFailed')}
          action={
            <Button className="button" onPress={() => void refetch()}>
              {t('tryAgain')}
            </Button>
          }
        >
          {problemOf(error)?.detail ?? t('noAnswer')}
        </Notice>
      ) : (
        <Panel
          title={t('films')}
          note={films ? t('filmsCount', { count: films.length }) : t('houseLoading')}
          action={add}
          className="film-list"
        >
          {films?.length === 0 && <p className="panel-empty">{t('filmsNone')}</p>}
          <ul>
            {films?.map((film) => (
              <FilmRow
                key={film.id}
                film={film}
                onChange={() => change({ film: film.id })}
                onRelease={() => setReleaseOf(film)}
              />
            ))}
          </ul>
        </Panel>
      )}
      {(search.film === 'new' || open) && (
        <FilmForm
          key={search.film}
          organisationId={organisationId}
          film={open}
          onDone={(made) => {
            change({ film: undefined })
            if (made) setSaid(t('filmSaved', { title: made.title }))
            // A new film cannot be planned before it has a release: that form comes next.
            if (made && !open) setReleaseOf({ ...made, releases: [] })
          }}
        />
      )}
      {releaseOf && (
        <ReleaseForm
          film={releaseOf}
          onDone={(say) => {
            setReleaseOf(undefined)
            if (say !== undefined) setSaid(say)
          }}
        />
      )}
    </main>
  )
}

type FilmRowProps = {
  readonly film: FilmView
  readonly onChange: () => void
  readonly onRelease: () => void
}

function FilmRow({ film, onChange, onRelease }: FilmRowProps) {
  const { t } = useText()
  const { title, originalTitle, runtimeMinutes, rating, releases, synopsis } = film
  const length =
    runtimeMinutes === undefined ? t('runtimeUnknown') : t('minutes', { count: runtimeMinutes })
  return (
    <li className="film">
      <div className="film-head">
        <h3>{title}</h3>
        <p className="quiet">
          {[originalTitle !== title && originalTitle, length, rating].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="film-actions">
        <Button className="quiet-button" onPress={onChange}>
          {t('filmChange')}
          <span className="hidden-text"> {title}</span>
        </Button>
        <Button className="button" onPress={onRelease}>
          {t('releaseAdd')}
          <span className="hidden-text"> {title}</span>
        </Button>
      </div>
      <div className="film-body">
        {synopsis !== '' && <p className="film-synopsis">{synopsis}</p>}
        {releases.length === 0 ? (
          <p className="film-bare">{t('releasesNone')}</p>
        ) : (
          <ul className="releases">
            {releases.map((release) => (
              <Release key={release.id} release={release} />
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

function Release({ release }: { readonly release: ReleaseView }) {
  const { t, dates } = useText()
  const named = useReleaseName()
  const { distributor, opensOn, officialCodes } = release
  const codes = Object.entries(officialCodes).map(([scheme, code]) => `${scheme} ${code}`)
  return (
    <li>
      <b>{named(release)}</b>
      <span className="quiet">
        {[distributor, opensOn && t('releaseOpens', { day: dates.date(opensOn) }), ...codes]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}
