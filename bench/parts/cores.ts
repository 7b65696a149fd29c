import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** Who used the processors, each as a number of whole cores; `others` is no work of the bench. */
export type Cores = {
  readonly server: number
  readonly warehouse: number
  readonly postgres: number
  readonly browser: number
  readonly bench: number
  readonly others: number
  /** Share of all cores, 0 to 1. */
  readonly busy: number
}

type Who = 'server' | 'warehouse' | 'postgres' | 'browser' | 'bench'

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10

/** Starts counting; the result says what was used since. Linux only: elsewhere all but `busy` is 0. */
export function watchCores(): () => Cores {
  const [before, machine, startedAt] = [usedByOurs(), usedByAll(), performance.now()]
  return () => {
    const [after, now] = [usedByOurs(), usedByAll()]
    const ms = performance.now() - startedAt
    const used = (who: Who) => {
      let sum = 0
      for (const [pid, one] of after) {
        if (one.who === who) sum += one.ms - (before.get(pid)?.ms ?? 0)
      }
      return share(sum, ms)
    }
    const ours = {
      server: used('server'),
      warehouse: used('warehouse'),
      postgres: used('postgres'),
      browser: used('browser'),
      bench: used('bench'),
    }
    const busyMs = now.busy - machine.busy
    const sum = Object.values(ours).reduce((all, one) => all + one, 0)
    const others = after.size === 0 ? 0 : Math.max(0, share(busyMs, ms) - sum)
    return { ...ours, others: hundredth(others), busy: share(busyMs, now.all - machine.all) }
  }
}

function share(part: number, whole: number): number {
  return hundredth(part / Math.max(1, whole))
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100
}

function usedByAll() {
  let [busy, all] = [0, 0]
  for (const { times } of cpus()) {
    const total = times.user + times.nice + times.sys + times.idle + times.irq
    all += total
    busy += total - times.idle
  }
  return { busy, all }
}

type Process = { readonly parent: number; readonly ms: number }

/** Ours are this process and all that descend from it. */
function usedByOurs(): ReadonlyMap<number, { readonly who: Who; readonly ms: number }> {
  const known = new Map<number, Process>()
  for (const name of process.platform === 'linux' ? readdirSync('/proc') : []) {
    const found = /^\d+$/.test(name) ? readProcess(name) : undefined
    if (found) known.set(Number(name), found)
  }
  const isOurs = (pid: number): boolean => {
    if (pid === process.pid) return true
    const parent = known.get(pid)?.parent ?? 0
    return parent > 1 && isOurs(parent)
  }
  const ours = [...known].filter(([pid]) => isOurs(pid))
  return new Map(ours.map(([pid, { ms }]) => [pid, { who: whoIs(pid), ms }]))
}

function readProcess(pid: string): Process | undefined {
  try {
    // What stands before the last bracket is its name, in which anything may stand.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    return { parent: Number(fields[1]), ms: ticks * TICK_MS }
  } catch {
    // It ended while we looked.
    return undefined
  }
}

function whoIs(pid: number): Who {
  if (pid === process.pid) return 'bench'
  let command = ''
  try {
    command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    // It ended while we looked; what it used goes to the bench.
  }
  if (/chromium/.test(command)) return 'browser'
  if (/postgres/.test(command) && !/watchdog/.test(command)) return 'postgres'
  if (/warehouse.child\.ts/.test(command)) return 'warehouse'
  if (/house-process|cli.main\.ts|bin.fullhouse/.test(command)) return 'server'
  return 'bench'
}
