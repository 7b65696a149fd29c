import { useCallback, useEffect, useRef, useState } from 'react'
import { deviceNowMs } from '#kernel/pure'
import { pathOf } from '../wire/client.ts'
import type { GateList, ScanWire } from '../wire/gate.ts'
import { gateClient } from '../wire/gate.ts'
import { problemOf } from '../wire/problem.ts'
import { withAdmitted, withAnswer, withCount, withoutScan } from './gate-list.ts'
import type { GateMemory } from './gate-memory.ts'
import { openGateMemory } from './gate-memory.ts'
import type { GateAt } from './gate-search.ts'
import type { Shown } from './judge.ts'
import { judgeAlone } from './judge.ts'
import type { Conflict, Said } from './said.ts'
import { conflictOf, saidAlone, saidBy } from './said.ts'

export type Gate = {
  readonly list: GateList | undefined
  readonly said: Said | undefined
  readonly connected: boolean
  readonly kept: number
  readonly conflicts: readonly Conflict[]
  readonly clockOffsetMs: number
  readonly problem: string | undefined
  readonly busy: boolean
  scan(shown: Shown): void
  undo(): void
  clear(): void
  seenConflicts(): void
}

const LIST_EVERY_MS = 15_000
const RETRY_EVERY_MS = 3_000
const SENT_AT_ONCE = 400
const SEND_PATIENCE_MS = 20_000

export function useGate(at: GateAt): Gate {
  const key = `${at.cinema}/${at.screening ?? ''}`
  const memory = useRef<Promise<GateMemory>>(undefined)
  memory.current ??= openGateMemory()
  const [list, setList] = useState<GateList>()
  const [said, setSaid] = useState<Said>()
  const [connected, setConnected] = useState(navigator.onLine)
  const [kept, setKept] = useState(0)
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  const [clockOffsetMs, setClockOffset] = useState(0)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const now = useRef({ list, clockOffsetMs, at })
  now.current = { list, clockOffsetMs, at }

  const keepList = useCallback(
    async (next: GateList) => {
      now.current = { ...now.current, list: next }
      setList(next)
      await (await memory.current)?.keepList(key, next)
    },
    [key],
  )
  const countKept = useCallback(async () => {
    const scans = (await (await memory.current)?.scans()) ?? []
    setKept(scans.length)
    return scans
  }, [])

  /** Sends what was kept, then asks for the list: so the list knows what this gate has done. */
  const refresh = useCallback(async () => {
    const scans = await countKept()
    try {
      for (let from = 0; from < scans.length; from += SENT_AT_ONCE) {
        const some = scans.slice(from, from + SENT_AT_ONCE)
        const found = await sendKept(some)
        if (found.length > 0) setConflicts((before) => [...before, ...found])
        await (await memory.current)?.forgetScans(some.map(({ id }) => id))
      }
      if (scans.length > 0) await countKept()
      const fresh = await gateClient.list(at)
      setClockOffset(fresh.clockOffsetMs)
      setProblem(undefined)
      setConnected(true)
      await keepList(fresh.value)
    } catch (fault) {
      const refused = problemOf(fault)
      if (refused && refused.status < 500) setProblem(refused.detail)
      else setConnected(false)
      if (!now.current.list) {
        const old = await (await memory.current)?.list(key)
        if (old) setList(old)
      }
    }
  }, [at, key, countKept, keepList])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let ended = false
    const round = async () => {
      await refresh()
      if (!ended) timer = setTimeout(round, document.hidden ? LIST_EVERY_MS * 4 : LIST_EVERY_MS)
    }
    void round()
    const back = () => void refresh()
    const gone = () => setConnected(false)
    addEventListener('online', back)
    addEventListener('offline', gone)
    return () => {
      ended = true
      clearTimeout(timer)
      removeEventListener('online', back)
      removeEventListener('offline', gone)
    }
  }, [refresh])

  useEffect(() => {
    if (connected) return
    const timer = setInterval(() => void refresh(), RETRY_EVERY_MS)
    return () => clearInterval(timer)
  }, [connected, refresh])

  useEffect(() => {
    if (at.screening === undefined || !connected) return
    const source = new EventSource(pathOf('screeningInsideLive', at.screening))
    source.addEventListener('inside', ({ data }) => {
      const count = JSON.parse(String(data)) as { inside: number; sold: number }
      const { list: old } = now.current
      if (old) setList(withCount(old, at.screening ?? '', count))
    })
    return () => source.close()
  }, [at.screening, connected])

  const scan = async (shown: Shown) => {
    const { list: known, clockOffsetMs: offset } = now.current
    const made: ScanWire = {
      id: crypto.randomUUID(),
      ...shown,
      ...(at.screening === undefined ? { cinemaId: at.cinema } : { screeningId: at.screening }),
      door: at.door,
      scannedAt: new Date(deviceNowMs()).toISOString(),
    }
    setBusy(true)
    try {
      if (!navigator.onLine) throw new Error('no connection')
      const { value, clockOffsetMs: measured } = await gateClient.scan([made])
      const [answer] = value.scans
      if (!answer) throw new Error('no answer')
      setConnected(true)
      setClockOffset(measured)
      setProblem(undefined)
      setSaid(saidBy(answer))
      const { list: old } = now.current
      if (old) await keepList(withAnswer(old, answer, at.door))
    } catch (fault) {
      const refused = problemOf(fault)
      if (refused && refused.status < 500) return setProblem(refused.detail)
      setConnected(false)
      if (!known) return setProblem('')
      const atMs = deviceNowMs() + offset
      const own = await judgeAlone(known, shown, atMs)
      const admit = own.admitted.length
      const told = { verdict: own.verdict, admit }
      const seats = own.admitted.map(({ seat }) => seat)
      await (await memory.current)?.keepScan({
        ...made,
        clockOffsetMs: Math.round(offset),
        said: told,
        // Only those whom this gate let in.
        ...(admit > 0 && { seats }),
      })
      await keepList(withAdmitted(known, own, atMs, at.door))
      await countKept()
      setSaid(saidAlone(known, own, made.id, atMs))
    } finally {
      setBusy(false)
    }
  }

  const undo = async () => {
    if (!said) return
    try {
      if (said.alone) {
        await (await memory.current)?.forgetScans([said.scanId])
        const { list: old } = now.current
        if (old) await keepList(withoutScan(old, said))
        await countKept()
      } else await gateClient.undo(said.scanId)
      setSaid({ ...said, undone: true })
      if (!said.alone) await refresh()
    } catch (fault) {
      setProblem(problemOf(fault)?.detail ?? '')
    }
  }

  return {
    ...{ list, said, connected, kept, conflicts, clockOffsetMs, problem, busy },
    scan: (shown) => void scan(shown),
    undo: () => void undo(),
    clear: () => setSaid(undefined),
    seenConflicts: () => setConflicts([]),
  }
}

/**
 * Sends kept scans; whom the house would not have let in. One that it refuses to look at, as its
 * screening is gone, must not hold up the others: it is told of and let go.
 */
async function sendKept(scans: readonly ScanWire[]): Promise<readonly Conflict[]> {
  try {
    const { value } = await gateClient.scan(scans, SEND_PATIENCE_MS)
    return value.scans.flatMap((answer, place) => conflictOf(scans[place], answer))
  } catch (fault) {
    const refused = problemOf(fault)
    if (!refused || refused.status >= 500) throw fault
    if (scans.length === 1) return scans.map(({ seats = [], orderCode }) => lost(seats, orderCode))
    const each: Conflict[] = []
    for (const one of scans) each.push(...(await sendKept([one])))
    return each
  }
}

function lost(seats: readonly string[], orderCode = '?'): Conflict {
  return { seats: seats.length > 0 ? seats : [orderCode] }
}
