import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select } from 'react-aria-components/Select'
import type { ChoiceItem } from '../parts/choice.tsx'

type FactChoiceProps = {
  /** Before the value: "separator". */
  readonly label: string
  readonly value: string
  readonly shown: string
  readonly items: readonly ChoiceItem[]
  readonly onChange: (id: string) => void
}

/** A fact of the file in the line of its facts, which can be corrected. */
export function FactChoice({ label, value, shown, items, onChange }: FactChoiceProps) {
  return (
    <Select
      aria-label={label}
      className="fact-choice"
      value={value}
      onChange={(id) => {
        if (typeof id === 'string' && id !== value) onChange(id)
      }}
    >
      <Button>
        <span>{label}</span> <b>{shown}</b>
        <ChevronDown size={12} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <ListBox items={items} className="menu">
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.name} className="menu-item">
              <span className="menu-name">
                {item.name}
                {item.note !== undefined && <small>{item.note}</small>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
