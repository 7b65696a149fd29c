import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import type { Habit } from './import-check-store.ts'
import { habitsOf } from './import-check-store.ts'
import { counted, dayText, placeName, sourceName } from './wording.ts'

const IMPORTS_TO_JUDGE = 5
const DAY_SECONDS = 86_400
/** Late is three times what was usual in nine of ten cases, and two days at least. */
const TIMES_USUAL = 3

export const filesLate: Check = {
  id: 'files_late',
  name: 'A file is overdue',
  severity: 'warning',
  explanation:
    'A source whose files came regularly has not sent one for three times as long as usual. Ask for it, ' +
    'or look whether the watched folder still gets it.',
  needs: ['imports'],
  often: true,
  async run(context: CheckContext) {
    const habits = await habitsOf(context.store, context)
    return { findings: habits.flatMap((habit) => findingsOf(habit, context)) }
  },
}

function findingsOf(habit: Habit, context: CheckContext): readonly Finding[] {
  const { imports, newest, usualSeconds, sourceId, cinemaId, organisationId, importId } = habit
  if (imports < IMPORTS_TO_JUDGE || usualSeconds === null) return []
  const usual = Math.max(usualSeconds, 60)
  const quiet = (context.now.epochMilliseconds - newest.getTime()) / 1000
  if (usual < DAY_SECONDS / 24 || quiet <= Math.max(2 * DAY_SECONDS, usual * TIMES_USUAL)) return []
  const name = sourceName(context, sourceId)
  const place = cinemaId === null ? '' : placeName(context, cinemaId)
  const newestDay = newest.toISOString().slice(0, 10)
  return [
    {
      subject: `${sourceId}/${cinemaId ?? ''}`,
      say:
        `“${name}”${place === '' ? '' : ` of ${place}`} last came on ${dayText(newestDay)}, though it ` +
        `usually comes every ${counted(Math.max(1, Math.round(usual / DAY_SECONDS)), 'day')}: ask for it.`,
      values: {
        source: name,
        cinema: place,
        day: newestDay,
        days: Math.max(1, Math.round(usual / DAY_SECONDS)),
      },
      organisationId,
      sourceId,
      importId,
      ...(cinemaId !== null && { cinemaId }),
      rows: rowsOf(
        ['source', 'cinema', 'imports', 'at'],
        [[name, place, imports, newest.toISOString()]],
      ),
    },
  ]
}
