import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { isCurrency } from '#kernel/pure'
import { Notice } from '../parts/notice.tsx'
import { SuggestField } from '../parts/suggest-field.tsx'
import { COMMON_CURRENCIES, currencyOfZone, zoneHere, zones } from '../places.ts'
import { useText } from '../texts/text.tsx'
import { plansClient } from '../wire/plans.ts'
import { problemOf } from '../wire/problem.ts'

type CinemaFormProps = {
  readonly onDiscard: () => void
  /** The new cinema is known by now. */
  readonly onMade: (cinemaId: string) => void
}

/** A cinema made by hand: what an import would otherwise say of it. */
export function CinemaForm({ onDiscard, onMade }: CinemaFormProps) {
  const { t } = useText()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [timezone, setTimezone] = useState(zoneHere())
  const [said, setCurrency] = useState(currencyOfZone(zoneHere()))
  const [tried, setTried] = useState(false)
  const currency = said.toUpperCase()
  const opening = useMutation({
    mutationFn: plansClient.openCinema,
    async onSuccess({ id }) {
      await queries.invalidateQueries({ queryKey: ['house'] })
      onMade(id)
    },
  })
  const errors = {
    name: name.trim() === '' ? t('cinemaNeeded') : undefined,
    zone: zones().includes(timezone) ? undefined : t('zoneUnknown'),
    currency: isCurrency(currency) ? undefined : t('currencyUnknown'),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (errors.name ?? errors.zone ?? errors.currency) return
    opening.mutate({ name: name.trim(), timezone, currency })
  }
  return (
    <form className="panel cinema-form" onSubmit={submit} noValidate>
      <div className="fields">
        <SuggestField
          label={t('cinema')}
          help={t('cinemaHelp')}
          value={name}
          items={[]}
          onChange={setName}
          error={tried ? errors.name : undefined}
          focus
        />
        <SuggestField
          label={t('timezone')}
          help={t('timezoneHelp')}
          value={timezone}
          items={zones()}
          onChange={setTimezone}
          error={tried ? errors.zone : undefined}
        />
        <SuggestField
          label={t('currency')}
          help={t('currencyHelp')}
          value={said}
          items={COMMON_CURRENCIES}
          onChange={setCurrency}
          error={tried ? errors.currency : undefined}
        />
      </div>
      {opening.error && (
        <Notice state="failed" title={problemOf(opening.error)?.detail ?? t('noAnswer')} />
      )}
      <footer className="form-foot">
        <Button className="quiet-button" onPress={onDiscard}>
          {t('discard')}
        </Button>
        <Button type="submit" className="button button-primary" isDisabled={opening.isPending}>
          {t('addCinema')}
        </Button>
      </footer>
    </form>
  )
}
