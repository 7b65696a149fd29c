import { Link } from '@tanstack/react-router'
import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { SeatRow } from '../parts/seat-row.tsx'
import { useText } from '../texts/text.tsx'
import type { PriceCard, ScreeningView } from '../wire/programme.ts'
import { freeAt, overAt } from './board-shape.ts'
import { CancelForm } from './cancel-form.tsx'
import { TimeBar } from './day-list.tsx'
import { Drawer } from './drawer.tsx'
import { MoveForm } from './move-form.tsx'
import { clockText } from './plan-times.ts'
import { PlannedActions } from './planned-actions.tsx'
import type { ProgrammeScope } from './programme-frame.tsx'
import { useReleaseName } from './release-name.ts'

type ScreeningPanelProps = {
  readonly screening: ScreeningView
  readonly scope: ProgrammeScope
  readonly cards: readonly PriceCard[]
  readonly onClose: (say?: string) => void
  readonly onRemoved: (removed: ScreeningView) => void
}

/** One screening: what it is, how it sells, and what may still be done with it. */
export function ScreeningPanel(props: ScreeningPanelProps) {
  const { screening, scope, cards, onClose, onRemoved } = props
  const { dates } = useText()
  const [moving, setMoving] = useState(false)
  const { status, film, localTime, tradingDay, auditorium } = screening
  return (
    <Drawer
      title={film.title}
      note={`${dates.day(tradingDay)} ${localTime} · ${auditorium}`}
      onClose={() => onClose()}
    >
      <div className="drawer-form">
        <div className="drawer-body">
          <Standing screening={screening} />
          <Facts screening={screening} cards={cards} />
          {status !== 'planned' && <SellLinks screening={screening} />}
          {status === 'planned' &&
            (moving ? (
              <MoveForm
                screening={screening}
                scope={scope}
                onDone={(say) => (say === undefined ? setMoving(false) : onClose(say))}
              />
            ) : (
              <PlannedActions
                screening={screening}
                onMove={() => setMoving(true)}
                onDone={onClose}
                onRemoved={onRemoved}
              />
            ))}
          {status === 'on_sale' && <CancelForm screening={screening} onDone={onClose} />}
          <FileLinks screening={screening} />
        </div>
      </div>
    </Drawer>
  )
}

function Standing({ screening }: { readonly screening: ScreeningView }) {
  const { t } = useText()
  const { status, seats, sold, left, cancelReason } = screening
  return (
    <div className="screening-standing">
      <span className="status-chip" data-status={status}>
        {t(`status_${status}`)}
      </span>
      {status === 'on_sale' && (
        <p>
          <b className="screening-sold">{t('soldOf', { sold, seats })}</b>
          <SeatRow share={seats === 0 ? 0 : sold / seats} />
          <span className="quiet">{t('seatsLeft', { count: left })}</span>
        </p>
      )}
      {status === 'planned' && <p className="quiet">{t('plannedSay')}</p>}
      {status === 'cancelled' && cancelReason && (
        <p>{t('cancelledBecause', { reason: cancelReason })}</p>
      )}
    </div>
  )
}

type FactsProps = Pick<ScreeningPanelProps, 'screening' | 'cards'>

function Facts({ screening, cards }: FactsProps) {
  const { t, numbers } = useText()
  const named = useReleaseName()
  const { film, release, trailersMinutes, featureMinutes, cleaningMinutes, fromPrice } = screening
  const card = cards.find(({ id }) => id === screening.priceCardId)
  return (
    <dl className="facts">
      <Fact name={t('release')}>{named(release)}</Fact>
      {film.rating !== '' && <Fact name={t('rating')}>{film.rating}</Fact>}
      <Fact name={t('course')}>
        {t('courseOf', {
          trailers: trailersMinutes,
          feature: featureMinutes,
          cleaning: cleaningMinutes,
        })}
        <TimeBar screening={screening} />
        {t('planCourseLine', {
          over: clockText(overAt(screening)),
          free: clockText(freeAt(screening)),
        })}
      </Fact>
      <Fact name={t('priceCard')}>
        {card?.name ?? t('cardGone')}
        {fromPrice && (
          <span className="quiet">
            {' '}
            · {t('priceFrom', { price: numbers.moneyExact(fromPrice) })}
          </span>
        )}
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function SellLinks({ screening }: { readonly screening: ScreeningView }) {
  const { t } = useText()
  if (screening.status !== 'on_sale') return null
  return (
    <p className="panel-links">
      <Link to="/sell" search={{ cinema: screening.cinemaId }} className="button">
        {t('sellAtCounter')}
      </Link>
      <a className="button" href={`/shop/screenings/${screening.id}`}>
        {t('seatsOnline')}
      </a>
    </p>
  )
}

/** What other programs read of it. */
function FileLinks({ screening }: { readonly screening: ScreeningView }) {
  const { t } = useText()
  return (
    <p className="file-links">
      <a
        className="link"
        href={`/v1/screenings/${screening.id}/event`}
        target="_blank"
        rel="noopener"
      >
        {t('eventFile')} <ExternalLink size={12} aria-hidden />
      </a>
      <a className="link" href={`/v1/cinemas/${screening.cinemaId}/calendar.ics`}>
        {t('calendarFile')}
      </a>
    </p>
  )
}
