import type { ByteSource } from '#files'
import { detectReading, readTable } from '#files'
import { expectAccepted } from '#kernel'
import type { Layout, LayoutContext } from '../layout.ts'
import { readRow } from '../reading.ts'
import { recogniseLayout } from '../recognise.ts'
import type { Said } from '../said.ts'

/** What became of a row: its facts, or `reason: sentence`, or `empty: rule`. */
export type Golden = readonly Said[] | string

const ART_HOUSE = { timezone: 'America/Chicago', dayStartsAt: 6, currency: 'USD', territory: '' }

/**
 * What a layout makes of a whole small file, read through the same door as any file. Throws where the
 * layout would not be found by the file's content.
 */
export async function goldenOf(
  layout: Layout,
  text: string,
  context: Partial<LayoutContext> = {},
): Promise<Golden[]> {
  const source = sourceOf(text)
  const reading = expectAccepted(await detectReading(source, 'file', layout.reading ?? {}))
  const { header, rows } = await readTable(source, reading)
  const read = layout.reader(header, {
    ...ART_HOUSE,
    ...layout.fixed,
    fileName: 'file',
    ...context,
  })
  const golden: Golden[] = []
  const firstRows: (readonly string[])[] = []
  for await (const part of rows) {
    for (const row of part.rows) {
      const found = readRow(row, read)
      firstRows.push(row.cells ?? [])
      if (found.fate === 'row') golden.push(found.facts)
      else
        golden.push(
          found.fate === 'empty' ? `empty: ${found.rule}` : `${found.reason}: ${found.say}`,
        )
    }
  }
  const known = expectAccepted(recogniseLayout({ header, firstRows }))
  if (known !== layout) throw new Error(`taken for ${known.id}`)
  return golden
}

export function sourceOf(text: string): ByteSource {
  const bytes = Buffer.from(text)
  return {
    bytes: bytes.length,
    async *open() {
      yield bytes
    },
    scratch: '/nonexistent',
  }
}
