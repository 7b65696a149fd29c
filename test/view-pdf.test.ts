import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '#server'
import { giveTill, serveTestHouse, tillFile, tillRows } from '#test'

const CHROMIUM = '/usr/bin/chromium'
const isThere = existsSync(CHROMIUM)
if (!isThere) console.warn(`skipped: ${CHROMIUM} is not installed`)

let served: Served
let folder: string
beforeAll(async () => {
  served = await serveTestHouse()
  folder = await mkdtemp(join(tmpdir(), 'fullhouse-view-'))
  const rows = tillRows('pdf', 10).map((row, at) => (at % 2 ? row : { ...row, title: '十万灯火' }))
  await giveTill(served.house, 'The Paper', tillFile(rows))
}, 120_000)
afterAll(async () => {
  await served.close()
  await rm(folder, { recursive: true, force: true })
})

const pdf = (search: Readonly<Record<string, string>>) =>
  fetch(`${served.url}/v1/views/pdf?${new URLSearchParams(search)}`)

/** What its fonts can write, by the maps that say so: a box for what is missing has no such map. */
function writes(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
  return streams
    .map(([, content = '']) => {
      try {
        return inflateSync(Buffer.from(content, 'latin1')).toString('latin1')
      } catch {
        // Not packed, or a picture: no map either way.
        return ''
      }
    })
    .filter((stream) => stream.includes('begincmap'))
    .join('\n')
    .toUpperCase()
}

const hex = (character: string) =>
  `<${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`

test.runIf(isThere)(
  'a page is printed in Chinese, with what it keeps to and when',
  async () => {
    const path = '/explore?show=gross&by=film&from=2018-06-01&to=2018-06-10'
    const response = await pdf({ path, lang: 'zh' })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/pdf',
    ])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-disposition')).toMatch(
      /filename="Fullhouse explore .*\.pdf"/,
    )
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const known = writes(bytes)
    // None that is a radical too: those may go by the radical's number.
    for (const character of '万灯营业截') expect(known).toContain(hex(character))
    const file = join(folder, 'view.pdf')
    await writeFile(file, bytes)
    const text = textOf(file)
    if (text === undefined) return
    const [gross] = Object(
      await (
        await fetch(`${served.url}/v1/answers?metrics=gross&from=2018-06-01&to=2018-06-10`)
      ).json(),
    ).rows
    const whole = BigInt(gross.gross.minor) / 100n
    expect(text).toMatch(/营业日\s*2018-06-01\s*至\s*2018-06-10/)
    expect(text).toMatch(/截至\s*20\d\d-\d\d-\d\d/)
    expect(text).toContain('十万灯火')
    expect(text).toContain(new Intl.NumberFormat('en').format(whole))
  },
  180_000,
)

function textOf(file: string): string | undefined {
  try {
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    return text.normalize('NFKC')
  } catch {
    // A program of the system, not one of ours.
    console.warn('skipped: pdftotext is not installed')
    return undefined
  }
}

test.each([
  [{ path: '//evil.example/' }, 404, 'page_unknown'],
  [{ path: '/v1/house' }, 404, 'page_unknown'],
  [{ path: '/today', lang: 'tlh' }, 400, 'question_malformed'],
])('%o is refused', async (search, status, refusal) => {
  const response = await pdf(search)
  expect([response.status, Object(await response.json()).refusal]).toEqual([status, refusal])
})
