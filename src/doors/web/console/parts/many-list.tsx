import '../style/choices.css'
import { Check, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { SearchField } from 'react-aria-components/SearchField'

export type ManyItem<Id extends string = string> = {
  readonly id: Id
  readonly name: string
  /** One quiet line under the name. */
  readonly note?: string
  /** At the right: how much there is of it. */
  readonly figure?: string
}

export type ManyGroup<Id extends string = string> = {
  readonly id: string
  /** Absent: the items stand without a head. */
  readonly name?: string
  readonly items: readonly ManyItem<Id>[]
}

type ManyListProps<Id extends string> = {
  readonly label: string
  /** What the search field says; absent, there is none. */
  readonly search?: string
  /** Typed by somebody who finds what they look for elsewhere: the list is shown as given. */
  readonly typed?: string
  readonly onType?: (typed: string) => void
  readonly groups: readonly ManyGroup<Id>[]
  readonly chosen: readonly Id[]
  /** So many at most; those chosen stay to be taken away. */
  readonly max?: number
  /** In the order in which they were chosen. */
  readonly onChange: (chosen: readonly Id[]) => void
  readonly empty: ReactNode
}

/** Several of a list, by pointer or keyboard: typing narrows it, arrows walk, Enter takes. */
export function ManyList<Id extends string>(props: ManyListProps<Id>) {
  const { label, search, onType, chosen, max = Number.POSITIVE_INFINITY } = props
  const { contains } = useFilter({ sensitivity: 'base' })
  const [narrowed, setNarrowed] = useState('')
  const full = chosen.length >= max
  const items = props.groups.flatMap((group) => group.items)
  const fits = ({ name, note }: ManyItem<Id>) =>
    onType !== undefined || contains(name, narrowed) || contains(note ?? '', narrowed)
  const groups = props.groups
    .map((group) => ({ ...group, items: group.items.filter(fits) }))
    .filter((group) => group.items.length > 0)
  const change = (keys: 'all' | Iterable<unknown>) => {
    const set = new Set(keys === 'all' ? items.map(({ id }) => id) : keys)
    const kept = chosen.filter((id) => set.has(id))
    const added = items.map(({ id }) => id).filter((id) => set.has(id) && !chosen.includes(id))
    props.onChange([...kept, ...added].slice(0, max))
  }
  return (
    <Autocomplete inputValue={props.typed ?? narrowed} onInputChange={onType ?? setNarrowed}>
      {search !== undefined && (
        <SearchField className="many-search" aria-label={search} autoFocus>
          <Search size={16} aria-hidden />
          <Input placeholder={search} />
        </SearchField>
      )}
      <ListBox
        aria-label={label}
        className="menu many-list"
        selectionMode="multiple"
        // Escape leaves the list; it takes nothing away.
        escapeKeyBehavior="none"
        selectedKeys={chosen}
        disabledKeys={full ? items.map(({ id }) => id).filter((id) => !chosen.includes(id)) : []}
        onSelectionChange={change}
        renderEmptyState={() => <p className="many-empty">{props.empty}</p>}
      >
        {groups.map((group) => (
          // A section and an item of one name would be one to the list.
          <ListBoxSection key={group.id} id={`group-${group.id}`} aria-label={group.name ?? label}>
            {group.name !== undefined && <Header className="many-head">{group.name}</Header>}
            {group.items.map((item) => (
              <ManyLine key={item.id} item={item} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Autocomplete>
  )
}

function ManyLine({ item }: { readonly item: ManyItem }) {
  const { id, name, note, figure } = item
  return (
    <ListBoxItem id={id} textValue={name} className="menu-item menu-check">
      {({ isSelected }) => (
        <>
          <CheckMark checked={isSelected} />
          <span className="menu-name">
            {name}
            {note !== undefined && <small>{note}</small>}
          </span>
          {figure !== undefined && <span className="many-figure">{figure}</span>}
        </>
      )}
    </ListBoxItem>
  )
}

/** A box that is ticked or not; what it stands for says so itself. */
export function CheckMark({ checked }: { readonly checked: boolean }) {
  return (
    <i className="check-box" data-checked={checked || undefined} aria-hidden>
      {checked && <Check size={12} strokeWidth={3} />}
    </i>
  )
}
