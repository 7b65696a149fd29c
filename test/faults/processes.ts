import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** A process as Linux shows it; one that ended and was not collected is none. */
export type Running = { readonly pid: number; readonly parent: number; readonly command: string }

/** Every process that has to do with a data folder: named in its command, or at work in it. */
export function processesOn(folder: string): readonly Running[] {
  return running().filter(({ pid, command }) => {
    return pid !== process.pid && (command.includes(folder) || workFolder(pid).startsWith(folder))
  })
}

export function postmasterOn(folder: string): number | undefined {
  const isPostmaster = ({ command }: Running) => / -D /.test(command)
  return processesOn(folder).find(isPostmaster)?.pid
}

/** PostgreSQL's own processes that serve a client. */
export function backendsOn(folder: string): readonly number[] {
  const isBackend = ({ command }: Running) => /^postgres: fullhouse /.test(command)
  return processesOn(folder)
    .filter(isBackend)
    .map(({ pid }) => pid)
}

export function warehouseChildOn(folder: string): number | undefined {
  const isChild = ({ command }: Running) => command.includes('warehouse/child.ts')
  return processesOn(folder).find(isChild)?.pid
}

/** Ends a process as a crash would; one that is gone already is as good. */
export function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ESRCH')) throw fault
  }
}

/** Ends whatever still has to do with a data folder. */
export function killAllOn(folder: string): void {
  // Ours first: they would start again what they miss.
  for (const { pid, command } of processesOn(folder)) {
    if (!command.startsWith('postgres')) killHard(pid)
  }
  for (const { pid } of processesOn(folder)) killHard(pid)
}

function running(): readonly Running[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.flatMap((pid) => {
    const command = read(pid, 'cmdline').replaceAll('\0', ' ').trim()
    if (command === '') return []
    const parent = Number(/\nPPid:\s*(\d+)/.exec(read(pid, 'status'))?.[1] ?? 0)
    return [{ pid: Number(pid), parent, command }]
  })
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(join('/proc', pid, file), 'utf8')
  } catch {
    return '' // it ended between two looks
  }
}

function workFolder(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return '' // it ended between two looks
  }
}
