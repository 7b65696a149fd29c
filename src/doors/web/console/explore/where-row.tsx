import { ChevronLeft, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import type { DimensionId } from '#metrics/pure'
import { useDimensionText } from '../parts/dimension-text.ts'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import type { House } from '../wire/client.ts'
import { useRegistry } from '../wire/explore.ts'
import { baseQuestion } from './explore-question.ts'
import type { ExploreState } from './explore-state.ts'
import { FILTER_IDS, withoutPick } from './explore-state.ts'
import { useValueNames } from './filter-names.ts'
import type { Filter } from './filter-values.tsx'
import { FilterValues } from './filter-values.tsx'
import { filtersOf, withFilter } from './filters.ts'

type WhereRowProps = {
  readonly state: ExploreState
  readonly scope: PageScope
  readonly house: House
  readonly go: (state: ExploreState) => void
}

/** What the question is narrowed to, one chip a filter. */
export function WhereRow(props: WhereRowProps) {
  const { state, go } = props
  const { t } = useText()
  const filters = filtersOf(state)
  const change = (before: Filter | undefined, after: Filter | undefined) =>
    go(withFilter(withoutPick(state), before, after))
  return (
    <div className="say where">
      <span className="say-word">{t('sayWhere')}</span>
      <div className="where-chips">
        {filters.map((filter) => (
          <FilterChip
            key={chipKey(filter, filters)}
            {...props}
            filter={filter}
            onChange={(after) => change(filter, after)}
          />
        ))}
        <AddFilter {...props} onChange={change} />
      </div>
    </div>
  )
}

/** Is and is not are one chip, which stays open as it turns, unless both are there. */
function chipKey({ id, not }: Filter, filters: readonly Filter[]): string {
  const both = filters.filter((filter) => filter.id === id).length > 1
  return both && not ? `not-${id}` : id
}

type FilterChipProps = WhereRowProps & {
  readonly filter: Filter
  /** Undefined takes it away. */
  readonly onChange: (filter: Filter | undefined) => void
}

const NAMED_MAX = 2

function FilterChip({ filter, state, scope, house, onChange }: FilterChipProps) {
  const { t } = useText()
  const text = useDimensionText()
  const base = baseQuestion(withFilter(state, filter, undefined), scope)
  const names = useValueNames(filter.id, filter.values, house, base)
  const more = names.length - NAMED_MAX
  const shown = names.slice(0, NAMED_MAX).join(t('comma')) + (more > 0 ? ` +${more}` : '')
  const how = filter.not ? t('filterIsNot') : t('filterIs')
  const name = text.name(filter.id)
  return (
    <span className="filter-chip">
      <DialogTrigger>
        <Button className="filter-open">
          <span>
            {name} {how}
          </span>
          <b>{shown}</b>
        </Button>
        <Popover className="popover many-popover" placement="bottom start">
          <Dialog className="many" aria-label={name}>
            <FilterValues
              filter={filter}
              base={base}
              onChange={(after) => onChange(after.values.length > 0 ? after : undefined)}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <Button
        className="filter-gone"
        aria-label={t('filterRemove', { filter: `${name} ${how} ${shown}` })}
        onPress={() => onChange(undefined)}
      >
        <X size={14} />
      </Button>
    </span>
  )
}

type AddFilterProps = WhereRowProps & {
  readonly onChange: (before: Filter | undefined, after: Filter | undefined) => void
}

/** First by what, then which values; the values chosen stand as a chip at once. */
function AddFilter(props: AddFilterProps) {
  const { t } = useText()
  const [id, setId] = useState<DimensionId>()
  return (
    <DialogTrigger onOpenChange={() => setId(undefined)}>
      <Button className="link-button filter-add">
        <Plus size={14} />
        {t('filterAdd')}
      </Button>
      <Popover className="popover many-popover" placement="bottom start">
        <Dialog className="many" aria-label={t('filterAdd')}>
          {id === undefined ? (
            <DimensionList {...props} onChoose={setId} />
          ) : (
            <>
              <Button className="quiet-button filter-back" onPress={() => setId(undefined)}>
                <ChevronLeft size={14} />
                {t('filterOther')}
              </Button>
              <NewFilter key={id} {...props} id={id} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function DimensionList({
  state,
  onChoose,
}: WhereRowProps & { readonly onChoose: (id: DimensionId) => void }) {
  const { t } = useText()
  const { name, meaning } = useDimensionText()
  const registry = useRegistry().data
  const known = new Set(registry?.dimensions.map(({ id }) => id) ?? FILTER_IDS)
  const taken = new Set(filtersOf(state).map(({ id }) => id))
  const items = FILTER_IDS.filter((id) => known.has(id) && !taken.has(id)).map((id) => ({
    id,
    name: name(id),
    note: meaning(id),
  }))
  return (
    <ListBox
      aria-label={t('filterAdd')}
      className="menu"
      items={items}
      autoFocus="first"
      onAction={(key) => {
        const chosen = FILTER_IDS.find((id) => id === key)
        if (chosen) onChoose(chosen)
      }}
    >
      {(item) => (
        <ListBoxItem id={item.id} textValue={item.name} className="menu-item">
          <span className="menu-name">
            {item.name}
            <small>{item.note}</small>
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}

/** Follows the address: what is chosen is there at once, and can be taken back by the back button. */
function NewFilter({ id, state, scope, onChange }: AddFilterProps & { readonly id: DimensionId }) {
  const [not, setNot] = useState(false)
  const said = filtersOf(state).find((filter) => filter.id === id)
  const filter = said ?? { id, not, values: [] }
  const base = baseQuestion(withFilter(state, said, undefined), scope)
  return (
    <FilterValues
      filter={filter}
      base={base}
      onChange={(after) => {
        setNot(after.not)
        const chosen = after.values.length > 0 ? after : undefined
        if (said || chosen) onChange(said, chosen)
      }}
    />
  )
}
