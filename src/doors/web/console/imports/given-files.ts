import { useSyncExternalStore } from 'react'

/** A file that was given and waits for its import. */
export type GivenFile = { readonly id: string; readonly fileName: string; readonly bytes: number }

const STORED = 'fullhouse.given'
const listeners = new Set<() => void>()
let files = stored()

/** Files given in this tab and not yet imported; they outlast a reload. */
export function useGivenFiles(): readonly GivenFile[] {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => files,
  )
}

export function rememberFile({ id, fileName, bytes }: GivenFile): void {
  keep([...files.filter((one) => one.id !== id), { id, fileName, bytes }])
}

export function forgetFile(id: string): void {
  keep(files.filter((one) => one.id !== id))
}

function keep(next: readonly GivenFile[]): void {
  files = next
  sessionStorage.setItem(STORED, JSON.stringify(next))
  for (const changed of listeners) changed()
}

/** Written by this page alone, so what stands there is taken at its word. */
function stored(): readonly GivenFile[] {
  return JSON.parse(sessionStorage.getItem(STORED) ?? '[]') as readonly GivenFile[]
}
