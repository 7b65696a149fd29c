import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { CinemaView } from '#venues/pure'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import { plansClient, useAuditoria } from '../wire/plans.ts'
import { problemOf } from '../wire/problem.ts'

/** The rooms of a cinema with their seat plans; the sample's are nobody's to draw. */
export function AuditoriaTab({ cinema }: { readonly cinema: CinemaView }) {
  const { t } = useText()
  const { data, error } = useAuditoria()
  const auditoria = data?.filter(({ cinemaId }) => cinemaId === cinema.id)
  return (
    <Panel title={t('cinTab_auditoria')} note={t('cinAuditoriaSay')}>
      {error && <Notice state="failed" title={problemOf(error)?.detail ?? t('noAnswer')} />}
      {auditoria?.length === 0 && (
        <p className="panel-empty">{cinema.sample ? t('cinNoRoomsSample') : t('cinNoRooms')}</p>
      )}
      <ul className="auditoria">
        {auditoria?.map(({ id, name, seats, version }) => (
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
      {!cinema.sample && <AuditoriumForm cinemaId={cinema.id} />}
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
