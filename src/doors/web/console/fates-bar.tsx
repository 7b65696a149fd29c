import type { Fates } from '#collate/pure'
import type { TextKey } from './texts/text.tsx'
import { useText } from './texts/text.tsx'

type Fate = Exclude<keyof Fates, 'read'>

const FATES: readonly { readonly fate: Fate; readonly name: TextKey }[] = [
  { fate: 'accepted', name: 'accepted' },
  { fate: 'duplicate', name: 'duplicate' },
  { fate: 'quarantined', name: 'inQuarantine' },
  { fate: 'empty', name: 'emptyRows' },
]

/** What became of every row that was read; the four add up, and the sum is written out. */
export function FatesBar({ fates }: { readonly fates: Fates }) {
  const { t, numbers } = useText()
  const shown = FATES.filter(({ fate }) => fate !== 'empty' || fates.empty > 0)
  const sum = shown.map(({ fate }) => numbers.countExact(fates[fate])).join(' + ')
  return (
    <div className="fates">
      <h2>{t('rowsRead', { count: fates.read })}</h2>
      <div className="fates-bar" aria-hidden>
        {shown
          .filter(({ fate }) => fates[fate] > 0)
          .map(({ fate }) => (
            <span key={fate} className={`fate-${fate}`} style={{ flexGrow: fates[fate] }} />
          ))}
      </div>
      <dl>
        {shown.map(({ fate, name }) => (
          <div key={fate}>
            <dt>
              <i className={`fate-${fate}`} />
              {t(name)}
            </dt>
            <dd data-testid={`fate-${fate}`}>{numbers.countExact(fates[fate])}</dd>
          </div>
        ))}
        <p className="quiet">
          {sum} = {numbers.countExact(fates.read)}
        </p>
      </dl>
    </div>
  )
}
