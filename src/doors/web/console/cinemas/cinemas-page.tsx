import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { CinemaView } from '#venues/pure'
import { CinemaForm } from './cinema-form.tsx'
import { HouseGate } from './house-gate.tsx'
import { Notice } from './parts/notice.tsx'
import { Panel } from './parts/panel.tsx'
import { useText } from './texts/text.tsx'
import { TopBar } from './top-bar.tsx'
import type { House } from './wire/client.ts'
import type { Auditorium } from './wire/plans.ts'
import { plansClient, useAuditoria } from './wire/plans.ts'
import { problemOf } from './wire/problem.ts'

/** Own cinemas with their auditoria; the sample's are nobody's to draw. */
export function CinemasPage() {
  const { t } = useText()
  return (
    <>
      <TopBar title={t('cinemas')} />
      <HouseGate>{(house) => <Cinemas house={house} />}</HouseGate>
    </>
  )
}

function Cinemas({ house }: { readonly house: House }) {
  const { t } = useText()
  const auditoria = useAuditoria().data ?? []
  const own = house.cinemas.filter(({ sample }) => !sample)
  const [adding, setAdding] = useState(false)
  return (
    <main className="page" id="main">
      {own.length === 0 && <p className="quiet cinema-add">{t('noCinemas')}</p>}
      {own.map((cinema) => (
        <CinemaPanel
          key={cinema.id}
          cinema={cinema}
          auditoria={auditoria.filter(({ cinemaId }) => cinemaId === cinema.id)}
        />
      ))}
      {adding ? (
        <CinemaForm onDone={() => setAdding(false)} />
      ) : (
        <div className="cinema-add">
          <Button className="button" onPress={() => setAdding(true)}>
            {t('addCinema')}
          </Button>
        </div>
      )}
    </main>
  )
}

type CinemaPanelProps = {
  readonly cinema: CinemaView
  readonly auditoria: readonly Auditorium[]
}

function CinemaPanel({ cinema, auditoria }: CinemaPanelProps) {
  const { t } = useText()
  return (
    <Panel title={cinema.name} note={`${cinema.timezone} · ${cinema.currency}`}>
      <ul className="auditoria">
        {auditoria.map(({ id, name, seats, version }) => (
          <li key={id}>
            <Link
              to="/cinemas/$cinemaId/auditoria/$auditoriumId"
              params={{ cinemaId: cinema.id, auditoriumId: id }}
            >
              <b>{name}</b>
              <span className="quiet">
                {version === 0
                  ? t('noPlanYet')
                  : `${t('seatsCount', { count: seats })} · ${t('planIsVersion', { version })}`}
              </span>
              <ChevronRight size={16} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
      <AuditoriumForm cinemaId={cinema.id} />
    </Panel>
  )
}

function AuditoriumForm({ cinemaId }: { readonly cinemaId: string }) {
  const { t } = useText()
  const [name, setName] = useState('')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const adding = useMutation({
    mutationFn: () => plansClient.addAuditorium(cinemaId, name),
    async onSuccess({ id }) {
      void queries.invalidateQueries({ queryKey: ['auditoria'] })
      const params = { cinemaId, auditoriumId: id }
      await navigate({ to: '/cinemas/$cinemaId/auditoria/$auditoriumId', params })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') adding.mutate()
  }
  return (
    <form className="auditorium-form" onSubmit={submit}>
      <div className="field-box">
        <input
          aria-label={t('auditoriumName')}
          placeholder={t('auditoriumName')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Button type="submit" className="button" isDisabled={adding.isPending}>
        {t('addAuditorium')}
      </Button>
      {adding.error && (
        <Notice state="failed" title={problemOf(adding.error)?.detail ?? t('noAnswer')} />
      )}
    </form>
  )
}
