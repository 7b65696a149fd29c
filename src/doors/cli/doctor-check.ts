import type { Engined } from '#server'

/** What one look found: all well, or what is wrong and how to mend it. */
export type Finding = { readonly check: string; readonly well: boolean; readonly say: string }

export type Check = { readonly name: string; look(house: Engined): Promise<Omit<Finding, 'check'>> }

export function well(say: string) {
  return { well: true, say }
}

export function ill(say: string) {
  return { well: false, say }
}
