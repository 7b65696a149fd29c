import { Check, ChevronDown } from 'lucide-react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { SearchField } from 'react-aria-components/SearchField'
import { Select, SelectValue } from 'react-aria-components/Select'
import type { Field, MappedTable } from '#collate/pure'
import { TABLE_SHAPES } from '#collate/pure'
import { fieldText } from '../texts/fields.ts'
import { useText } from '../texts/text.tsx'
import type { DraftColumn } from './draft.ts'

const LEFT_OUT = 'left_out'

type FieldChoiceProps = {
  readonly column: DraftColumn
  readonly table: MappedTable
  /** Which column becomes a field already. */
  readonly taken: ReadonlyMap<Field, string>
  readonly onChange: (field: Field | undefined) => void
}

/** What a column becomes: one of the fields, found by typing, or nothing. */
export function FieldChoice({ column, table, taken, onChange }: FieldChoiceProps) {
  const { t, lang } = useText()
  const { contains } = useFilter({ sensitivity: 'base' })
  const now = column.rule?.field
  const state = column.question ? 'asked' : now ? 'chosen' : 'left-out'
  const fields = TABLE_SHAPES[table].fields.map((field) => ({
    id: field as string,
    name: fieldText(field, lang),
    note: noteOf(field),
  }))
  const items = [{ id: LEFT_OUT, name: t('columnLeftOut'), note: undefined }, ...fields]
  return (
    <Select
      aria-label={t('becomesOf', { column: column.column })}
      className={`field-choice field-choice-${state}`}
      value={now ?? (column.question ? null : LEFT_OUT)}
      placeholder={t('answerIt')}
      onChange={(id) => onChange(TABLE_SHAPES[table].fields.find((field) => field === id))}
    >
      <Button className="control">
        <SelectValue>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronDown size={14} />
      </Button>
      <Popover className="popover field-popover" placement="bottom start">
        <Autocomplete filter={contains}>
          <SearchField aria-label={t('fieldSearch')} autoFocus className="field-search">
            <Input placeholder={t('fieldSearch')} />
          </SearchField>
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
        </Autocomplete>
      </Popover>
    </Select>
  )

  function noteOf(field: Field): string | undefined {
    const other = taken.get(field)
    return other === undefined || other === column.column
      ? undefined
      : t('fieldTaken', { column: other })
  }
}
