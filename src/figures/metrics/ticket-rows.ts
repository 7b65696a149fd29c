import type { Outcome } from '#kernel'
import { accept } from '#kernel'
import type { Limits, Spool, Warehouse, WarehouseRow } from '#warehouse'
import type { Names } from './answer-question.ts'
import { tooLarge } from './answer-question.ts'
import { FILE_ROWS_MAX, remembered } from './answer-rows.ts'
import type { Freshness, Question } from './question.ts'
import type { Setting } from './setting.ts'
import type { TicketView } from './tickets-behind.ts'
import { namedTickets, readableTickets, ticketsStatement } from './tickets-behind.ts'

/** Every ticket that a question counts, in blocks, latest screening first. */
export type TicketRows = {
  readonly question: Question
  readonly freshness: Freshness
  readonly count: number
  readonly blocks: AsyncIterable<readonly TicketView[]>
  /** Lets go of them, read or not. */
  close(): Promise<void>
}

type Asking = {
  readonly warehouse: Warehouse
  readonly names: Names
  readonly setting: Setting
  readonly question: Question
  readonly freshness: Freshness
}

const TICKET_LIMITS: Limits = {
  secondsMax: 60,
  memoryBytesMax: 4 * 1024 ** 3,
  rowsReadMax: 500_000_000,
}

/** All tickets behind a question, for a file: of any number, of which few are held. */
export async function streamTickets(
  asking: Asking,
): Promise<Outcome<TicketRows, 'question_too_large'>> {
  const { warehouse, setting, question, freshness } = asking
  if (setting.owners.length === 0) {
    const close = async () => undefined
    return accept({ question, freshness, count: 0, blocks: none(), close })
  }
  const sql = ticketsStatement(question, setting, { beyond: undefined, limit: FILE_ROWS_MAX })
  const spooled = await readableTickets(() => warehouse.spool(sql, TICKET_LIMITS))
  if (!spooled.ok) return spooled
  const spool = spooled.value
  try {
    const last = await spool.last()
    const count = Number(last?.['found'] ?? 0)
    if (count > FILE_ROWS_MAX) {
      await spool.close()
      return tooLarge(`More than ${FILE_ROWS_MAX} tickets are behind this figure.`)
    }
    const blocks = readBlocks(spool, remembered(asking.names))
    return accept({ question, freshness, count, blocks, close: () => spool.close() })
  } catch (fault) {
    await spool.close()
    throw fault
  }
}

async function* readBlocks(
  spool: Spool<WarehouseRow>,
  names: Names,
): AsyncGenerator<readonly TicketView[]> {
  for await (const rows of spool.blocks()) yield await namedTickets(rows, names)
}

async function* none(): AsyncGenerator<readonly TicketView[]> {
  // There are none.
}
