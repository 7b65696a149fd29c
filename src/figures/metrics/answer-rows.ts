import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Limits, Spool, WarehouseRow } from '#warehouse'
import type { Around, Asking, Names } from './answer-question.ts'
import { isWhole, readAllKeys, readHead, tooLarge, withinLimits } from './answer-question.ts'
import type { Answer, AnswerRow, Question, QuestionRefusal } from './question.ts'
import { orderOf } from './question-key.ts'

/** An answer for a file: all that stands around its rows, and the rows in blocks. */
export type AnswerRows = {
  readonly head: Omit<Answer, 'rows' | 'others'>
  /** How many rows there are, those beyond the limit among them. */
  readonly count: number
  /** In the answer's order, once. */
  readonly blocks: AsyncIterable<readonly AnswerRow[]>
  /** Lets go of them, read or not. */
  close(): Promise<void>
}

/** Rows that a file may have; an answer on a screen has fewer. */
export const FILE_ROWS_MAX = 1_000_000

/** A file may take its time, and nobody waits for it with a page half drawn. */
const FILE_LIMITS: Limits = {
  secondsMax: 60,
  memoryBytesMax: 4 * 1024 ** 3,
  rowsReadMax: 5_000_000_000,
}

/** A question whose limit is one of a file: said apart, as that of a page ends earlier. */
export function withFileLimit(
  question: Question,
  limit: unknown,
): Outcome<Question, 'question_malformed'> {
  if (limit === undefined) return accept(question)
  const rows = typeof limit === 'string' && /^\d+$/.test(limit) ? Number(limit) : limit
  if (typeof rows === 'number' && Number.isInteger(rows) && rows >= 1 && rows <= FILE_ROWS_MAX) {
    return accept({ ...question, limit: rows })
  }
  const say = `“limit” of a file is a whole number from 1 to ${FILE_ROWS_MAX}.`
  return refuse('question_malformed', say)
}

/** The question as it is asked for a file: a limit must not change the order that it has without one. */
export function questionForFile(question: Question): Question {
  return { ...question, limit: question.limit ?? FILE_ROWS_MAX, order: orderOf(question) }
}

/** Answers a question for a file: the same figures, of any number of rows, of which few are held. */
export async function streamAnswer(
  asking: Asking,
  asked: Question,
): Promise<Outcome<AnswerRows, QuestionRefusal>> {
  if (asking.setting.owners.length === 0) {
    const around = await readHead(asking, undefined)
    return around.ok ? accept(wholeRows({ ...around.value.head, rows: [] }, asked)) : around
  }
  const spooled = await withinLimits(asking, (sql) => asking.warehouse.spool(sql, FILE_LIMITS))
  if (!spooled.ok) return spooled
  const spool = spooled.value
  try {
    const streamed = await fromSpool(spool, asking, asked)
    if (!streamed.ok) await spool.close()
    return streamed
  } catch (fault) {
    await spool.close()
    throw fault
  }
}

async function fromSpool(
  spool: Spool,
  asking: Asking,
  asked: Question,
): Promise<Outcome<AnswerRows, QuestionRefusal>> {
  const blocks = spool.blocks()
  const first = await blocks.next()
  const [totalRow, ...rest] = first.done ? [] : first.value
  if (totalRow && Number(totalRow['place']) !== 0) throw new Error('an answer without its total')
  const around = await readHead(asking, totalRow)
  if (!around.ok) return around
  const head = { ...around.value.head, question: asked }
  const limit = asking.question.limit ?? FILE_ROWS_MAX
  const last = await spool.last()
  const place = Number(last?.['place'] ?? 0)
  const beyond = place > limit ? Number(last?.['groups']) : 0
  if (beyond > 0 && asked.limit === undefined) {
    return tooLarge(`It has more than ${FILE_ROWS_MAX} rows.`)
  }
  const listed = async function* () {
    yield rest
    yield* blocks
  }
  const read = readBlocks(listed(), { asking, around: around.value, limit })
  const whole = isWhole(asked)
  return accept({
    head,
    count: whole ? 1 : Math.min(place, limit) + beyond,
    blocks: whole ? one(head.total) : read,
    close: () => spool.close(),
  })
}

type Reading = { readonly asking: Asking; readonly around: Around; readonly limit: number }

async function* readBlocks(
  blocks: AsyncIterable<readonly WarehouseRow[]>,
  { asking, around, limit }: Reading,
): AsyncGenerator<readonly AnswerRow[]> {
  const names = remembered(asking.names)
  for await (const block of blocks) {
    const rows = block.filter((row) => Number(row['place']) <= limit)
    const keys = await readAllKeys(rows, names, asking.question)
    if (rows.length > 0) yield rows.map((row, at) => around.figures(row, keys[at] ?? {}))
  }
}

/** Names are asked for once a file, not once a block. */
export function remembered(names: Names): Names {
  const once = (find: Names['films']): Names['films'] => {
    const known = new Map<number, string>()
    const asked = new Set<number>()
    return async (ids) => {
      const others = ids.filter((id) => !asked.has(id))
      for (const id of others) asked.add(id)
      if (others.length > 0) for (const [id, name] of await find(others)) known.set(id, name)
      return known
    }
  }
  const { films, cinemas, auditoria, sources } = names
  const named = new Map<string, ReturnType<Names['sources']>>()
  return {
    films: once(films),
    cinemas: once(cinemas),
    ...(auditoria && { auditoria: once(auditoria) }),
    sources(ids) {
      const key = ids.join()
      const known = named.get(key) ?? sources(ids)
      named.set(key, known)
      return known
    },
  }
}

/** An answer that is here already. */
export function wholeRows(answer: Answer, asked: Question): AnswerRows {
  const { rows, others, ...head } = answer
  const { total } = answer
  const all = isWhole(asked) ? [total] : rows
  return {
    head: { ...head, question: asked },
    count: all.length + (others?.count ?? 0),
    blocks: one(...all),
    close: async () => undefined,
  }
}

async function* one(...rows: readonly AnswerRow[]): AsyncGenerator<readonly AnswerRow[]> {
  if (rows.length > 0) yield rows
}
