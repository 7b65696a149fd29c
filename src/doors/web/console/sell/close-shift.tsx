import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import type { ShiftView } from '../wire/sell.ts'
import { sellClient, useShift } from '../wire/sell.ts'
import { amountTyped, less } from './cash.ts'
import { paidKey } from './done-panel.tsx'
import { SellDialogFrame } from './sell-dialog.tsx'
import { SellField } from './sell-field.tsx'
import { useRefusal } from './use-refusal.ts'

type CloseShiftProps = {
  readonly shift: ShiftView
  /** Sales that nobody has answered yet: their cash is in the drawer, not in the sum. */
  readonly waiting: number
  readonly onClose: () => void
}

/** The drawer counted at the end; what it should hold is shown only beside the count. */
export function CloseShift({ shift: known, waiting, onClose }: CloseShiftProps) {
  const { t, numbers } = useText()
  const say = useRefusal()
  const queries = useQueryClient()
  const found = useShift(known.id).data
  const shift = found?.shift ?? known
  const { currency } = shift.float
  const [counted, setCounted] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const minor = amountTyped(counted, currency)
  const wrong = minor === undefined || minor < 0n
  const difference = wrong ? undefined : less({ minor: String(minor), currency }, shift.expected)
  const closing = useMutation({
    mutationFn: () =>
      sellClient.closeShift(shift.id, { counted: { minor: String(minor ?? 0n), currency }, note }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['shift', shift.id] }),
  })
  const leave = async () => {
    onClose()
    await queries.invalidateQueries({ queryKey: ['shifts'] })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!wrong) closing.mutate()
  }
  const problem = closing.error ? problemOf(closing.error) : undefined
  const closed = closing.data
  if (closed?.difference) {
    return (
      <SellDialogFrame title={t('sellClosed')} onClose={() => void leave()}>
        <Difference amount={closed.difference} />
        <footer className="form-foot">
          <Button className="button button-primary" onPress={() => void leave()}>
            {t('sellClosedDone')}
          </Button>
        </footer>
      </SellDialogFrame>
    )
  }
  return (
    <SellDialogFrame title={t('sellCloseShift', { till: shift.till })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {waiting > 0 && <Notice state="ageing" title={t('sellCloseWaiting', { count: waiting })} />}
        <dl className="shift-sums">
          <Sum name={t('sellFloatShort')} amount={numbers.moneyExact(shift.float)} />
          <Sum name={t('sellCashSales')} amount={numbers.moneyExact(shift.cashSales)} />
          <Sum
            name={t('sellCashRefunds')}
            amount={numbers.moneyExact(less({ minor: '0', currency }, shift.cashRefunds))}
          />
          <Sum name={t('sellExpected')} amount={numbers.moneyExact(shift.expected)} whole />
          {found?.payments
            .filter(({ kind }) => kind !== 'cash')
            .map(({ kind, paid, returned }) => (
              <Sum
                key={kind}
                name={t(paidKey(kind))}
                amount={numbers.moneyExact(less(paid, returned))}
              />
            ))}
        </dl>
        <SellField
          label={t('sellCounted', { currency })}
          value={counted}
          onChange={setCounted}
          error={tried && wrong ? t('sellAmountNeeded', { currency }) : undefined}
          money
          focus
        />
        {difference && <Difference amount={difference} />}
        <SellField label={t('sellNote')} value={note} onChange={setNote} />
        {closing.error && <Notice state="failed" title={problem ? say(problem) : t('noAnswer')} />}
        <footer className="form-foot">
          <Button className="quiet-button" onPress={onClose}>
            {t('sellBack')}
          </Button>
          <Button
            type="submit"
            className="button button-primary"
            isDisabled={closing.isPending || waiting > 0}
          >
            {t('sellCloseDo')}
          </Button>
        </footer>
      </form>
    </SellDialogFrame>
  )
}

function Sum({
  name,
  amount,
  whole = false,
}: {
  readonly name: string
  readonly amount: string
  readonly whole?: boolean
}) {
  return (
    <div data-whole={whole}>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </div>
  )
}

/** In words, since over and short must never be taken for each other. */
export function Difference({ amount }: { readonly amount: ShiftView['float'] }) {
  const { t, numbers } = useText()
  const minor = BigInt(amount.minor)
  const size = numbers.moneyExact({ ...amount, minor: String(minor < 0n ? -minor : minor) })
  const key = minor === 0n ? 'sellDrawerRight' : minor < 0n ? 'sellDrawerShort' : 'sellDrawerOver'
  return (
    <p className={`shift-difference${minor === 0n ? '' : ' shift-off'}`} data-testid="difference">
      {t(key, { amount: size })}
    </p>
  )
}
