import type { WrittenRow } from '#files'
import { writeArrow, writeCsv, writeParquet, writeXlsx } from '#files'
import type { AnswerRows } from '#metrics'
import type { Store } from '#store'
import { programVersion } from '#store'
import { aboutLines, fileTitle, valueNames } from './answer-file-about.ts'
import { fileColumns, fileRows } from './answer-file-columns.ts'
import type { FileLang } from './answer-file-words.ts'
import { fileWords } from './answer-file-words.ts'
import type { SentFile } from './send-file.ts'

export const FILE_FORMATS = ['csv', 'xlsx', 'parquet', 'arrow'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

export const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.stream',
}

export type FileAsked = {
  readonly format: FileFormat
  readonly lang: FileLang
  /** A CSV that begins with the mark by which Excel knows UTF-8. */
  readonly mark?: boolean
}

/** An answer as a file: its rows under the names of JSON, and what they are wherever the format has room. */
export async function answerFile(
  store: Store,
  answer: AnswerRows,
  { format, lang, mark = false }: FileAsked,
): Promise<SentFile> {
  const { head, count, blocks } = answer
  const words = fileWords(lang)
  const names = await valueNames(store, head.question)
  const columns = fileColumns(head, words)
  const program = `Fullhouse ${programVersion()}`
  const limit = head.question.limit ?? count
  let written = Math.min(limit, count)
  const about = () => aboutLines({ head, count, written, words, names, program })
  const known = about()
  const counted = async function* (): AsyncGenerator<readonly WrittenRow[]> {
    let rows = 0
    for await (const block of fileRows(columns, blocks)) {
      rows += block.length
      yield block
    }
    // Fewer than were counted would be a file that lies by leaving out.
    if (rows !== written) throw new Error(`${rows} rows of ${written} were read`)
    written = rows
  }
  const table = { columns, blocks: counted(), about }
  const bytes = {
    csv: () => writeCsv(table, { mark }),
    xlsx: () => writeXlsx(table, { rows: words.say('figures'), about: words.say('about') }),
    parquet: () => writeParquet(table),
    arrow: () => writeArrow(table, known),
  }
  const name = `${safeName(fileTitle(head, words))}.${format}`
  return { name, mediaType: MEDIA_TYPES[format], bytes: bytes[format]() }
}

const NAME_LENGTH_MAX = 120

/** A name that every system of files can have. */
export function safeName(title: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no system of files has them in names
  const plain = title.replaceAll(/[\u0000-\u001f<>:"/\\|?*]/g, ' ').replaceAll(/\s+/g, ' ')
  return [...plain].slice(0, NAME_LENGTH_MAX).join('').trim()
}
