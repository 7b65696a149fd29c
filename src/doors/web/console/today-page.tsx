import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { CinemasPanel } from './cinemas-panel.tsx'
import { FilmsPanel } from './films-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { HouseGate } from './house-gate.tsx'
import { LeadPanel } from './lead-panel.tsx'
import { NeedsPanel } from './needs-panel.tsx'
import { Notice } from './parts/notice.tsx'
import type { PageScope, PageSearch, SearchChange } from './scope.ts'
import { pageScope, readSearch } from './scope.ts'
import { useText } from './texts/text.tsx'
import { TicketTypesPanel } from './ticket-types-panel.tsx'
import { TodayBar } from './today-bar.tsx'
import { useToday } from './use-today.ts'
import { WelcomePage } from './welcome-page.tsx'
import type { House } from './wire/client.ts'

/** The day as it goes, and everything before it. */
export function TodayPage() {
  return <HouseGate>{(house) => <TodayOf house={house} />}</HouseGate>
}

function TodayOf({ house }: { readonly house: House }) {
  const search = useSearch({ from: '/today' })
  const scope = useStillScope(house, search)
  return scope ? <TodayView house={house} search={search} asked={scope} /> : <WelcomePage />
}

/** The scope from which questions are made: the same object until something in them changes. */
function useStillScope(house: House, search: PageSearch): PageScope | undefined {
  const scope = pageScope(house, search)
  const key = scope && JSON.stringify([scope.asks, scope.day, scope.live, scope.organisation])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the scope
  return useMemo(() => scope, [key])
}

/** History moves with the day: it is not drawn again for every sale. */
function useHistoryScope(scope: PageScope): PageScope {
  const { asks, organisation, live, currency, present, day, firstDay, lastDay } = scope
  const key = JSON.stringify([asks, organisation, live, currency, present, day, firstDay, lastDay])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the scope
  return useMemo(() => scope, [key])
}

type TodayViewProps = {
  readonly house: House
  readonly search: PageSearch
  readonly asked: PageScope
}

function TodayView({ house, search, asked }: TodayViewProps) {
  const { t } = useText()
  const today = useToday(house, search, asked)
  const navigate = useNavigate({ from: '/today' })
  const history = useHistoryScope(today.scope)
  const change = useCallback(
    (changed: SearchChange) => {
      // Read again, so that what was taken away is not there as undefined.
      const search = (before: PageSearch) => readSearch({ ...before, ...changed })
      void navigate({ search, resetScroll: false })
    },
    [navigate],
  )
  const warehouse = today.house.engines.warehouse
  return (
    <>
      <TodayBar today={today} search={search} change={change} />
      <main className="page" id="main">
        {!warehouse.up && (
          <Notice state="failed" title={t('warehouseDown')}>
            {warehouse.reason}
          </Notice>
        )}
        {today.problem && (
          <Notice state="failed" title={t('figuresRefused')}>
            {today.problem.detail}
          </Notice>
        )}
        <LeadPanel today={today} search={search} change={change} />
        <div className="columns">
          <div className="stack">
            <FilmsPanel today={today} />
            <TicketTypesPanel today={today} />
          </div>
          <div className="stack">
            <CinemasPanel today={today} />
            <NeedsPanel today={today} />
          </div>
        </div>
        <HistoryPanel scope={history} search={search} change={change} />
      </main>
    </>
  )
}
