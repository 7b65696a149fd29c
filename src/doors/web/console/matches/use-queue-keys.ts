import { useEffect, useRef } from 'react'
import type { Queue } from './use-queue.ts'

/** Arrows move, S and D decide, U fetches the last back. Whoever types in a field is left alone. */
export function useQueueKeys(queue: Queue, deciding: boolean) {
  const now = useRef(queue)
  now.current = queue
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const act = actOf(event.key, now.current, deciding)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [deciding])
}

function actOf(key: string, queue: Queue, deciding: boolean): (() => void) | undefined {
  const { move, decide, undo, last } = queue
  if (key === 'ArrowDown') return () => move(1)
  if (key === 'ArrowUp') return () => move(-1)
  if (!deciding) return undefined
  switch (key.toLowerCase()) {
    case 's':
      return () => decide('same')
    case 'd':
      return () => decide('different')
    case 'u':
      return last && (() => undo(last.match))
    default:
      return undefined
  }
}

/** A field, a menu or a group of choices uses the same keys itself. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [role=listbox], [role=menu], [role=radiogroup]') !==
      null
  )
}
