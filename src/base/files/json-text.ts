/**
 * JSON as read here: every number stays the text that it was, so that no digit is lost; true and
 * false are texts too.
 */
export type Json = string | null | readonly Json[] | { readonly [key: string]: Json }

/** The value of a JSON text, or undefined where it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text, exact)
  } catch (fault) {
    // A RangeError is a text nested so deep that nothing can be in it for us.
    if (fault instanceof SyntaxError || fault instanceof RangeError) return undefined
    throw fault
  }
}

function exact(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value === 'number') return context?.source ?? String(value)
  return typeof value === 'boolean' ? String(value) : value
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isScalar(value: Json | undefined): value is string | null {
  return typeof value === 'string' || value === null
}

/** A member by its name, and nothing that objects have by nature. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}
