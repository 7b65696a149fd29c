import type { Money } from '#kernel'
import { currencyDigits } from '#kernel'

/**
 * What a column holds. Days and moments come as ISO text, `whole` as an integer, `number` and `share`
 * as floating point (a share is 0 to 1), amounts exactly.
 */
export type ColumnKind = 'text' | 'day' | 'moment' | 'whole' | 'number' | 'share' | 'amount'

export type WrittenColumn = {
  /** Of machines: a plain word, the same in every language. */
  readonly name: string
  /** Of people. */
  readonly title: string
  readonly kind: ColumnKind
  /** Of amounts: digits after the point that every one of them has room for. */
  readonly digits?: number
}

export type WrittenCell = string | number | bigint | Money | null
export type WrittenRow = readonly WrittenCell[]

/** A table on its way into a file: its rows come in blocks, and are never all here at once. */
export type WrittenTable = {
  readonly columns: readonly WrittenColumn[]
  readonly blocks: AsyncIterable<readonly WrittenRow[]>
  /** What the rows are: names and words, asked for when the last row is written. */
  about(): readonly AboutLine[]
}

export type AboutLine = { readonly name: string; readonly title: string; readonly words: string }

export function isMoney(cell: WrittenCell | undefined): cell is Money {
  return typeof cell === 'object' && cell !== null
}

/** An amount in units of the column's last digit: 1.10 in a column of four digits is 11000. */
export function scaledMinor({ minor, currency }: Money, digits: number): bigint {
  const more = digits - currencyDigits(currency)
  if (more < 0) throw new RangeError(`a column of ${digits} digits has no room for ${currency}`)
  return minor * 10n ** BigInt(more)
}

/** Rows gathered or cut to blocks of one size, for formats that are made of such. */
export async function* inBlocksOf(
  size: number,
  blocks: AsyncIterable<readonly WrittenRow[]>,
): AsyncGenerator<readonly WrittenRow[]> {
  let gathered: WrittenRow[] = []
  for await (const block of blocks) {
    for (const row of block) {
      gathered.push(row)
      if (gathered.length < size) continue
      yield gathered
      gathered = []
    }
  }
  if (gathered.length > 0) yield gathered
}
