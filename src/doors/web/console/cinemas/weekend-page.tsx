import '../style/cinemas.css'
import '../style/weekend.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight, Printer } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { shiftDay } from '../../shared/days.ts'
import { HouseGate } from '../house-gate.tsx'
import { Choice } from '../parts/choice.tsx'
import { ExportMenu } from '../parts/export-menu.tsx'
import { Notice } from '../parts/notice.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { daysText } from '../parts/span-choice.tsx'
import { useNarrow } from '../parts/use-width.ts'
import { SampleChip } from '../sample-chip.tsx'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import { WelcomePage } from '../welcome-page.tsx'
import type { House } from '../wire/client.ts'
import { problemOf } from '../wire/problem.ts'
import { ofCinemas } from '../wire/questions.ts'
import { RuleNote } from './advice.tsx'
import { WhoseFigures } from './figure-link.tsx'
import { lastFullDay, useCinemasScope } from './use-cinemas-scope.ts'
import { usePart } from './use-part.ts'
import { useSheet } from './use-sheet.ts'
import { lastWeekend, weekendOf } from './weekend.ts'
import { WeekendCinemas } from './weekend-cinemas.tsx'
import { WeekendFilms } from './weekend-films.tsx'
import { WeekendLead } from './weekend-lead.tsx'
import { WeekendMatrix } from './weekend-matrix.tsx'
import type { WeekendChange, WeekendSearch } from './weekend-search.ts'
import { changedWeekend } from './weekend-search.ts'

/** The Monday of a booker: what each film did at each cinema over the weekend, and what stays. */
export function WeekendPage() {
  return <HouseGate>{(house) => <WeekendOf house={house} />}</HouseGate>
}

function WeekendOf({ house }: { readonly house: House }) {
  const search = useSearch({ from: '/cinemas/weekend' })
  const scope = useCinemasScope(house, search)
  return scope ? (
    <WhoseFigures value={scope.organisation.id}>
      <Weekend scope={scope} search={search} />
    </WhoseFigures>
  ) : (
    <WelcomePage />
  )
}

type WeekendProps = { readonly scope: PageScope; readonly search: WeekendSearch }

function Weekend({ scope, search }: WeekendProps) {
  const texts = useText()
  const { t } = texts
  const narrow = useNarrow()
  const navigate = useNavigate()
  const go = (changed: WeekendChange) =>
    void navigate({
      to: '/cinemas/weekend',
      search: changedWeekend(search, changed),
      resetScroll: false,
    })
  const last = lastWeekend(lastFullDay(scope))
  const days = search.friday === undefined ? last : weekendOf(search.friday)
  const part = usePart(scope, days, search.part ?? 1)
  const asked = useSheet(scope.asks, ofCinemas(scope.asks, part.ids), days)
  const { sheet, error, waiting, question, retry } = asked
  const distributors = [...new Set((sheet?.films ?? []).map(({ distributor }) => distributor))]
    .filter((name) => name !== '')
    .sort((one, other) => one.localeCompare(other))
  const films = (sheet?.films ?? []).filter(
    (film) => search.distributor === undefined || film.distributor === search.distributor,
  )
  // A matrix has no room on a phone; there, film by film is what is read first.
  const view = narrow && search.view === 'matrix' ? 'films' : (search.view ?? usual(narrow))
  const to = (friday: string) => ({
    friday: friday === last.from ? undefined : friday,
    part: undefined,
  })
  const steps = (
    <div className="weekend-steps">
      <Button
        className="icon-button"
        aria-label={t('weekendBefore')}
        onPress={() => go(to(shiftDay(days.from, -7)))}
      >
        <ChevronLeft size={16} />
      </Button>
      <b>{daysText(texts, days)}</b>
      <Button
        className="icon-button"
        aria-label={t('weekendAfter')}
        isDisabled={days.from >= last.from}
        onPress={() => go(to(shiftDay(days.from, 7)))}
      >
        <ChevronRight size={16} />
      </Button>
    </div>
  )
  return (
    <>
      <TopBar
        name={t('weekendSheet')}
        title={
          <>
            <Link to="/cinemas" search={whose(search)} className="crumb wide">
              {t('cinemas')}
            </Link>
            <span className="crumb-mark wide">/</span>
            {t('weekendSheet')}
          </>
        }
        standing={
          <>
            {scope.organisation.sample && (
              <span className="sample-top">
                <SampleChip />
              </span>
            )}
            <Button className="quiet-button wide" onPress={() => window.print()}>
              <Printer size={16} strokeWidth={1.75} />
              {t('weekendPrint')}
            </Button>
            <ExportMenu question={question} />
          </>
        }
      >
        {!narrow && steps}
      </TopBar>
      <main className="page weekend-page" id="main">
        {error ? (
          <Notice
            state="failed"
            title={t('figuresRefused')}
            action={
              <Button className="button" onPress={retry}>
                {t('tryAgain')}
              </Button>
            }
          >
            {problemOf(error)?.detail ?? t('noAnswer')}
          </Notice>
        ) : null}
        <div className="sheet-controls">
          {narrow && steps}
          <Segmented
            label={t('weekendView')}
            value={view}
            onChange={(chosen) => go({ view: chosen })}
            choices={[
              ...(narrow ? [] : [{ value: 'matrix' as const, name: t('weekendMatrix') }]),
              { value: 'films' as const, name: t('weekendByFilm') },
              { value: 'cinemas' as const, name: t('weekendByCinema') },
            ]}
          />
          {distributors.length > 0 && (
            <Choice
              label={t('dim_distributor')}
              value={search.distributor ?? ''}
              items={[
                { id: '', name: t('weekendAllDistributors') },
                ...distributors.map((name) => ({ id: name, name })),
              ]}
              onChange={(id) => go({ distributor: id === '' ? undefined : id })}
            />
          )}
        </div>
        <WeekendLead {...{ scope, sheet, films, days }} />
        {!sheet && !error && <p className="quiet">{t('loading')}</p>}
        {sheet && films.length === 0 && <p className="panel panel-empty">{t('weekendNothing')}</p>}
        {sheet && films.length > 0 && (
          <div className={waiting ? 'sheet waiting' : 'sheet'}>
            {view === 'matrix' && <WeekendMatrix {...{ scope, sheet, films, part, go, days }} />}
            {view === 'films' && <WeekendFilms {...{ scope, films, days }} />}
            {view === 'cinemas' && <WeekendCinemas {...{ scope, films, part, go, days }} />}
            <section className="panel">
              <RuleNote />
            </section>
          </div>
        )}
      </main>
    </>
  )
}

function usual(narrow: boolean) {
  return narrow ? 'films' : 'matrix'
}

function whose({ organisation, currency }: WeekendSearch) {
  return {
    ...(organisation !== undefined && { organisation }),
    ...(currency !== undefined && { currency }),
  }
}
