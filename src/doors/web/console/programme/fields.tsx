import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useId } from 'react'

type FieldProps = {
  readonly label: string
  readonly help?: ReactNode
  /** One sentence that says how to mend it. */
  readonly error?: string | undefined
  readonly className?: string
}

type TextFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly placeholder?: string
  readonly type?: 'text' | 'date'
  readonly numeric?: 'numeric' | 'decimal'
  readonly most?: number
  readonly before?: string
  readonly after?: string
  readonly suggest?: readonly string[]
}

/** A line of text under its name; what is wrong with it stands below. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, placeholder, type = 'text', numeric, most, suggest } = props
  const list = useId()
  return (
    <Field {...props}>
      {(id, described) => (
        <div className="field-box">
          {props.before && <span className="field-mark">{props.before}</span>}
          <input
            id={id}
            type={type}
            value={value}
            placeholder={placeholder}
            maxLength={most}
            inputMode={numeric}
            autoComplete="off"
            aria-describedby={described}
            aria-invalid={props.error !== undefined}
            list={suggest ? list : undefined}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
          />
          {props.after && <span className="field-mark">{props.after}</span>}
          {suggest && (
            <datalist id={list}>
              {suggest.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          )}
        </div>
      )}
    </Field>
  )
}

type LongFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly most: number
  readonly rows?: number
}

export function LongField(props: LongFieldProps) {
  return (
    <Field {...props}>
      {(id, described) => (
        <textarea
          id={id}
          className="field-long"
          rows={props.rows ?? 3}
          value={props.value}
          maxLength={props.most}
          aria-describedby={described}
          aria-invalid={props.error !== undefined}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

type ListFieldProps = FieldProps & {
  readonly value: string
  readonly items: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (value: string) => void
}

/** One of a list, by the means of the device. */
export function ListField(props: ListFieldProps) {
  const { items, value, onChange } = props
  return (
    <Field {...props}>
      {(id, described) => (
        <div className="field-box field-list">
          <select
            id={id}
            value={value}
            aria-describedby={described}
            aria-invalid={props.error !== undefined}
            onChange={(event) => onChange(event.target.value)}
          >
            {!items.some((item) => item.id === value) && <option value="" />}
            {items.map((item) => (
              <option key={item.id} value={item.id}>
                {item.name}
              </option>
            ))}
          </select>
          <ChevronDown size={14} aria-hidden />
        </div>
      )}
    </Field>
  )
}

type TogglesProps = {
  readonly label: string
  readonly help?: string
  readonly error?: string | undefined
  readonly items: readonly { readonly id: string; readonly name: string; readonly long?: string }[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
  /** Seven beside each other. */
  readonly week?: boolean
}

/** Several of a few, all in sight. */
export function Toggles(props: TogglesProps) {
  const { label, help, error, items, chosen, onChange, week = false } = props
  const flip = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <fieldset className="toggles" data-invalid={error ? '' : undefined}>
      <legend>{label}</legend>
      <div className={week ? 'toggles-week' : 'toggles-in'}>
        {items.map(({ id, name, long }) => (
          <label key={id} className="toggle">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              aria-label={long ?? name}
              onChange={() => flip(id)}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
      {error ? (
        <p className="field-error">{error}</p>
      ) : (
        help && <p className="field-help">{help}</p>
      )}
    </fieldset>
  )
}

type FieldFrameProps = FieldProps & {
  readonly children: (id: string, described: string | undefined) => ReactNode
}

function Field({ label, help, error, className, children }: FieldFrameProps) {
  const id = useId()
  const said = `${id}-said`
  const speaks = error !== undefined || help !== undefined
  return (
    <div className={`field ${className ?? ''}`} data-invalid={error !== undefined ? '' : undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id, speaks ? said : undefined)}
      {speaks && (
        <p id={said} className={error === undefined ? 'field-help' : 'field-error'}>
          {error ?? help}
        </p>
      )}
    </div>
  )
}
