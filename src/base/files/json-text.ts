/** A number that would not come out digit for digit is held as the text that it was. */
export type JsonScalar = string | number | boolean | null
export type Json = JsonScalar | readonly Json[] | { readonly [key: string]: Json }

/**
 * Numbers that JavaScript would write otherwise than they stand: more than 15 digits, exponents, zeros
 * at the end, very small ones. What looks like one within a text costs time and changes nothing.
 */
const INEXACT =
  /(?:^|[:,[])\s*-?(?:[\d.]{16}|[\d.]+[eE]|0\.0000|\d+\.\d*0\s*(?:[,\]}]|$)|(?<=-)0\s*(?:[,\]}]|$))/

/** The value of a JSON text, or undefined where it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return INEXACT.test(text) ? JSON.parse(text, exact) : JSON.parse(text)
  } catch (fault) {
    // A RangeError is a text nested so deep that nothing can be in it for us.
    if (fault instanceof SyntaxError || fault instanceof RangeError) return undefined
    throw fault
  }
}

function exact(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? value) : value
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isScalar(value: Json | undefined): value is JsonScalar {
  return value === null || (typeof value !== 'object' && value !== undefined)
}

export function scalarText(value: JsonScalar): string {
  return value === null ? '' : String(value)
}

/** A member by its name, and nothing that objects have by nature. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}
