import { useMemo } from 'react'
import { shiftDay } from '../../shared/days.ts'
import { PanelProblem } from '../cinemas/panel-problem.tsx'
import { AnnotationButton } from '../parts/annotation-button.tsx'
import { AnswerChart } from '../parts/answer-chart.tsx'
import { ExportMenu } from '../parts/export-menu.tsx'
import { useMetricText } from '../parts/metric-text.ts'
import { Panel } from '../parts/panel.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { TableFoot } from '../table-foot.tsx'
import { useText } from '../texts/text.tsx'
import { useChartNotes } from '../wire/annotations.ts'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import type { FilmView } from './film-page.tsx'
import { PeersChoice } from './peers-choice.tsx'
import { runAnswer } from './run-answer.ts'
import { SharePanel } from './share-panel.tsx'
import type { Peers } from './use-peers.ts'
import { AHEAD_DAYS, usePeers } from './use-peers.ts'
import { useWeeks } from './use-weeks.ts'
import { WeekTable } from './week-table.tsx'

const EVERY_MS = 60_000

/** How it ran: day by day beside its peers, its share of the circuit, week by week. */
export function RunTab({ view }: { readonly view: FilmView }) {
  const { frame } = view
  const peers = usePeers(view)
  const weeks = useWeeks(frame)
  return (
    <>
      <div className="columns film-columns">
        <RunPanel view={view} peers={peers} />
        <SharePanel frame={frame} weeks={weeks.answer} />
      </div>
      {frame.opensOn <= frame.over && <WeekTable frame={frame} weeks={weeks} />}
    </>
  )
}

type RunPanelProps = { readonly view: FilmView; readonly peers: Peers }

function RunPanel({ view, peers }: RunPanelProps) {
  const { t } = useText()
  const { lower } = useMetricText()
  const { frame, search, go, facts } = view
  const { asks, run, opensOn, scope, playing, day } = frame
  const step = search.step ?? 'day'
  const measure = search.measure ?? 'gross'
  const question: Asked = { ...asks, ...run, metrics: ['gross', 'admissions'], grain: 'day' }
  const { data: own, error, isPlaceholderData } = useAnswer(question, scope.live ? EVERY_MS : false)
  const until = playing && peers.curves.length > 0 ? shiftDay(day, AHEAD_DAYS) : day
  const shown = useMemo(
    () =>
      own &&
      runAnswer(
        {
          ...{ own, measure, opensOn, until, curves: peers.curves },
          ...{ from: run.from, to: day, known: scope.lastDay },
        },
        step,
      ),
    [own, measure, opensOn, until, peers.curves, run.from, day, scope.lastDay, step],
  )
  const names = useMemo(
    () => ({ releaseWeek: t('filmPeersMedian', { count: peers.curves.length }) }),
    [t, peers.curves.length],
  )
  const notes = useChartNotes({ from: run.from, to: day }, { sample: scope.asks.sample })
  const lead = { ...question, metrics: [measure], grain: step === 'week' ? 'week' : 'day' } as const
  return (
    <Panel
      title={t(`filmRun_${step}`, { measure: t(`metric_${measure}`) })}
      className="chart-panel film-run"
      action={
        <span className="panel-tools">
          <Segmented
            label={t('measure')}
            value={measure}
            onChange={(chosen) => go({ measure: chosen === 'gross' ? undefined : chosen })}
            choices={[
              { value: 'gross', name: t('gross') },
              { value: 'admissions', name: t('admissions') },
            ]}
          />
          <Segmented
            label={t('grain')}
            value={step}
            onChange={(chosen) => go({ step: chosen === 'day' ? undefined : chosen })}
            choices={(['day', 'week', 'total'] as const).map((value) => ({
              value,
              name: t(`filmStep_${value}`),
            }))}
          />
        </span>
      }
      footer={own && <TableFoot answer={own} timezone={scope.timezone} />}
    >
      <PanelProblem error={error} />
      {shown && (
        <AnswerChart
          answer={shown}
          kind={step === 'week' ? 'bar' : 'line'}
          notes={step === 'week' ? [] : notes}
          comparisonNames={names}
          waiting={isPlaceholderData}
        />
      )}
      {!shown && !error && <p className="panel-empty">{t('loading')}</p>}
      <div className="film-run-tools">
        <PeersChoice view={view} peers={peers} />
        <p className="film-say quiet">
          <PeersSay peers={peers} measure={lower(measure)} />
        </p>
        <span className="film-run-actions">
          <AnnotationButton
            day={day}
            subject={{ film: facts, organisation: scope.organisation.id }}
          />
          <ExportMenu question={lead} chart="line" />
        </span>
      </div>
    </Panel>
  )
}

/** Which films the dashed line is the middle of. */
function PeersSay({ peers, measure }: { readonly peers: Peers; readonly measure: string }) {
  const { t, lang } = useText()
  if (peers.ids.length === 0) return t(peers.usual ? 'filmPeersNobody' : 'filmPeersOff')
  const names = peers.ids.flatMap((id) => peers.names.get(id) ?? [])
  const list = new Intl.ListFormat(lang, { type: 'conjunction' }).format(names)
  return t(peers.usual ? 'filmPeersSayUsual' : 'filmPeersSayOwn', { films: list, measure })
}
