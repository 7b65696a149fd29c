import { useNavigate } from '@tanstack/react-router'
import { Download, Save } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { forgetFile } from '../imports/given-files.ts'
import { Notice } from '../parts/notice.tsx'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import type { FileView, ReadingWish } from '../wire/imports.ts'
import { problemOf } from '../wire/problem.ts'
import type { FileWork } from './use-file-work.ts'
import { useSaveMapping, useStartImport } from './use-file-work.ts'

type FileActionsProps = {
  readonly file: FileView
  readonly work: FileWork
  readonly wish: ReadingWish
  /** Somebody wants to go on: what is missing may be said now. */
  readonly onTry: () => void
}

/** Discard, keep the mapping, import: the bar at the foot, in reach wherever one is on the page. */
export function FileActions({ file, work, wish, onTry }: FileActionsProps) {
  const texts = useText()
  const { t } = texts
  const navigate = useNavigate()
  const saving = useSaveMapping(work)
  const starting = useStartImport(file, wish, work)
  const { readBy, draft, open, placed, name, preview, saved } = work
  const nameless = readBy.kind === 'columns' && name.trim() === ''
  const refused =
    readBy.kind === 'columns' && (preview.error !== null || work.mapping === undefined)
  const text = readBy.kind === 'mapping' ? saved?.text : preview.data?.text
  const go = () => {
    onTry()
    if (placed && !nameless) starting.mutate()
  }
  const fault = starting.error ?? saving.error
  return (
    <footer className="file-actions">
      {fault && (
        <Notice state="failed" title={t(starting.error ? 'importRefused' : 'mappingNotSaved')}>
          {problemOf(fault)?.detail ?? t('noAnswer')}
        </Notice>
      )}
      <div className="file-actions-in">
        {saving.data && readBy.kind === 'mapping' && (
          <p className="quiet" role="status">
            {t('mappingSaved', { name: saving.data.name, version: saving.data.version })}
          </p>
        )}
        <Button
          className="quiet-button"
          onPress={() => {
            forgetFile(file.id)
            void navigate({ to: '/imports' })
          }}
        >
          {t('discard')}
        </Button>
        {text !== undefined && (
          <a
            className="quiet-button download"
            href={`data:application/yaml;charset=utf-8,${encodeURIComponent(text)}`}
            download={`${name || saved?.name || 'mapping'}.yaml`}
          >
            <Download size={16} strokeWidth={1.75} />
            <span>{t('mappingDownload')}</span>
          </a>
        )}
        {readBy.kind === 'columns' && (draft || work.mapping) && (
          <Button
            className="button"
            isDisabled={open > 0 || refused || saving.isPending}
            onPress={() => {
              onTry()
              if (!nameless) saving.mutate()
            }}
          >
            <Save size={16} strokeWidth={1.75} />
            {t('mappingSave')}
          </Button>
        )}
        <Button
          className="button button-primary"
          data-testid="import"
          isDisabled={open > 0 || refused || starting.isPending || !file.reading}
          onPress={go}
        >
          {label(texts, work, starting.isPending)}
        </Button>
      </div>
    </footer>
  )
}

/** The button says what it will do, in rows where the trial knows. */
function label({ t, numbers }: Texts, { open, trial }: FileWork, starting: boolean): string {
  if (starting) return t('importStarts')
  if (open > 0) return t('questionsFirst', { count: open })
  const tried = trial.data
  if (!tried || tried.partly) return t('importFile')
  if (tried.accepted === 0 && tried.quarantined === 0) return t('nothingIsNew')
  return t('importRows', { count: tried.accepted, rows: numbers.countExact(tried.accepted) })
}
