import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../texts/text.tsx'

export type Sorting<Order extends string> = {
  readonly order: Order
  readonly up: boolean
  readonly sort: (order: Order) => void
}

type SortHeadProps<Order extends string> = {
  readonly of: Order
  readonly name: string
  readonly sorting: Sorting<Order>
  readonly className?: string
  /** What the column counts, for whoever points at it. */
  readonly title?: string
  readonly children?: ReactNode
}

/** A column's head that sorts by it; once more, the other way round. */
export function SortHead<Order extends string>(props: SortHeadProps<Order>) {
  const { of, name, sorting, className, title, children } = props
  const { t } = useText()
  const sorted = sorting.order === of
  const Arrow = sorting.up ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      className={`${className ?? ''} ${sorted ? 'sorted' : ''}`}
      aria-sort={sorted ? (sorting.up ? 'ascending' : 'descending') : 'none'}
      title={title}
    >
      <button
        type="button"
        className="sort-head"
        title={t('tableSort', { name })}
        onClick={() => sorting.sort(of)}
      >
        {children ?? name}
        {sorted && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  )
}
