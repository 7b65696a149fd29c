import type { Check, CheckContext, Finding } from './check.ts'
import { NO_ROWS, rowsOf } from './check.ts'
import type { CheckedImport } from './import-check-store.ts'
import { importsToCheck } from './import-check-store.ts'
import { count, counted } from './wording.ts'

const QUARANTINED_SHARE_MAX = 0.01
const TAKEN_BACK_SHARE_MAX = 0.5
/** Less is no import worth a word: a file of two rows may well lose one. */
const TAKEN_BACK_LEAST = 10

type Described = Pick<Check, 'id' | 'name' | 'severity' | 'explanation'>

/** A check of imports, one by one, as PostgreSQL has them. */
function ofImports(
  described: Described,
  look: (one: CheckedImport) => Pick<Finding, 'say' | 'values' | 'rows'> | undefined,
): Check {
  return {
    ...described,
    needs: ['imports'],
    often: true,
    async run(context: CheckContext) {
      const imports = await importsToCheck(context.store, context)
      const findings = imports.flatMap((one): readonly Finding[] => {
        const found = look(one)
        return found ? [{ ...found, ...placeOf(one), subject: `import/${one.importId}` }] : []
      })
      return { findings }
    },
  }
}

function placeOf({
  organisationId,
  importId,
  sourceId,
  cinemaId,
  firstDay,
  lastDay,
}: CheckedImport) {
  return {
    organisationId,
    importId,
    sourceId,
    ...(cinemaId !== null && { cinemaId }),
    ...(firstDay !== null && lastDay !== null && { firstDay, lastDay }),
  }
}

export const importFailed: Check = ofImports(
  {
    id: 'import_failed',
    name: 'An import failed',
    severity: 'error',
    explanation:
      'A file could not be read to its end. What was read before counts. Open the import for the ' +
      'reason; when the same file is imported well, this goes away.',
  },
  ({ state, fileName, say, read }) =>
    state === 'failed'
      ? {
          say: `${fileName} failed after ${counted(read, 'row')}: ${say ?? 'nobody said why.'}`,
          values: { file: fileName, read, why: say ?? '' },
          rows: NO_ROWS,
        }
      : undefined,
)

export const quarantinedShare: Check = ofImports(
  {
    id: 'quarantined_share',
    name: 'Many rows in quarantine',
    severity: 'warning',
    explanation:
      'More than one row in a hundred of a file waits in quarantine and counts in no figure. Often one ' +
      'rule settles them all: open the import and correct them.',
  },
  ({ fileName, read, waiting }) =>
    read > 0 && waiting > read * QUARANTINED_SHARE_MAX
      ? {
          say:
            `${count(waiting)} of ${counted(read, 'row')} of ${fileName} wait in quarantine ` +
            `(${percent(waiting / read)}) and count in no figure: correct them in the import.`,
          values: { file: fileName, waiting, read, share: percent(waiting / read) },
          rows: rowsOf(['file', 'read', 'waiting'], [[fileName, read, waiting]]),
        }
      : undefined,
)

export const quarantineWaiting: Check = ofImports(
  {
    id: 'quarantine_waiting',
    name: 'Rows wait in quarantine',
    severity: 'notice',
    explanation:
      'A few rows of a file wait in quarantine and count in no figure until they are corrected or set ' +
      'aside. Open the import.',
  },
  ({ fileName, read, waiting, absurd }) =>
    waiting > absurd && waiting <= read * QUARANTINED_SHARE_MAX
      ? {
          say:
            `${counted(waiting, 'row')} of ${fileName} ${waiting === 1 ? 'waits' : 'wait'} in ` +
            'quarantine: correct them in the import.',
          values: { file: fileName, waiting, read },
          rows: rowsOf(['file', 'read', 'waiting'], [[fileName, read, waiting]]),
        }
      : undefined,
)

export const takenBack: Check = ofImports(
  {
    id: 'taken_back',
    name: 'An import took back most of what stood',
    severity: 'warning',
    explanation:
      'A file that is the whole of its days no longer held more than half of what an earlier one said ' +
      'of them, and that was taken back. Often the file was cut short, or is of another cinema. See ' +
      'its changes, and import the right file.',
  },
  ({ fileName, withdrawn, duplicate, corrected }) => {
    const stood = withdrawn + duplicate + corrected
    if (withdrawn < TAKEN_BACK_LEAST || withdrawn <= stood * TAKEN_BACK_SHARE_MAX) return undefined
    return {
      say:
        `${fileName} took back ${count(withdrawn)} of ${counted(stood, 'figure')} that stood ` +
        `(${percent(withdrawn / stood)}): see whether the file is whole and of this cinema.`,
      values: { file: fileName, withdrawn, stood, share: percent(withdrawn / stood) },
      rows: rowsOf(
        ['file', 'withdrawn', 'duplicate', 'corrected'],
        [[fileName, withdrawn, duplicate, corrected]],
      ),
    }
  },
)

export const withdrawalWaits: Check = ofImports(
  {
    id: 'withdrawal_waits',
    name: 'Taking back waits for quarantine',
    severity: 'notice',
    explanation:
      'What a whole file no longer holds is taken back only when none of its rows waits in ' +
      'quarantine, since one of those may be what seems to be missing. Settle the rows.',
  },
  ({ fileName, withdrawalDue, waiting, state }) =>
    withdrawalDue && state === 'done'
      ? {
          say:
            `${fileName} may hold less than what stood, but ${counted(waiting, 'row')} in quarantine ` +
            'must be settled before anything is taken back.',
          values: { file: fileName, waiting },
          rows: rowsOf(['file', 'waiting'], [[fileName, waiting]]),
        }
      : undefined,
)

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
