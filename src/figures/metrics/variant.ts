import type { Question } from './question.ts'
import type { Variant } from './setting.ts'

/** The days that a question asks about. */
export function nowOf({ from, to }: Pick<Question, 'from' | 'to'>): Variant {
  return {
    id: 'now',
    shift: [],
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
}

/** The same days a week earlier, laid over them. */
export function weekBefore({ id, shift, from, to }: Variant): Variant {
  const earlier = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 7 }).toString()
  return {
    id,
    shift: [{ days: 7 }, ...shift],
    ...(from !== undefined && { from: earlier(from) }),
    ...(to !== undefined && { to: earlier(to) }),
  }
}
