import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { ChangeView, ImportView } from '#collate/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import { useChanges } from '../wire/imports.ts'
import { problemOf } from '../wire/problem.ts'
import { columnsOf, MEASURES, measureOf, tableOf } from './fact-columns.ts'
import { cellText, reportedText } from './shown-facts.ts'

const SHOWN = 12

type ChangesPanelProps = { readonly view: ImportView; readonly timezone: string | undefined }

/** What the file put in the place of what stood, and what it took back: before and after. */
export function ChangesPanel({ view, timezone }: ChangesPanelProps) {
  const texts = useText()
  const { t } = texts
  const [all, setAll] = useState(false)
  const { data, error } = useChanges(view)
  const changes = data?.changes ?? []
  const shown = all ? changes : changes.slice(0, SHOWN)
  const note = [
    view.corrected > 0 && t('correctedCount', { count: view.corrected }),
    view.withdrawn > 0 && t('withdrawnCount', { count: view.withdrawn }),
  ]
  return (
    <Panel
      title={t('changes')}
      note={note.filter(Boolean).join(' · ')}
      className="changes"
      footer={t('changesFoot')}
    >
      {error && (
        <Notice state="failed" title={t('changesFailed')}>
          {problemOf(error)?.detail ?? t('noAnswer')}
        </Notice>
      )}
      {!data && !error && <p className="panel-empty">{t('loading')}</p>}
      <ol>
        {shown.map((change, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes have an order and no name
          <Change key={at} change={change} timezone={timezone} texts={texts} />
        ))}
      </ol>
      {changes.length > SHOWN && !all && (
        <p className="panel-empty">
          <Button className="quiet-button link" onPress={() => setAll(true)}>
            {t('showAllChanges', { count: changes.length })}
          </Button>
        </p>
      )}
    </Panel>
  )
}

type ChangeProps = {
  readonly change: ChangeView
  readonly timezone: string | undefined
  readonly texts: Texts
}

function Change({ change, timezone, texts }: ChangeProps) {
  const { t } = texts
  const { line, before, after } = change
  const { what, differs } = wordsOf(change, texts, timezone)
  return (
    <li>
      <span className="line-number">
        {line === undefined ? '' : texts.numbers.countExact(line)}
        <span className="hidden-text"> {t('line')}</span>
      </span>
      <div>
        <strong>{what}</strong>
        {after === undefined ? (
          <p className="taken-back">{t('takenBack', { figure: figureOf(before, texts) })}</p>
        ) : (
          <dl>
            {differs.map(({ name, was, is }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <del>{was || UNKNOWN}</del> → <ins>{is || UNKNOWN}</ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  )
}

type Differing = { readonly name: string; readonly was: string; readonly is: string }

function wordsOf(
  { before, after }: ChangeView,
  texts: Texts,
  timezone: string | undefined,
): { readonly what: string; readonly differs: readonly Differing[] } {
  const isReported = tableOf(before) === 'box_office'
  const columns = columnsOf(before)
  const said = (fact: Readonly<Record<string, string>>) =>
    columns.map((column) => ({ column, text: cellText(column, fact, texts, timezone) }))
  const was = said(before)
  const is = after ? said(after) : was
  const differs = was.flatMap(({ column, text }, at): readonly Differing[] => {
    const now = is[at]?.text ?? ''
    return now === text ? [] : [{ name: texts.t(column.name), was: text, is: now }]
  })
  const same = was.filter(({ text }, at) => text !== '' && is[at]?.text === text)
  const figures =
    isReported && after && before['value'] !== after['value']
      ? [
          {
            name: measureName(before, texts),
            was: reportedText(before, texts),
            is: reportedText(after, texts),
          },
        ]
      : []
  const words = same.filter(({ column }) => !['count', 'money'].includes(column.kind))
  return { what: words.map(({ text }) => text).join(' · '), differs: [...differs, ...figures] }
}

/** What a fact that was taken back had counted. */
function figureOf(fact: Readonly<Record<string, string>>, texts: Texts): string {
  if (tableOf(fact) === 'box_office') {
    return `${measureName(fact, texts)} ${reportedText(fact, texts)}`
  }
  const figures = columnsOf(fact).filter(({ kind }) => kind === 'count' || kind === 'money')
  return figures
    .map((column) => ({ name: texts.t(column.name), text: cellText(column, fact, texts, 'UTC') }))
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => `${name} ${text}`)
    .join(' · ')
}

function measureName(fact: Readonly<Record<string, string>>, { t }: Texts): string {
  const name = MEASURES.find(([measure]) => measure === measureOf(fact))?.[1]
  return name ? t(name) : (fact['measure'] ?? '')
}
