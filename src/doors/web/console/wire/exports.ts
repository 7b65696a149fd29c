import type { Lang } from '../../shared/numbers.ts'
import type { Problem } from './problem.ts'
import { WireError } from './problem.ts'
import type { Asked } from './questions.ts'
import { questionText } from './questions.ts'

/** A question's rows as a file. */
export const FILE_FORMATS = ['xlsx', 'csv', 'parquet', 'arrow'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** A chart as a picture. */
export const PICTURE_FORMATS = ['png', 'svg'] as const
export type PictureFormat = (typeof PICTURE_FORMATS)[number]

export type Appearance = { readonly lang: Lang; readonly theme: 'light' | 'dark' }

/** For people: CSV begins with the mark by which Excel knows UTF-8. */
export function fileAddress(question: Asked, format: FileFormat, lang: Lang): string {
  const search = new URLSearchParams({ q: questionText(question), format, lang })
  if (format === 'csv') search.set('bom', 'true')
  return `/v1/answers/file?${search}`
}

export type Picture = {
  readonly question: Asked
  /** How the chart is drawn, by the name that the page has for it. */
  readonly kind: string
  readonly format: PictureFormat
}

/** Wide enough for a slide. */
const PICTURE = { width: '1200', height: '640' }

export function pictureAddress(picture: Picture, { lang, theme }: Appearance): string {
  const { question, kind, format } = picture
  const q = questionText(question)
  return `/v1/answers/chart?${new URLSearchParams({ q, kind, format, lang, theme, ...PICTURE })}`
}

/** The page itself on paper: its path with everything that its address says. */
export function pdfAddress(path: string, { lang, theme }: Appearance): string {
  return `/v1/views/pdf?${new URLSearchParams({ path, lang, theme })}`
}

export type TakenFile = { readonly name: string; readonly content: Blob }

/**
 * Fetches a file whole before it is saved: what breaks off on its way is never kept as if it were
 * all. Says how many bytes have come. Throws the refusal, or a WireError without one.
 */
export async function takeFile(
  address: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<TakenFile> {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new WireError(await problemIn(response))
  const pieces: BlobPart[] = []
  let bytes = 0
  for await (const piece of piecesOf(response)) {
    pieces.push(piece)
    bytes += piece.byteLength
    onBytes(bytes)
  }
  const type = response.headers.get('content-type') ?? 'application/octet-stream'
  const name = nameIn(response.headers.get('content-disposition') ?? '')
  return { name, content: new Blob(pieces, { type }) }
}

/** Not every browser can iterate over a body. */
async function* piecesOf(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader()
  for (;;) {
    const read = await reader?.read()
    if (!read || read.done) return
    yield read.value
  }
}

async function problemIn(response: Response): Promise<Problem | undefined> {
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  // The server and this page are built together, so its JSON is taken at its word.
  return isJson ? ((await response.json()) as Problem) : undefined
}

/** The name that the server gives the file, in whatever script. */
function nameIn(disposition: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? []
  const [, plain] = /filename="([^"]+)"/i.exec(disposition) ?? []
  return encoded === undefined ? (plain ?? 'fullhouse') : decodeURIComponent(encoded)
}

export function saveFile({ name, content }: TakenFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has its own hold on it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
