import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Imported, MangleAsk, MangleSaid } from './mangle-child.ts'
import type { Family } from './mangle-families.ts'

/** An importer in a process of its own, so that a crash is seen and its memory is its own. */
export type MangleImporter = {
  import(path: string, told: Family['told']): Promise<Imported>
  /** Rows of PostgreSQL, and of the warehouse, asked for by whoever judges. */
  store<Row>(sql: string, ...values: readonly unknown[]): Promise<readonly Row[]>
  warehouse<Row>(sql: string): Promise<readonly Row[]>
  /** The most memory that it ever held, in MiB. */
  mostMib(): Promise<number>
  close(): Promise<void>
}

export async function openMangleImporter(dataFolder: string): Promise<MangleImporter> {
  const file = fileURLToPath(import.meta.resolve('./mangle-child.ts'))
  const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const
  const child = fork(file, [dataFolder], { stdio: [...stdio], serialization: 'advanced' })
  await nextWord(child)
  const ask = async <Value>(request: MangleAsk): Promise<Value> => {
    child.send(request)
    const said = await nextWord(child)
    if (said.kind === 'failed') throw new Error(said.say)
    if (said.kind === 'open') throw new Error('the importer opened twice')
    return said.value as Value // the child answers each kind of request with its own value
  }
  return {
    import: (path, told) => ask({ kind: 'import', path, told }),
    store: (sql, ...values) => ask({ kind: 'store', sql, values }),
    warehouse: (sql) => ask({ kind: 'warehouse', sql }),
    mostMib: () => ask({ kind: 'memory' }),
    async close() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

async function nextWord(child: ChildProcess): Promise<MangleSaid> {
  const listening = new AbortController()
  const { signal } = listening
  const died = once(child, 'exit', { signal }).then(([code, why]) => {
    throw new Error(`THE IMPORTER CRASHED (${String(code ?? why)})`)
  })
  const heard = once(child, 'message', { signal })
  try {
    const [message]: MangleSaid[] = await Promise.race([heard, died])
    if (!message) throw new Error('the importer said nothing')
    return message
  } finally {
    for (const one of [died, heard]) one.catch(() => undefined) // whichever is not waited for any more
    listening.abort()
  }
}
