import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'
import type { Target } from './connect.ts'
import { connect, ended } from './connect.ts'
import type { Gate } from './gate.ts'
import type { Subscription } from './store.ts'

const RETRY_MS = 200

type Listening = {
  readonly target: Target
  readonly gate: Gate
  readonly name: string
  readonly channel: string
  readonly heard: (payload: string) => void
}

/** Hears a channel on a connection of its own, and again after every loss of it. */
export async function listen(listening: Listening): Promise<Subscription> {
  const { gate, heard } = listening
  const closing = new AbortController()
  await gate.pass()
  let client = await tune(listening)
  const keepOn = async () => {
    while (!closing.signal.aborted) {
      await ended(client)
      const next = await tuneAgain(listening, closing.signal)
      if (!next) return
      client = next
      heard('') // whatever was said meanwhile is lost
    }
  }
  const listeningOn = keepOn()
  return {
    async close() {
      closing.abort()
      await client.end().catch(() => undefined) // it may be dead already, which is as good
      await listeningOn
    },
  }
}

async function tune({ target, name, channel, heard }: Listening): Promise<Client> {
  const client = await connect(target, name)
  client.on('notification', (message) => heard(message.payload ?? ''))
  await client.query(`listen ${escapeIdentifier(channel)}`)
  return client
}

async function tuneAgain(listening: Listening, closing: AbortSignal): Promise<Client | undefined> {
  while (!closing.aborted) {
    try {
      await listening.gate.pass(closing)
      const client = await tune(listening)
      if (!closing.aborted) return client
      await client.end()
    } catch {
      // PostgreSQL is still away, which its state says: try until it is back or we are closed.
    }
    await pause(RETRY_MS, undefined, { signal: closing }).catch(() => undefined) // closing ends it
  }
  return undefined
}
