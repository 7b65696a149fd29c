import { Check, ChevronDown, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'

export type ChoiceItem = { readonly id: string; readonly name: string; readonly note?: string }

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly items: readonly ChoiceItem[]
  readonly onChange: (id: string) => void
  /** What the closed control shows; the chosen name unless given. */
  readonly shown?: ReactNode
  readonly icon?: ReactNode
  readonly className?: string
  /** Two chevrons: the control switches what the whole page is about. */
  readonly switches?: boolean
}

/** One of many, in a menu. */
export function Choice(props: ChoiceProps) {
  const { label, value, items, onChange, shown, icon, className, switches } = props
  return (
    <Select
      aria-label={label}
      className={`choice ${className ?? ''}`}
      value={value}
      onChange={(id) => {
        if (typeof id === 'string') onChange(id)
      }}
    >
      <Button className="control">
        {icon}
        {shown ?? <SelectValue />}
        {switches ? <ChevronsUpDown size={14} /> : <ChevronDown size={14} />}
      </Button>
      <Popover className="popover" placement="bottom start">
        <ListBox items={items} className="menu">
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.name} className="menu-item">
              {({ isSelected }) => (
                <>
                  <span className="menu-name">
                    {item.name}
                    {item.note !== undefined && <small>{item.note}</small>}
                  </span>
                  {isSelected && <Check size={16} />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
