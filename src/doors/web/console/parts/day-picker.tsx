import { parseDate } from '@internationalized/date'
import { CalendarDays, ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Popover } from 'react-aria-components/Popover'

type DayPickerProps = {
  readonly label: string
  readonly locale: string
  /** ISO days. */
  readonly day: string
  readonly first?: string | undefined
  readonly last?: string | undefined
  readonly onChange: (day: string) => void
  readonly children: ReactNode
}

/** A trading day, from a calendar. */
export function DayPicker(props: DayPickerProps) {
  const { label, locale, day, first, last, onChange, children } = props
  return (
    <DialogTrigger>
      <Button className="control day-control" aria-label={label}>
        <CalendarDays size={16} />
        {children}
        <ChevronDown size={14} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="calendar-dialog" aria-label={label}>
          {({ close }) => (
            <I18nProvider locale={locale}>
              <Calendar
                aria-label={label}
                value={parseDate(day)}
                firstDayOfWeek="mon"
                {...(first && { minValue: parseDate(first) })}
                {...(last && { maxValue: parseDate(last) })}
                onChange={(chosen) => {
                  onChange(chosen.toString())
                  close()
                }}
              >
                <CalendarBody />
              </Calendar>
            </I18nProvider>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function CalendarBody() {
  return (
    <>
      <header className="calendar-head">
        <Button slot="previous" className="icon-button">
          <ChevronLeft size={16} />
        </Button>
        <Heading />
        <Button slot="next" className="icon-button">
          <ChevronRight size={16} />
        </Button>
      </header>
      <CalendarGrid>
        <CalendarGridHeader>
          {(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} />}</CalendarGridBody>
      </CalendarGrid>
    </>
  )
}
