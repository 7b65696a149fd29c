import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { shiftDay, weekStart } from '../../shared/days.ts'
import { LOCALES } from '../../shared/numbers.ts'
import { Choice } from '../parts/choice.tsx'
import { DayPicker } from '../parts/day-picker.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { useText } from '../texts/text.tsx'
import type { ProgrammeScope } from './programme-frame.tsx'
import type { ProgrammeChange, ProgrammeSearch } from './search.ts'

type PlannerHeadProps = {
  readonly scope: ProgrammeScope
  readonly day: string
  readonly search: ProgrammeSearch
  readonly change: (changed: ProgrammeChange) => void
}

/** Which cinema, which week, and whether by the day or the week. */
export function PlannerHead({ scope, day, search, change }: PlannerHeadProps) {
  const { t, dates, lang } = useText()
  const { cinema, cinemas } = scope
  const monday = weekStart(day)
  const span = t('fromTo', {
    from: dates.dayShort(monday),
    to: dates.dayShort(shiftDay(monday, 6)),
  })
  const turn = (days: number) => change({ day: shiftDay(day, days) })
  return (
    <div className="planner-head">
      {cinemas.length > 1 && (
        <Choice
          label={t('cinema')}
          value={cinema.id}
          items={cinemas.map(({ id, name }) => ({ id, name }))}
          onChange={(id) => change({ cinema: id, screening: undefined })}
        />
      )}
      <div className="planner-week">
        <Button className="icon-button" aria-label={t('weekBefore')} onPress={() => turn(-7)}>
          <ChevronLeft size={18} />
        </Button>
        <DayPicker
          label={`${t('tradingDay')} ${span}`}
          locale={LOCALES[lang]}
          day={day}
          onChange={(chosen) => change({ day: chosen })}
        >
          <b>{span}</b>
        </DayPicker>
        <Button className="icon-button" aria-label={t('weekAfter')} onPress={() => turn(7)}>
          <ChevronRight size={18} />
        </Button>
      </div>
      <Segmented
        label={t('span')}
        value={search.view ?? 'day'}
        choices={[
          { value: 'day', name: t('viewDay') },
          { value: 'week', name: t('viewWeek') },
        ]}
        onChange={(view) => change({ view: view === 'week' ? 'week' : undefined })}
      />
    </div>
  )
}
