import type { NumberKind } from './excel-value.ts'
import { kindOfFormat, kindOfFormatNumber } from './excel-value.ts'
import { FileFault } from './file-fault.ts'
import { damagedWorkbook, readWholeXml } from './xml-parts.ts'
import type { Zip, ZipMember } from './zip-file.ts'

export type XlsxSheet = {
  readonly name: string
  readonly member: ZipMember
  readonly hidden: boolean
}

export type XlsxBook = {
  readonly sheets: readonly XlsxSheet[]
  readonly is1904: boolean
  readonly texts?: ZipMember
  readonly styles?: ZipMember
}

type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** The sheets of a workbook, in order, and where the rest of it stands. */
export async function openBook(zip: Zip): Promise<XlsxBook> {
  const place = (await relations(zip, '_rels/.rels')).find(({ type }) => type === 'officeDocument')
  const path = place ? resolved('', place.target) : 'xl/workbook.xml'
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const file = path.slice(folder.length)
  const links = await relations(zip, `${folder}_rels/${file}.rels`)
  const member = (link: Relation | undefined) => link && partOf(zip, resolved(folder, link.target))
  const book = partOf(zip, path)
  if (!book) throw damagedWorkbook()
  const sheets: XlsxSheet[] = []
  let is1904 = false
  await readWholeXml(zip.pieces(book), {
    open(name, attribute) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const id = attribute(':id')
      const link = links.find((one) => one.id === id && one.type === 'worksheet')
      const part = member(link)
      const hidden = (attribute('state') ?? 'visible') !== 'visible'
      if (part) sheets.push({ name: attribute('name') ?? '', member: part, hidden })
    },
    text: () => undefined,
    close: () => undefined,
  })
  if (sheets.length === 0) throw new FileFault('The workbook holds no sheet with cells.')
  const texts = member(links.find(({ type }) => type === 'sharedStrings'))
  const styles = member(links.find(({ type }) => type === 'styles'))
  return { sheets, is1904, ...(texts && { texts }), ...(styles && { styles }) }
}

/** The sheet asked for, or the one that holds most. */
export function sheetOf({ sheets }: XlsxBook, wanted: string | undefined): XlsxSheet {
  if (wanted !== undefined) {
    const found = sheets.find(({ name }) => name === wanted)
    if (found) return found
    throw new FileFault(`The workbook holds no sheet called ${wanted}.`)
  }
  const visible = sheets.filter(({ hidden }) => !hidden)
  const choice = visible.length > 0 ? visible : sheets
  return choice.reduce((one, other) => (other.member.bytes > one.member.bytes ? other : one))
}

async function relations(zip: Zip, path: string): Promise<Relation[]> {
  const part = partOf(zip, path)
  const found: Relation[] = []
  if (!part) return found
  await readWholeXml(zip.pieces(part), {
    open(name, attribute) {
      if (name !== 'Relationship') return
      const type = attribute('Type')?.split('/').at(-1) ?? ''
      found.push({ id: attribute('Id') ?? '', type, target: attribute('Target') ?? '' })
    },
    text: () => undefined,
    close: () => undefined,
  })
  return found
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts: string[] = []
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function partOf(zip: Zip, path: string): ZipMember | undefined {
  const wanted = path.toLowerCase()
  return zip.members.find(({ name }) => name.toLowerCase() === wanted)
}

const TEXTS_CHARACTERS_MAX = 256 * 1024 ** 2

/** The texts that cells share, held as long as rows are read. */
export async function sharedTexts(zip: Zip, { texts: part }: XlsxBook): Promise<readonly string[]> {
  const texts: string[] = []
  if (!part) return texts
  let text = ''
  let characters = 0
  let isText = false
  let isReading = false
  await readWholeXml(zip.pieces(part), {
    open(name) {
      if (name === 'si') text = ''
      // How a text is read aloud is no part of it.
      if (name === 'rPh') isReading = true
      isText = name === 't' && !isReading
    },
    text(more) {
      if (!isText) return
      text += more
      characters += more.length
      if (characters <= TEXTS_CHARACTERS_MAX) return
      throw new FileFault(
        'The texts of the workbook are larger than 256 MB. Give it in parts, or as CSV.',
      )
    },
    close(name) {
      isText = false
      if (name === 'rPh') isReading = false
      if (name === 'si') texts.push(plainXmlText(text))
    },
  })
  return texts
}

/** Characters that XML cannot hold are written `_x000D_`. */
export function plainXmlText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** What numbers stand for, by the style of their cell. */
export async function numberKinds(zip: Zip, { styles }: XlsxBook): Promise<readonly NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  if (!styles) return kinds
  let isCellFormat = false
  await readWholeXml(zip.pieces(styles), {
    open(name, attribute) {
      if (name === 'cellXfs') isCellFormat = true
      const id = Number(attribute('numFmtId') ?? 0)
      if (name === 'numFmt') codes.set(id, attribute('formatCode') ?? '')
      if (name !== 'xf' || !isCellFormat) return
      const code = codes.get(id)
      kinds.push(code === undefined ? kindOfFormatNumber(id) : kindOfFormat(code))
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') isCellFormat = false
    },
  })
  return kinds
}
