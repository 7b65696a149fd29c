import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What Lighthouse says of a page as a slow phone on a slow network has it. */
export type Look = {
  /** 0 to 100. */
  readonly performance: number
  readonly accessibility: number
  readonly lcpMs: number
  readonly tbtMs: number
  readonly cls: number
  /** As sent: compressed, with their heads. */
  readonly scriptBytes: number
  readonly allBytes: number
}

type Audit = {
  readonly score?: number | null
  readonly numericValue?: number
  readonly title?: string
  readonly details?: {
    readonly items?: readonly { readonly resourceType?: string; readonly transferSize?: number }[]
  }
}
type Report = {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>
  readonly audits: Readonly<Record<string, Audit>>
}

const REPORT_BYTES_MAX = 64 * 1024 * 1024

/**
 * One run of Lighthouse's own phone settings (mid-range phone, 1.6 Mbit/s, 150 ms, processor at a
 * quarter) in a process of its own, through a Chromium that listens on `port`.
 */
export async function lookAt(url: string, port: number): Promise<Look> {
  const lighthouse = dirname(fileURLToPath(import.meta.resolve('lighthouse/package.json')))
  const words = [
    join(lighthouse, 'cli/index.js'),
    url,
    `--port=${port}`,
    '--output=json',
    '--quiet',
    '--only-categories=performance,accessibility',
    '--no-enable-error-reporting',
  ]
  const { stdout } = await run(process.execPath, words, { maxBuffer: REPORT_BYTES_MAX })
  const report: Report = JSON.parse(stdout)
  const { categories, audits } = report
  const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100)
  const figure = (audit: string) => audits[audit]?.numericValue ?? Number.NaN
  const requests = audits['network-requests']?.details?.items ?? []
  const bytes = (kept: readonly (typeof requests)[number][]) =>
    kept.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    lcpMs: Math.round(figure('largest-contentful-paint')),
    tbtMs: Math.round(figure('total-blocking-time')),
    cls: Math.round(figure('cumulative-layout-shift') * 1000) / 1000,
    scriptBytes: bytes(requests.filter(({ resourceType }) => resourceType === 'Script')),
    allBytes: bytes(requests),
  }
}
