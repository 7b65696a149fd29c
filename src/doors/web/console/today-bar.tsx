import { GitCompareArrows } from 'lucide-react'
import { LOCALES } from '../shared/numbers.ts'
import { FreshnessChip } from './freshness-chip.tsx'
import { Chip } from './parts/chip.tsx'
import { Choice } from './parts/choice.tsx'
import { DayPicker } from './parts/day-picker.tsx'
import { SampleChip } from './sample-chip.tsx'
import type { PageSearch, SearchChange } from './scope.ts'
import { useText } from './texts/text.tsx'
import { TopBar } from './top-bar.tsx'
import type { Today } from './use-today.ts'

type TodayBarProps = {
  readonly today: Today
  readonly search: PageSearch
  readonly change: (changed: SearchChange) => void
}

export function TodayBar({ today, search, change }: TodayBarProps) {
  const { t, dates, lang } = useText()
  const { scope } = today
  const starts = dates.clock(scope.dayStartsAt * 60)
  const old = scope.day.slice(0, 4) !== scope.present.slice(0, 4) || !scope.live
  return (
    <TopBar
      title={scope.day === scope.present && scope.live ? t('today') : t('oneDay')}
      standing={
        <>
          {scope.organisation.sample && (
            <span className="sample-top">
              <SampleChip />
            </span>
          )}
          <FreshnessChip today={today} />
          <SitesChip today={today} />
        </>
      }
    >
      <DayPicker
        label={t('tradingDay')}
        locale={LOCALES[lang]}
        day={scope.day}
        first={scope.firstDay}
        last={scope.lastDay}
        onChange={(day) => change({ day: day === scope.present ? undefined : day })}
      >
        <b>{old ? dates.dayYear(scope.day) : dates.day(scope.day)}</b>
        <span className="wide quiet">{t('tradingDayFrom', { time: starts })}</span>
      </DayPicker>
      <AgainstChoice today={today} search={search} change={change} />
    </TopBar>
  )
}

function AgainstChoice({ today, search, change }: TodayBarProps) {
  const { t, dates } = useText()
  const { week, year } = today.compared
  const items = [
    { id: 'both', name: t('againstBoth'), note: t('againstBothNote') },
    { id: 'week', name: t('againstWeek'), note: dates.dayYear(week.day) },
  ]
  return (
    <Choice
      label={t('against')}
      className="wide"
      value={search.against ?? 'both'}
      items={items}
      onChange={(id) => change({ against: id === 'week' ? 'week' : undefined })}
      icon={<GitCompareArrows size={16} />}
      shown={
        <>
          <span className="quiet">{t('against')}</span>
          <b>
            {dates.day(week.day)}
            {year && <span className="against-year">{t('comma') + dates.date(year.day)}</span>}
          </b>
        </>
      }
    />
  )
}

function SitesChip({ today }: { readonly today: Today }) {
  const { t } = useText()
  const { cinemas, minuteNow } = today.scope
  if (minuteNow === undefined) return null
  const reporting = cinemas.filter(({ state }) => state !== 'file')
  const fresh = reporting.filter(({ state }) => state === 'fresh' || state === 'ageing')
  return (
    <span className="wide">
      <Chip>{t('sitesUpToDate', { fresh: fresh.length, count: reporting.length })}</Chip>
    </span>
  )
}
