import '../style/matches.css'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ImportsTabs } from '../imports-tabs.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import type { MatchKind } from '../wire/matches.ts'
import { problemOf } from '../wire/problem.ts'
import { MadeList } from './made-list.tsx'
import { MatchCard } from './match-card.tsx'
import type { Queue } from './use-queue.ts'
import { useQueue } from './use-queue.ts'
import { useQueueKeys } from './use-queue-keys.ts'

type State = 'open' | 'made'

/** Which films and cinemas of different sources are one: what waits for a verdict, and what was decided. */
export function MatchesPage() {
  const { t } = useText()
  const [kind, setKind] = useState<MatchKind>('film')
  const [state, setState] = useState<State>('open')
  const queue = useQueue(kind, state)
  const { running, last, undoing, deciding } = queue
  useQueueKeys(queue, state === 'open')
  const fault = deciding.error ?? undoing.error ?? running.error
  return (
    <>
      <TopBar title={t('imports')}>
        <ImportsTabs />
      </TopBar>
      <main className="page matches-page" id="main">
        <div className="matches-head">
          <Segmented
            label={t('matchKind')}
            value={kind}
            choices={[
              { value: 'film', name: t('matchFilms') },
              { value: 'cinema', name: t('matchCinemas') },
            ]}
            onChange={setKind}
          />
          <Segmented
            label={t('matchState')}
            value={state}
            choices={[
              { value: 'open', name: t('matchesOpen') },
              { value: 'made', name: t('matchesMade') },
            ]}
            onChange={setState}
          />
          <Button
            className="button matches-run"
            isDisabled={running.isPending}
            onPress={() => running.mutate()}
          >
            {running.isPending ? t('matchRunning') : t('matchRun')}
          </Button>
        </div>
        <p className="matches-said" role="status">
          {last ? (
            <>
              {t(last.verdict === 'same' ? 'matchSameDone' : 'matchDifferentDone', {
                left: last.match.left.name,
                right: last.match.right.name,
              })}
              <Button className="link-button" onPress={() => queue.undo(last.match)}>
                {t('matchUndo')} <kbd aria-hidden>U</kbd>
              </Button>
            </>
          ) : (
            running.data && t('matchRunDone', { made: running.data.made, open: running.data.open })
          )}
        </p>
        {fault && (
          <Notice state="failed" title={t('matchesFailed')}>
            {problemOf(fault)?.detail ?? t('noAnswer')}
          </Notice>
        )}
        <Pairs queue={queue} kind={kind} state={state} />
      </main>
    </>
  )
}

type PairsProps = { readonly queue: Queue; readonly kind: MatchKind; readonly state: State }

function Pairs({ queue, kind, state }: PairsProps) {
  const { t, numbers } = useText()
  const { pairs, matches, total } = queue
  if (pairs.error && !pairs.data) {
    return (
      <Notice
        state="failed"
        title={t('matchesFailed')}
        action={
          <Button className="button" onPress={() => void pairs.refetch()}>
            {t('tryAgain')}
          </Button>
        }
      >
        {problemOf(pairs.error)?.detail ?? t('noAnswer')}
      </Notice>
    )
  }
  const shown = numbers.countExact(matches.length)
  const isOpen = state === 'open'
  return (
    <Panel
      title={isOpen ? t('matchesSay', { kind }) : t('matchesMade')}
      note={
        matches.length > 0 &&
        isOpen &&
        t('matchesPage', { shown, total: numbers.countExact(total) })
      }
      className="matches"
      {...(isOpen && { footer: <span className="wide">{t('matchKeys')}</span> })}
    >
      {!pairs.data && <p className="panel-empty">{t('loading')}</p>}
      {pairs.data && matches.length === 0 && (
        <p className="panel-empty">{t(isOpen ? 'matchesEmptyOpen' : 'matchesEmptyMade')}</p>
      )}
      {isOpen ? (
        <ol>
          {matches.map((match, at) => (
            <MatchCard
              key={match.id}
              match={match}
              current={at === queue.at}
              onPick={() => queue.pick(at)}
              onDecide={(verdict) => {
                queue.pick(at)
                queue.deciding.mutate({ match, verdict })
              }}
            />
          ))}
        </ol>
      ) : (
        <MadeList matches={matches} busy={queue.undoing.isPending} onUndo={queue.undo} />
      )}
    </Panel>
  )
}
