import { refusalText } from '../refusal-text.ts'
import type { Words } from '../words.ts'
import { useWords } from '../words.ts'
import type { Notice, SeatSale } from './use-seats.ts'

/** What happened to the choice, and what can be had instead, in one sentence with its buttons. */
export function NoticeLine({ sale }: { readonly sale: SeatSale }) {
  const words = useWords()
  const { t } = words
  const { notice } = sale
  const others = notice?.is === 'taken' ? notice.others : undefined
  const instead = notice?.is === 'gap' ? notice.instead : others
  return (
    <div class="notice" role="status">
      {notice && <p>{sentenceOf(notice, words)}</p>}
      {notice && (
        <p class="notice-buttons">
          {instead && instead.length > 0 && (
            <button class="link" type="button" onClick={() => sale.take(instead)}>
              {t.take(instead)}
            </button>
          )}
          {notice.is === 'gap' && (
            <button class="link" type="button" onClick={() => void sale.hold(true)}>
              {t.keep}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

function sentenceOf(notice: Notice, words: Words): string {
  const { t } = words
  switch (notice.is) {
    case 'taken':
      return t.taken(notice.gone, notice.others)
    case 'gap':
      return notice.lonely === undefined ? t.gap : t.gapAlone(notice.lonely)
    case 'ended':
      return t.holdEnded
    case 'most':
      return t.seatsMax(notice.most)
    case 'refused':
      return refusalText(notice.refusal, words)
  }
}
