import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { layoutText } from '../texts/layouts.ts'
import { useText } from '../texts/text.tsx'
import type { Operations } from '../wire/api.gen.ts'
import { pathOf, read } from '../wire/client.ts'
import { useSources } from '../wire/reconcile.ts'

/** Lists of what films took in all: they have no days that a market could be made of. */
const UNDATED: ReadonlySet<string> = new Set([
  'china-films-2017',
  'china-films-2018',
  'film-totals',
])

/** Where nobody reports a market yet: which files do. */
export function MarketEmpty() {
  const { t, lang } = useText()
  const sources = useSources().data ?? []
  const { data } = useQuery({
    queryKey: ['layouts'],
    queryFn: ({ signal }) => read<Operations['layouts']['answer']>(pathOf('layouts'), signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const daily = (data?.layouts ?? []).filter(
    ({ id, table }) => table === 'box_office' && !UNDATED.has(id),
  )
  const kept = sources.filter(({ layouts }) => layouts.some((id) => UNDATED.has(id)))
  return (
    <section className="panel market-empty">
      <h2>{t('marketEmpty')}</h2>
      <p>{t('marketEmptySay')}</p>
      {daily.length > 0 && (
        <ul>
          {[...new Set(daily.map((layout) => layoutText(layout, lang)))].map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {kept.length > 0 && (
        <div className="market-kept">
          <h3>{t('marketOnlyTotals')}</h3>
          <p>
            {t('marketOnlyTotalsSay', {
              names: kept
                .map(({ name, layouts }) => nameIn({ name, layouts }, lang))
                .join(t('comma')),
            })}
          </p>
        </div>
      )}
      <p className="market-ways">
        <Link to="/imports" className="button button-primary">
          {t('marketAddFile')}
        </Link>
        {kept.length > 0 && (
          <Link to="/imports/reconcile" className="button">
            {t('marketReconcile')}
          </Link>
        )}
      </p>
    </section>
  )
}

type Named = { readonly name: string; readonly layouts: readonly string[] }

function nameIn({ name, layouts }: Named, lang: 'en' | 'zh'): string {
  const [id = ''] = layouts
  return layoutText({ id, name }, lang)
}
