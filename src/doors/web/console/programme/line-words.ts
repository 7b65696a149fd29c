import type { Area } from '#venues/pure'
import { useText } from '../texts/text.tsx'
import { useChannelName } from '../use-channel-name.ts'
import type { PriceLine } from '../wire/programme.ts'
import { clockText } from './plan-times.ts'

/** A span that goes on until here goes on until the day's end. */
const DAY_END = 1_800

/** What a line fits, in words: "Premium, weekends, from 17:00 to 01:30, IMAX". */
export function useLineWords(areas: readonly Area[]): (line: PriceLine) => string {
  const { t, dates } = useText()
  const known = new Map(areas.map(({ id, name }) => [id, name]))
  const channelName = useChannelName()
  return (line) => {
    const words: string[] = []
    const list = (names: readonly string[]) => names.join(t('comma'))
    if (line.areas) words.push(list(line.areas.map((id) => known.get(id) ?? id)))
    if (line.channels) words.push(list(line.channels.map(channelName)))
    if (line.weekdays) words.push(list(line.weekdays.map((day) => dates.weekday(day - 1))))
    if (line.minutes) {
      const { from, to } = line.minutes
      const span = { from: clockText(from), to: clockText(to) }
      words.push(to >= DAY_END ? t('startsFromTime', span) : t('fromTo', span))
    }
    if (line.formats) words.push(list(line.formats))
    return words.length === 0 ? t('lineFitsAll') : words.join(' · ')
  }
}
