/** Members that count as one, and what keeps them from it. */
export type Groups = {
  rootOf(id: number): number
  membersOf(id: number): readonly number[]
  /** Why the two may not be one, or undefined. */
  hindrance(one: number, other: number): Hindrance | undefined
  join(one: number, other: number): void
}

/** A decision keeps two members apart; or a source calls two members two. */
export type Hindrance = 'decided' | 'told_apart'

type Options = {
  /** Keys of pairs that must not be one. */
  readonly apart: ReadonlySet<string>
  /** In which sources the member stands beside others that are not it. */
  sourcesOf(id: number): readonly number[]
}

/** Groups of one each, to be joined. */
export function startGroups({ apart, sourcesOf }: Options): Groups {
  const parents = new Map<number, number>()
  const members = new Map<number, number[]>()
  const sources = new Map<number, Set<number>>()
  const apartFrom = new Map<number, number[]>()
  for (const key of apart) {
    const [one = 0, other = 0] = key.split(' ').map(Number)
    apartFrom.set(one, [...(apartFrom.get(one) ?? []), other])
    apartFrom.set(other, [...(apartFrom.get(other) ?? []), one])
  }
  const rootOf = (id: number): number => {
    let root = id
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up
    if (root !== id) parents.set(id, root)
    return root
  }
  const membersOf = (id: number) => members.get(rootOf(id)) ?? [id]
  const sourcesIn = (root: number) => sources.get(root) ?? new Set(sourcesOf(root))
  return {
    rootOf,
    membersOf,
    hindrance(one, other) {
      const [left, right] = [rootOf(one), rootOf(other)]
      if (left === right) return undefined
      for (const member of membersOf(left)) {
        for (const away of apartFrom.get(member) ?? []) if (rootOf(away) === right) return 'decided'
      }
      const there = sourcesIn(right)
      return [...sourcesIn(left)].some((source) => there.has(source)) ? 'told_apart' : undefined
    },
    join(one, other) {
      const [left, right] = [rootOf(one), rootOf(other)]
      if (left === right) return
      // The smallest id names the group.
      const [root, gone] = left < right ? [left, right] : [right, left]
      const all = [...membersOf(root), ...membersOf(gone)]
      const both = sourcesIn(root).union(sourcesIn(gone))
      parents.set(gone, root)
      members.delete(gone)
      members.set(root, all)
      sources.set(root, both)
    },
  }
}
