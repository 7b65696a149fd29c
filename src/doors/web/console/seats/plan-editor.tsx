import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Place } from '#venues/pure'
import { EMPTY_PLAN, freshRowName } from '#venues/pure'
import { Notice } from '../parts/notice.tsx'
import { planProblemText } from '../texts/plan-problems.ts'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import type { Auditorium, SavedPlan } from '../wire/plans.ts'
import { plansClient, usePeriods, useVersions } from '../wire/plans.ts'
import { problemOf } from '../wire/problem.ts'
import { ChosenPanel } from './chosen-panel.tsx'
import { ConflictsPanel } from './conflicts-panel.tsx'
import { PlanFiles } from './plan-files.tsx'
import { AreasPanel, OutOfOrderPanel, ProblemsPanel, VersionsPanel } from './plan-panels.tsx'
import type { RowSettings } from './row-settings.ts'
import { SeatMap } from './seat-map.tsx'
import { SeatToolbar } from './seat-toolbar.tsx'
import { useImport } from './use-import.ts'
import type { SeatEditor } from './use-seat-editor.ts'
import { useSeatEditor } from './use-seat-editor.ts'

type PlanEditorProps = {
  readonly found: { readonly auditorium: Auditorium; readonly saved: SavedPlan | undefined }
  readonly title: ReactNode
}

/** The map with its tools beside it; what is wrong stands in a list, what was saved in another. */
export function PlanEditor({ found, title }: PlanEditorProps) {
  const { t } = useText()
  const { id } = found.auditorium
  const editor = useSeatEditor(found.saved?.plan)
  const saving = useSaving(id, found.saved, editor)
  const importing = useImport(editor)
  const periods = usePeriods(id).data ?? []
  const versions = useVersions(id).data ?? []
  useUndoKeys(editor)
  const open = async (version: number) => {
    editor.act({ do: 'replace', plan: (await plansClient.version(id, version)).plan })
  }
  return (
    <>
      <TopBar
        title={title}
        standing={
          <Button
            className="button button-primary"
            isDisabled={!saving.changed || editor.problems.length > 0 || saving.busy}
            onPress={saving.save}
          >
            {t('savePlan', { version: String(saving.version + 1) })}
          </Button>
        }
      />
      <main className="page plan-page" id="main">
        <Sayings editor={editor} saving={saving} importing={importing} />
        <div className="plan-columns">
          <PlanMap
            auditoriumId={id}
            editor={editor}
            saving={saving}
            broken={new Set(periods.map(({ seat }) => seat))}
            onFile={importing.read}
          />
          <div className="stack">
            <ChosenPanel editor={editor} />
            <ProblemsPanel editor={editor} />
            <AreasPanel editor={editor} />
            {saving.version > 0 && (
              <>
                <OutOfOrderPanel editor={editor} auditoriumId={id} periods={periods} />
                <ConflictsPanel editor={editor} auditoriumId={id} />
              </>
            )}
            <VersionsPanel versions={versions} onOpen={open} />
          </div>
        </div>
      </main>
    </>
  )
}

type Saving = ReturnType<typeof useSaving>

type PlanMapProps = {
  readonly auditoriumId: string
  readonly editor: SeatEditor
  readonly saving: Saving
  readonly broken: ReadonlySet<string>
  readonly onFile: (file: File) => void
}

/** The map with the tools over it and the files under it; a file may be dropped on it. */
function PlanMap({ auditoriumId, editor, saving, broken, onFile }: PlanMapProps) {
  const { t } = useText()
  const [settings, setSettings] = useState<RowSettings>({ skip: 'IO', from: 'left' })
  const [size, setSize] = useState(1)
  const drawRow = (from: Place, to: Place) => {
    const row = freshRowName(editor.plan, [...settings.skip])
    const area = editor.plan.areas[0]?.id ?? ''
    const numbering = { from: settings.from, start: 1, step: 1 } as const
    editor.act({ do: 'add-row', row, area, from, to, numbering })
  }
  return (
    <section className="panel plan-map" aria-label={t('seatGrid')}>
      <SeatToolbar
        editor={editor}
        settings={settings}
        onSettings={setSettings}
        size={size}
        onSize={setSize}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Import has a button too */}
      <div
        className="plan-drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          const file = event.dataTransfer.files.item(0)
          if (file) onFile(file)
        }}
      >
        <SeatMap editor={editor} size={size} broken={broken} onRow={drawRow} />
      </div>
      <footer className="panel-foot plan-foot">
        <span data-testid="seat-count">{t('seatsCount', { count: editor.plan.seats.length })}</span>
        <span>{saving.changed ? t('unsaved') : t('versionLine', { version: saving.version })}</span>
        <PlanFiles auditoriumId={auditoriumId} saved={saving.version > 0} onFile={onFile}>
          {editor.plan.seats.length > 0 && (
            <Button
              className="link-button"
              onPress={() => editor.act({ do: 'name-rows', first: 'A', skip: [...settings.skip] })}
            >
              {t('nameRows')}
            </Button>
          )}
        </PlanFiles>
      </footer>
    </section>
  )
}

function useSaving(id: string, saved: SavedPlan | undefined, editor: SeatEditor) {
  const queries = useQueryClient()
  const [kept, setKept] = useState({
    version: saved?.version ?? 0,
    plan: saved?.plan ?? EMPTY_PLAN,
  })
  const { plan } = editor
  const changed = plan !== kept.plan && JSON.stringify(plan) !== JSON.stringify(kept.plan)
  const saving = useMutation({
    mutationFn: () => plansClient.save(id, kept.version, plan),
    onSuccess({ version }) {
      setKept({ version, plan })
      for (const queryKey of [['plan-versions', id], ['auditoria']]) {
        void queries.invalidateQueries({ queryKey })
      }
    },
  })
  useEffect(() => {
    if (!changed) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [changed])
  return {
    version: kept.version,
    changed,
    busy: saving.isPending,
    error: saving.error,
    done: saving.isSuccess && !changed,
    save: () => saving.mutate(),
  }
}

/** Ctrl+Z and Ctrl+Shift+Z (or Y) anywhere on the page but in a field, which has its own. */
function useUndoKeys({ act }: SeatEditor) {
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      if (event.target instanceof HTMLInputElement) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      act({ do: key === 'y' || event.shiftKey ? 'redo' : 'undo' })
    }
    addEventListener('keydown', heard)
    return () => removeEventListener('keydown', heard)
  }, [act])
}

type SayingsProps = {
  readonly editor: SeatEditor
  readonly saving: Saving
  readonly importing: ReturnType<typeof useImport>
}

/** What was refused, and what was done: one line each, said to a screen reader too. */
function Sayings({ editor, saving, importing }: SayingsProps) {
  const { t, lang } = useText()
  const problem = problemOf(saving.error)
  return (
    <>
      {editor.refused && (
        <Notice state="failed" title={t('planRefused')}>
          {planProblemText(editor.refused, lang)}
        </Notice>
      )}
      {saving.error && (
        <Notice
          state="failed"
          title={t('planNotSaved')}
          {...(problem?.refusal === 'plan_changed' && {
            action: (
              <Button className="button" onPress={() => location.reload()}>
                {t('newestVersion')}
              </Button>
            ),
          })}
        >
          {problem?.detail ?? t('noAnswer')}
        </Notice>
      )}
      {importing.error && (
        <Notice state="failed" title={t('planNotRead')}>
          {problemOf(importing.error)?.detail ?? t('noAnswer')}
        </Notice>
      )}
      {importing.draft && saving.changed && (
        <Notice state="file" title={t('planImported', { file: importing.draft.fileName })}>
          {importing.draft.statuses.length > 0 &&
            t('planStatuses', {
              codes: importing.draft.statuses
                .map(({ status, seats }) => `${status}: ${seats}`)
                .join(t('comma')),
            })}
        </Notice>
      )}
      {saving.done && (
        <Notice state="fresh" title={t('planSaved', { version: String(saving.version) })} />
      )}
    </>
  )
}
