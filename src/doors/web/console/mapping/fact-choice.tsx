import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
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
      className="fact-choice"
      value={value}
      onChange={(id) => {
        if (typeof id === 'string' && id !== value) onChange(id)
      }}
    >
      <Label>{label}</Label>
      <Button>
        <SelectValue>{() => shown}</SelectValue>
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
