import { Fragment } from 'react'
import { UNKNOWN } from '../../shared/numbers.ts'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import type { MatchSide } from '../wire/matches.ts'

type MatchSidesProps = { readonly left: MatchSide; readonly right: MatchSide }

/** The two of a pair beside each other, line by line, so that a difference falls into the eye. */
export function MatchSides({ left, right }: MatchSidesProps) {
  return (
    <div className="sides">
      <Side side={left} other={right} />
      <Side side={right} other={left} />
    </div>
  )
}

function Side({ side, other }: { readonly side: MatchSide; readonly other: MatchSide }) {
  const { t, numbers, dates } = useText()
  const { firstDay, lastDay, gross } = side
  const span =
    firstDay && lastDay
      ? firstDay === lastDay
        ? dates.date(firstDay)
        : t('fromTo', { from: dates.date(firstDay), to: dates.date(lastDay) })
      : UNKNOWN
  const facts = [
    side.otherName,
    side.city,
    side.year === undefined ? undefined : String(side.year),
    side.distributor,
    side.toldApart,
  ].filter((one) => one !== undefined)
  const amount = gross.map((one) => numbers.money(one)).join(' · ')
  return (
    <div className="side">
      <p className="side-whose">
        <StateGlyph state={side.reported ? 'file' : 'fresh'} />
        {t(side.reported ? 'matchReported' : 'matchOwn')}
      </p>
      <h3>
        <Marked text={side.name} against={other.name} />
      </h3>
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
      <p className="side-money">{amount || t('matchNothing')}</p>
      <p className="quiet">{span}</p>
      <p className="quiet">{t('matchSources', { sources: side.sources.join(', ') || UNKNOWN })}</p>
    </div>
  )
}

/** Words that the other title does not have stand out; of Leap!2017 beside Leap! the year alone. */
function Marked({ text, against }: { readonly text: string; readonly against: string }) {
  const others = wordsOf(against.toLowerCase())
  return wordsOf(text).map((word, at) => {
    const same = sameLength(word.toLowerCase(), others)
    return same === word.length ? (
      word
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a title may have a word twice
      <Fragment key={at}>
        {word.slice(0, same)}
        <mark>{word.slice(same)}</mark>
      </Fragment>
    )
  })
}

/** Words with the blanks between them; of Chinese each character is one. */
function wordsOf(text: string): readonly string[] {
  return text.split(/(\s+|[\u3400-\u9fff])/).filter((word) => word !== '')
}

const TELLING_LENGTH = 3

/** How much of a word, from its beginning, some other word has too. */
function sameLength(word: string, others: readonly string[]): number {
  if (word.trim() === '') return word.length
  if (others.some((other) => other.startsWith(word) && word.length >= TELLING_LENGTH))
    return word.length
  const begins = others.filter(
    (other) => other === word || (other.length >= TELLING_LENGTH && word.startsWith(other)),
  )
  return Math.max(0, ...begins.map((other) => other.length))
}
