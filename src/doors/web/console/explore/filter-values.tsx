import { useDeferredValue, useState } from 'react'
import type { DimensionId } from '#metrics/pure'
import { useDimensionText } from '../parts/dimension-text.ts'
import type { ManyItem } from '../parts/many-list.tsx'
import { ManyList } from '../parts/many-list.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { useText } from '../texts/text.tsx'
import { useValues } from '../wire/explore.ts'
import { problemOf } from '../wire/problem.ts'
import type { Asked } from '../wire/questions.ts'
import { VALUES_MAX } from './explore-state.ts'
import { fixedValues, valueName } from './filter-names.ts'

export type Filter = {
  readonly id: DimensionId
  readonly not: boolean
  readonly values: readonly string[]
}

type FilterValuesProps = {
  readonly filter: Filter
  /** The page's question without this filter: what there is to choose from. */
  readonly base: Omit<Asked, 'metrics'>
  readonly onChange: (filter: Filter) => void
}

/** Is, or is not, any of these: found by typing, taken by Enter. */
export function FilterValues({ filter, base, onChange }: FilterValuesProps) {
  const { t, numbers } = useText()
  const text = useDimensionText()
  const [typed, setTyped] = useState('')
  const { id, not, values } = filter
  const fixed = fixedValues(id)
  const search = useDeferredValue(typed.trim())
  const asked: Asked | undefined = fixed ? undefined : { ...base, metrics: ['admissions'] }
  const { data, error, isPending } = useValues(id, search, asked)
  const items: readonly ManyItem[] = fixed
    ? fixed.map((value) => ({ id: value, name: text.value(id, value) }))
    : (data ?? []).map(({ value, name, admissions }) => ({
        id: value,
        name: valueName(id, value, name, text),
        figure: numbers.count(admissions),
      }))
  const listed = new Set(items.map((item) => item.id))
  const beyond = values.filter((value) => !listed.has(value))
  const waiting = !fixed && isPending
  const empty = error ? (problemOf(error)?.detail ?? t('noAnswer')) : t('manyNothing')
  return (
    <div className="filter-values">
      <Segmented
        label={t('filterHow')}
        value={not ? 'not' : 'is'}
        choices={[
          { value: 'is', name: t('filterIs') },
          { value: 'not', name: t('filterIsNot') },
        ]}
        onChange={(how) => onChange({ ...filter, not: how === 'not' })}
      />
      <ManyList
        label={text.name(id)}
        search={t('filterSearch', { name: text.name(id) })}
        {...(!fixed && { typed, onType: setTyped })}
        groups={[{ id: 'values', items }]}
        chosen={values.filter((value) => listed.has(value))}
        max={VALUES_MAX - beyond.length}
        onChange={(chosen) => onChange({ ...filter, values: [...beyond, ...chosen] })}
        empty={waiting ? t('loading') : empty}
      />
    </div>
  )
}
