import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { isDay } from '../../shared/days.ts'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import type { ScreeningView } from '../wire/programme.ts'
import { programmeClient } from '../wire/programme.ts'
import { ListField, TextField } from './fields.tsx'
import { focusFirstWrong } from './focus-first-wrong.ts'
import { minuteOfDay, parseTime } from './plan-times.ts'
import type { ProgrammeScope } from './programme-frame.tsx'
import { useRefusalText } from './use-refusal-text.ts'
import { instantIn } from './zone-instant.ts'

type MoveFormProps = {
  readonly screening: ScreeningView
  readonly scope: ProgrammeScope
  readonly onDone: (say?: string) => void
}

/** Another auditorium, day or time for what is only planned. */
export function MoveForm({ screening, scope, onDone }: MoveFormProps) {
  const { t, dates } = useText()
  const refusal = useRefusalText()
  const queries = useQueryClient()
  const { cinema, auditoria } = scope
  const [auditoriumId, setAuditorium] = useState(screening.auditoriumId)
  const [day, setDay] = useState(screening.tradingDay)
  const [said, setTime] = useState(screening.localTime)
  const [tried, setTried] = useState(false)
  const time = parseTime(said)
  const moving = useMutation({
    mutationFn: (startsAt: string) =>
      programmeClient.move(screening.id, { auditoriumId, startsAt }),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['programme', cinema.id] })
      onDone(t('screeningMoved', { day: dates.day(day), time: said }))
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    focusFirstWrong(event.currentTarget)
    if (time === undefined || !isDay(day) || moving.isPending) return
    moving.mutate(instantIn(cinema.timezone, day, minuteOfDay(time, cinema.dayStartsAt)))
  }
  const rooms = (auditoria ?? []).filter(({ version }) => version > 0)
  return (
    <form className="panel-form" onSubmit={submit} noValidate>
      <ListField
        label={t('auditorium')}
        value={auditoriumId}
        items={rooms.map(({ id, name }) => ({ id, name }))}
        onChange={setAuditorium}
      />
      <div className="field-pair">
        <TextField
          label={t('tradingDay')}
          type="date"
          value={day}
          onChange={setDay}
          error={tried && !isDay(day) ? t('copyToWrong') : undefined}
        />
        <TextField
          label={t('startTime')}
          value={said}
          onChange={setTime}
          error={tried && time === undefined ? t('planTimesWrong') : undefined}
        />
      </div>
      {moving.error && (
        <Notice state="failed" title={t('screeningRefused')}>
          {refusal(moving.error)}
        </Notice>
      )}
      <div className="panel-links">
        <Button type="submit" className="button button-primary" isPending={moving.isPending}>
          {t('screeningMoveDo')}
        </Button>
        <Button className="quiet-button" onPress={() => onDone()}>
          {t('discard')}
        </Button>
      </div>
    </form>
  )
}
