import { ListField } from '../parts/list-field.tsx'
import { useMetricText } from '../parts/metric-text.ts'
import { useText } from '../texts/text.tsx'
import type { CinemaOrder } from './cinemas-search.ts'
import { CINEMA_COLUMNS, CINEMA_ORDERS } from './cinemas-search.ts'

type SortChoiceProps = {
  readonly sorting: {
    readonly order: CinemaOrder
    readonly sort: (order: CinemaOrder) => void
  }
  readonly against: string
  /** On a map it says what is drawn. */
  readonly onMap: boolean
}

/** A phone has no heads to press, nor has a map. */
export function SortChoice({ sorting, against, onMap }: SortChoiceProps) {
  const { t } = useText()
  const { name } = useMetricText()
  return (
    <ListField
      label={onMap ? t('measure') : t('cinSortedBy')}
      value={sorting.order}
      items={[
        ...CINEMA_COLUMNS.map((metric) => ({ id: metric, name: name(metric) })),
        ...(against && !onMap
          ? [{ id: 'change', name: t('cinChangeFrom', { name: against }) }]
          : []),
        ...(onMap ? [] : [{ id: 'cinema', name: t('cinema') }]),
      ]}
      onChange={(id) => {
        const wanted = CINEMA_ORDERS.find((one) => one === id)
        if (wanted && wanted !== sorting.order) sorting.sort(wanted)
      }}
    />
  )
}
