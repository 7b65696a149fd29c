/** A value as text within a script element: no tag can begin or end in it. */
export function scriptText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
