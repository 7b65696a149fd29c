import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { CinemaView } from '#venues/pure'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import type { ShiftView } from '../wire/sell.ts'
import { sellClient } from '../wire/sell.ts'
import { amountTyped } from './cash.ts'
import { SellField } from './sell-field.tsx'
import { useRefusal } from './use-refusal.ts'

type OpenShiftProps = {
  readonly cinema: CinemaView
  readonly till: string
  /** Open at other tills, or at this one by somebody who went. */
  readonly open: readonly ShiftView[]
  readonly onTill: (till: string) => void
}

/** Nobody sells before the drawer is counted: till, cashier, float. */
export function OpenShift({ cinema, till: known, open, onTill }: OpenShiftProps) {
  const { t, dates } = useText()
  const say = useRefusal()
  const queries = useQueryClient()
  const [till, setTill] = useState(known || t('sellTillOne'))
  const [cashier, setCashier] = useState('')
  const [float, setFloat] = useState('')
  const [tried, setTried] = useState(false)
  const { currency, timezone } = cinema
  const minor = amountTyped(float, currency)
  const opening = useMutation({
    mutationFn: () =>
      sellClient.openShift(cinema.id, {
        till,
        cashier,
        float: { minor: String(minor ?? 0n), currency },
      }),
    async onSuccess(shift) {
      onTill(shift.till)
      await queries.invalidateQueries({ queryKey: ['shifts'] })
    },
  })
  const errors = {
    till: till.trim() === '' ? t('sellTillNeeded') : undefined,
    cashier: cashier.trim() === '' ? t('sellCashierNeeded') : undefined,
    float: minor === undefined || minor < 0n ? t('sellAmountNeeded', { currency }) : undefined,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!(errors.till ?? errors.cashier ?? errors.float)) opening.mutate()
  }
  const problem = opening.error ? problemOf(opening.error) : undefined
  return (
    <main className="sell-gate" id="main">
      <form className="panel" onSubmit={submit} noValidate>
        <h2>{t('sellOpenShift')}</h2>
        <p className="quiet">{t('sellOpenSay')}</p>
        <SellField
          label={t('sellTill')}
          value={till}
          onChange={setTill}
          error={tried ? errors.till : undefined}
        />
        <SellField
          label={t('sellCashier')}
          value={cashier}
          onChange={setCashier}
          error={tried ? errors.cashier : undefined}
          focus
        />
        <SellField
          label={t('sellFloat', { currency })}
          help={t('sellFloatHelp')}
          value={float}
          onChange={setFloat}
          error={tried ? errors.float : undefined}
          money
        />
        {opening.error && <Notice state="failed" title={problem ? say(problem) : t('noAnswer')} />}
        <Button type="submit" className="pay-button pay-primary" isDisabled={opening.isPending}>
          {t('sellOpenDo')}
        </Button>
      </form>
      {open.length > 0 && (
        <section className="panel sell-open-shifts">
          <h2>{t('sellGoOn')}</h2>
          {open.map((shift) => (
            <Button key={shift.id} onPress={() => onTill(shift.till)}>
              <b>{shift.till}</b>
              <span>{shift.cashier}</span>
              <small>{t('sellSince', { time: dates.timeOf(shift.openedAt, timezone) })}</small>
            </Button>
          ))}
        </section>
      )}
    </main>
  )
}
