import { FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import type { Lang } from '../../shared/numbers.ts'
import { FatesBar } from '../imports/fates-bar.tsx'
import { Notice } from '../parts/notice.tsx'
import { tableText } from '../texts/fields.ts'
import { layoutText } from '../texts/layouts.ts'
import { useText } from '../texts/text.tsx'
import type { FileView, ReadingWish } from '../wire/imports.ts'
import type { Proposal } from '../wire/mappings.ts'
import { mappingsClient } from '../wire/mappings.ts'
import { problemOf } from '../wire/problem.ts'
import { ColumnsPanel } from './columns-panel.tsx'
import { answerFile } from './draft.ts'
import { FileFacts } from './file-facts.tsx'
import { HeldPanel } from './held-panel.tsx'
import { PlaceForm } from './place-form.tsx'
import { QuestionsPanel } from './questions-panel.tsx'
import { ReadByMenu } from './read-by-menu.tsx'
import { RenamedPanel } from './renamed-panel.tsx'
import { PlainRows, PreviewRows, TriedRows } from './rows-panel.tsx'
import { Steps } from './steps.tsx'
import type { FileWork } from './use-file-work.ts'

type FileWorkbenchProps = {
  readonly file: FileView
  readonly work: FileWork
  readonly wish: ReadingWish
  readonly onWish: (wish: ReadingWish) => void
  readonly tried: boolean
}

/** The parts of the page, from the file's facts to its first rows. */
export function FileWorkbench({ file, work, wish, onWish, tried }: FileWorkbenchProps) {
  const { readBy, draft, setDraft, mapping } = work
  const byColumns = readBy.kind === 'columns'
  const step = !file.reading ? 1 : byColumns ? 2 : 3
  return (
    <>
      <Steps at={step} />
      <section className="panel file-panel" aria-label={file.fileName}>
        <FileHead file={file} work={work} wish={wish} onWish={onWish} />
        <Fates work={work} />
      </section>
      <Troubles file={file} work={work} />
      {byColumns && draft && draft.questions.length > 0 && (
        <QuestionsPanel
          draft={draft}
          onAnswer={(question, choice) => setDraft(answerFile(draft, question, choice))}
        />
      )}
      {(!byColumns || mapping) && <PlaceForm work={work} tried={tried} />}
      <div className="mapping-halves">
        {byColumns && draft && <ColumnsPanel draft={draft} onChange={setDraft} />}
        {byColumns && !draft && mapping && 'layout' in mapping && (
          <RenamedPanel mapping={mapping} />
        )}
        <Held work={work} />
      </div>
      <Rows file={file} work={work} />
    </>
  )
}

/** A file of a known kind is named by the server; else it looks like what its rows are. */
function proposalText({ looksLike, mapping }: Proposal, lang: Lang): string {
  return lang === 'zh' && 'table' in mapping ? tableText(mapping.table, lang) : looksLike
}

type PartProps = { readonly work: FileWork }

function FileHead({
  file,
  work,
  wish,
  onWish,
}: PartProps & Pick<FileWorkbenchProps, 'file' | 'wish' | 'onWish'>) {
  const { t, lang } = useText()
  const [refused, setRefused] = useState<string>()
  const { readBy, setReadBy, proposal, saved, mapping, known, place, about } = work
  const looks =
    readBy.kind === 'layout'
      ? file.layout && layoutText(file.layout, lang)
      : readBy.kind === 'mapping'
        ? (saved?.name ?? file.mapping?.name)
        : proposal.data && proposalText(proposal.data, lang)
  const columns = mapping && !('layout' in mapping) ? mapping : undefined
  const placed = about === 'cinema' && work.placed !== undefined
  const timezone = columns?.timezone ?? (placed ? (known?.timezone ?? place.timezone) : undefined)
  const currency = columns?.currency ?? (placed ? (known?.currency ?? place.currency) : undefined)
  const decimal = columns?.columns.find((rule) => rule.decimal)?.decimal
  const amounts = [
    currency,
    decimal && t(decimal === '.' ? 'decimalPoint' : 'decimalComma'),
  ].filter(Boolean)
  const takeText = async (text: string) => {
    setRefused(undefined)
    try {
      const made = await mappingsClient.saveText(text)
      setReadBy({ kind: 'mapping', id: made.id })
    } catch (fault) {
      setRefused(problemOf(fault)?.detail ?? t('noAnswer'))
    }
  }
  return (
    <>
      <header className="file-head">
        <span className="file-icon">
          <FileSpreadsheet size={20} strokeWidth={1.5} />
        </span>
        <div>
          <strong>{file.fileName}</strong>
          <FileFacts
            file={file}
            wish={wish}
            onWish={onWish}
            timezone={timezone}
            amounts={amounts.length > 0 ? amounts.join(', ') : undefined}
          />
        </div>
        <div className="file-looks">
          {looks && (
            <span className="looks-like">
              {t('looksLikeFile')} <b>{looks}</b>
            </span>
          )}
          {file.reading && (
            <ReadByMenu
              file={file}
              readBy={readBy}
              onChange={setReadBy}
              onText={(text) => void takeText(text)}
            />
          )}
        </div>
      </header>
      {refused && (
        <Notice state="failed" title={t('mappingNotSaved')}>
          {refused}
        </Notice>
      )}
    </>
  )
}

/** What the trial came to; before there is one, how many of the first rows can be read. */
function Fates({ work }: PartProps) {
  const { t, numbers } = useText()
  const { trial, preview, placed, readBy, open } = work
  const tried = trial.data
  const waits = readBy.kind === 'columns' && open > 0
  if (tried && !waits) {
    const rows = numbers.countExact(tried.read)
    // What a whole file lacks is the one thing its rows do not show.
    const missingNote = (count: number) =>
      count > 0 ? t('trialMissing', { count, rows: numbers.countExact(count) }) : undefined
    return (
      <div className={trial.isPlaceholderData ? 'working' : undefined}>
        <FatesBar
          fates={tried}
          corrected={tried.corrected}
          note={tried.partly ? t('trialPartly', { rows }) : missingNote(tried.missing)}
        />
      </div>
    )
  }
  // Rows that only wait for an answer are not damaged: nothing is said of them before.
  if (waits) return <p className="fates-wait">{t('answerFirst')}</p>
  const counts = preview.data?.counts
  if (readBy.kind === 'columns' && counts) {
    const fates = {
      read: counts.read,
      accepted: counts.row,
      duplicate: 0,
      quarantined: counts.quarantined,
      empty: counts.empty,
    }
    const rows = numbers.countExact(counts.read)
    return <FatesBar fates={fates} note={t('ofFirstRows', { rows })} />
  }
  if (!placed) return <p className="fates-wait">{t('placeNeeded')}</p>
  if (trial.isFetching || preview.isFetching)
    return <p className="fates-wait">{t('lookingAtRows')}</p>
  return null
}

/** Why it does not go on, each with what to do. */
function Troubles({ file, work }: PartProps & Pick<FileWorkbenchProps, 'file'>) {
  const { t } = useText()
  const { proposal, preview, trial, readBy } = work
  if (!file.reading) {
    return (
      <Notice state="failed" title={t('fileUnreadable')}>
        {file.say ?? t('fileUnreadableSay')}
      </Notice>
    )
  }
  const byColumns = readBy.kind === 'columns'
  if (byColumns && proposal.isPending) return <p className="quiet">{t('proposing')}</p>
  if (byColumns && proposal.error) {
    return (
      <Notice state="failed" title={t('proposalFailed')}>
        {problemOf(proposal.error)?.detail ?? t('noAnswer')}
      </Notice>
    )
  }
  if (byColumns && preview.error && work.open === 0) {
    return (
      <Notice state="ageing" title={t('mappingRefused')}>
        {problemOf(preview.error)?.detail ?? t('noAnswer')}
      </Notice>
    )
  }
  if (trial.error) {
    return (
      <Notice state="failed" title={t('trialFailed')}>
        {problemOf(trial.error)?.detail ?? t('noAnswer')}
      </Notice>
    )
  }
  return null
}

function Held({ work }: PartProps) {
  const { trial, preview, readBy, open } = work
  if (readBy.kind === 'columns' && open > 0) return null
  const tried = trial.data
  if (tried) {
    const rows = tried.firstQuarantined.map(({ line, raw, say = '' }) => ({ line, raw, say }))
    return tried.quarantined > 0 ? <HeldPanel rows={rows} count={tried.quarantined} /> : null
  }
  if (readBy.kind !== 'columns' || !preview.data) return null
  const rows = preview.data.rows
    .filter(({ fate }) => fate === 'quarantined')
    .map(({ line, say = '', cells }) => ({
      line,
      say,
      raw: cells.map(({ cell }) => cell).join(', '),
    }))
  return rows.length > 0 ? <HeldPanel rows={rows} count={preview.data.counts.quarantined} /> : null
}

function Rows({ file, work }: PartProps & Pick<FileWorkbenchProps, 'file'>) {
  const { trial, preview, readBy, known, place, mapping, about } = work
  const zone = mapping && !('layout' in mapping) ? mapping.timezone : undefined
  const ofPlace = about === 'nothing' ? undefined : (known?.timezone ?? place.timezone)
  const waits = readBy.kind === 'columns' && work.open > 0
  if (trial.data && !waits) return <TriedRows tried={trial.data} timezone={zone ?? ofPlace} />
  const readable = preview.data?.rows.some((row) => row.fate === 'row') || work.open === 0
  if (readBy.kind === 'columns' && preview.data && readable)
    return <PreviewRows preview={preview.data} />
  return file.header.length > 0 ? <PlainRows file={file} /> : null
}
