import { useMemo } from 'react'
import { layoutText } from '../texts/layouts.ts'
import { useText } from '../texts/text.tsx'
import { useBases } from '../wire/explore.ts'
import { useSources } from '../wire/reconcile.ts'
import type { Reporter } from './market-scope.ts'
import { reportersOf } from './market-scope.ts'

type Reporters = {
  /** Undefined while nobody has answered. */
  readonly reporters: readonly Reporter[] | undefined
  readonly error: unknown
  readonly retry: () => void
}

/** Who reports figures of a market; those of the sample only where nothing real is there. */
export function useReporters(): Reporters {
  const real = useBases(false)
  const sample = useBases(true)
  const known = useMemo(() => {
    if (!real.data || !sample.data) return undefined
    const found = reportersOf(real.data, false)
    return found.length > 0 ? found : reportersOf(sample.data, true)
  }, [real.data, sample.data])
  const retry = () => {
    void real.refetch()
    void sample.refetch()
  }
  return { reporters: known, error: real.error ?? sample.error, retry }
}

/** Lists that are only a part of their market, by layout. */
const PARTIAL: ReadonlySet<string> = new Set(['kobis-daily'])

export type SourceWords = { readonly name: string; readonly partial: boolean }

/** A source as the reader’s language calls it, and whether it is a list of the best only. */
export function useSourceWords(): (reporter: Pick<Reporter, 'id' | 'name'>) => SourceWords {
  const { lang } = useText()
  const { data } = useSources()
  return ({ id, name }) => {
    const layouts = data?.find((source) => source.id === id)?.layouts ?? []
    const [only] = layouts
    const partial = layouts.some((layout) => PARTIAL.has(layout))
    const plain = only !== undefined && layouts.length === 1
    return { name: plain ? layoutText({ id: only, name }, lang) : name, partial }
  }
}

/** ISO 3166 in the reader’s language. */
export function useTerritoryName(): (territory: string) => string {
  const { lang, t } = useText()
  const names = useMemo(
    () => new Intl.DisplayNames(lang === 'zh' ? 'zh-CN' : 'en', { type: 'region' }),
    [lang],
  )
  return (territory) => {
    if (territory === '') return t('marketNoTerritory')
    if (territory === '001') return t('marketWorld')
    return names.of(territory) ?? territory
  }
}
