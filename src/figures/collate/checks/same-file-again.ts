import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import type { SameFile } from './import-check-store.ts'
import { sameFiles } from './import-check-store.ts'
import { counted } from './wording.ts'

export const sameFileAgain: Check = {
  id: 'same_file_again',
  name: 'The same file under another name',
  severity: 'notice',
  explanation:
    'A file was imported again under another name: its content is the same to the last byte. In the ' +
    'same place that changes no figure. Where both count, in two cinemas or as two sources, one of them ' +
    'is most likely wrong: that is a warning.',
  needs: ['imports'],
  often: true,
  async run(context: CheckContext) {
    const files = await sameFiles(context.store, context)
    return { findings: files.flatMap(findingsOf) }
  },
}

function findingsOf(file: SameFile): readonly Finding[] {
  const { imports, organisationId, importId, fileId } = file
  const counting = imports.filter(({ accepted }) => accepted > 0)
  const places = new Map(counting.map((one) => [`${one.sourceId}/${one.placeId}`, one]))
  const names = [...new Set(imports.map(({ file: name }) => name))]
  const rows = rowsOf(
    ['file', 'place', 'source', 'accepted', 'at'],
    imports.map((one) => [one.file, one.place, one.source, one.accepted, one.at]),
  )
  const base = { subject: `file/${fileId}`, organisationId, importId, rows }
  const [first, second] = [...places.values()]
  if (first && second) {
    const where = (one: typeof first) =>
      one.place === '' ? one.source : `${one.source}, ${one.place}`
    const values = {
      file: first.file,
      place: where(first),
      other: where(second),
      count: second.accepted,
    }
    return [
      {
        ...base,
        severity: 'warning',
        sentence: 'counted',
        say:
          `${second.file} is the same file as ${first.file} and counts twice: as ${where(first)} and as ` +
          `${where(second)} (${counted(second.accepted, 'row')}). Take back the one that is wrong.`,
        values,
      },
    ]
  }
  if (names.length < 2) return []
  const [name = '', other = ''] = [names[0], names[1]]
  return [
    {
      ...base,
      sentence: 'named',
      say: `${other} is the same file as ${name}: it changed no figure. Give the file that was meant.`,
      values: { file: name, other },
    },
  ]
}
