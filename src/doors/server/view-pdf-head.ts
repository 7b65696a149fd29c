import type { AboutLine } from '#files'
import type { Question } from '#metrics'
import { readQuestion } from '#metrics'
import type { Store } from '#store'
import { filterLines, valueNames } from './answer-file-about.ts'
import type { FileLang } from './answer-file-words.ts'
import { fileWords } from './answer-file-words.ts'

/** What stands above a printed page: everything that all of its figures keep to. */
export type PrintedHead = {
  readonly lines: readonly { readonly title: string; readonly words: string }[]
  readonly asOf: string
}

/** Of the questions that a page asked, what holds for each of them, in words. */
export async function printedHead(
  store: Store,
  questions: readonly Question[],
  { lang, asOf }: { readonly lang: FileLang; readonly asOf: Temporal.Instant },
): Promise<PrintedHead> {
  const words = fileWords(lang)
  const shared = sharedBy(questions)
  const lines: AboutLine[] = []
  if (shared) {
    const names = await valueNames(store, shared)
    const own = filterLines(shared, words, names)
    // Where its figures are of several spans the page says itself which is of which.
    lines.push(...own.filter(({ name }) => name !== 'days' || sameDays(questions)))
  }
  const time = asOf.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace('Z', ' UTC')
  return { lines, asOf: `${words.say('asOf')} ${time}` }
}

/** The questions in the addresses that a page fetched. */
export function questionsIn(addresses: readonly string[]): readonly Question[] {
  return addresses.flatMap((address) => {
    const { pathname, searchParams } = new URL(address)
    if (!pathname.startsWith('/v1/answers')) return []
    return searchParams.getAll('q').flatMap((text) => {
      const question = readQuestion(JSON.parse(text))
      return question.ok ? [question.value] : []
    })
  })
}

function sameDays(questions: readonly Question[]): boolean {
  return new Set(questions.map(({ from, to }) => JSON.stringify([from, to]))).size === 1
}

function sharedBy(questions: readonly Question[]): Question | undefined {
  const [first, ...others] = questions
  if (!first) return undefined
  const inAll = (part: (question: Question) => unknown) => {
    const own = JSON.stringify(part(first))
    return own !== undefined && others.every((other) => JSON.stringify(part(other)) === own)
  }
  const filters = (of: 'where' | 'whereNot') => {
    const entries = Object.entries(first[of] ?? {})
    return Object.fromEntries(
      entries.filter(([id]) =>
        inAll((question) => Object.entries(question[of] ?? {}).find(([own]) => own === id)),
      ),
    )
  }
  const { from, to, currency, soldBy, convert } = first
  return {
    metrics: [],
    by: [],
    where: filters('where'),
    whereNot: filters('whereNot'),
    ...(sameDays(questions) && from !== undefined && { from }),
    ...(sameDays(questions) && to !== undefined && { to }),
    ...(currency !== undefined && inAll((one) => one.currency) && { currency }),
    ...(convert !== undefined && inAll((one) => one.convert) && { convert }),
    ...(soldBy !== undefined && inAll((one) => one.soldBy) && { soldBy }),
  }
}
