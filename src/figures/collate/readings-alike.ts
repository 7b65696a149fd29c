import type { Reading } from '#files'
import type { Asker } from '#identity'
import type { FileView } from './import.ts'
import type { Importer } from './importer.ts'

export type ReadingsAlike = {
  /** How each table of the file is read that is of the kind the file was known by. */
  readonly alike: readonly Partial<Reading>[]
  /** Tables that are of no kind, or of another. */
  readonly others: readonly string[]
}

/**
 * The files of an archive or the sheets of a workbook that are of one kind: a week may come as seven
 * files in a zip, or one a screen. None of several is the whole of anything: they are parts. Lists within
 * a document belong to each other and stay one.
 */
export async function readingsAlike(
  importer: Pick<Importer, 'look'>,
  asker: Asker,
  file: FileView,
): Promise<ReadingsAlike> {
  const tables = file.tables.filter(({ path }) => path === undefined)
  if (tables.length < 2) return { alike: [{}], others: [] }
  const alike: Partial<Reading>[] = []
  const others: string[] = []
  for (const { label, member, sheet } of tables) {
    const wish = { ...(member !== undefined && { member }), ...(sheet !== undefined && { sheet }) }
    const looked = await importer.look(asker, file.id, wish)
    if (looked.ok && isAlike(looked.value, file)) alike.push(wish)
    else others.push(label)
  }
  return { alike, others }
}

function isAlike(one: FileView, file: FileView): boolean {
  if (file.mapping) return one.mapping?.name === file.mapping.name
  return file.layout !== undefined && one.layout?.id === file.layout.id
}
