import type { LayoutContext } from '../layout.ts'
import type { Said } from '../said.ts'
import { boxOfficeSaid } from './box-office-said.ts'
import type { Columns } from './columns.ts'
import { concessionSaid, storedValueSaid } from './counter-said.ts'
import type { ColumnsMapping, MappedTable } from './mapping.ts'
import type { Read } from './row.ts'
import { screeningSaid, ticketSaid } from './screening-said.ts'

/** What the facts of a mapping are made with. */
export type Making = {
  readonly mapping: ColumnsMapping
  readonly columns: Columns
  readonly context: LayoutContext
  /** Names the row among those of its cinema. */
  readonly key: Read<string>
}

/** What rows of each table say. Nothing with a fault in the row: it cannot count. */
export const SAID_BY_TABLE: Readonly<
  Record<MappedTable, (making: Making) => Read<readonly Said[]>>
> = {
  ticket: ticketSaid,
  box_office: boxOfficeSaid,
  concession: concessionSaid,
  stored_value: storedValueSaid,
  screening: screeningSaid,
}
