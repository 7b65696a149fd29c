import '../style/health.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { RefreshCw } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from 'react-aria-components/Button'
import { HouseGate } from '../house-gate.tsx'
import { Notice } from '../parts/notice.tsx'
import { organisationOf } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import type { Health } from '../wire/health.ts'
import { healthClient, useHealth } from '../wire/health.ts'
import { problemOf } from '../wire/problem.ts'
import { ChecksPanel } from './checks-panel.tsx'
import { FeedsPanel } from './feeds-panel.tsx'
import { FindingList } from './finding-list.tsx'
import { HealthStrip } from './health-strip.tsx'
import { isRunningNow, RunNote } from './run-note.tsx'

/** What is wrong in the figures, what may be, and where to mend it. */
export function HealthPage() {
  const { t } = useText()
  const search = useSearch({ from: '/health' })
  return (
    <HouseGate>
      {(house) => {
        const organisation = organisationOf(house, search.organisation)
        // Before there is any organisation everything is the installation's.
        return (
          <Settled key={organisation?.id} organisation={organisation?.id} title={t('health')} />
        )
      }}
    </HouseGate>
  )
}

type SettledProps = { readonly organisation: string | undefined; readonly title: string }

function Settled({ organisation, title }: SettledProps) {
  const { t } = useText()
  const { data, error, refetch } = useHealth(organisation)
  return (
    <>
      <TopBar title={title} standing={data && <CheckNow health={data} />} />
      <main className="page health" id="main">
        {data && <Whole health={data} organisation={organisation} />}
        {!data && !error && <p className="quiet">{t('loading')}</p>}
        {!data && error && (
          <Notice
            state="failed"
            title={t('healthFailed')}
            action={
              <Button className="button" onPress={() => void refetch()}>
                {t('tryAgain')}
              </Button>
            }
          >
            {problemOf(error)?.detail ?? t('noAnswer')}
          </Notice>
        )}
      </main>
    </>
  )
}

type WholeProps = { readonly health: Health; readonly organisation: string | undefined }

function Whole({ health, organisation }: WholeProps) {
  const { state = 'open', finding } = useSearch({ from: '/health' })
  const navigate = useNavigate({ from: '/health' })
  const queries = useQueryClient()
  const { error, warning, notice, accepted } = health.findings
  const counts = [error, warning, notice, accepted].join()
  useEffect(() => {
    // Some came or went: the list below must say the same as the figures above it.
    if (counts) void queries.invalidateQueries({ queryKey: ['findings', organisation] })
  }, [counts, organisation, queries])
  return (
    <>
      <HealthStrip health={health} />
      <RunNote health={health} />
      <div className="health-columns">
        <FindingList
          health={health}
          organisation={organisation}
          state={state}
          opened={finding}
          onState={(next) =>
            navigate({
              search: ({ finding: _, state: __, ...kept }) =>
                next === 'open' ? kept : { ...kept, state: next },
            })
          }
          onOpen={(id) =>
            navigate({
              search: ({ finding: _, ...kept }) =>
                id === undefined ? kept : { ...kept, finding: id },
              replace: true,
              resetScroll: false,
            })
          }
        />
        <div className="stack">
          <FeedsPanel health={health} />
          <ChecksPanel health={health} />
        </div>
      </div>
    </>
  )
}

function CheckNow({ health }: { readonly health: Health }) {
  const { t } = useText()
  const queries = useQueryClient()
  const start = useMutation({
    mutationFn: healthClient.run,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['health'] }),
  })
  const running = isRunningNow(health) || start.isPending
  return (
    <Button className="button" isDisabled={running} onPress={() => start.mutate()}>
      <RefreshCw size={16} strokeWidth={1.75} />
      <span className="wide">{t(running ? 'checksRunning' : 'checkNow')}</span>
      <span className="narrow">{t(running ? 'checksRunning' : 'checkNowShort')}</span>
    </Button>
  )
}
