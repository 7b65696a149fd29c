import '../style/choices.css'
import { parseDate } from '@internationalized/date'
import { CalendarDays, Check, ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import {
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { RangeCalendar } from 'react-aria-components/RangeCalendar'
import { LOCALES } from '../../shared/numbers.ts'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import type { Days, SpanRule, SpanSaid } from './span.ts'
import { isSpanId, spanDays, spanIds } from './span.ts'

type SpanChoiceProps = {
  readonly value: SpanSaid
  readonly rule: SpanRule
  readonly onChange: (said: SpanSaid) => void
}

/** The days that figures are about: a span by its name, or days of one's own from a calendar. */
export function SpanChoice({ value, rule, onChange }: SpanChoiceProps) {
  const texts = useText()
  const { t } = texts
  const days = spanDays(value, rule)
  return (
    <DialogTrigger>
      <Button className="control span-control">
        <span className="hidden-text">{t('spanLabel')}</span>
        <CalendarDays size={16} />
        <b>{spanText(texts, value, days)}</b>
        {typeof value === 'string' && <span className="hidden-text">{daysText(texts, days)}</span>}
        <ChevronDown size={14} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="span-dialog" aria-label={t('spanOfDays')}>
          {({ close }) => (
            <SpanDialog
              value={value}
              rule={rule}
              onChange={(said) => {
                onChange(said)
                close()
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** The two ways to say a span, side by side; on a phone one under the other. */
function SpanDialog({ value, rule, onChange }: SpanChoiceProps) {
  const texts = useText()
  const { t, lang } = texts
  const days = spanDays(value, rule)
  const chosen = typeof value === 'string' ? [value] : []
  // A calendar opens where the span ends, not where it began.
  const [focused, setFocused] = useState(() => parseDate(days.to))
  const names = spanIds(rule).map((id) => ({ id, name: t(`span_${id}`) }))
  return (
    <>
      <ListBox
        aria-label={t('spanOfDays')}
        className="menu span-names"
        selectionMode="single"
        selectedKeys={chosen}
        disallowEmptySelection
        items={names}
        onSelectionChange={(keys) => {
          const id = keys === 'all' ? undefined : [...keys][0]
          if (isSpanId(id)) onChange(id)
        }}
      >
        {({ id, name }) => (
          <ListBoxItem id={id} textValue={name} className="menu-item">
            {({ isSelected }) => (
              <>
                <span className="menu-name">{name}</span>
                {isSelected && <Check size={16} />}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
      <div className="span-own">
        <h3>{t('spanOwn')}</h3>
        <I18nProvider locale={LOCALES[lang]}>
          <RangeCalendar
            aria-label={t('spanOwn')}
            value={{ start: parseDate(days.from), end: parseDate(days.to) }}
            focusedValue={focused}
            onFocusChange={(day) => setFocused(parseDate(day.toString()))}
            firstDayOfWeek="mon"
            onChange={({ start, end }) => onChange({ from: start.toString(), to: end.toString() })}
          >
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
          </RangeCalendar>
        </I18nProvider>
        <p className="quiet">{daysText(texts, days)}</p>
      </div>
    </>
  )
}

/** What the closed control says: the name where it has one, else the days. */
export function spanText(texts: Texts, said: SpanSaid, days: Days): string {
  return typeof said === 'string' ? texts.t(`span_${said}`) : daysText(texts, days)
}

/** "24 Oct – 20 Nov 2026": what both ends share is said once. */
export function daysText({ t, dates }: Texts, { from, to }: Days): string {
  if (from === to) return dates.dayYear(from)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return t('fromTo', {
    from: sameYear ? dates.dayShort(from) : dates.date(from),
    to: dates.date(to),
  })
}
