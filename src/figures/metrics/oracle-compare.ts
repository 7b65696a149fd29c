/** Where an answer differs from what it has to be, in words. */
import type { Expected } from './oracle.ts'
import type { Answer } from './question.ts'

/** Shares and ratios are doubles: those of two ways of working them out agree to so many digits. */
const TOLERANCE = 1e-9

/** The part of an answer that an oracle knows. */
export function knownOf({ rows, others, total, currency, sites, sources }: Answer) {
  return {
    rows,
    ...(others && { others }),
    total,
    ...(currency !== undefined && { currency }),
    reporting: sites.reporting,
    sources: sources.map(({ id }) => id),
  }
}

/** Undefined where they agree. */
export function firstDifference(
  found: unknown,
  expected: unknown,
  at = 'answer',
): string | undefined {
  if (typeof found === 'number' && typeof expected === 'number') {
    const size = Math.max(Math.abs(found), Math.abs(expected))
    const level = Number.isInteger(found) && Number.isInteger(expected) ? 0 : size * TOLERANCE
    return Math.abs(found - expected) <= level ? undefined : said(at, found, expected)
  }
  if (!isObject(found) || !isObject(expected)) {
    return found === expected ? undefined : said(at, found, expected)
  }
  const names = new Set([...Object.keys(found), ...Object.keys(expected)])
  for (const name of names) {
    const difference = firstDifference(found[name], expected[name], `${at}.${name}`)
    if (difference !== undefined) return difference
  }
  return undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function said(at: string, found: unknown, expected: unknown): string {
  return `${at} is ${JSON.stringify(found) ?? 'absent'}, not ${JSON.stringify(expected) ?? 'absent'}`
}

export function isRefused(expected: Expected): expected is Extract<Expected, { refusal: string }> {
  return 'refusal' in expected
}
