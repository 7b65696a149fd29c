import type { IncomingMessage } from 'node:http'
import { PAGES } from './console-files.ts'

/** Where the server is reached from this very machine: by the address that the request came in at. */
export function originOf({ socket }: IncomingMessage): string {
  const { localAddress = '127.0.0.1', localPort = 0 } = socket
  const address = localAddress.replace(/^::ffff:/, '')
  return `http://${address.includes(':') ? `[${address}]` : address}:${localPort}`
}

/**
 * The path of a page of the console with its search, as our own server would be asked for it; nothing
 * where it leads elsewhere, to a file, to the API or to the shop.
 */
export function pagePath(path: string, origin: string): string | undefined {
  if (!/^\/(?![/\\])/.test(path) || !URL.canParse(path, origin)) return undefined
  const url = new URL(path, origin)
  if (url.origin !== origin) return undefined
  const isPage = PAGES.some((page) =>
    page.endsWith('/*') ? url.pathname.startsWith(page.slice(0, -1)) : url.pathname === page,
  )
  return isPage ? url.pathname + url.search : undefined
}
