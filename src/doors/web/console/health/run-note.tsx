import { Progress } from '../parts/progress.tsx'
import { noteText } from '../texts/findings.ts'
import { useText } from '../texts/text.tsx'
import type { Health } from '../wire/health.ts'

export function isRunningNow({ run }: Health): boolean {
  return run?.state === 'running'
}

/** When the figures were last looked over, how far a look is now, and what it could not see. */
export function RunNote({ health }: { readonly health: Health }) {
  const texts = useText()
  const { t } = texts
  const { run, lastRun } = health
  if (run && isRunningNow(health)) {
    const values = { done: run.checksDone, count: run.checks }
    return (
      <div className="health-run" role="status">
        <Progress
          share={run.checks === 0 ? 0 : run.checksDone / run.checks}
          label={t('checkNow')}
        />
        <span>{t('checksDone', values)}</span>
      </div>
    )
  }
  const notes = lastRun?.notes ?? []
  return (
    <div className="health-run">
      <p>
        {run?.state === 'failed' && <strong>{t('checksBroke')} </strong>}
        {lastRun ? lastRunText(lastRun, health.now, texts) : t('checksNever')}
      </p>
      {notes.length > 0 && (
        <details>
          <summary>{t('checksNotes', { count: notes.length })}</summary>
          <ul>
            {notes.map((note) => (
              <li key={note.say}>{noteText(note, texts)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

type LastRun = NonNullable<Health['lastRun']>

/** "23 checks ran 3 minutes ago over 103,419 tickets." */
export function lastRunText(
  { checks, finishedAt, startedAt, tickets }: LastRun,
  now: string,
  { t }: Pick<ReturnType<typeof useText>, 't'>,
): string {
  const ms = Math.max(0, Date.parse(now) - Date.parse(finishedAt ?? startedAt))
  const minutes = Math.floor(ms / 60_000)
  const values = { count: checks, tickets, minutes, hours: Math.floor(minutes / 60) }
  if (minutes < 1) return t('checksRanNow', values)
  return minutes < 120 ? t('checksRanMinutes', values) : t('checksRanHours', values)
}
