import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { LiveState, LiveStream } from './live-stream.ts'
import { openLive, QUIET } from './live-stream.ts'
import type { Asked } from './questions.ts'
import { questionText } from './questions.ts'

/** The live answers to a page's questions; another list opens another stream, an empty one none. */
export function useLive(questions: readonly Asked[]): LiveState {
  const queries = useQueryClient()
  const [stream, setStream] = useState<LiveStream>()
  const key = questions.map(questionText).join('\n')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the questions
  useEffect(() => {
    if (questions.length === 0) return
    const opened = openLive(questions, () => queries.invalidateQueries({ queryKey: ['house'] }))
    setStream(opened)
    return () => {
      opened.close()
      setStream(undefined)
    }
  }, [key, queries])

  const subscribe = useCallback(
    (changed: () => void) => stream?.subscribe(changed) ?? (() => undefined),
    [stream],
  )
  return useSyncExternalStore(subscribe, () => stream?.read() ?? QUIET)
}
