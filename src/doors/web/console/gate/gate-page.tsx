import '../style/gate.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../texts/text.tsx'
import { CodeForm } from './code-form.tsx'
import { GateHead } from './gate-head.tsx'
import type { GateAt, GateSearch } from './gate-search.ts'
import { GateSetup } from './gate-setup.tsx'
import { keepPageForLater } from './keep-page.ts'
import { useCamera } from './use-camera.ts'
import type { Gate } from './use-gate.ts'
import { useGate } from './use-gate.ts'
import { VerdictPanel } from './verdict-panel.tsx'
import { VerdictRows } from './verdict-rows.tsx'
import { verdictWords } from './verdict-words.ts'

/** The door: a phone that looks for tickets and says who may go in. */
export function GatePage() {
  const search = useSearch({ from: '/gate' })
  const navigate = useNavigate({ from: '/gate' })
  const [changing, setChanging] = useState(false)
  useEffect(() => {
    void keepPageForLater()
  }, [])
  const set = (next: GateSearch) => {
    setChanging(false)
    void navigate({ search: next })
  }
  const { cinema, door } = search
  const isSet = cinema !== undefined && door !== undefined
  return (
    <div className="gate">
      {isSet && !changing ? (
        <GateAtDoor
          key={`${cinema} ${search.screening}`}
          at={{ ...search, cinema, door }}
          onChange={() => setChanging(true)}
        />
      ) : (
        <GateSetup search={search} onSet={set} />
      )}
    </div>
  )
}

type GateAtDoorProps = { readonly at: GateAt; readonly onChange: () => void }

function GateAtDoor({ at: given, onChange }: GateAtDoorProps) {
  const { t } = useText()
  const [at] = useState(given)
  const gate = useGate(at)
  const video = useRef<HTMLVideoElement>(null)
  const [typing, setTyping] = useState(false)
  const camera = useCamera(video, (code) => {
    // Whoever types is asked about by hand; a code that the camera happens to see must wait.
    if (!typing) gate.scan({ code })
  })
  const { said, list } = gate
  const clock = useClock(list?.cinema.timezone)
  const words = said && verdictWords({ t }, said, clock)
  const screeningId = at.screening ?? said?.screening?.id
  const count = list?.screenings.find(({ id }) => id === screeningId)
  const cameraText = {
    absent: t('gateCameraAbsent'),
    on: t('gateHoldCode'),
    refused: t('gateCameraRefused'),
    starting: t('gateCameraStarting'),
  }[camera.state]
  const next = () => {
    gate.clear()
    camera.lookAgain()
  }
  return (
    <>
      <GateHead gate={gate} at={at} onChange={onChange} />
      <main className="gate-main" id="main">
        <div className="gate-look">
          <video ref={video} muted playsInline aria-label={t('gateHoldCode')} />
          {!said && <p className="gate-hint">{cameraText}</p>}
          {said && words && <VerdictPanel words={words} scanId={said.scanId} quiet={said.undone} />}
        </div>
        <GateNotices gate={gate} clock={clock} />
        {typing && (
          <CodeForm
            onShown={(shown) => {
              setTyping(false)
              gate.scan(shown)
            }}
          />
        )}
        <VerdictRows said={said} words={words} count={count} door={at.door} clock={clock} />
      </main>
      <footer className="gate-foot">
        {said && said.verdict === 'admit' && !said.undone ? (
          <Button className="button gate-button" onPress={gate.undo}>
            <Undo2 size={18} />
            {t('gateUndo')}
          </Button>
        ) : (
          <Button className="button gate-button" onPress={() => setTyping(!typing)}>
            {t('gateTypeCode')}
          </Button>
        )}
        <Button className="button button-primary gate-button" onPress={next} isDisabled={!said}>
          {t('gateNextTicket')}
        </Button>
      </footer>
    </>
  )
}

type GateNoticesProps = { readonly gate: Gate; readonly clock: (ms: number) => string }

/** What went wrong beside the ticket: a refusal, no list, whom two gates let in. */
function GateNotices({ gate, clock }: GateNoticesProps) {
  const { t } = useText()
  const { problem, conflicts, list, connected } = gate
  return (
    <>
      {problem !== undefined && problem !== '' && <p className="gate-warning">{problem}</p>}
      {!list && !connected && <p className="gate-warning">{t('gateListOld')}</p>}
      {conflicts.length > 0 && (
        <div className="gate-warning" role="alert" data-testid="conflicts">
          <ul>
            {conflicts.map(({ seats, first }) => (
              <li key={`${seats.join()} ${first?.atMs}`}>
                {first
                  ? t('gateConflict', {
                      seats: seats.join(t('comma')),
                      time: clock(first.atMs),
                      door: first.door,
                    })
                  : t('gateConflictBare', { seats: seats.join(t('comma')) })}
              </li>
            ))}
          </ul>
          <Button className="button" onPress={gate.seenConflicts}>
            {t('gateSeen')}
          </Button>
        </div>
      )}
    </>
  )
}

/** Times of the cinema's own clock, to the second: two scans may be that close. */
function useClock(timezone: string | undefined): (ms: number) => string {
  const [format] = useState(() => (zone: string | undefined) => {
    const fields = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
    return new Intl.DateTimeFormat('en-GB', { ...fields, hourCycle: 'h23', timeZone: zone })
  })
  return (ms) => format(timezone).format(ms)
}
