import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'

type SegmentedProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly choices: readonly {
    readonly value: Value
    readonly name: string
    readonly disabled?: boolean
  }[]
  readonly onChange: (value: Value) => void
}

/** One of a few, all in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, value, choices, onChange } = props
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = choices.find((choice) => keys.has(choice.value))
        if (chosen) onChange(chosen.value)
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.value} id={choice.value} isDisabled={choice.disabled ?? false}>
          {choice.name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
