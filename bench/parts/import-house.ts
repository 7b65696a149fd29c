import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ImportAnswer, ImportAsk, ImportSaid } from './import-process.ts'

/** An importer in a process of its own, on a fresh folder: nothing stands in its warehouse. */
export type ImportHouse = {
  ask(ask: ImportAsk): Promise<ImportAnswer>
  close(): Promise<void>
}

export async function openImportHouse(): Promise<ImportHouse> {
  const folder = await openFolder()
  const file = fileURLToPath(import.meta.resolve('./import-process.ts'))
  const child = fork(file, [join(folder, 'data')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await nextWord(child)
  return {
    async ask(ask) {
      child.send(ask)
      const said = await nextWord(child)
      if (said.kind === 'done') return said.answer
      throw new Error(said.kind === 'failed' ? said.say : 'the importer opened twice')
    },
    async close() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A folder that PostgreSQL's own user can read a file from, as COPY wants it. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fullhouse-bench-'))
  await chmod(folder, 0o711)
  return folder
}

async function nextWord(child: ChildProcess): Promise<ImportSaid> {
  const listening = new AbortController()
  const { signal } = listening
  const died = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`the importer ended (${String(code)})`)
  })
  const heard = once(child, 'message', { signal })
  try {
    const [message]: ImportSaid[] = await Promise.race([heard, died])
    if (!message) throw new Error('the importer said nothing')
    return message
  } finally {
    died.catch(() => undefined)
    heard.catch(() => undefined)
    listening.abort()
  }
}
