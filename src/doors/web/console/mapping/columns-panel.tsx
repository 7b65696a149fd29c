import { ArrowRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { Choice, ColumnOptions, Field } from '#collate/pure'
import { MAPPED_TABLES } from '#collate/pure'
import { Choice as Menu } from '../parts/choice.tsx'
import { Panel } from '../parts/panel.tsx'
import { tableText } from '../texts/fields.ts'
import { useText } from '../texts/text.tsx'
import type { Draft, DraftColumn } from './draft.ts'
import { answerColumn, become, ofTable, readColumn } from './draft.ts'
import { FieldChoice } from './field-choice.tsx'
import { OptionsButton } from './options-button.tsx'
import { useChoiceText, useReadText } from './use-choice-text.ts'

type ColumnsPanelProps = {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** What each column of the file becomes and how its cells are read; what is not settled is asked. */
export function ColumnsPanel({ draft, onChange }: ColumnsPanelProps) {
  const { t, lang } = useText()
  const { columns, base } = draft
  const asked = columns.filter(({ question }) => question).length
  const read = columns.filter(({ rule, question }) => rule && !question).length
  const taken = new Map(
    columns.flatMap(({ column, rule }) => (rule ? [[rule.field, column] as const] : [])),
  )
  return (
    <Panel
      title={t('columnsTitle')}
      note={
        t('columnsNote', { read, left: columns.length - read - asked }) +
        t('columnsAsked', { count: asked })
      }
      className="mapping-columns"
      action={
        <Menu
          label={t('tableIs')}
          value={base.table}
          items={MAPPED_TABLES.map((id) => ({ id, name: tableText(id, lang) }))}
          onChange={(id) => {
            const table = MAPPED_TABLES.find((one) => one === id)
            if (table && table !== base.table) onChange(ofTable(draft, table))
          }}
        />
      }
    >
      <table className="columns-table">
        <thead>
          <tr>
            <th scope="col">{t('inTheFile')}</th>
            <th aria-hidden className="to" />
            <th scope="col">{t('becomes')}</th>
            <th scope="col">{t('firstValue')}</th>
            <th scope="col">{t('howRead')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <ColumnRow
              key={column.column}
              column={column}
              draft={draft}
              taken={taken}
              onField={(field) => onChange(become(draft, column.column, field))}
              onAnswer={(choice) => onChange(answerColumn(draft, column.column, choice))}
              onOptions={(options) => onChange(readColumn(draft, column.column, options))}
            />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

type ColumnRowProps = {
  readonly column: DraftColumn
  readonly draft: Draft
  readonly taken: ReadonlyMap<Field, string>
  readonly onField: (field: Field | undefined) => void
  readonly onAnswer: (choice: Choice) => void
  readonly onOptions: (options: ColumnOptions) => void
}

function ColumnRow({ column, draft, taken, onField, onAnswer, onOptions }: ColumnRowProps) {
  const choiceText = useChoiceText()
  const readText = useReadText()
  const { question, rule } = column
  return (
    <tr data-asked={question ? '' : undefined} data-testid="mapping-column">
      <th scope="row" className="code">
        {column.column}
      </th>
      <td className="to" aria-hidden>
        <ArrowRight size={16} strokeWidth={1.5} />
      </td>
      <td className="becomes">
        <FieldChoice column={column} table={draft.base.table} taken={taken} onChange={onField} />
      </td>
      <td className="code first-value" title={column.first}>
        {column.first}
      </td>
      <td className="how">
        {question ? (
          <div className="question">
            <p>{choiceText.ask(question, column)}</p>
            <div>
              {question.choices.map((choice) => {
                const { say, shows } = choiceText.choice(choice)
                return (
                  <Button key={say + shows} className="answer" onPress={() => onAnswer(choice)}>
                    {say}
                    {shows !== undefined && <small>{shows}</small>}
                  </Button>
                )
              })}
            </div>
          </div>
        ) : (
          <div className="how-in">
            <span>
              {readText(column)}
              {showsMore(column) && <b>{column.shown}</b>}
            </span>
            {rule && <OptionsButton rule={rule} onChange={onOptions} />}
          </div>
        )}
      </td>
    </tr>
  )
}

/** As it will be read, where that is not plain from the value or said already. */
function showsMore({ shown, first, reads, byHand }: DraftColumn): boolean {
  if (shown === undefined || shown === first.trim()) return false
  return byHand === true || !reads.includes(shown)
}
