import '../style/cinemas.css'
import '../style/films.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { WhoseFigures } from '../cinemas/figure-link.tsx'
import { HouseGate } from '../house-gate.tsx'
import { Notice } from '../parts/notice.tsx'
import { pageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { WelcomePage } from '../welcome-page.tsx'
import type { House } from '../wire/client.ts'
import { problemOf } from '../wire/problem.ts'
import { filmLines } from './film-lines.ts'
import { FilmsBar } from './films-bar.tsx'
import type { FilmsChange } from './films-search.ts'
import { changedFilms, readFilmsSearch } from './films-search.ts'
import { FilmsTable } from './films-table.tsx'
import { useFilmsAnswers } from './use-films-answers.ts'

/** Every film that took anything over some days, with its shares of what there was. */
export function FilmsPage() {
  return <HouseGate>{(house) => <FilmsOf house={house} />}</HouseGate>
}

function FilmsOf({ house }: { readonly house: House }) {
  const { t } = useText()
  const search = useSearch({ from: '/films' })
  const navigate = useNavigate()
  const { organisation, currency } = search
  const scope = pageScope(house, {
    ...(organisation !== undefined && { organisation }),
    ...(currency !== undefined && { currency }),
  })
  const asked = useFilmsAnswers(scope, search)
  if (!scope || !asked) return <WelcomePage />
  const { films, said, changes, problem } = asked
  // What is typed leaves no step behind; the way back leads past all of it.
  const go = (changed: FilmsChange) =>
    void navigate({
      to: '/films',
      search: (before) => changedFilms(readFilmsSearch(before), changed),
      replace: 'find' in changed,
      resetScroll: false,
    })
  return (
    <WhoseFigures value={scope.organisation.id}>
      <FilmsBar scope={scope} asked={asked} go={go} />
      <main className="page films-page" id="main">
        {problem !== null && problem !== undefined && !films && (
          <Notice state="failed" title={t('figuresRefused')}>
            {problemOf(problem)?.detail ?? t('noAnswer')}
          </Notice>
        )}
        <FilmsTable
          scope={scope}
          asked={asked}
          search={search}
          go={go}
          lines={films && filmLines(films, said, changes, asked.against)}
        />
      </main>
    </WhoseFigures>
  )
}
