import { ChevronDown } from 'lucide-react'
import { useId } from 'react'

type ListFieldProps = {
  readonly label: string
  readonly value: string
  readonly items: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (value: string) => void
}

/** One of a list under its name, by the means of the device. */
export function ListField({ label, value, items, onChange }: ListFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-box field-list">
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {!items.some((item) => item.id === value) && <option value="" />}
          {items.map((item) => (
            <option key={item.id} value={item.id}>
              {item.name}
            </option>
          ))}
        </select>
        <ChevronDown size={14} aria-hidden />
      </div>
    </div>
  )
}
