import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { salesEndMs } from '#programme/pure'
import type { CinemaView } from '#venues/pure'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import type { ScreeningView, ShiftView } from '../wire/sell.ts'
import { AsideNotes } from './aside-notes.tsx'
import { CloseShift } from './close-shift.tsx'
import { DonePanel } from './done-panel.tsx'
import { FreeDialog } from './free-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { OrderPanel } from './order-panel.tsx'
import { RefundDialog } from './refund-dialog.tsx'
import { isForSale } from './sale.ts'
import { MapLegend, SaleMap } from './sale-map.tsx'
import { ScreeningList } from './screening-list.tsx'
import { SellHead } from './sell-head.tsx'
import { TypeTiles } from './type-tiles.tsx'
import type { Sell } from './use-sell.ts'
import { aboutOf, useSell } from './use-sell.ts'
import type { SellDialog } from './use-sell-keys.ts'
import { useSellKeys } from './use-sell-keys.ts'
import { WaitingPanel } from './waiting-panel.tsx'

type SellDeskProps = {
  readonly head: {
    readonly cinema: CinemaView
    readonly cinemas: readonly CinemaView[]
    readonly nowMs: () => number
    readonly onCinema: (id: string) => void
  }
  readonly shift: ShiftView
  /** Every screening of the day. */
  readonly all: readonly ScreeningView[]
}

/** Screening, tickets, money: the counter at work. */
export function SellDesk({ head, shift, all }: SellDeskProps) {
  const { t } = useText()
  const { cinema, nowMs } = head
  const screenings = all.filter(
    ({ status, startsAt }) =>
      status === 'on_sale' && salesEndMs(Date.parse(startsAt), 'counter') > nowMs(),
  )
  const sell = useSell({ shift, screenings, nowMs })
  const [dialog, setDialog] = useState<SellDialog>()
  const close = () => setDialog(undefined)
  const order = useRef<HTMLElement>(null)
  const outcome = sell.waiting?.id ?? sell.done?.sale.id
  // On a phone what became of the sale is below what was chosen.
  useEffect(() => {
    const below = window.matchMedia('(max-width: 1023px)').matches
    if (outcome !== undefined && below) order.current?.scrollIntoView({ block: 'start' })
  }, [outcome])
  useSellKeys({ sell, screenings, dialog, open: setDialog })
  const named = (id: string) => {
    const found = all.find((one) => one.id === id)
    return found && aboutOf(found)
  }
  return (
    <div className="sell">
      <SellHead
        {...head}
        shift={shift}
        network={sell.network}
        onClose={() => setDialog('close')}
        onKeys={() => setDialog('keys')}
      />
      <AsideNotes sell={sell} />
      <main className="sell-columns" id="main">
        {screenings.length === 0 ? (
          <NoScreenings cinema={cinema} />
        ) : (
          <ScreeningList
            screenings={screenings}
            chosen={sell.screening?.id}
            left={leftOf(sell)}
            onChoose={sell.choose}
          />
        )}
        <Middle sell={sell} />
        <section ref={order} className="sell-order" aria-label={t('sellOrder')}>
          <Right sell={sell} cinema={cinema} open={setDialog} />
        </section>
      </main>
      {dialog === 'keys' && <KeysDialog onClose={close} />}
      {dialog === 'free' && (
        <FreeDialog
          tickets={sell.takenUp?.order.lines.length ?? sell.laid?.party ?? 0}
          onFree={(reason) => {
            close()
            sell.pay('complimentary', reason)
          }}
          onClose={close}
        />
      )}
      {(dialog === 'refund' || dialog === 'reprint') && (
        <RefundDialog
          title={t(dialog === 'refund' ? 'sellRefund' : 'sellReprint')}
          shift={shift}
          day={cinema.tradingDay}
          timezone={cinema.timezone}
          aboutOf={named}
          tokenOf={(id) => sell.network.done.find(({ order }) => order.id === id)?.order.token}
          onClose={close}
        />
      )}
      {dialog === 'close' && (
        <CloseShift shift={shift} waiting={sell.network.sales.length} onClose={close} />
      )}
    </div>
  )
}

/** Seats that can still be sold, by what is live; undefined before the plan is here. */
function leftOf({ view, states }: Sell): number | undefined {
  if (!view) return undefined
  return view.plan.seats.length - Object.values(states).filter((state) => !isForSale(state)).length
}

function NoScreenings({ cinema }: { readonly cinema: CinemaView }) {
  const { t } = useText()
  return (
    <div className="sell-list">
      <Notice
        state="file"
        title={t('sellNoScreenings', { cinema: cinema.name })}
        action={
          <Link to="/programme" className="button">
            {t('sellToProgramme')}
          </Link>
        }
      >
        {t('sellNoScreeningsSay')}
      </Notice>
    </div>
  )
}

function Middle({ sell }: { readonly sell: Sell }) {
  const { t } = useText()
  const { view, viewFault, screening, laid } = sell
  if (!screening) return <section className="sell-middle" />
  if (!view) {
    return (
      <section className="sell-middle">
        {viewFault ? (
          <Notice state="failed" title={problemOf(viewFault)?.detail ?? t('noAnswer')} />
        ) : (
          <p className="quiet">{t('loading')}</p>
        )}
      </section>
    )
  }
  const ours = laid?.seats.map(({ seat }) => seat) ?? []
  const party = laid?.party ?? 0
  const full = leftOf(sell) === 0
  return (
    <section className="sell-middle" aria-label={t('sellTickets')}>
      {view.prices.length === 0 ? (
        <Notice state="failed" title={t('sellNoPrices')} />
      ) : (
        <TypeTiles view={view} sale={sell.sale} onAdd={sell.add} />
      )}
      <div className="sell-seats">
        <header>
          <h2>
            {screening.auditorium}
            {full
              ? `, ${t('sellFullHouse')}`
              : party > 0 && `, ${t(seatsKey(sell), { count: party })}`}
          </h2>
          {party > 0 && !full && (
            <Button className="link-button" onPress={sell.otherSeats}>
              {t('sellOtherSeats')}
            </Button>
          )}
        </header>
        <SaleMap plan={view.plan} states={sell.states} ours={ours} onTouch={sell.touch} />
        <MapLegend plan={view.plan} states={sell.states} ours={ours} />
      </div>
    </section>
  )
}

function seatsKey({ sale, laid }: Sell) {
  if (sale.picked) return 'sellPicked'
  return laid?.together ? 'sellBest' : 'sellApart'
}

type RightProps = {
  readonly sell: Sell
  readonly cinema: CinemaView
  readonly open: (dialog: SellDialog) => void
}

function Right({ sell, cinema, open }: RightProps) {
  const { dates } = useText()
  const { waiting, done, network, screening } = sell
  if (waiting) {
    const { awaySinceMs } = network
    const since =
      awaySinceMs === undefined
        ? undefined
        : dates.timeOf(new Date(awaySinceMs).toISOString(), cinema.timezone)
    return (
      <WaitingPanel sale={waiting} awaySince={since} onAside={sell.setAside} onDrop={sell.drop} />
    )
  }
  if (done) {
    const place = `${cinema.name} · ${dates.dayYear(cinema.tradingDay)}`
    return <DonePanel done={done} place={place} onNext={sell.next} />
  }
  const about = screening && {
    title: screening.film.title,
    note: `${dates.day(screening.localDate)}, ${screening.localTime} · ${screening.auditorium}`,
  }
  return <OrderPanel sell={sell} about={about} timezone={cinema.timezone} open={open} />
}
