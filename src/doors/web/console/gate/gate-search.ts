/** What stands in the gate's address: so set, it stays set after a reload. */
export type GateSearch = {
  readonly cinema?: string
  /** Absent: every screening of the cinema's trading day. */
  readonly screening?: string
  readonly door?: string
}

/** A gate that is set. */
export type GateAt = GateSearch & { readonly cinema: string; readonly door: string }

const DOOR_MAX = 40

export function readGateSearch(search: Readonly<Record<string, unknown>>): GateSearch {
  const id = (name: string) => {
    const text = String(search[name] ?? '')
    return /^[1-9]\d{0,17}$/.test(text) ? text : undefined
  }
  const [cinema, screening] = [id('cinema'), id('screening')]
  const door = String(search['door'] ?? '')
    .trim()
    .slice(0, DOOR_MAX)
  return {
    ...(cinema !== undefined && { cinema }),
    ...(screening !== undefined && { screening }),
    ...(door !== '' && { door }),
  }
}
