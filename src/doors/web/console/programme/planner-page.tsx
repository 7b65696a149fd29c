import { useCallback, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { shiftDay, weekStart } from '../../shared/days.ts'
import { Notice } from '../parts/notice.tsx'
import { useNarrow } from '../parts/use-width.ts'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import type { ScreeningView } from '../wire/programme.ts'
import { useFilms, usePriceCards, useProgramme } from '../wire/programme.ts'
import { Board, BoardKey } from './board.tsx'
import { CopyForm } from './copy-form.tsx'
import { DayList } from './day-list.tsx'
import { FirstSteps, isReady } from './first-steps.tsx'
import type { PlanStart } from './plan-form.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlannerActions } from './planner-actions.tsx'
import { PlannerHead } from './planner-head.tsx'
import type { ProgrammeScope } from './programme-frame.tsx'
import { ProgrammeFrame } from './programme-frame.tsx'
import { RemovedNote } from './removed-note.tsx'
import { ScreeningPanel } from './screening-panel.tsx'
import type { ProgrammeAddress } from './use-programme-search.ts'
import { useProgrammeSearch } from './use-programme-search.ts'
import { WeekStrip } from './week-strip.tsx'

/** A cinema's week: planned, put on sale, and kept an eye on. */
export function PlannerPage() {
  const address = useProgrammeSearch('/programme')
  return (
    <ProgrammeFrame search={address.search}>
      {(scope) => <Planner key={scope.cinema.id} scope={scope} address={address} />}
    </ProgrammeFrame>
  )
}

type PlannerProps = { readonly scope: ProgrammeScope; readonly address: ProgrammeAddress }
type Doing = { readonly do: 'plan'; readonly start?: PlanStart } | { readonly do: 'copy' }

function Planner({ scope, address }: PlannerProps) {
  const { cinema, auditoria } = scope
  const { search, change } = address
  const { t } = useText()
  const day = search.day ?? cinema.tradingDay
  const monday = weekStart(day)
  const week = search.view === 'week'
  const programme = useProgramme(cinema.id, monday)
  const films = useFilms(cinema.organisationId)
  const cards = usePriceCards(cinema.organisationId)
  const [doing, setDoing] = useState<Doing>()
  const [said, setSaid] = useState<string>()
  const [removed, setRemoved] = useState<ScreeningView>()
  const forget = useCallback(() => setRemoved(undefined), [])
  const ready = isReady({ auditoria, films: films.data, cards: cards.data })
  const screenings = programme.data ?? []
  const days = week ? [0, 1, 2, 3, 4, 5, 6].map((index) => shiftDay(monday, index)) : [day]
  const shown = screenings.filter(({ tradingDay }) => days.includes(tradingDay))
  const open = screenings.find(({ id }) => id === search.screening)
  const done = (say?: string) => {
    setDoing(undefined)
    if (say !== undefined) setSaid(say)
  }
  return (
    <main className="page planner" id="main">
      <PlannerHead scope={scope} day={day} search={search} change={change} />
      <WeekStrip
        monday={monday}
        day={week ? undefined : day}
        present={cinema.tradingDay}
        screenings={screenings}
        onChoose={(chosen) => change({ day: chosen, view: undefined })}
      />
      <FirstSteps
        auditoria={auditoria}
        films={films.data}
        cards={cards.data}
        cinemaId={cinema.id}
      />
      {(ready || screenings.length > 0) && (
        <PlannerActions
          cinema={cinema}
          days={days}
          shown={shown}
          ready={ready}
          onPlan={() => setDoing({ do: 'plan' })}
          onCopy={() => setDoing({ do: 'copy' })}
          onSaid={setSaid}
        />
      )}
      <p className="planner-said" role="status">
        {said}
      </p>
      {removed && <RemovedNote key={removed.id} removed={removed} onDone={forget} />}
      {programme.error && !programme.data ? (
        <Notice
          state="failed"
          title={t('programmeFailed')}
          action={
            <Button className="button" onPress={() => void programme.refetch()}>
              {t('tryAgain')}
            </Button>
          }
        >
          {problemOf(programme.error)?.detail ?? t('noAnswer')}
        </Notice>
      ) : (
        <Days
          scope={scope}
          days={days}
          shown={shown}
          loading={programme.isPending || programme.isPlaceholderData}
          stale={programme.isRefetchError}
          onOpen={(id) => change({ screening: id })}
          {...(ready && { onPlan: (start) => setDoing({ do: 'plan', start }) })}
        />
      )}
      {doing?.do === 'plan' && (
        <PlanForm
          scope={scope}
          films={films.data ?? []}
          cards={cards.data ?? []}
          day={day}
          {...(doing.start && { start: doing.start })}
          onDone={done}
        />
      )}
      {doing?.do === 'copy' && (
        <CopyForm
          cinema={cinema}
          from={days[0] ?? day}
          days={days.length}
          onDone={(to) => {
            setDoing(undefined)
            if (to !== undefined) change({ day: to })
          }}
        />
      )}
      {open && (
        <ScreeningPanel
          key={open.id}
          screening={open}
          scope={scope}
          cards={cards.data ?? []}
          onClose={(say) => {
            change({ screening: undefined })
            if (say !== undefined) setSaid(say)
          }}
          onRemoved={(gone) => {
            change({ screening: undefined })
            setSaid(undefined)
            setRemoved(gone)
          }}
        />
      )}
    </main>
  )
}

type DaysProps = {
  readonly scope: ProgrammeScope
  readonly days: readonly string[]
  readonly shown: readonly ScreeningView[]
  readonly loading: boolean
  /** What is shown was true a moment ago; nobody answers now. */
  readonly stale: boolean
  readonly onOpen: (id: string) => void
  readonly onPlan?: (start: PlanStart) => void
}

/** The days asked for: lanes on a desk, a list on a phone. */
function Days({ scope, days, shown, loading, stale, onOpen, onPlan }: DaysProps) {
  const { t } = useText()
  const narrow = useNarrow()
  const { cinema, auditoria } = scope
  const Day = narrow ? DayList : Board
  return (
    <>
      {stale && <Notice state="stale" title={t('programmeStale')} />}
      {days.map((day) => (
        <Day
          key={day}
          day={day}
          cinema={cinema}
          auditoria={auditoria ?? []}
          screenings={shown.filter(({ tradingDay }) => tradingDay === day)}
          loading={loading}
          brief={days.length > 1}
          onOpen={onOpen}
          {...(onPlan && { onPlan })}
        />
      ))}
      {!narrow && shown.length > 0 && <BoardKey />}
    </>
  )
}
