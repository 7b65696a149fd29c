import '../style/explore.css'
import { SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { FreshnessChip } from '../freshness-chip.tsx'
import { HouseGate } from '../house-gate.tsx'
import { partedText } from '../parts/dimension-choice.tsx'
import { useDimensionText } from '../parts/dimension-text.ts'
import { ExportMenu } from '../parts/export-menu.tsx'
import { useMetricText } from '../parts/metric-text.ts'
import { Notice } from '../parts/notice.tsx'
import { spanText } from '../parts/span-choice.tsx'
import { useNarrow } from '../parts/use-width.ts'
import { SampleChip } from '../sample-chip.tsx'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import { WelcomePage } from '../welcome-page.tsx'
import type { House } from '../wire/client.ts'
import { useBases } from '../wire/explore.ts'
import { AnswerPanel } from './answer-panel.tsx'
import { BasisChoice } from './basis-choice.tsx'
import { ChartKinds } from './chart-kinds.tsx'
import { DrillPanel } from './drill-panel.tsx'
import { ExploreChoices } from './explore-choices.tsx'
import { stateDays } from './explore-question.ts'
import type { ExploreState } from './explore-state.ts'
import { MoneyChoice } from './money-choice.tsx'
import { PlanView } from './plan-view.tsx'
import { Refused } from './refused.tsx'
import { SavedViews, SaveView } from './saved-views.tsx'
import { ShareButton } from './share-button.tsx'
import { useChartKinds } from './use-chart-kinds.ts'
import type { ExploreAddress, Explored } from './use-explored.ts'
import { useExploreAddress, useExplored, useExploreScope } from './use-explored.ts'
import { WhereRow } from './where-row.tsx'

/** Any question of the figures, and what stands behind its answer. */
export function ExplorePage() {
  return <HouseGate>{(house) => <ExploreOf house={house} />}</HouseGate>
}

function ExploreOf({ house }: { readonly house: House }) {
  const address = useExploreAddress()
  const scope = useExploreScope(house, address.state)
  return scope ? <ExploreView {...address} house={house} scope={scope} /> : <WelcomePage />
}

type ExploreViewProps = ExploreAddress & { readonly house: House; readonly scope: PageScope }

function ExploreView({ state, go, house: known, scope }: ExploreViewProps) {
  const { t } = useText()
  const narrow = useNarrow()
  const openedWith = useRef(state.pick)
  const explored = useExplored(known, scope, state)
  const { answer, refused, question, running, live, house } = explored
  const bases = useBases(scope.asks.sample ?? false).data ?? []
  const basis = bases.find((one) => one.basis === state.basis)
  const { warehouse } = house.engines
  const { kind } = useChartKinds(state, answer)
  const exporting = <ExportMenu question={question} {...(answer && { chart: kind })} />
  const saving = <SaveView organisation={scope.organisation.id} />
  const choices = <Choices {...{ state, go, scope, house, explored, bases, basis }} />
  return (
    <>
      <TopBar
        title={t('explore')}
        standing={
          <>
            {scope.organisation.sample && (
              <span className="sample-top">
                <SampleChip />
              </span>
            )}
            {running && <FreshnessChip today={{ house, scope, live, total: answer }} />}
            {!narrow && exporting}
            {!narrow && saving}
          </>
        }
      >
        {!narrow && <SavedViews />}
      </TopBar>
      <main className="page explore" id="main">
        {!warehouse.up && (
          <Notice state="failed" title={t('warehouseDown')}>
            {warehouse.reason}
          </Notice>
        )}
        {narrow ? (
          <Sheet state={state} scope={scope}>
            {choices}
          </Sheet>
        ) : (
          <div className="explore-bar">{choices}</div>
        )}
        {refused !== undefined && (
          <Refused problem={refused} {...{ state, scope, bases, go }} retry={explored.retry} />
        )}
        {refused === undefined && answer && <AnswerPanel {...{ state, explored, answer, go }} />}
        {refused === undefined && !answer && <FirstAnswer />}
        {refused === undefined && answer && state.pick && (
          <DrillPanel
            {...{ state, scope, answer, go }}
            pick={state.pick}
            opened={state.pick === openedWith.current}
          />
        )}
        {narrow && (
          <div className="explore-actions">
            <SavedViews />
            {exporting}
            <ShareButton />
            {saving}
          </div>
        )}
        <PlanView question={question} />
      </main>
    </>
  )
}

type ChoicesProps = Omit<ExploreViewProps, 'house'> & {
  readonly house: House
  readonly explored: Explored
  readonly bases: Parameters<typeof BasisChoice>[0]['bases']
  readonly basis: Parameters<typeof ExploreChoices>[0]['basis']
}

/** The whole question: what, by what, when, against what; where; and in which form. */
function Choices({ state, go, scope, house, explored, bases, basis }: ChoicesProps) {
  const { answer } = explored
  const { kinds, kind } = useChartKinds(state, answer)
  return (
    <>
      <div className="explore-say">
        <ExploreChoices {...{ state, scope, answer, basis, go }} />
        {answer && kinds.length > 1 && (
          <ChartKinds
            kinds={kinds}
            value={kind}
            onChange={(chart) => {
              const { chart: _, ...rest } = state
              go(chart === kinds[0] ? rest : { ...rest, chart })
            }}
          />
        )}
      </div>
      <div className="explore-say">
        <WhereRow {...{ state, scope, house, go }} />
        <div className="explore-settings">
          <BasisChoice {...{ state, bases, go }} />
          <MoneyChoice {...{ state, scope, go }} />
        </div>
      </div>
    </>
  )
}

type SheetProps = {
  readonly state: ExploreState
  readonly scope: PageScope
  readonly children: ReactNode
}

/** On a phone the question is a sentence that opens. */
function Sheet({ state, scope, children }: SheetProps) {
  const texts = useText()
  const { t } = texts
  const metricText = useMetricText()
  const dimensionText = useDimensionText()
  const { metrics, by, grain, span } = state
  const parted = { by, ...(grain && { grain }) }
  const names = metrics.map(metricText.name).join(t('comma'))
  const apart = by.length > 0 || grain
  const what = apart
    ? t('exploreTitle', { names, by: partedText(texts, dimensionText, parted) })
    : names
  const when = spanText(texts, span, stateDays(state, scope))
  return (
    <DialogTrigger>
      <Button className="explore-sentence">
        <span>
          <b>{what}</b>
          <small>{when}</small>
        </span>
        <SlidersHorizontal size={18} strokeWidth={1.75} />
      </Button>
      <ModalOverlay className="sheet-scrim" isDismissable>
        <Modal className="sheet">
          <Dialog className="sheet-in">
            {({ close }) => (
              <>
                <Heading slot="title">{t('exploreQuestion')}</Heading>
                {children}
                <Button className="button button-primary" onPress={close}>
                  {t('exploreShow')}
                </Button>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

/** Until the first answer: the panel is there, and says what it does. */
function FirstAnswer() {
  const { t } = useText()
  return (
    <section className="panel explore-panel explore-first" aria-busy>
      <p className="quiet" role="status">
        {t('loading')}
      </p>
    </section>
  )
}
