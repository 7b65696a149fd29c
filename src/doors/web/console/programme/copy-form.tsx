import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { CinemaView } from '#venues/pure'
import { isDay, shiftDay } from '../../shared/days.ts'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import type { Copied } from '../wire/programme.ts'
import { programmeClient } from '../wire/programme.ts'
import { Drawer } from './drawer.tsx'
import { TextField } from './fields.tsx'
import { focusFirstWrong } from './focus-first-wrong.ts'
import { useInTheWay, useRefusalText } from './use-refusal-text.ts'

type CopyFormProps = {
  readonly cinema: CinemaView
  readonly from: string
  readonly days: number
  /** Leaves it; with a day, to look at that one. */
  readonly onDone: (day?: string) => void
}

/** The days in sight once more, from another day on; what does not fit is left out and named. */
export function CopyForm({ cinema, from, days, onDone }: CopyFormProps) {
  const { t, dates } = useText()
  const refusal = useRefusalText()
  const queries = useQueryClient()
  const [to, setTo] = useState(shiftDay(from, 7))
  const [tried, setTried] = useState(false)
  const wrong = isDay(to) && to !== from ? undefined : t('copyToWrong')
  const copying = useMutation({
    mutationFn: () => programmeClient.copy(cinema.id, { from, to, days }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['programme', cinema.id] }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    focusFirstWrong(event.currentTarget)
    if (wrong === undefined && !copying.isPending) copying.mutate()
  }
  const week = days > 1
  const span = week
    ? t('fromTo', { from: dates.day(from), to: dates.day(shiftDay(from, days - 1)) })
    : dates.day(from)
  return (
    <Drawer
      title={week ? t('copyWeek') : t('copyDay', { day: dates.day(from) })}
      note={`${cinema.name} · ${span}`}
      onClose={() => onDone(copying.data && to)}
    >
      {copying.data ? (
        <CopyResult copied={copying.data} onShow={() => onDone(to)} />
      ) : (
        <form className="drawer-form" onSubmit={submit} noValidate>
          <div className="drawer-body">
            <p className="quiet">{t('copySay')}</p>
            <TextField
              label={week ? t('copyToWeek') : t('copyTo')}
              type="date"
              value={to}
              onChange={setTo}
              error={tried ? wrong : undefined}
            />
            {copying.error && (
              <Notice state="failed" title={t('copyRefused')}>
                {refusal(copying.error)}
              </Notice>
            )}
          </div>
          <footer className="form-foot">
            <Button className="quiet-button" onPress={() => onDone()}>
              {t('discard')}
            </Button>
            <Button type="submit" className="button button-primary" isPending={copying.isPending}>
              {week
                ? t('copyWeekTo', { day: isDay(to) ? dates.dayShort(to) : '…' })
                : t('copyDayTo', { day: isDay(to) ? dates.dayShort(to) : '…' })}
            </Button>
          </footer>
        </form>
      )}
    </Drawer>
  )
}

type CopyResultProps = {
  readonly copied: Copied
  readonly onShow: () => void
}

function CopyResult({ copied, onShow }: CopyResultProps) {
  const { t, dates } = useText()
  const inTheWay = useInTheWay()
  const { made, skipped } = copied
  return (
    <div className="drawer-form">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard too */}
      <div className="drawer-body" tabIndex={0}>
        <Notice
          state={skipped.length > 0 ? 'ageing' : 'fresh'}
          title={t('copiedCount', { count: made })}
        >
          {skipped.length === 0 ? t('copiedAll') : t('copiedBut', { count: skipped.length })}
        </Notice>
        {skipped.length > 0 && (
          <ul className="skipped" aria-label={t('copySkipped')}>
            {skipped.map(({ startsAt, why }) => (
              <li key={`${startsAt} ${why}`}>
                <b>
                  {dates.day(startsAt.slice(0, 10))} {startsAt.slice(11, 16)}
                </b>
                <span>{inTheWay(why) ?? why}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <footer className="form-foot">
        <Button className="button button-primary" onPress={onShow}>
          {t('copyShow')}
        </Button>
      </footer>
    </div>
  )
}
