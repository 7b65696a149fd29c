import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { LOCAL_OWNER } from '#identity'
import type { Question } from '#metrics'
import type { Engined, FileFormat, SentFile } from '#server'
import { answerFile, FILE_FORMATS, FILE_LANGS, ticketFile } from '#server'
import type { Exit, Invocation, Output } from './command.ts'
import { text } from './command.ts'

/** What an answer can be written as, beside what every command can print. */
export const FILES: readonly string[] = FILE_FORMATS.filter((format) => format !== 'csv')

/** CSV is a file wherever it goes; the others need a place. */
export function isFileAsked({ format, file, flags }: Invocation): boolean {
  return file !== undefined || format === 'csv' || flags['tickets'] === true
}

export type FilePlan = As & { readonly out: string | undefined; readonly tickets: boolean }

/** What file is wanted, or in one sentence why none can be. */
export function planFile(invocation: Invocation): FilePlan | string {
  const out = text(invocation, 'out')
  const lang = FILE_LANGS.find((one) => one === (text(invocation, 'lang') ?? 'en'))
  const format = formatOf(invocation)
  if (lang === undefined) return `Files are written in ${FILE_LANGS.join(' or ')}.`
  if (format === undefined) return `Name a file’s format: ${FILE_FORMATS.join(', ')}.`
  if (out === undefined && format !== 'csv') return `Say where it goes: --out rows.${format}`
  return { out, lang, format, tickets: invocation.flags['tickets'] === true }
}

/** Answers a question as a file: the same that is given by HTTP. */
export async function writeAnswer(
  house: Engined,
  { output }: Invocation,
  question: Question,
  { out, tickets, ...as }: FilePlan,
): Promise<Exit> {
  const file = await (tickets ? ticketsOf : rowsOf)(house, question, as)
  if (typeof file === 'string') {
    output.note(file)
    return 2
  }
  try {
    if (out === undefined) await print(file, output)
    else await keep(file, out)
  } finally {
    await file.close?.()
  }
  if (out !== undefined) output.note(`${out} is written.`)
  return 0
}

function formatOf({ file, format }: Invocation): FileFormat | undefined {
  return FILE_FORMATS.find((one) => one === (file ?? format))
}

type As = { readonly format: FileFormat; readonly lang: (typeof FILE_LANGS)[number] }

async function rowsOf(house: Engined, question: Question, as: As): Promise<SentFile | string> {
  const rows = await house.answers.rows(LOCAL_OWNER, question)
  if (rows.ok) return answerFile(house.store, rows.value, as)
  const choices = rows.choices ? ` Choices: ${rows.choices.join(', ')}.` : ''
  return rows.say + choices
}

async function ticketsOf(house: Engined, question: Question, as: As): Promise<SentFile | string> {
  const rows = await house.answers.ticketRows(LOCAL_OWNER, question)
  return rows.ok ? ticketFile(house.store, rows.value, as) : rows.say
}

async function print(file: SentFile, output: Output): Promise<void> {
  const pieces: Uint8Array[] = []
  for await (const piece of file.bytes) {
    if (output.bytes) await output.bytes(piece)
    else pieces.push(piece)
  }
  // Whoever reads lines gets them without the end of the last one.
  if (pieces.length > 0) output.out(Buffer.concat(pieces).toString().trimEnd())
}

/** Under its name only when it is whole. */
async function keep(file: SentFile, out: string): Promise<void> {
  const part = `${out}.${process.pid}.part`
  try {
    await pipeline(file.bytes, createWriteStream(part))
    await rename(part, out)
  } catch (fault) {
    await rm(part, { force: true })
    throw fault
  }
}
