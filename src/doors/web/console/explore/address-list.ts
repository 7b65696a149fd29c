/** Several values as one part of an address: joined by dots, which stay readable there. */
const ESCAPE = '*'
const JOIN = '.'
/** Stands for the empty value ("not stated"). */
const EMPTY = '*0'

export function listText(values: readonly string[]): string {
  return values
    .map((value) => (value === '' ? EMPTY : value.replaceAll(/[*.]/g, (sign) => ESCAPE + sign)))
    .join(JOIN)
}

/** The values of such a part. Whatever is written, something is read. */
export function listOf(text: string): readonly string[] {
  if (text === '') return []
  const values = ['']
  const signs = [...text]
  for (let at = 0; at < signs.length; at++) {
    const sign = signs[at] ?? ''
    if (sign === JOIN) {
      values.push('')
      continue
    }
    const next = sign === ESCAPE ? (signs[++at] ?? '') : sign
    const empty = sign === ESCAPE && next === '0'
    if (!empty) values[values.length - 1] += next
  }
  return values
}
