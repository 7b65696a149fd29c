import { useMemo } from 'react'
import type { DimensionId } from '#metrics/pure'
import type { DimensionText } from '../parts/dimension-text.ts'
import { useDimensionText } from '../parts/dimension-text.ts'
import type { House } from '../wire/client.ts'
import { useValues } from '../wire/explore.ts'
import type { Asked } from '../wire/questions.ts'

/** Dimensions whose values are ids: somebody must say what they are called. */
const BY_ID: ReadonlySet<DimensionId> = new Set(['film', 'cinema', 'auditorium', 'screening'])

/** Values that are all known beforehand, in their own order. */
export function fixedValues(id: DimensionId): readonly string[] | undefined {
  if (id === 'weekday') return ['1', '2', '3', '4', '5', '6', '7']
  if (id !== 'hour') return undefined
  // A cinema's day begins in the morning: 0 to 5 belong to its night.
  return Array.from({ length: 24 }, (_, index) => String((index + 6) % 24))
}

/** A value that came with its name, as the reader's language has it. */
export function valueName(
  id: DimensionId,
  value: string,
  name: string | undefined,
  text: DimensionText,
): string {
  if (BY_ID.has(id)) return name ?? value
  return text.value(id, value)
}

/** What the values of a filter are called. */
export function useValueNames(
  id: DimensionId,
  values: readonly string[],
  house: House,
  base: Omit<Asked, 'metrics'>,
): readonly string[] {
  const text = useDimensionText()
  const asks = BY_ID.has(id) && id !== 'cinema' && values.length > 0
  // Whatever else narrows the question, a name is a name.
  const question = useMemo((): Asked | undefined => {
    if (!asks) return undefined
    const { basis, sample, from, to } = base
    return {
      metrics: ['admissions'],
      ...(basis && { basis }),
      ...(sample !== undefined && { sample }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      where: { [id]: values },
    }
  }, [asks, base, id, values])
  const known = useValues(id, '', question).data ?? []
  const names = new Map(known.map(({ value, name }) => [value, name]))
  const cinemas = new Map(house.cinemas.map((cinema) => [cinema.id, cinema.name]))
  return values.map((value) => {
    const name = id === 'cinema' ? cinemas.get(value) : names.get(value)
    return valueName(id, value, name, text)
  })
}
