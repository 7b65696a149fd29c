import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { checkWhy, columnText } from '../texts/findings.ts'
import { useText } from '../texts/text.tsx'
import type { Finding, Health } from '../wire/health.ts'
import { healthClient } from '../wire/health.ts'
import { problemOf } from '../wire/problem.ts'
import { isFigure, valueText } from './value-text.ts'

type FindingDetailProps = {
  readonly finding: Finding
  readonly check: Health['checks'][number] | undefined
}

/** The rows behind a finding, what the check looks for, and leaving it as it is. */
export function FindingDetail({ finding, check }: FindingDetailProps) {
  const { lang } = useText()
  return (
    <div className="finding-detail">
      {check && <p className="finding-why">{checkWhy(check, lang)}</p>}
      <RowsBehind finding={finding} />
      {finding.state !== 'gone' && <AcceptForm finding={finding} />}
    </div>
  )
}

function RowsBehind({ finding }: { readonly finding: Finding }) {
  const texts = useText()
  const { t, lang } = texts
  const { columns, rows, beyond } = finding.rows
  if (rows.length === 0) return null
  const right = columns.map((_, at) => rows.every((row) => row[at] === null || isFigure(row[at])))
  return (
    <section
      className="finding-rows"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and by the keyboard too
      tabIndex={0}
      aria-label={t('rowsBehind')}
    >
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column} scope="col" className={right[at] ? 'figure' : undefined}>
                {columnText(column, lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {columns.map((column, at) => (
                <td key={column} className={right[at] ? 'figure' : undefined}>
                  {valueText(row[at], texts)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {beyond > 0 && <p className="quiet">{t('rowsBeyond', { count: beyond })}</p>}
    </section>
  )
}

const NOTE_MAX = 500

function AcceptForm({ finding }: { readonly finding: Finding }) {
  const { t } = useText()
  const queries = useQueryClient()
  const [note, setNote] = useState(finding.note ?? '')
  const accepted = finding.state === 'accepted'
  const change = useMutation({
    mutationFn: () =>
      healthClient.change(finding.id, {
        state: accepted ? 'open' : 'accepted',
        note: note.trim(),
      }),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['findings'] })
      await queries.invalidateQueries({ queryKey: ['health'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!change.isPending) change.mutate()
  }
  const noteId = `note-${finding.id}`
  return (
    <form className="finding-accept" onSubmit={submit}>
      {!accepted && (
        <div className="field">
          <label htmlFor={noteId}>{t('acceptNote')}</label>
          <div className="field-box">
            <input
              id={noteId}
              value={note}
              maxLength={NOTE_MAX}
              aria-describedby={`${noteId}-help`}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
          <small className="field-help" id={`${noteId}-help`}>
            {t('acceptHelp')}
          </small>
        </div>
      )}
      <Button type="submit" className="button" isDisabled={change.isPending}>
        {t(accepted ? 'findingReopen' : 'findingAccept')}
      </Button>
      {change.error && (
        <p className="field-error" role="alert">
          {problemOf(change.error)?.detail ?? t('noAnswer')}
        </p>
      )}
    </form>
  )
}
