import type { QuarantinedRow } from '../layout.ts'

export function isQuarantined(value: unknown): value is QuarantinedRow {
  return typeof value === 'object' && value !== null && 'fate' in value
}

/** Values that could be read, by the same names. */
export type AllRead<Values> = {
  readonly [Name in keyof Values]: Exclude<Values[Name], QuarantinedRow>
}

/** The values of a row, or why the first that could not be read could not. */
export function allRead<Values extends Readonly<Record<string, unknown>>>(
  values: Values,
): AllRead<Values> | QuarantinedRow {
  const wrong = Object.values(values).find(isQuarantined)
  // None of them is a quarantined row: that is what was just looked for.
  return wrong ?? (values as AllRead<Values>)
}

const BETWEEN = '\u001f'

/** The key of a fact from what names it. */
export function factKey(...parts: readonly (string | number | bigint)[]): string {
  return parts.join(BETWEEN)
}
