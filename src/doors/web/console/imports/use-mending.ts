import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ImportView } from '#collate/pure'
import type { MendingRule } from '../wire/imports.ts'
import { FIGURES, importsClient } from '../wire/imports.ts'

/** For so long a row that was set aside can be fetched back. */
const UNDO_MS = 10_000

/** What can be done with the rows of one import's quarantine. */
export function useMending({ id }: ImportView) {
  const queries = useQueryClient()
  const changed = () => {
    for (const queryKey of [['import', id], ['quarantine', id], ...FIGURES]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
  const aside = useSetAside(id, changed)
  const mend = useMutation({
    mutationFn: (row: { readonly line: number; readonly cells: readonly string[] }) =>
      importsClient.mend(id, row.line, row.cells),
    onSettled: changed,
  })
  const byRule = useMutation({
    mutationFn: (rule: MendingRule) => importsClient.mendByRule(id, rule),
    onSettled: changed,
  })
  const retry = useMutation({ mutationFn: () => importsClient.retry(id), onSettled: changed })
  return { mend, byRule, retry, aside }
}

/**
 * Sets rows aside, each after a while in which it can be fetched back: the server has no way back. Who
 * leaves the page meant it.
 */
function useSetAside(id: string, changed: () => void) {
  const timers = useRef(new Map<number, ReturnType<typeof setTimeout>>())
  const [lines, setLines] = useState<ReadonlySet<number>>(new Set())
  const done = useRef(changed)
  done.current = changed
  const settle = useRef((line: number) => {
    timers.current.delete(line)
    void importsClient.setAside(id, line).finally(() => done.current())
  })
  useEffect(() => {
    const waiting = timers.current
    return () => {
      for (const [line, timer] of waiting) {
        clearTimeout(timer)
        settle.current(line)
      }
    }
  }, [])
  return {
    /** Lines that are on their way aside. */
    lines,
    put(line: number) {
      timers.current.set(
        line,
        setTimeout(() => settle.current(line), UNDO_MS),
      )
      setLines((all) => new Set([...all, line]))
    },
    undo(line: number) {
      clearTimeout(timers.current.get(line))
      timers.current.delete(line)
      setLines((all) => new Set([...all].filter((one) => one !== line)))
    },
  }
}

export type Mending = ReturnType<typeof useMending>
