import { useCallback, useEffect, useMemo, useState } from 'react'

/** The server's clock carried on by ours, epoch ms: a till whose own clock is wrong still tells the time. */
export function useTillClock(serverNow: string): () => number {
  const offsetMs = useMemo(() => Date.parse(serverNow) - performance.now(), [serverNow])
  return useCallback(() => performance.now() + offsetMs, [offsetMs])
}

/** The clock once a second, as an ISO instant. */
export function useNow(nowMs: () => number): string {
  const [shown, setShown] = useState(nowMs)
  useEffect(() => {
    setShown(nowMs())
    const timer = setInterval(() => setShown(nowMs()), 1_000)
    return () => clearInterval(timer)
  }, [nowMs])
  return new Date(shown).toISOString()
}
