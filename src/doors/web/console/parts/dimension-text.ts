import { useMemo } from 'react'
import type { AnswerRow, DimensionId, Grain } from '#metrics/pure'
import { readSpoken } from '#programme/pure'
import { isDay } from '../../shared/days.ts'
import type { Lang } from '../../shared/numbers.ts'
import { LOCALES } from '../../shared/numbers.ts'
import { languageName } from '../programme/release-name.ts'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import { useChannelName } from '../use-channel-name.ts'
import { textOf, weekdayIndex } from '../wire/rows.ts'

/** What rows can be told apart by: a dimension, or the period of the grain. */
export type RowKey = DimensionId | 'period'

/** Dimensions and their values as the reader's language has them. */
export type DimensionText = {
  readonly name: (key: RowKey) => string
  readonly meaning: (key: RowKey) => string
  /** One value as it stands on the wire. `timezone`: of the cinema, for moments. */
  readonly value: (key: RowKey, value: string, options?: ValueOptions) => string
  /** The value of a row. */
  readonly of: (key: RowKey, row: AnswerRow, options?: ValueOptions) => string
}

export type ValueOptions = {
  readonly timezone?: string | undefined
  readonly grain?: Grain | undefined
  /** As an axis has room for it. */
  readonly short?: boolean
}

export function useDimensionText(): DimensionText {
  const texts = useText()
  const channel = useChannelName()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the channel's name moves with the texts
  return useMemo(() => dimensionTextOf(texts, channel), [texts])
}

function dimensionTextOf(texts: Texts, channel: (id: string) => string): DimensionText {
  const { t } = texts
  const value = valueWriter(texts, channel)
  return {
    name: (key) => t(`dim_${key}`),
    meaning: (key) => t(`dimSay_${key}`),
    value,
    of: (key, row, options) => value(key, textOf(row, key), options),
  }
}

function valueWriter({ t, dates, lang }: Texts, channel: (id: string) => string) {
  const regions = new Intl.DisplayNames(LOCALES[lang], { type: 'region', fallback: 'code' })
  return (key: RowKey, value: string, options: ValueOptions = {}): string => {
    if (value === '') return key === 'channel' ? t('channelNotStated') : t('valueNone')
    switch (key) {
      case 'weekday': {
        const index = weekdayIndex(value)
        if (index === undefined) return value
        return options.short ? dates.weekday(index) : dates.weekdayLong(index)
      }
      case 'hour':
        return dates.clock(Number(value) * 60)
      case 'tradingDay':
        return isDay(value) ? (options.short ? dates.dayShort(value) : dates.dayYear(value)) : value
      case 'period':
        return isDay(value) ? periodName({ t, dates }, value, options) : value
      case 'startsAt':
        return startName(dates, value, options.timezone)
      case 'channel':
        return value === 'app' ? t('channel_app') : channel(value)
      case 'saleTime':
        return value === 'before' || value === 'after' || value === 'unknown'
          ? t(`saleTime_${value}`)
          : value
      case 'daysBefore':
        return t('valueDaysBefore', { count: Number(value) })
      case 'language':
        return spokenName(value, t, lang)
      case 'releaseDay':
        return t('valueReleaseDay', { number: value })
      case 'releaseWeek':
        return t('valueReleaseWeek', { number: value })
      case 'territory':
        return /^([A-Z]{2}|\d{3})$/.test(value) ? (regions.of(value) ?? value) : value
      default:
        return value
    }
  }
}

/** "French, English subtitles"; what a file says in words of its own stays so. */
function spokenName(value: string, t: Texts['t'], lang: Lang): string {
  const spoken = readSpoken(value)
  if (!spoken) return value
  const name = languageName(spoken.language, lang)
  if (spoken.subtitles.length === 0) return name
  const read = spoken.subtitles.map((tag) => languageName(tag, lang)).join(t('comma'))
  return t('releaseSpoken', { spoken: name, read })
}

/** A period by its first day: "Sat 21 Nov 2026", "Week from 16 Nov 2026", "Q4 2026". */
function periodName(
  { t, dates }: Pick<Texts, 't' | 'dates'>,
  start: string,
  { grain = 'day', short = false }: ValueOptions,
): string {
  const year = start.slice(0, 4)
  if (grain === 'day') return short ? dates.dayShort(start) : dates.dayYear(start)
  if (grain === 'week')
    return short ? dates.dayShort(start) : t('weekFrom', { day: dates.date(start) })
  if (grain === 'month') return short ? dates.monthShort(start) : dates.month(start)
  if (grain === 'year') return t('periodYear', { year })
  const quarter = Math.ceil(Number(start.slice(5, 7)) / 3)
  return t('periodQuarter', { quarter: String(quarter), year })
}

/** "Fri 13 Nov, 20:30" on the cinema's clock. */
function startName(dates: Texts['dates'], instant: string, timezone?: string): string {
  if (Number.isNaN(Date.parse(instant))) return instant
  const zone = timezone === undefined ? {} : { timeZone: timezone }
  const day = new Intl.DateTimeFormat('en-CA', zone).format(Date.parse(instant))
  return `${dates.day(day)}, ${dates.timeOf(instant, timezone)}`
}
