import { parseId } from '#kernel'
import type { Reader } from '#store'
import type { FileView } from './import.ts'
import type { PlaceSaid } from './import-place.ts'
import type { Layout } from './layout.ts'
import { LAYOUTS } from './layouts/index.ts'
import { compileMapping } from './mapping/compile-mapping.ts'
import { mappingById } from './mapping/mapping-store.ts'

type Wished = PlaceSaid & {
  readonly layout?: string | undefined
  readonly mappingId?: string | undefined
}

/** What was said of a file's place that changes nothing of how it is read. */
export async function notNeeded(
  reader: Reader,
  file: Pick<FileView, 'layout' | 'mapping'>,
  said: Wished,
): Promise<readonly (keyof PlaceSaid)[]> {
  const layout = await layoutOf(reader, file, said)
  return layout ? besideThePoint(layout).filter((part) => (said[part] ?? '') !== '') : []
}

async function layoutOf(
  reader: Reader,
  file: Pick<FileView, 'layout' | 'mapping'>,
  { layout, mappingId = file.mapping?.id }: Wished,
): Promise<Layout | undefined> {
  const id = layout ?? file.layout?.id
  if (layout === undefined && mappingId !== undefined) {
    const saved = await mappingById(reader, parseId(mappingId) ?? 0)
    return saved && compileMapping(saved.mapping)
  }
  return LAYOUTS.find((one) => one.id === id)
}

/** The counterpart of `placeOf`: what it never looks at. */
function besideThePoint({ about, fixed = {} }: Layout): readonly (keyof PlaceSaid)[] {
  if (about === 'cinema') return ['territory']
  const settled = (['timezone', 'currency'] as const).filter((part) => fixed[part] !== undefined)
  const isOpen = about === 'territory' && fixed.territory === undefined
  return ['cinema', ...(isOpen ? [] : (['territory'] as const)), ...settled]
}
