import { LOCALES } from '../shared/numbers.ts'
import { SeatRow } from './seat-row.tsx'
import type { ScreeningView } from './wire.ts'
import type { Words } from './words.ts'
import { useWords } from './words.ts'

/** One screening to take seats for: when, how it is shown, how full it is, from how much. */
export function ScreeningLink({ screening }: { readonly screening: ScreeningView }) {
  const words = useWords()
  const { t } = words
  const { id, localTime, auditorium, left, seats, fromPrice } = screening
  const inside = (
    <>
      <time class="time" dateTime={screening.startsAt}>
        {localTime}
      </time>
      <span class="time-how">
        <span>{[auditorium, ...howShown(screening, words)].join(' · ')}</span>
        <span class="time-left">
          <SeatRow seats={seats} left={left} />
          {t.seatsLeft(left)}
        </span>
      </span>
      {fromPrice && left > 0 && (
        <span class="time-price">{t.fromPrice(words.moneyExact(fromPrice))}</span>
      )}
    </>
  )
  if (left === 0) return <span class="time-row time-full">{inside}</span>
  return (
    <a class="time-row" href={`/shop/screenings/${id}`}>
      {inside}
    </a>
  )
}

/** "IMAX", "French", "English subtitles". */
export function howShown({ release }: ScreeningView, { lang, t }: Words): readonly string[] {
  const names = new Intl.DisplayNames(LOCALES[lang], { type: 'language', fallback: 'code' })
  const subtitles = release.subtitles.map((code) => nameOf(names, code))
  return [
    release.format,
    nameOf(names, release.language),
    ...(subtitles.length > 0 ? [t.subtitled(t.joined(subtitles))] : []),
  ].filter((word) => word !== '')
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    // A language kept as its source wrote it, which is no code: it is shown as it is.
    return code
  }
}
