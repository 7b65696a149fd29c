import '../style/market.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'react-aria-components/Button'
import { HouseGate } from '../house-gate.tsx'
import { AnnotationList } from '../parts/annotation-list.tsx'
import { Chip } from '../parts/chip.tsx'
import { Choice } from '../parts/choice.tsx'
import { ExportMenu } from '../parts/export-menu.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { organisationOf } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import { useAnnotations } from '../wire/annotations.ts'
import type { House } from '../wire/client.ts'
import { problemOf } from '../wire/problem.ts'
import { MarketBar, SourceChoice } from './market-bar.tsx'
import { MarketEmpty } from './market-empty.tsx'
import { MarketFilms } from './market-films.tsx'
import { MarketFoot } from './market-foot.tsx'
import { MarketLead } from './market-lead.tsx'
import { MarketOrganisation } from './market-link.tsx'
import { MarketOurs } from './market-ours.tsx'
import type { Reporter } from './market-scope.ts'
import { chosenReporter } from './market-scope.ts'
import type { MarketChange, MarketSearch } from './market-search.ts'
import { changedMarket } from './market-search.ts'
import { MarketTrend, MarketYear, spanOfQuestion, subjectOf } from './market-trend.tsx'
import type { Market } from './use-market.ts'
import { useMarket } from './use-market.ts'
import { useOurs } from './use-ours.ts'
import { useReporters, useSourceWords } from './use-reporters.ts'

/** A territory’s day, week or year as somebody reports it, and ours beside it. */
export function MarketPage() {
  return <HouseGate>{(house) => <Known house={house} />}</HouseGate>
}

function Known({ house }: { readonly house: House }) {
  const { t } = useText()
  const search = useSearch({ from: '/market' })
  const { reporters, error, retry } = useReporters()
  const reporter = reporters && chosenReporter(reporters, search)
  if (reporters && reporter) {
    return <View house={house} {...{ reporters, reporter, search }} />
  }
  return (
    <>
      <TopBar title={t('market')} />
      <main className="page market" id="main">
        {reporters && <MarketEmpty />}
        {!reporters && !error && <p className="panel panel-empty">{t('loading')}</p>}
        {!reporters && error !== null && error !== undefined && (
          <Failed error={error} retry={retry} />
        )}
      </main>
    </>
  )
}

type ViewProps = {
  readonly house: House
  readonly reporters: readonly Reporter[]
  readonly reporter: Reporter
  readonly search: MarketSearch
}

function View({ house, reporters, reporter, search }: ViewProps) {
  const { t, dates } = useText()
  const navigate = useNavigate()
  const market = useMarket(reporter, search)
  const ours = useOurs(house, market)
  const organisation = organisationOf(house, search.organisation)?.id
  const words = useSourceWords()(reporter)
  const go = (changed: MarketChange) =>
    void navigate({ to: '/market', search: changedMarket(search, changed), resetScroll: false })
  const { asked } = market
  const shared = { market, go, organisation }
  return (
    <MarketOrganisation value={organisation}>
      <TopBar
        title={t('market')}
        standing={
          <>
            {reporter.sample && <Chip state="sample">{t('sampleData')}</Chip>}
            <span className="wide">
              <Chip state="file" title={t('marketReported', { day: dates.date(reporter.lastDay) })}>
                {words.name}
              </Chip>
            </span>
            <ExportMenu question={asked.total} />
          </>
        }
      >
        <SourceChoice {...{ reporters, reporter, go }} />
      </TopBar>
      <main className="page market" id="main">
        <MarketBar market={market} go={go} />
        <Problem market={market} go={go} />
        <div className="market-top">
          <MarketLead market={market} go={go} />
          <MarketTrend {...shared} />
        </div>
        <MarketFilms {...{ market, ours, search, go }} />
        <div className="columns">
          <div className="stack">
            <MarketYear {...shared} />
            {ours && <Happened market={market} />}
          </div>
          {ours ? <MarketOurs market={market} ours={ours} /> : <Happened market={market} />}
        </div>
        <MarketFoot market={market} />
      </main>
    </MarketOrganisation>
  )
}

/** What happened in the weeks that the trend shows. */
function Happened({ market }: { readonly market: Market }) {
  const { t } = useText()
  const { asked, scope } = market
  const shown = scope.span === 'year' ? scope.days : spanOfQuestion(asked.trend)
  const { data } = useAnnotations(shown, subjectOf(scope))
  return (
    <Panel title={t('marketNotes')} note={t('marketNotesNote')}>
      <AnnotationList annotations={data ?? []} most={8} />
    </Panel>
  )
}

type ProblemProps = { readonly market: Market; readonly go: (changed: MarketChange) => void }

/** Why there are no figures; of several currencies one is to be chosen. */
function Problem({ market, go }: ProblemProps) {
  const { t } = useText()
  const { problem, retry } = market
  if (problem === null || problem === undefined) return null
  const said = problemOf(problem)
  const choices = said?.refusal === 'currency_needed' ? (said.choices ?? []) : []
  return (
    <Failed error={problem} retry={retry}>
      {choices.length > 0 && (
        <Choice
          label={t('currency')}
          value={choices[0] ?? ''}
          items={choices.map((id) => ({ id, name: id }))}
          onChange={(currency) => go({ currency })}
        />
      )}
    </Failed>
  )
}

type FailedProps = {
  readonly error: unknown
  readonly retry: () => void
  readonly children?: React.ReactNode
}

function Failed({ error, retry, children }: FailedProps) {
  const { t } = useText()
  return (
    <Notice
      state="failed"
      title={t('figuresRefused')}
      action={
        children || (
          <Button className="button" onPress={retry}>
            {t('tryAgain')}
          </Button>
        )
      }
    >
      {problemOf(error)?.detail ?? t('noAnswer')}
    </Notice>
  )
}
