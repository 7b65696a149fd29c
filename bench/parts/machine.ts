import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem } from 'node:os'

/** Where and when figures were taken; they mean nothing without it. */
export type Machine = {
  readonly date: string
  readonly commit: string
  /** Files that differ from the commit, in src/ and bench/. */
  readonly changed: number
  readonly cores: number
  readonly model: string
  readonly memoryGib: number
  readonly node: string
  readonly system: string
  readonly loadBefore: readonly number[]
}

/** To be called before the work, so that the load is what others made. */
export function lookAtMachine(): Machine {
  const changed = git('status', '--porcelain', '--', 'src', 'bench')
  return {
    date: Temporal.Now.instant().round('second').toString(),
    commit: git('rev-parse', '--short=12', 'HEAD').trim() || 'none',
    changed: changed.split('\n').filter((line) => line !== '').length,
    cores: cpus().length,
    model: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGib: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
    system: `${process.platform} ${release()} ${process.arch}`,
    loadBefore: load(),
  }
}

/** For people: one line each. */
export function machineLines(machine: Machine): readonly string[] {
  const { date, commit, changed, cores, model, memoryGib, node, system, loadBefore } = machine
  const differing = changed === 0 ? '' : ` and ${changed} changed files`
  return [
    `- ${date}, commit ${commit}${differing}`,
    `- ${cores} cores (${model}), ${memoryGib} GiB, ${system}, Node ${node}`,
    `- load average before ${loadBefore.join(' ')}, after ${load().join(' ')} (1, 5, 15 min)`,
  ]
}

function load(): readonly number[] {
  return loadavg().map((value) => Math.round(value * 100) / 100)
}

function git(...words: readonly string[]): string {
  try {
    return execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    // A tarball has no history; the figures then say so.
    return ''
  }
}
