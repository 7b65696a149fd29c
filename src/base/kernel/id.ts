/** The number of a row as its id stands on the wire; undefined for whatever cannot be one. */
export function parseId(text: string): number | undefined {
  if (!/^[1-9]\d{0,9}$/.test(text)) return undefined
  const id = Number(text)
  return id < 2 ** 31 ? id : undefined
}
