import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Transaction } from '#store'
import { appendFacts } from '#store'
import { encodeTicket } from '#warehouse'
import { UNDO_MS } from './admission.ts'
import type { GateOffice } from './admission-store.ts'
import type { Admission } from './admission-view-store.ts'
import { lockOrders } from './admission-view-store.ts'
import { tellAdmissions } from './admission-write-store.ts'
import { orderOfTicket } from './order.ts'
import { scanFacts } from './scan-facts.ts'

const FIND = `
  select order_id, screening_id from admission where id = $1::uuid and cardinality(tickets) > 0`
const UNDO = `
  update admission set undone_at = clock_timestamp() where id = $1::uuid and undone_at is null
    and decided_at > clock_timestamp() - interval '${UNDO_MS} milliseconds'`
const UNDONE = 'select undone_at is not null as undone from admission where id = $1::uuid'
// Who came in by another scan since stays in.
const LET_OUT = `
  update ticket t set admitted_at = null, door = null from admission a
  where a.id = $1::uuid and t.id = any(a.tickets) and t.admitted_at = a.scanned_at`

type UndoRefusal = 'scan_unknown' | 'undo_too_late'

/** Takes an admission back within two minutes: its tickets are good again. Twice is once. */
export async function undoScan(
  { store, sheets }: GateOffice,
  id: string,
): Promise<Outcome<Admission, UndoRefusal>> {
  const found = await store.row<{ order_id: bigint; screening_id: bigint }>(FIND, id)
  if (!found) return refuse('scan_unknown', 'No scan of that number let anybody in.')
  const sheet = await sheets.get(found.screening_id)
  if (!sheet) throw new Error(`screening ${found.screening_id} has no sheet`)
  return store.write(async (transaction): Promise<Outcome<Admission, UndoRefusal>> => {
    const view = await lockOrders(transaction, [found.order_id], [id])
    const [admission, order] = [view.known.get(id), view.orders.get(found.order_id)]
    if (!admission || !order) throw new Error(`scan ${id} went away`)
    if ((await transaction.run(UNDO, id)) === 0) return undoneBefore(transaction, admission)
    await transaction.run(LET_OUT, id)
    const places = admission.outcome.admitted.map(
      (ticket) => orderOfTicket(BigInt(ticket.id)).place,
    )
    // At the moment of the scan, so that no time shows somebody who was never in.
    const happened = { atMs: admission.outcome.atMs, scanned: -1 } as const
    const facts = scanFacts(order, places, sheet, happened)
    await appendFacts(transaction, 'ticket', facts.map(encodeTicket))
    await tellAdmissions(transaction, [found.screening_id])
    return accept(admission)
  })
}

async function undoneBefore(
  transaction: Transaction,
  admission: Admission,
): Promise<Outcome<Admission, UndoRefusal>> {
  const row = await transaction.row<{ undone: boolean }>(UNDONE, admission.id)
  if (row?.undone) return accept(admission)
  return refuse('undo_too_late', 'A scan can be undone for two minutes. They are over.')
}
