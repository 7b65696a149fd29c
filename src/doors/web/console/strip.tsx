import type { ReactNode } from 'react'
import { UNKNOWN } from '../shared/numbers.ts'
import { ChangeFigure } from './parts/change-figure.tsx'
import { useText } from './texts/text.tsx'
import type { Today } from './use-today.ts'
import { moneyOf, numberOf } from './wire/rows.ts'

/** Six figures of the day, a seventh where tickets are scanned; each with what it is against or of what. */
export function Strip({ today }: { readonly today: Today }) {
  const { t, numbers } = useText()
  const { total: answer, compared } = today
  const total = answer?.total
  const words = { up: t('up'), down: t('down') }
  const percent = (change: number | undefined) =>
    change === undefined ? null : (
      <ChangeFigure change={change} size={numbers.percentSize} words={words} />
    )
  const points = (change: number | undefined) =>
    change === undefined ? null : (
      <ChangeFigure change={change} size={numbers.pointsSize} words={words} />
    )
  const count = (value: number | undefined) =>
    value === undefined ? UNKNOWN : numbers.count(value)
  const share = (value: number | undefined) =>
    value === undefined ? UNKNOWN : numbers.percent(value)
  const average = moneyOf(total, 'averageTicketPrice')
  const free = numberOf(total, 'complimentary')
  const refunded = numberOf(total, 'refunded')
  const sold = numberOf(total, 'sold')
  const online = numberOf(total, 'onlineShare')
  const scanned = numberOf(total, 'scanned')
  const admissions = numberOf(total, 'admissions')
  return (
    <dl className="strip">
      <StripFigure name={t('admissions')} figure={count(admissions)}>
        {percent(compared.week.admissions)}
      </StripFigure>
      <StripFigure
        name={t('averageTicket')}
        figure={average ? numbers.moneyExact(average) : UNKNOWN}
      >
        {percent(compared.average)}
      </StripFigure>
      <StripFigure name={t('screenings')} figure={count(numberOf(total, 'screenings'))}>
        {t('withTicketsSold')}
      </StripFigure>
      <StripFigure name={t('boughtOnline')} figure={share(online)}>
        {online === undefined ? t('notStated') : points(compared.onlinePoints)}
      </StripFigure>
      <StripFigure name={t('refunded')} figure={share(numberOf(total, 'refundRate'))}>
        {refunded !== undefined && t('ticketsCount', { count: refunded })}
      </StripFigure>
      <StripFigure name={t('complimentary')} figure={count(free)}>
        {free !== undefined && sold
          ? t('ofTickets', { share: numbers.percent(free / sold) })
          : null}
      </StripFigure>
      {scanned !== undefined && scanned > 0 && (
        <StripFigure name={t('inTheHouse')} figure={count(scanned)}>
          {admissions ? t('inTheHouseOf', { share: numbers.percent(scanned / admissions) }) : null}
        </StripFigure>
      )}
    </dl>
  )
}

type StripFigureProps = {
  readonly name: string
  readonly figure: string
  readonly children: ReactNode
}

function StripFigure({ name, figure, children }: StripFigureProps) {
  return (
    <div className="strip-figure">
      <dt>{name}</dt>
      <dd className="strip-value">{figure}</dd>
      <dd className="strip-note">{children}</dd>
    </div>
  )
}
