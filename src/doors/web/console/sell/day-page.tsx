import { workCinemas } from '../work-cinemas.ts'
import '../style/sell.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Download, Printer } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { CinemaView } from '#venues/pure'
import { LOCALES } from '../../shared/numbers.ts'
import { HouseGate } from '../house-gate.tsx'
import { Choice } from '../parts/choice.tsx'
import { DayPicker } from '../parts/day-picker.tsx'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import { problemOf } from '../wire/problem.ts'
import type { DayReport } from '../wire/sell.ts'
import { useDayReport } from '../wire/sell.ts'
import { dayCsv } from './day-csv.ts'
import { DayTables } from './day-tables.tsx'

/** A trading day of a cinema as it is handed to the office: on screen, on paper, as a file. */
export function DayPage() {
  return <HouseGate>{(house) => <Report cinemas={workCinemas(house)} />}</HouseGate>
}

function Report({ cinemas }: { readonly cinemas: readonly CinemaView[] }) {
  const { t, lang, dates } = useText()
  const search = useSearch({ from: '/sell/day' })
  const navigate = useNavigate()
  const cinema = cinemas.find(({ id }) => id === search.cinema) ?? cinemas[0]
  const day = search.day ?? cinema?.tradingDay ?? ''
  const go = (change: { readonly cinema?: string; readonly day?: string }) =>
    void navigate({ to: '/sell/day', search: { ...search, ...change } })
  const title = (
    <>
      <Link to="/sell" search={cinema ? { cinema: cinema.id } : {}} className="crumb">
        {t('sell')}
      </Link>
      <span className="crumb-mark">/</span>
      {t('sellDay')}
    </>
  )
  if (!cinema) {
    return (
      <>
        <TopBar title={title} />
        <main className="page" id="main">
          <Notice state="file" title={t('sellNoCinema')}>
            {t('sellNoCinemaSay')}
          </Notice>
        </main>
      </>
    )
  }
  return (
    <>
      <TopBar title={title}>
        {cinemas.length > 1 && (
          <Choice
            label={t('cinema')}
            value={cinema.id}
            items={cinemas}
            onChange={(id) => go({ cinema: id })}
          />
        )}
        <DayPicker
          label={t('tradingDay')}
          locale={LOCALES[lang]}
          day={day}
          last={cinema.tradingDay}
          onChange={(chosen) => go({ day: chosen })}
        >
          {dates.day(day)}
        </DayPicker>
      </TopBar>
      <main className="page day-report" id="main">
        <Found cinema={cinema} day={day} />
      </main>
    </>
  )
}

function Found({ cinema, day }: { readonly cinema: CinemaView; readonly day: string }) {
  const { t } = useText()
  const { data, error } = useDayReport(cinema.id, day)
  if (!data) {
    return error ? (
      <Notice state="failed" title={problemOf(error)?.detail ?? t('noAnswer')} />
    ) : (
      <p className="quiet">{t('loading')}</p>
    )
  }
  return (
    <>
      <div className="day-actions">
        <Button className="button" onPress={() => window.print()}>
          <Printer size={16} strokeWidth={1.75} /> {t('sellPrintReport')}
        </Button>
        <Button className="button" onPress={() => download(data)}>
          <Download size={16} strokeWidth={1.75} /> CSV
        </Button>
      </div>
      <DayTables report={data} timezone={cinema.timezone} />
    </>
  )
}

function download(report: DayReport): void {
  const url = URL.createObjectURL(new Blob([dayCsv(report)], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${report.cinema.replace(/[^\p{L}\p{N}]+/gu, '-')}-${report.day}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
