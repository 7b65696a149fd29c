import '../style/seat-plan.css'
import '../style/sell.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { CinemaView } from '#venues/pure'
import { HouseGate } from '../house-gate.tsx'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import type { House } from '../wire/client.ts'
import { problemOf } from '../wire/problem.ts'
import { useDayScreenings, useOpenShifts } from '../wire/sell.ts'
import { workCinemas } from '../work-cinemas.ts'
import { OpenShift } from './open-shift.tsx'
import { SellDesk } from './sell-desk.tsx'
import { SellHead } from './sell-head.tsx'
import { useTillClock } from './use-till-clock.ts'

/** The counter of one cinema: a shift is opened, then it sells. */
export function SellPage() {
  return <HouseGate>{(house) => <Counter house={house} />}</HouseGate>
}

const TILL = 'fullhouse.till'
const CINEMA = 'fullhouse.sell.cinema'

function Counter({ house }: { readonly house: House }) {
  const { t } = useText()
  const named = useSearch({ from: '/sell' }).cinema ?? localStorage.getItem(CINEMA)
  const cinemas = workCinemas(house)
  const cinema = cinemas.find(({ id }) => id === named) ?? cinemas[0]
  if (cinema) return <Till key={cinema.id} house={house} cinema={cinema} cinemas={cinemas} />
  return (
    <main className="page page-alone" id="main">
      <Notice state="file" title={t('sellNoCinema')}>
        {t('sellNoCinemaSay')}
      </Notice>
    </main>
  )
}

type TillProps = {
  readonly house: House
  readonly cinema: CinemaView
  readonly cinemas: readonly CinemaView[]
}

function Till({ house, cinema, cinemas }: TillProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const nowMs = useTillClock(house.now)
  const [till, setTill] = useState(() => localStorage.getItem(TILL) ?? '')
  const shifts = useOpenShifts(cinema.id)
  const screenings = useDayScreenings(cinema.id, cinema.tradingDay)
  const shift = shifts.data?.find((one) => one.till === till)
  useEffect(() => {
    document.title = `${t('sell')} · Fullhouse`
    localStorage.setItem(CINEMA, cinema.id)
  }, [t, cinema.id])
  const head = {
    ...{ cinema, cinemas, nowMs },
    onCinema: (id: string) => void navigate({ to: '/sell', search: { cinema: id } }),
  }
  const choose = (name: string) => {
    localStorage.setItem(TILL, name)
    setTill(name)
  }
  const fault = shifts.data ? (screenings.data ? undefined : screenings.error) : shifts.error
  if (fault) {
    return (
      <div className="sell">
        <SellHead {...head} />
        <main className="sell-gate" id="main">
          <Notice
            state="failed"
            title={problemOf(fault)?.detail ?? t('noAnswer')}
            action={
              <Button
                className="button"
                onPress={() => {
                  void shifts.refetch()
                  void screenings.refetch()
                }}
              >
                {t('tryAgain')}
              </Button>
            }
          />
        </main>
      </div>
    )
  }
  if (!shifts.data || !screenings.data) {
    return (
      <div className="sell">
        <SellHead {...head} />
        <main className="sell-gate" id="main">
          <p className="quiet">{t('houseLoading')}</p>
        </main>
      </div>
    )
  }
  if (!shift) {
    return (
      <div className="sell">
        <SellHead {...head} />
        <OpenShift cinema={cinema} till={till} open={shifts.data} onTill={choose} />
      </div>
    )
  }
  return <SellDesk head={head} shift={shift} all={screenings.data} />
}
