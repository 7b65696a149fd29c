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

/** Words that the other title does not have stand out. */
function Marked({ text, against }: { readonly text: string; readonly against: string }) {
  const others = new Set(against.toLowerCase().split(/\s+/))
  return text.split(/(\s+)/).map((word, at) =>
    /^\s*$/.test(word) || others.has(word.toLowerCase()) ? (
      word
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a title may have a word twice
      <mark key={at}>{word}</mark>
    ),
  )
}
