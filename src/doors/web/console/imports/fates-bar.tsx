import type { ReactNode } from 'react'
import type { Fates } from '#collate/pure'
import type { TextKey } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'

type Fate = Exclude<keyof Fates, 'read'>

const FATES: readonly { readonly fate: Fate; readonly name: TextKey }[] = [
  { fate: 'accepted', name: 'accepted' },
  { fate: 'duplicate', name: 'duplicate' },
  { fate: 'quarantined', name: 'inQuarantine' },
  { fate: 'empty', name: 'emptyRows' },
]

type FatesBarProps = {
  readonly fates: Fates
  /** What was read, where it is not "394 rows read". */
  readonly title?: string
  /** Beside the title: what it comes to. */
  readonly note?: ReactNode
  /** Of the accepted rows: those that put other figures in the place of what stood. */
  readonly corrected?: number
}

/** What became of every row that was read; the four add up, and the sum is written out. */
export function FatesBar({ fates, title, note, corrected = 0 }: FatesBarProps) {
  const { t, numbers } = useText()
  const shown = shownFates(fates)
  return (
    <div className="fates">
      <header>
        <h2>{title ?? t('rowsRead', { count: fates.read })}</h2>
        {note !== undefined && <span className="quiet">{note}</span>}
      </header>
      <FatesStrip fates={fates} />
      <div className="fates-counts">
        <dl>
          {shown.map(({ fate, name }) => (
            <div key={fate}>
              <dt>
                <i className={`fate-${fate}`} />
                {t(name)}
              </dt>
              <dd data-testid={`fate-${fate}`}>
                {numbers.countExact(fates[fate])}
                {fate === 'accepted' && corrected > 0 && (
                  <small>{t('ofThemCorrect', { count: corrected })}</small>
                )}
              </dd>
            </div>
          ))}
        </dl>
        <p className="quiet">{fatesSum(fates, numbers.countExact)}</p>
      </div>
    </div>
  )
}

/** The bar alone. */
export function FatesStrip({ fates }: { readonly fates: Fates }) {
  return (
    <div className="fates-bar" aria-hidden>
      {FATES.filter(({ fate }) => fates[fate] > 0).map(({ fate }) => (
        <span key={fate} className={`fate-${fate}`} style={{ flexGrow: fates[fate] }} />
      ))}
    </div>
  )
}

/** "296 + 61 + 37 = 394". */
export function fatesSum(fates: Fates, count: (value: number) => string): string {
  const sum = shownFates(fates).map(({ fate }) => count(fates[fate]))
  return `${sum.join(' + ')} = ${count(fates.read)}`
}

/** Empty rows are named where there are any. */
function shownFates(fates: Fates) {
  return FATES.filter(({ fate }) => fate !== 'empty' || fates.empty > 0)
}
