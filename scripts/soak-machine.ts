import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** The commit a soak runs on, and whether its code was changed since. */
export function commit(): string {
  const git = (...words: readonly string[]) =>
    execFileSync('git', [...words], { cwd: ROOT, encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--', 'src', 'test', 'scripts') !== ''
  return `${git('rev-parse', '--short=10', 'HEAD')}${changed ? ' + changes' : ''}`
}

/** The machine a soak runs on, for its page of proof. */
export function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  const what = `${cpus().length} × ${cpu?.model.trim()}, ${memory} GiB`
  const load = loadavg().map((one) => one.toFixed(1))
  return `${what}, ${type()} ${release()}, Node ${process.version}; load before ${load.join(' ')}`
}
