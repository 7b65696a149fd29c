import type { FormEvent } from 'react'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { reasonText } from '../texts/reasons.ts'
import { useText } from '../texts/text.tsx'
import type { QuarantineRow } from '../wire/imports.ts'
import { problemOf } from '../wire/problem.ts'
import type { Span } from './suggested-cells.ts'
import { cellInQuestion, suggestedCells } from './suggested-cells.ts'
import type { Mending } from './use-mending.ts'

type QuarantineRowItemProps = {
  readonly row: QuarantineRow
  readonly header: readonly string[]
  readonly mending: Mending
  /** Nothing can be done with it: it is settled, or the file is still being read. */
  readonly fixed: boolean
  /** The days of the rows that count. */
  readonly span: Span
}

/** A row in quarantine: its line, why it waits, as it came, and what can be done. */
export function QuarantineRowItem({ row, header, mending, fixed, span }: QuarantineRowItemProps) {
  const { t, numbers, lang } = useText()
  const [editing, setEditing] = useState(false)
  const { line, raw, cells, correctedCells } = row
  const goingAside = mending.aside.lines.has(line)
  const suggestion = suggestedCells(row.say, cells, span)
  const pending = mending.mend.isPending && mending.mend.variables?.line === line
  return (
    <li data-testid="quarantine-row">
      <span className="line-number">
        <span className="hidden-text">{t('line')} </span>
        {numbers.countExact(line)}
      </span>
      <div className="quarantine-row">
        <strong>{reasonText(row, lang)}</strong>
        {!editing && <code>{raw}</code>}
        {correctedCells && (
          <code className="corrected-cells">
            {t('nowReads')} {correctedCells.join(', ')}
          </code>
        )}
        {editing && cells && (
          <CellsForm
            row={row}
            cells={cells}
            header={header}
            mending={mending}
            onDone={() => setEditing(false)}
          />
        )}
      </div>
      {!fixed && !editing && (
        <div className="quarantine-do">
          {goingAside ? (
            <>
              <span className="quiet" role="status">
                {t('goesAside')}
              </span>
              <Button className="button" onPress={() => mending.aside.undo(line)}>
                {t('undo')}
              </Button>
            </>
          ) : (
            <>
              {suggestion && (
                <Button
                  className="button"
                  isDisabled={pending}
                  onPress={() => mending.mend.mutate({ line, cells: suggestion.cells })}
                >
                  {t('setYear', { year: suggestion.year })}
                </Button>
              )}
              {cells ? (
                <Button className="button" onPress={() => setEditing(true)}>
                  {t('correctRow')}
                  <span className="hidden-text">
                    {' '}
                    {t('line')} {line}
                  </span>
                </Button>
              ) : (
                <span className="quiet">{t('sendAgain')}</span>
              )}
              <Button className="quiet-button" onPress={() => mending.aside.put(line)}>
                {t('setAside')}
                <span className="hidden-text">
                  {' '}
                  {t('line')} {line}
                </span>
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}

type CellsFormProps = {
  readonly row: QuarantineRow
  readonly cells: readonly string[]
  readonly header: readonly string[]
  readonly mending: Mending
  readonly onDone: () => void
}

/** The row's cells by column, to be typed over; the one that the reason speaks of comes into focus. */
function CellsForm({ row, cells, header, mending, onDone }: CellsFormProps) {
  const { t } = useText()
  const id = useId()
  const wide = Math.max(cells.length, header.length)
  const [typed, setTyped] = useState(() => Array.from({ length: wide }, (_, at) => cells[at] ?? ''))
  const [refused, setRefused] = useState<string>()
  const asked = Math.max(0, cellInQuestion(row.say, cells))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setRefused(undefined)
    try {
      await mending.mend.mutateAsync({ line: row.line, cells: typed })
      onDone()
    } catch (fault) {
      setRefused(problemOf(fault)?.detail ?? t('noAnswer'))
    }
  }
  return (
    <form className="cells-form" onSubmit={(event) => void save(event)} noValidate>
      <div className="cells">
        {typed.map((cell, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
          <div key={at} className="field" data-asked={at === asked ? '' : undefined}>
            <label htmlFor={`${id}-${at}`}>
              {header[at]?.trim() || t('columnNumber', { at: at + 1 })}
            </label>
            <div className="field-box">
              <input
                id={`${id}-${at}`}
                value={cell}
                autoComplete="off"
                // biome-ignore lint/a11y/noAutofocus: the form was opened to correct this very cell
                autoFocus={at === asked}
                aria-invalid={refused !== undefined && at === asked}
                onChange={(event) => setTyped(typed.with(at, event.target.value))}
              />
            </div>
          </div>
        ))}
      </div>
      {refused !== undefined && (
        <p className="field-error" role="alert">
          {refused}
        </p>
      )}
      <div className="cells-acts">
        <Button type="submit" className="button button-primary" isDisabled={mending.mend.isPending}>
          {t('countRow')}
        </Button>
        <Button className="quiet-button" onPress={onDone}>
          {t('leaveRow')}
        </Button>
      </div>
    </form>
  )
}
