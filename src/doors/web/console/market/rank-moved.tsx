import { useText } from '../texts/text.tsx'

type RankMovedProps = { readonly moved: number | 'new' | undefined }

/** How many places a film gained or lost, by a sign, a figure and words. */
export function RankMoved({ moved }: RankMovedProps) {
  const { t, numbers } = useText()
  if (moved === undefined) return null
  if (moved === 'new') return <span className="rank-moved rank-new">{t('new')}</span>
  if (moved === 0) {
    return (
      <span className="rank-moved">
        <span aria-hidden>–</span>
        <span className="hidden-text">{t('marketSame')}</span>
      </span>
    )
  }
  const up = moved > 0
  const count = Math.abs(moved)
  return (
    <span className={`rank-moved ${up ? 'change-up' : 'change-down'}`}>
      <span aria-hidden>
        {up ? '▲' : '▼'}
        {numbers.countExact(count)}
      </span>
      <span className="hidden-text">{t(up ? 'marketRose' : 'marketFell', { count })}</span>
    </span>
  )
}
