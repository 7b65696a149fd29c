import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { seatId } from '#venues/pure'
import { Panel } from '../parts/panel.tsx'
import { planProblemText } from '../texts/plan-problems.ts'
import { useText } from '../texts/text.tsx'
import type { Period, Version } from '../wire/plans.ts'
import { plansClient } from '../wire/plans.ts'
import { problemOf } from '../wire/problem.ts'
import type { SeatEditor } from './use-seat-editor.ts'

type EditorProps = { readonly editor: SeatEditor }
const SHOWN_MAX = 50

/** What keeps the plan from being saved; a press shows where. */
export function ProblemsPanel({ editor }: EditorProps) {
  const { t, lang } = useText()
  const { problems } = editor
  return (
    <Panel title={t('problems')} note={problems.length > 0 ? problems.length : undefined}>
      {problems.length === 0 && <p className="panel-empty">{t('noProblems')}</p>}
      <ul className="plan-list">
        {problems.slice(0, SHOWN_MAX).map((problem) => (
          <li key={`${problem.refusal} ${problem.seat} ${problem.say}`}>
            <Button
              className="link-button"
              onPress={() => editor.choose(problem.seat ? [problem.seat] : [])}
            >
              {planProblemText(problem, lang)}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The plan's price categories, with how many seats each has. */
export function AreasPanel({ editor }: EditorProps) {
  const { t } = useText()
  const [name, setName] = useState('')
  const { plan } = editor
  const add = () => {
    const area = name.trim()
    editor.act({ do: 'add-area', area: { id: area, name: area } })
    setName('')
  }
  return (
    <Panel title={t('areas')}>
      <ul className="plan-list">
        {plan.areas.map(({ id, name: area }) => {
          const seats = plan.seats.filter((seat) => seat.area === id)
          return (
            <li key={id}>
              <Button className="link-button" onPress={() => editor.choose(seats.map(seatId))}>
                {area}
              </Button>
              <span className="quiet">{t('seatsCount', { count: seats.length })}</span>
              {seats.length === 0 && plan.areas.length > 1 && (
                <Button
                  className="link-button"
                  onPress={() => editor.act({ do: 'remove-area', id })}
                >
                  {t('deleteSeats')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <div className="plan-form">
        <div className="field-box">
          <input
            aria-label={t('areaNew')}
            placeholder={t('areaNew')}
            value={name}
            maxLength={24}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button className="button" isDisabled={name.trim() === ''} onPress={add}>
          {t('addArea')}
        </Button>
      </div>
    </Panel>
  )
}

type VersionsPanelProps = {
  readonly versions: readonly Version[]
  readonly onOpen: (version: number) => void
}

export function VersionsPanel({ versions, onOpen }: VersionsPanelProps) {
  const { t, lang } = useText()
  const words = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-IE', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (
    <Panel title={t('versions')}>
      {versions.length === 0 && <p className="panel-empty">{t('noVersions')}</p>}
      <ul className="plan-list">
        {versions.map(({ version, seats, madeAt }) => (
          <li key={version}>
            <Button className="link-button" onPress={() => onOpen(version)}>
              {t('versionLine', { version })}
            </Button>
            <span className="quiet">
              {t('seatsCount', { count: seats })} · {words.format(new Date(madeAt))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type OutOfOrderPanelProps = EditorProps & {
  readonly auditoriumId: string
  readonly periods: readonly Period[]
}

/** Seats that cannot be sold for a while; no part of the plan, so it needs no new version. */
export function OutOfOrderPanel({ editor, auditoriumId, periods }: OutOfOrderPanelProps) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const queries = useQueryClient()
  const done = () => queries.invalidateQueries({ queryKey: ['out-of-order', auditoriumId] })
  const take = useMutation({
    mutationFn: () =>
      plansClient.takeOutOfOrder(auditoriumId, {
        seats: [...editor.chosen],
        ...(until && { lastDay: until }),
        reason,
      }),
    onSuccess: done,
  })
  const end = useMutation({ mutationFn: plansClient.endOutOfOrder, onSettled: done })
  return (
    <Panel title={t('outOfOrder')}>
      {periods.length === 0 && <p className="panel-empty">{t('outOfOrderNone')}</p>}
      <ul className="plan-list">
        {periods.map(({ id, seat, to, reason: why }) => (
          <li key={id}>
            <Button className="link-button" onPress={() => editor.choose([seat])}>
              {seat}
            </Button>
            <span className="quiet">{[why, to?.slice(0, 10)].filter(Boolean).join(' · ')}</span>
            <Button className="link-button" onPress={() => end.mutate(id)}>
              {t('mend')}
            </Button>
          </li>
        ))}
      </ul>
      {editor.chosen.size > 0 && (
        <div className="plan-form">
          <div className="field-box">
            <input
              aria-label={t('outOfOrderReason')}
              placeholder={t('outOfOrderReason')}
              value={reason}
              maxLength={200}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          <label className="small-field">
            {t('until')}
            <input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          </label>
          <Button className="button" isDisabled={take.isPending} onPress={() => take.mutate()}>
            {t('outOfOrderTake')}
          </Button>
          {take.error && <p className="failed">{problemOf(take.error)?.detail ?? t('noAnswer')}</p>}
        </div>
      )}
    </Panel>
  )
}
