import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Navigate, useLocation } from '@tanstack/react-router'
import { Button } from 'react-aria-components/Button'
import { FileDrop } from './file-drop.tsx'
import { HouseGate } from './house-gate.tsx'
import { useSendFiles } from './imports/use-send-files.ts'
import { Notice } from './parts/notice.tsx'
import { Progress } from './parts/progress.tsx'
import { useText } from './texts/text.tsx'
import { TopBar } from './top-bar.tsx'
import type { House } from './wire/client.ts'
import { client } from './wire/client.ts'
import { problemOf } from './wire/problem.ts'

/** Where nothing is yet: bring your own figures, or look at invented ones. */
export function WelcomePage() {
  const { t } = useText()
  return (
    <>
      <TopBar title={t('welcome')} />
      <HouseGate>{(house) => <WelcomeOf house={house} />}</HouseGate>
    </>
  )
}

function WelcomeOf({ house }: { readonly house: House }) {
  const { t } = useText()
  const { pathname } = useLocation()
  const { send, sending, busy } = useSendFiles()
  const refused = sending.find((one) => one.refused !== undefined)?.refused
  const empty = house.cinemas.length === 0
  const sample = house.organisations.find((organisation) => organisation.sample)
  // Built just now: go and look. On its own address the page stays, for a second visit.
  if (sample && house.sample.state === 'live' && pathname !== '/welcome') {
    return <Navigate to="/today" search={{ organisation: sample.id }} replace />
  }
  return (
    <main className="page welcome" id="main">
      <p className="welcome-lead">{empty ? t('welcomeEmpty') : t('welcomeAgain')}</p>
      <div className="welcome-ways">
        <section className="panel way">
          <h2>{t('yourCinema')}</h2>
          <p>{t('yourCinemaSay')}</p>
          <FileDrop onFiles={(files) => void send(files)} busy={busy} />
          {refused !== undefined && (
            <Notice state="failed" title={t('fileRefused')}>
              {refused || t('noAnswer')}
            </Notice>
          )}
        </section>
        <section className="panel way">
          <h2>{t('sampleCircuit')}</h2>
          <p>{t('sampleCircuitSay')}</p>
          <SampleWay house={house} sampleId={sample?.id} />
        </section>
      </div>
    </main>
  )
}

type SampleWayProps = { readonly house: House; readonly sampleId: string | undefined }

function SampleWay({ house, sampleId }: SampleWayProps) {
  const { t, numbers } = useText()
  const queries = useQueryClient()
  const make = useMutation({
    mutationFn: client.makeSample,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['house'] }),
  })
  const { state, progress = 0, say } = house.sample
  if (state === 'live' && sampleId !== undefined) {
    if (make.isSuccess) return <Navigate to="/today" search={{ organisation: sampleId }} />
    return (
      <a className="button button-primary" href={`/today?organisation=${sampleId}`}>
        {t('openSample')}
      </a>
    )
  }
  if (state === 'building' || (make.isSuccess && state === 'none')) {
    return (
      <div className="building">
        <Progress share={progress} label={t('sampleBuilding')} />
        <p>
          <b>{numbers.percent(progress)}</b> {say ?? t('sampleBuildingSay')}
        </p>
      </div>
    )
  }
  return (
    <>
      <Button
        className="button button-primary"
        isDisabled={make.isPending || state === 'removing'}
        onPress={() => make.mutate()}
      >
        {state === 'removing' ? t('sampleRemoving') : t('startSample')}
      </Button>
      {make.error && (
        <Notice state="failed" title={t('sampleFailed')}>
          {problemOf(make.error)?.detail ?? t('noAnswer')}
        </Notice>
      )}
    </>
  )
}
