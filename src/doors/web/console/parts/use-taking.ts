import { useEffect, useRef, useState } from 'react'
import { saveFile, takeFile } from '../wire/exports.ts'
import { problemOf } from '../wire/problem.ts'

/** A file on its way here, and what became of it. */
export type Taking =
  | { readonly state: 'idle' }
  | { readonly state: 'coming'; readonly name: string; readonly bytes: number }
  | {
      readonly state: 'saved'
      readonly name: string
      readonly fileName: string
      readonly bytes: number
    }
  /** Without `say`: it broke off. */
  | { readonly state: 'failed'; readonly name: string; readonly say?: string }

/** What is saved says so for a moment. */
const SAID_MS = 4_000

/** Takes one file at a time; another one takes its place. */
export function useTaking() {
  const [taking, setTaking] = useState<Taking>({ state: 'idle' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  useEffect(() => {
    if (taking.state !== 'saved') return
    const said = setTimeout(() => setTaking({ state: 'idle' }), SAID_MS)
    return () => clearTimeout(said)
  }, [taking])
  const stop = () => {
    running.current?.abort()
    setTaking({ state: 'idle' })
  }
  const take = async (name: string, address: string) => {
    running.current?.abort()
    running.current = new AbortController()
    const { signal } = running.current
    const show = (shown: Taking) => {
      if (!signal.aborted) setTaking(shown)
    }
    show({ state: 'coming', name, bytes: 0 })
    try {
      const file = await takeFile(address, signal, (bytes) =>
        show({ state: 'coming', name, bytes }),
      )
      if (signal.aborted) return
      saveFile(file)
      show({ state: 'saved', name, fileName: file.name, bytes: file.content.size })
    } catch (fault) {
      // Whatever it was, it is shown: a refusal in its own words, anything else as broken off.
      const say = problemOf(fault)?.detail
      show({ state: 'failed', name, ...(say !== undefined && { say }) })
    }
  }
  return { taking, take: (name: string, address: string) => void take(name, address), stop }
}
