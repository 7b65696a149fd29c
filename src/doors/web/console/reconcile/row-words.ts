import type { ReconcileRow, RowState } from '#collate/pure'
import type { Shown } from '../wire/reconcile.ts'

/** In the order in which they are shown. */
export const STATES: readonly RowState[] = ['agree', 'differs', 'leftOnly', 'rightOnly']

export function rowsIn(found: Shown, state: RowState): number {
  return state === 'differs' ? found.differ : found[state]
}

/** What names a row in the address. */
export function rowKey({ filmIds = [], cinemaId = '', day = '', from = '' }: ReconcileRow): string {
  return [filmIds.join('+'), cinemaId, day || from].filter((part) => part !== '').join('.')
}
