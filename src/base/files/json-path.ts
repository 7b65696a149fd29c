/**
 * Where rows stand in a JSON document: `days[]` is each element of the list `days`, `{}` each member
 * of an object whose names are data, and a name with other characters stands in quotation marks:
 * `movies[].schedules{}[].rooms[]`, `"a.b"[]`, and the empty path for the whole as one row.
 */
export type JsonStep = { readonly member: string } | { readonly each: 'element' | 'entry' }

const STEP = /\.?(?:"((?:[^"\\]|\\.)*)"|([^."[\]{}]+))|\[\]|\{\}/gy

/** The steps of a path, or undefined where it is none. */
export function parseJsonPath(path: string): readonly JsonStep[] | undefined {
  const steps: JsonStep[] = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < path.length) {
    const found = STEP.exec(path)
    if (!found) return undefined
    const [text, quoted, plain] = found
    if (text === '[]') steps.push({ each: 'element' })
    else if (text === '{}') steps.push({ each: 'entry' })
    else if (quoted === undefined) steps.push({ member: plain ?? '' })
    else steps.push({ member: quoted.replaceAll(/\\(.)/g, '$1') })
  }
  return steps
}

/** The path with a member's name added to it. */
export function withMember(path: string, name: string): string {
  const isPlain = /^[^."[\]{}\\]+$/.test(name)
  const written = isPlain ? name : `"${name.replaceAll(/["\\]/g, '\\$&')}"`
  return path === '' ? written : `${path}.${written}`
}
