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

/** What can be done with a file: put it away, keep its mapping, import it. */
export function useFileActs(
  file: FileView,
  work: FileWork,
  wish: ReadingWish,
  /** Somebody wants to go on: what is missing may be said now. */
  onTry: () => void,
) {
  const navigate = useNavigate()
  const saving = useSaveMapping(work)
  const starting = useStartImport(file, wish, work)
  const { readBy, open, placed, name, preview, mapping } = work
  const byColumns = readBy.kind === 'columns'
  const nameless = byColumns && name.trim() === ''
  const unfit = byColumns && (preview.error !== null || mapping === undefined)
  return {
    work,
    saving,
    starting,
    readable: file.reading !== undefined,
    blocked: open > 0 || unfit || !file.reading,
    discard() {
      forgetFile(file.id)
      void navigate({ to: '/imports' })
    },
    save() {
      onTry()
      if (!nameless) saving.mutate()
    },
    start() {
      onTry()
      if (placed && !nameless) starting.mutate()
    },
  }
}

type ActsProps = { readonly acts: ReturnType<typeof useFileActs> }

/** In the head on a desk, at the foot on a phone. */
export function FileActions({ acts }: ActsProps) {
  const texts = useText()
  const { t } = texts
  const { work, saving, starting, blocked } = acts
  const { readBy, name, preview, saved, mapping } = work
  if (!acts.readable) {
    return (
      <div className="file-actions">
        <Button className="button" onPress={acts.discard}>
          {t('discardIt')}
        </Button>
      </div>
    )
  }
  const text = readBy.kind === 'mapping' ? saved?.text : preview.data?.text
  return (
    <div className="file-actions">
      <Button className="quiet-button" onPress={acts.discard}>
        {t('discardIt')}
      </Button>
      {text !== undefined && (
        <a
          className="quiet-button download"
          href={`data:application/yaml;charset=utf-8,${encodeURIComponent(text)}`}
          download={`${name || saved?.name || 'mapping'}.yaml`}
          title={t('mappingDownload')}
        >
          <Download size={16} strokeWidth={1.75} />
          <span>{t('mappingDownload')}</span>
        </a>
      )}
      {readBy.kind === 'columns' && mapping && (
        <Button
          className="button save-mapping"
          isDisabled={blocked || saving.isPending}
          onPress={acts.save}
        >
          <Save size={16} strokeWidth={1.75} />
          <span>{t('mappingSave')}</span>
        </Button>
      )}
      <Button
        className="button button-primary"
        data-testid="import"
        isDisabled={blocked || starting.isPending}
        onPress={acts.start}
      >
        {label(texts, work, starting.isPending)}
      </Button>
    </div>
  )
}

/** What came of it, where it was not the next page. */
export function ActsSaid({ acts: { saving, starting, work } }: ActsProps) {
  const { t } = useText()
  const fault = starting.error ?? saving.error
  if (fault) {
    return (
      <Notice state="failed" title={t(starting.error ? 'importRefused' : 'mappingNotSaved')}>
        {problemOf(fault)?.detail ?? t('noAnswer')}
      </Notice>
    )
  }
  if (!saving.data || work.readBy.kind !== 'mapping') return null
  const { name, version } = saving.data
  return (
    <p className="acts-said" role="status">
      {t('mappingSaved', { name, version })}
    </p>
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
