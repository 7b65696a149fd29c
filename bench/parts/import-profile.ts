import { readFile } from 'node:fs/promises'

/** How much of a process's time a part of the work took. */
export type Share = { readonly part: string; readonly ms: number; readonly share: number }

/** Whose file the nearest caller stands in, in the order in which they are tried. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/base\/files|node:zlib/, 'unpacking, lines and cells'],
  [/collate\/(layouts|mapping|values|reading)/, 'layout: what a row says'],
  [/collate\/(prepare|fact-row|names|seen-store)/, 'facts: ids and columns'],
  [/collate\/(batch|gain|fact-total|seen-filter|standing-store)/, 'fates and totals'],
  [/collate\/fact-body/, 'writing the batch'],
  [/base\/store|node_modules\/pg/, 'PostgreSQL’s side of us'],
  [/base\/warehouse|node:internal\/child_process/, 'the warehouse’s side of us'],
]

type CallFrame = { readonly functionName: string; readonly url: string }
type Profile = {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: CallFrame
    readonly children?: readonly number[]
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** Shares out a profile, waiting left out. */
export async function shareOut(path: string): Promise<readonly Share[]> {
  const profile: Profile = JSON.parse(await readFile(path, 'utf8'))
  const partOf = partsOf(profile)
  const spent = new Map<string, number>()
  for (const [at, node] of profile.samples.entries()) {
    const part = partOf.get(node) ?? 'other'
    const ms = (profile.timeDeltas[at] ?? 0) / 1000
    if (part !== 'waiting') spent.set(part, (spent.get(part) ?? 0) + ms)
  }
  const all = [...spent.values()].reduce((sum, ms) => sum + ms, 0)
  return [...spent]
    .map(([part, ms]) => ({ part, ms: Math.round(ms), share: (100 * ms) / all }))
    .toSorted((one, other) => other.ms - one.ms)
}

/** The part of each node: its own, or that of the nearest caller which has one. */
function partsOf({ nodes }: Profile): ReadonlyMap<number, string> {
  const callers = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((one) => [one, id])),
  )
  const own = new Map(nodes.map(({ id, callFrame }) => [id, ownPart(callFrame)]))
  const found = new Map<number, string>()
  for (const { id } of nodes) {
    let part: string | undefined
    for (let at: number | undefined = id; at !== undefined; at = callers.get(at)) {
      part = own.get(at)
      if (part !== undefined) break
    }
    found.set(id, part ?? 'other')
  }
  return found
}

function ownPart({ functionName, url }: CallFrame): string | undefined {
  if (functionName === '(garbage collector)') return 'collecting garbage'
  if (functionName === '(idle)') return 'waiting'
  return PARTS.find(([pattern]) => pattern.test(url))?.[1]
}
