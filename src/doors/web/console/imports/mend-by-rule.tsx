import type { ComponentType, FormEvent } from 'react'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ListField } from '../parts/list-field.tsx'
import { useText } from '../texts/text.tsx'
import type { Mended, QuarantineRow } from '../wire/imports.ts'
import { problemOf } from '../wire/problem.ts'
import { cellInQuestion } from './suggested-cells.ts'
import type { Mending } from './use-mending.ts'

type MendByRuleProps = {
  readonly header: readonly string[]
  readonly rows: readonly QuarantineRow[]
  readonly mending: Mending
  readonly settled: ComponentType<Mended>
}

/** One replacement for all rows that need it, and for those of later files of this source. */
export function MendByRule({ header, rows, mending, settled: Settled }: MendByRuleProps) {
  const { t } = useText()
  const common = commonTrouble(rows)
  const [column, setColumn] = useState(header[common?.at ?? 0]?.trim() ?? '')
  const [find, setFind] = useState(common?.cell ?? '')
  const [replaceWith, setReplaceWith] = useState('')
  const [whole, setWhole] = useState(true)
  const { byRule } = mending
  const place = header.findIndex((name) => name.trim() === column)
  const touched = rows.filter(({ cells }) => {
    const cell = cells?.[place] ?? ''
    return find !== '' && (whole ? cell.trim() === find : cell.includes(find))
  }).length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (find !== '' && touched > 0) byRule.mutate({ column, find, whole, replaceWith })
  }
  return (
    <form className="rule-form" onSubmit={submit} noValidate>
      <ListField
        label={t('ruleColumn')}
        value={column}
        items={header.map((name) => ({ id: name.trim(), name: name.trim() }))}
        onChange={setColumn}
      />
      <PlainField label={t('ruleFind')} value={find} onChange={setFind} />
      <PlainField label={t('ruleReplace')} value={replaceWith} onChange={setReplaceWith} />
      <label className="check">
        <input
          type="checkbox"
          checked={whole}
          onChange={(event) => setWhole(event.target.checked)}
        />
        {t('ruleWhole')}
      </label>
      <Button
        type="submit"
        className="button button-primary"
        isDisabled={byRule.isPending || touched === 0}
      >
        {t('ruleDo', { count: touched })}
      </Button>
      <p className="field-help">{t('ruleHelp')}</p>
      {byRule.data && <Settled {...byRule.data} />}
      {byRule.error && (
        <p className="field-error" role="alert">
          {problemOf(byRule.error)?.detail ?? t('noAnswer')}
        </p>
      )}
    </form>
  )
}

/** The cell that holds most of the rows back. */
function commonTrouble(rows: readonly QuarantineRow[]) {
  const found = rows.flatMap(({ say, cells }) => {
    const at = cells ? cellInQuestion(say, cells) : -1
    const cell = cells?.[at]?.trim() ?? ''
    return cell === '' ? [] : [{ at, cell }]
  })
  const alike = Map.groupBy(found, ({ at, cell }) => `${at} ${cell}`)
  const most = [...alike.values()].toSorted((one, other) => other.length - one.length)[0]
  return most?.[0]
}

type PlainFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function PlainField({ label, value, onChange }: PlainFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-box">
        <input
          id={id}
          value={value}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </div>
  )
}
