import type { House } from './wire/client.ts'

type WorkCinema = House['cinemas'][number]

/**
 * The cinemas at which one can work: plan, sell, let in. One's own; as long as there are none, those of
 * the sample that have auditoria, for whoever tries it out.
 */
export function workCinemas({ cinemas }: Pick<House, 'cinemas'>): readonly WorkCinema[] {
  const own = cinemas.filter(({ sample }) => !sample)
  return own.length > 0 ? own : cinemas.filter(({ auditoria }) => auditoria > 0)
}
