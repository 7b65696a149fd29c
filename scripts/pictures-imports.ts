import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Served } from '#server'
import type { Seat } from '#test'
import { gb18030, sitDown, tillFile, tillRows } from '#test'

const SETTLE_MS = 1_500
const SEATS: readonly Seat[] = [
  { width: 1440, theme: 'light', language: 'en' },
  { width: 390, theme: 'dark', language: 'zh' },
]

/** A till's export with a damaged row, and a circuit's report that nobody has seen before: both invented. */
const TILL = tillFile(tillRows('pictures', 40)).replace('2018', '0218')
const FILMS = ['流浪地球2', '满江红', '深海', '无名']
const REPORT = gb18030(
  [
    '影片名称,放映日期,影院,场次,人次,票房(万元)',
    ...['上海影城', '北京影城', '成都影城'].flatMap((cinema, at) =>
      FILMS.map((film, place) => {
        const gross = at === 1 && place === 2 ? '不详' : `${8 - at - place}.${40 + at * 7 + place}`
        return [film, '03/02/2023', cinema, 12 - place, 1510 - at * 204 - place * 180, gross].join()
      }),
    ),
  ].join('\n'),
)

/** Bringing files in: the list, a file that is new, and an import with a row in quarantine. */
export async function takeImportPictures(browser: Browser, { url }: Served, folder: string) {
  const till = await give(url, 'naas-2018-06.csv', new TextEncoder().encode(TILL))
  const place = { cinema: 'Naas Canal', timezone: 'Europe/Dublin', currency: 'EUR' }
  const made = await post(`${url}/v1/imports`, JSON.stringify({ fileId: till, ...place }))
  const report = await give(url, '院线日报.csv', REPORT)
  const pages = [
    ['imports', '/imports'],
    ['import', `/imports/${made}`],
    ['mapping', `/imports/file/${report}`],
  ] as const
  for (const seat of SEATS) {
    for (const [name, path] of pages) {
      const page = await sitDown(browser, seat)
      await page.goto(url + path)
      await page.waitForTimeout(SETTLE_MS)
      await take(page, seat, name, folder)
      await page.context().close()
    }
  }
}

async function take(page: Page, { width, theme, language }: Seat, name: string, folder: string) {
  const picture = join(folder, `${name}-${width}-${theme}-${language}.png`)
  await page.screenshot({ path: picture, fullPage: width === 1440 })
  console.log(picture)
}

function give(url: string, name: string, body: Uint8Array): Promise<string> {
  return post(`${url}/v1/files?fileName=${encodeURIComponent(name)}`, new Blob([body.slice()]))
}

async function post(address: string, body: Blob | string): Promise<string> {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
  const headers = { 'content-type': type, 'idempotency-key': crypto.randomUUID() }
  const response = await fetch(address, { method: 'POST', headers, body })
  const made: unknown = await response.json()
  if (typeof made === 'object' && made !== null && 'id' in made) return String(made.id)
  throw new Error(`${address}: ${JSON.stringify(made)}`)
}
