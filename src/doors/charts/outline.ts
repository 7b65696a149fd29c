/** Lines of [longitude, latitude]. */
export type Outline = readonly (readonly (readonly [number, number])[])[]

/** What is read of a TopoJSON file: its lines, in steps of a grid. */
export type Topology = {
  readonly transform?: {
    readonly scale: readonly number[]
    readonly translate: readonly number[]
  }
  readonly arcs: readonly (readonly (readonly number[])[])[]
}

/** All coasts and borders of a TopoJSON file: each is in it once, as steps from point to point. */
export function outlineOf({ transform, arcs }: Topology): Outline {
  const [wide = 1, high = 1] = transform?.scale ?? []
  const [west = 0, south = 0] = transform?.translate ?? []
  return arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([stepX = 0, stepY = 0]) => {
      x = transform ? x + stepX : stepX
      y = transform ? y + stepY : stepY
      return [x * wide + west, y * high + south] as const
    })
  })
}
