import { setTimeout as pause } from 'node:timers/promises'
import type { FileView, ImportView, QuarantineView } from '#collate'
import type { DailyFile, DailyFiles } from './daily-files.ts'
import { BAD_COLUMN } from './daily-files.ts'
import type { Client } from './persistent-client.ts'
import { until } from './waiting.ts'

/**
 * What is going on: rows are read; what a whole file no longer has is taken back; rows in quarantine are
 * mended.
 */
export type DeskPhase = 'idle' | 'reading' | 'withdrawing' | 'mending'

/** Somebody who gives whole files one after the other and mends each before the next. */
export type Desk = {
  phase(): DeskPhase
  files(): number
  mended(): number
  /** Finishes the file that is under way, and no other. */
  close(): Promise<void>
}

const DONE_MS_MAX = 240_000
const POLL_MS = 20
const ANSWER_MS_MAX = 90_000

export function openDesk(client: Client, url: () => string, daily: DailyFiles): Desk {
  let phase: DeskPhase = 'idle'
  let closing = false
  let [files, mended, asked] = [0, 0, 0]

  /** Asks until it is answered, each time anew: what was mended already is settled, which is as good. */
  async function settle(path: string, body: unknown): Promise<void> {
    await until(`an answer to ${path}`, ANSWER_MS_MAX, async () => {
      const headers = { 'idempotency-key': `desk ${++asked}`, 'content-type': 'application/json' }
      const request = { method: 'POST', headers, body: JSON.stringify(body) }
      const response = await fetch(`${url()}${path}`, request).catch(() => undefined)
      if (!response || response.status === 503) return undefined
      const text = await response.text().catch(() => undefined)
      if (text === undefined) return undefined
      if (response.ok || text.includes('row_settled')) return true
      // A server that lost an engine on the way says so as a fault; it is asked again.
      if (response.status >= 500) return undefined
      throw new Error(`${path}: ${response.status} ${text}`)
    })
    mended++
  }

  async function giveOne(file: DailyFile): Promise<void> {
    phase = 'reading'
    const { name, text } = file
    const path = `/v1/files?fileName=${name}`
    const { id: fileId } = await client.post<FileView>(path, `file ${name}`, text)
    const request = JSON.stringify({ fileId })
    const { id } = await client.post<ImportView>('/v1/imports', `import ${name}`, request)
    await until(`${name} is done`, DONE_MS_MAX, async () => {
      const view = await client.get<ImportView>(`/v1/imports/${id}`)
      if (view.state === 'failed') throw new Error(`${name} failed: ${view.say}`)
      if (view.read === file.rows && file.bad.length === 0) phase = 'withdrawing'
      if (view.state === 'done') return true
      await pause(POLL_MS)
      return undefined
    })
    await mendOne(id, file)
    await until(`${name} has taken back what it lacks`, DONE_MS_MAX, async () => {
      const view = await client.get<ImportView>(`/v1/imports/${id}`)
      return view.withdrawalDue ? undefined : true
    })
  }

  async function mendOne(id: string, file: DailyFile): Promise<void> {
    if (file.bad.length === 0) return
    phase = 'mending'
    const page = `/v1/imports/${id}/quarantine?state=waiting`
    const { rows } = await client.get<{ rows: readonly QuarantineView[] }>(page)
    if (rows.length !== file.bad.length) {
      throw new Error(`${file.name}: ${rows.length} rows wait, not ${file.bad.length}`)
    }
    for (const bad of file.bad) {
      // With the last one the file is whole, and what it lacks is taken back.
      if (bad === file.bad.at(-1)) phase = 'withdrawing'
      const one = `/v1/imports/${id}/quarantine/${bad.line}`
      if (bad.way === 'aside') await settle(one, { setAside: true })
      else if (bad.way === 'cells') await settle(one, { cells: bad.cells })
      else {
        const rule = { column: BAD_COLUMN, find: bad.found, whole: true, replaceWith: bad.meant }
        await settle(`/v1/imports/${id}/quarantine/rules`, rule)
      }
    }
  }

  async function work(): Promise<void> {
    while (!closing) {
      const file = daily.next()
      await giveOne(file)
      daily.settled(file)
      files++
      phase = 'idle'
    }
  }

  const working = work()
  // Heard when the desk is closed, or by whoever waits for a phase that never comes.
  working.catch(() => {
    phase = 'idle'
  })
  return {
    phase: () => phase,
    files: () => files,
    mended: () => mended,
    async close() {
      closing = true
      await working
    },
  }
}
