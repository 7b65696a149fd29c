import type { AboutLine, WrittenColumn, WrittenRow } from '#files'
import { writeArrow, writeCsv, writeParquet, writeXlsx } from '#files'
import type { AnswerRows } from '#metrics'
import type { Store } from '#store'
import { programVersion } from '#store'
import { aboutLines, fileTitle, valueNames } from './answer-file-about.ts'
import { fileColumns, fileRows } from './answer-file-columns.ts'
import type { FileLang, FileWords } from './answer-file-words.ts'
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
  asked: FileAsked,
): Promise<SentFile> {
  const { head, count, blocks, close } = answer
  const words = fileWords(asked.lang)
  const names = await valueNames(store, head.question)
  const columns = fileColumns(head, words)
  const rows = Math.min(head.question.limit ?? count, count)
  const about = aboutLines({ head, count, written: rows, words, names, program: program() })
  const title = fileTitle(head, words)
  return {
    ...fileOf({ title, columns, blocks: fileRows(columns, blocks), rows, about, words }, asked),
    close,
  }
}

export function program(): string {
  return `Fullhouse ${programVersion()}`
}

type Content = {
  readonly title: string
  readonly columns: readonly WrittenColumn[]
  readonly blocks: AsyncIterable<readonly WrittenRow[]>
  /** How many of them there must be. */
  readonly rows: number
  readonly about: readonly AboutLine[]
  readonly words: FileWords
}

/** Rows as a file of a format, and never fewer of them than there are. */
export function fileOf(
  { title, columns, blocks, rows, about, words }: Content,
  { format, mark = false }: FileAsked,
): SentFile {
  const table = { columns, blocks: counted(blocks, rows), about: () => about }
  const bytes = {
    csv: () => writeCsv(table, { mark }),
    xlsx: () => writeXlsx(table, { rows: words.say('figures'), about: words.say('about') }),
    parquet: () => writeParquet(table),
    arrow: () => writeArrow(table, about),
  }
  const name = `${safeName(title)}.${format}`
  return { name, mediaType: MEDIA_TYPES[format], bytes: bytes[format]() }
}

/** A file with fewer rows than there are would lie by leaving out. */
async function* counted(
  blocks: AsyncIterable<readonly WrittenRow[]>,
  rows: number,
): AsyncGenerator<readonly WrittenRow[]> {
  let written = 0
  for await (const block of blocks) {
    written += block.length
    yield block
  }
  if (written !== rows) throw new Error(`${written} rows of ${rows} were read`)
}

const NAME_LENGTH_MAX = 120

/** A name that every system of files can have. */
export function safeName(title: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no system of files has them in names
  const plain = title.replaceAll(/[\u0000-\u001f<>:"/\\|?*]/g, ' ').replaceAll(/\s+/g, ' ')
  return [...plain].slice(0, NAME_LENGTH_MAX).join('').trim()
}
