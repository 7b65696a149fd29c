import { SlidersHorizontal } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { ColumnOptions, ColumnRule } from '#collate/pure'
import { DATE_FORMS, FIELD_SHAPES, UNITS } from '#collate/pure'
import { ListField } from '../parts/list-field.tsx'
import { useText } from '../texts/text.tsx'

type OptionsButtonProps = {
  readonly rule: ColumnRule
  readonly onChange: (options: ColumnOptions) => void
}

const ANY = 'any'

/** How the cells of a column are read, to be changed: dates by their order, amounts by mark and unit. */
export function OptionsButton({ rule, onChange }: OptionsButtonProps) {
  const { t } = useText()
  const { kind } = FIELD_SHAPES[rule.field]
  const isDate = kind === 'moment' || kind === 'day'
  const isFigure = kind === 'amount' || kind === 'count'
  if (!isDate && !isFigure) return null
  const { column: _, field: __, ...options } = rule
  const any = { id: ANY, name: t('unsettled') }
  return (
    <DialogTrigger>
      <Button
        className="icon-button options-button"
        aria-label={t('howReadChange', { column: rule.column })}
      >
        <SlidersHorizontal size={14} strokeWidth={1.75} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="options" aria-label={t('howReadChange', { column: rule.column })}>
          {isDate && (
            <ListField
              label={t('datesAs')}
              value={options.dates ?? ANY}
              items={[any, ...DATE_FORMS.map((id) => ({ id, name: t(`dates_${id}`) }))]}
              onChange={(id) => {
                const { dates: ___, ...others } = options
                const dates = DATE_FORMS.find((one) => one === id)
                onChange(dates ? { ...others, dates } : others)
              }}
            />
          )}
          {isFigure && (
            <>
              <ListField
                label={t('decimalMark')}
                value={options.decimal ?? ANY}
                items={[
                  any,
                  { id: '.', name: t('decimalPoint') },
                  { id: ',', name: t('decimalComma') },
                ]}
                onChange={(id) => {
                  const { decimal: ___, ...others } = options
                  onChange(id === '.' || id === ',' ? { ...others, decimal: id } : others)
                }}
              />
              <ListField
                label={t('unit')}
                value={options.unit ?? 'one'}
                items={UNITS.filter((id) => kind === 'amount' || id !== 'minor').map((id) => ({
                  id,
                  name: t(`unit_${id}`),
                }))}
                onChange={(id) => {
                  const unit = UNITS.find((one) => one === id)
                  if (unit) onChange({ ...options, unit })
                }}
              />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
