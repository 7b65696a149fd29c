import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'

type SellFieldProps = {
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly money?: boolean
  readonly focus?: boolean
}

/** One line of text, label above, what is wrong below. */
export function SellField(props: SellFieldProps) {
  const { label, help, value, onChange, error, money = false, focus = false } = props
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      inputMode={money ? 'decimal' : 'text'}
      autoComplete="off"
      autoFocus={focus}
    >
      <Label>{label}</Label>
      <div className="field-box">
        <Input />
      </div>
      {error === undefined && help !== undefined && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  )
}
