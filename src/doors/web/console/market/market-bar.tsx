import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { LOCALES } from '../../shared/numbers.ts'
import { Choice } from '../parts/choice.tsx'
import { CompareChoice } from '../parts/compare-choice.tsx'
import { DayPicker } from '../parts/day-picker.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { daysText } from '../parts/span-choice.tsx'
import { useText } from '../texts/text.tsx'
import { type periodOf, steppedDay } from './market-days.ts'
import type { Reporter } from './market-scope.ts'
import type { MarketChange } from './market-search.ts'
import { againstText, MARKET_AGAINST } from './market-search.ts'
import type { Market } from './use-market.ts'
import { useSourceWords, useTerritoryName } from './use-reporters.ts'

type SourceChoiceProps = {
  readonly reporters: readonly Reporter[]
  readonly reporter: Reporter
  readonly go: (changed: MarketChange) => void
}

/** Whose figures, of which territory. */
export function SourceChoice({ reporters, reporter, go }: SourceChoiceProps) {
  const { t, dates } = useText()
  const wordsOf = useSourceWords()
  const territoryName = useTerritoryName()
  const key = ({ id, territory }: Reporter) => `${id} ${territory}`
  return (
    <Choice
      label={`${t('marketSource')} ${territoryName(reporter.territory)}`}
      className="market-source"
      value={key(reporter)}
      items={reporters.map((one) => ({
        id: key(one),
        name: territoryName(one.territory),
        note: t('marketFigures', {
          source: wordsOf(one).name,
          from: dates.date(one.firstDay),
          to: dates.date(one.lastDay),
        }),
      }))}
      shown={<b className="control-text">{territoryName(reporter.territory)}</b>}
      onChange={(chosen) => {
        const found = reporters.find((one) => key(one) === chosen)
        // Another source has days and a currency of its own.
        if (found) {
          const whose = { source: found.id, territory: found.territory || undefined }
          go({ ...whose, day: undefined, currency: undefined, measure: undefined })
        }
      }}
    />
  )
}

type MarketBarProps = {
  readonly market: Market
  readonly go: (changed: MarketChange) => void
}

/** Which period, and what it is held against. */
export function MarketBar({ market, go }: MarketBarProps) {
  const texts = useText()
  const { t, lang } = texts
  const { scope, total } = market
  const { span, spans, period, day, reporter, against, days } = scope
  const step = (by: -1 | 1) => {
    // Beyond the last day there is nothing: the newest period is the last one that can be reached.
    const [earlier] = [steppedDay(span, period, by), reporter.lastDay].toSorted()
    go({ day: earlier })
  }
  return (
    <div className="market-bar">
      {spans.length > 1 && (
        <Segmented
          label={t('marketSpan')}
          value={span}
          choices={spans.map((value) => ({ value, name: t(`marketSpan_${value}`) }))}
          onChange={(value) => go({ span: value })}
        />
      )}
      <div className="market-days">
        <Button
          className="icon-button"
          aria-label={t('marketPrevious')}
          isDisabled={period.from <= reporter.firstDay}
          onPress={() => step(-1)}
        >
          <ChevronLeft size={16} />
        </Button>
        <DayPicker
          label={`${t('marketSpan')} ${daysText(texts, days)}`}
          locale={LOCALES[lang]}
          day={day}
          first={reporter.firstDay}
          last={reporter.lastDay}
          onChange={(chosen) => go({ day: chosen })}
        >
          <b className="control-text">{periodText(texts, span, period)}</b>
        </DayPicker>
        <Button
          className="icon-button"
          aria-label={t('marketNext')}
          isDisabled={period.to >= reporter.lastDay}
          onPress={() => step(1)}
        >
          <ChevronRight size={16} />
        </Button>
      </div>
      <CompareChoice
        value={against}
        days={days}
        // Just before a weekend there is a week.
        ids={MARKET_AGAINST.filter((id) => id !== 'previous' || span !== 'weekend')}
        spans={total?.comparisons}
        onChange={(ids) => go({ against: againstText(ids) })}
      />
    </div>
  )
}

type Texts = ReturnType<typeof useText>

/** A period by its name where it has one. */
function periodText(
  texts: Texts,
  span: Market['scope']['span'],
  period: ReturnType<typeof periodOf>,
): string {
  if (span === 'month') return texts.dates.month(period.from)
  if (span === 'year') return period.from.slice(0, 4)
  return daysText(texts, period)
}
