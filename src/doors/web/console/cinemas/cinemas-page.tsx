import '../style/cinemas.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ClipboardList } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { Place } from '#charts'
import type { Answer } from '#metrics/pure'
import { HouseGate } from '../house-gate.tsx'
import { usePlaces } from '../parts/chart-places.ts'
import { Chip } from '../parts/chip.tsx'
import { CompareChoice, comparisonName } from '../parts/compare-choice.tsx'
import { ExportMenu } from '../parts/export-menu.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { isRunning, spanRule } from '../parts/span.ts'
import { SpanChoice } from '../parts/span-choice.tsx'
import { SampleChip } from '../sample-chip.tsx'
import type { PageScope } from '../scope.ts'
import { TableFoot } from '../table-foot.tsx'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import type { House } from '../wire/client.ts'
import { problemOf } from '../wire/problem.ts'
import { useAnswer } from '../wire/queries.ts'
import { AddCinema } from './add-cinema.tsx'
import { cinemasQuestion } from './cinema-questions.ts'
import { cinemaLines, sortedLines } from './cinemas-lines.ts'
import { CinemasMap } from './cinemas-map.tsx'
import type { Change, CinemaOrder, CinemasSearch } from './cinemas-search.ts'
import {
  COMPARISONS,
  changedCinemas,
  comparedWith,
  compareText,
  NO_SPAN,
  readDays,
  spanSearch,
} from './cinemas-search.ts'
import { CinemasTable } from './cinemas-table.tsx'
import { WhoseFigures } from './figure-link.tsx'
import { LeadLine } from './lead-line.tsx'
import { SortChoice } from './sort-choice.tsx'
import { daysOf, spanSaid, useCinemasScope } from './use-cinemas-scope.ts'

const BY_CINEMA = { by: ['cinema'] } as const
const NOWHERE: ReadonlyMap<string, Place> = new Map()

/** Every cinema of an organisation, by what it took and how well it used its room. */
export function CinemasPage() {
  return <HouseGate>{(house) => <CinemasOf house={house} />}</HouseGate>
}

function CinemasOf({ house }: { readonly house: House }) {
  const search = useSearch({ from: '/cinemas' })
  const scope = useCinemasScope(house, search)
  if (!scope) return <NoCinemas />
  return (
    <WhoseFigures value={scope.organisation.id}>
      <Cinemas house={house} scope={scope} search={search} />
    </WhoseFigures>
  )
}

/** Nobody is here yet: a first cinema is made by hand, or comes with a till's file. */
function NoCinemas() {
  const { t } = useText()
  return (
    <>
      <TopBar title={t('cinemas')} />
      <main className="page" id="main">
        <p className="quiet cinema-add">{t('noCinemas')}</p>
        <AddCinema />
      </main>
    </>
  )
}

type CinemasProps = {
  readonly house: House
  readonly scope: PageScope
  readonly search: CinemasSearch
}

function Cinemas({ house, scope, search }: CinemasProps) {
  const texts = useText()
  const { t } = texts
  const navigate = useNavigate()
  const go = (changed: Change<CinemasSearch>) =>
    void navigate({ to: '/cinemas', search: changedCinemas(search, changed), resetScroll: false })
  const days = daysOf(scope, search)
  const compare = comparedWith(search)
  const [against] = compare
  const againstName = against ? comparisonName(texts, against, days) : ''
  const question = cinemasQuestion(scope.asks, days, compare)
  const { data: answer, error, isPlaceholderData, refetch } = useAnswer(question)
  const order = search.order ?? 'gross'
  const up = search.up === '1'
  const sorting = {
    order,
    up,
    sort: (wanted: CinemaOrder) =>
      go({ order: wanted, up: wanted === order ? (up ? undefined : '1') : upFirst(wanted) }),
  }
  const lines = sortedLines(cinemaLines(scope.cinemas, answer?.rows ?? []), { order, up, against })
  const nowMs = Date.parse(house.now)
  const places = usePlaces(BY_CINEMA) ?? NOWHERE
  const placed = scope.cinemas.some(({ id }) => places.has(id))
  const onMap = placed && search.view === 'map'
  const choice = (
    <CompareChoice
      value={compare}
      days={days}
      ids={COMPARISONS}
      spans={answer?.comparisons}
      onChange={(ids) => go({ compare: compareText(ids) })}
    />
  )
  return (
    <>
      <TopBar
        title={t('cinemas')}
        standing={
          <>
            {scope.organisation.sample && (
              <span className="sample-top">
                <SampleChip />
              </span>
            )}
            <SitesChip answer={answer} />
            <ExportMenu question={question} chart="bar" />
          </>
        }
      >
        <SpanChoice
          value={spanSaid(search)}
          rule={spanRule(scope)}
          onChange={(said) => go({ ...NO_SPAN, ...spanSearch(said) })}
        />
        <span className="wide">{choice}</span>
      </TopBar>
      <main className="page" id="main">
        {error && (
          <Notice
            state="failed"
            title={t('figuresRefused')}
            action={
              <Button className="button" onPress={() => void refetch()}>
                {t('tryAgain')}
              </Button>
            }
          >
            {problemOf(error)?.detail ?? t('noAnswer')}
          </Notice>
        )}
        <LeadLine
          {...{ answer, days, against, againstName, question }}
          waiting={isPlaceholderData}
        />
        <Panel
          title={t('cinemas')}
          note={answer && noteOf(texts, lines.length, answer)}
          className={isPlaceholderData ? 'cinemas-list waiting' : 'cinemas-list'}
          action={
            <Link to="/cinemas/weekend" search={whose(search)} className="link monday-link">
              <ClipboardList size={16} strokeWidth={1.75} aria-hidden />
              {t('weekendSheet')}
            </Link>
          }
          footer={
            answer &&
            answer.rows.length > 0 && <TableFoot answer={answer} timezone={scope.timezone} />
          }
        >
          <div className="list-choices">
            {placed && (
              <Segmented
                label={t('cinShownAs')}
                value={search.view ?? 'table'}
                onChange={(view) => go({ view: view === 'map' ? 'map' : undefined })}
                choices={[
                  { value: 'table', name: t('table') },
                  { value: 'map', name: t('cinMap') },
                ]}
              />
            )}
            <div className="narrow-block">{choice}</div>
            <div className={onMap ? '' : 'narrow-block'}>
              <SortChoice sorting={sorting} against={againstName} onMap={onMap} />
            </div>
          </div>
          {onMap ? (
            <CinemasMap
              {...{ answer, places, order }}
              kept={readDays(search)}
              waiting={isPlaceholderData}
            />
          ) : (
            <CinemasTable
              {...{ lines, answer, against, againstName, sorting, question, nowMs }}
              running={isRunning(days, spanRule(scope))}
              kept={readDays(search)}
            />
          )}
          {!answer && !error && <p className="panel-empty">{t('loading')}</p>}
        </Panel>
        <AddCinema />
      </main>
    </>
  )
}

/** Names from the start of the alphabet; figures most first. */
function upFirst(order: CinemaOrder): '1' | undefined {
  return order === 'cinema' ? '1' : undefined
}

function whose({ organisation, currency }: CinemasSearch) {
  return {
    ...(organisation !== undefined && { organisation }),
    ...(currency !== undefined && { currency }),
  }
}

function noteOf({ t }: ReturnType<typeof useText>, count: number, answer: Answer): string {
  const without = count - answer.rows.length
  return without > 0 ? t('cinWithout', { count: without }) : t('cinAllWith', { count })
}

function SitesChip({ answer }: { readonly answer: Answer | undefined }) {
  const { t, numbers } = useText()
  const share = answer?.total['completeness']
  if (typeof share !== 'number') return null
  return (
    <span className="wide">
      <Chip>{t('cinComplete', { share: numbers.percent(share) })}</Chip>
    </span>
  )
}
