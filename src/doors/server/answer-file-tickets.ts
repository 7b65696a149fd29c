import type { ColumnKind, WrittenCell, WrittenColumn, WrittenRow } from '#files'
import { currencyDigits, money } from '#kernel'
import type { TicketRows, TicketView } from '#metrics'
import type { Store } from '#store'
import type { FileAsked } from './answer-file.ts'
import { fileOf, program } from './answer-file.ts'
import { filterLines, valueNames } from './answer-file-about.ts'
import { fileWords } from './answer-file-words.ts'
import type { SentFile } from './send-file.ts'

type TicketColumn = {
  readonly name: Exclude<keyof TicketView, 'price' | 'fees'> | 'currency' | 'price' | 'fees'
  readonly kind: ColumnKind
}

const COLUMNS: readonly TicketColumn[] = [
  { name: 'soldAt', kind: 'moment' },
  { name: 'startsAt', kind: 'moment' },
  { name: 'tradingDay', kind: 'day' },
  { name: 'film', kind: 'text' },
  { name: 'filmId', kind: 'text' },
  { name: 'cinema', kind: 'text' },
  { name: 'cinemaId', kind: 'text' },
  { name: 'auditorium', kind: 'text' },
  { name: 'seat', kind: 'text' },
  { name: 'ticketType', kind: 'text' },
  { name: 'channel', kind: 'text' },
  { name: 'payment', kind: 'text' },
  { name: 'kind', kind: 'text' },
  { name: 'quantity', kind: 'whole' },
  { name: 'currency', kind: 'text' },
  { name: 'price', kind: 'amount' },
  { name: 'fees', kind: 'amount' },
  { name: 'source', kind: 'text' },
]

/** Room for the digits of every currency there is. */
const DIGITS_MAX = 4

/** The tickets behind a number as a file, a row each. */
export async function ticketFile(
  store: Store,
  tickets: TicketRows,
  asked: FileAsked,
): Promise<SentFile> {
  const { question, count, blocks, freshness, close } = tickets
  const words = fileWords(asked.lang)
  const names = await valueNames(store, question)
  const digits = question.currency === undefined ? DIGITS_MAX : currencyDigits(question.currency)
  const columns = COLUMNS.map(({ name, kind }): WrittenColumn => {
    return { name, title: words.ticket(name), kind, ...(kind === 'amount' && { digits }) }
  })
  const line = (name: string, title: string, text: string) => ({ name, title, words: text })
  const filters = filterLines(question, words, names)
  const about = [
    line('title', words.say('title'), words.say('tickets')),
    ...filters,
    line('rows', words.say('rows'), String(count)),
    line('asOf', words.say('asOf'), freshness.asOf),
    line('question', words.say('question'), JSON.stringify(question)),
    line('program', words.say('program'), program()),
  ]
  const days = filters.find(({ name }) => name === 'days')?.words ?? ''
  const title = `${words.say('tickets')} ${days}`
  const content = { title, columns, blocks: rowsOf(blocks), rows: count, about, words }
  return { ...fileOf(content, asked), close }
}

async function* rowsOf(
  blocks: AsyncIterable<readonly TicketView[]>,
): AsyncGenerator<readonly WrittenRow[]> {
  for await (const tickets of blocks) {
    yield tickets.map((ticket) => COLUMNS.map(({ name }) => cellOf(ticket, name)))
  }
}

function cellOf(ticket: TicketView, name: TicketColumn['name']): WrittenCell {
  if (name === 'currency') return ticket.price.currency
  if (name !== 'price' && name !== 'fees') return ticket[name] ?? null
  const { minor, currency } = ticket[name]
  return money(BigInt(minor), currency)
}
