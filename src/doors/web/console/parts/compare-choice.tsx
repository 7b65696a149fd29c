import '../style/choices.css'
import { ChevronDown, GitCompareArrows } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import type { ComparisonId, ComparisonSpan } from '#metrics/pure'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import { COMPARISON_IDS } from './comparison-ids.ts'
import { CheckMark } from './many-list.tsx'
import type { Days } from './span.ts'
import { daysCount } from './span.ts'
import { daysText } from './span-choice.tsx'

type CompareChoiceProps = {
  readonly value: readonly ComparisonId[]
  readonly days: Days
  /** Those offered; all unless said. */
  readonly ids?: readonly ComparisonId[]
  /** Of the answer: where each lies, or why it is not there. */
  readonly spans?: readonly ComparisonSpan[] | undefined
  readonly onChange: (ids: readonly ComparisonId[]) => void
}

/** What figures are held against: none, one or several. */
export function CompareChoice({ value, days, ids, spans, onChange }: CompareChoiceProps) {
  const texts = useText()
  const { t } = texts
  const items = (ids ?? COMPARISON_IDS).map((id) => ({
    id,
    name: comparisonName(texts, id, days),
    note:
      spanNote(
        texts,
        spans?.find((span) => span.id === id),
      ) ?? t(`compareSay_${id}`),
  }))
  const chosen = items.filter(({ id }) => value.includes(id))
  const shown = chosen.map(({ name }) => name).join(t('comma'))
  return (
    <DialogTrigger>
      <Button className="control" aria-label={`${t('against')} ${shown || t('compareNothing')}`}>
        <GitCompareArrows size={16} />
        {shown ? <b className="control-text">{shown}</b> : <span>{t('compareNothing')}</span>}
        <ChevronDown size={14} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="compare-dialog" aria-label={t('against')}>
          <ListBox
            aria-label={t('against')}
            className="menu"
            selectionMode="multiple"
            // Escape leaves the list; it takes nothing away.
            escapeKeyBehavior="none"
            selectedKeys={value}
            items={items}
            // A menu opened to choose in is entered at once.
            autoFocus
            onSelectionChange={(keys) =>
              onChange(COMPARISON_IDS.filter((id) => keys === 'all' || keys.has(id)))
            }
          >
            {({ id, name, note }) => (
              <ListBoxItem id={id} textValue={name} className="menu-item menu-check">
                {({ isSelected }) => (
                  <>
                    <CheckMark checked={isSelected} />
                    <span className="menu-name">
                      {name}
                      <small>{note}</small>
                    </span>
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** "the 4 weeks before", "same dates last year". */
export function comparisonName({ t }: Texts, id: ComparisonId, days: Days): string {
  const count = daysCount(days)
  const weeks = Math.ceil(count / 7)
  if (id === 'weekday') return t('compare_weekday', { count: weeks })
  if (id !== 'previous') return t(`compare_${id}`)
  return count % 7 === 0
    ? t('compare_previousWeeks', { count: weeks })
    : t('compare_previous', { count })
}

function spanNote(texts: Texts, span: ComparisonSpan | undefined): string | undefined {
  if (!span) return undefined
  if (span.unavailable !== undefined) return span.unavailable
  if (span.from === undefined || span.to === undefined) return undefined
  const days = daysText(texts, { from: span.from, to: span.to })
  return span.holiday === undefined ? days : `${span.holiday}, ${days}`
}
