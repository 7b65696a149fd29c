import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'

type SuggestFieldProps = {
  readonly label: string
  readonly help: string
  readonly value: string
  readonly items: readonly string[]
  readonly onChange: (value: string) => void
  /** One sentence that says how to mend it. */
  readonly error?: string | undefined
  readonly fixed?: boolean
  readonly focus?: boolean
}

/** A text that may be typed or taken from what is offered. */
export function SuggestField(props: SuggestFieldProps) {
  const { label, help, value, items, onChange, error, fixed = false, focus = false } = props
  return (
    <ComboBox
      className="field"
      allowsCustomValue
      menuTrigger="focus"
      inputValue={value}
      onInputChange={onChange}
      isDisabled={fixed}
      isInvalid={error !== undefined}
      autoFocus={focus}
      defaultItems={items.map((name) => ({ id: name, name }))}
    >
      <Label>{label}</Label>
      <div className="field-box">
        <Input />
        <Button className="field-open">
          <ChevronDown size={14} />
        </Button>
      </div>
      {error === undefined && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover popover-field">
        <ListBox className="menu">
          {(item: { readonly id: string; readonly name: string }) => (
            <ListBoxItem className="menu-item" textValue={item.name}>
              {item.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
