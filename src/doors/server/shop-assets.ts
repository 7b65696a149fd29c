import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'

type Asset = { readonly bytes: Buffer; readonly pressed?: Buffer; readonly type: string }

/** By file name. Few and small, so they are held here: a newer build takes nothing from under a page. */
export type Assets = ReadonlyMap<string, Asset>

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
}
const FOR_EVER = 'public, max-age=31536000, immutable'

export async function readAssets(folder: string): Promise<Assets> {
  const names = await readdir(folder)
  const assets = names
    .filter((name) => !name.endsWith('.br'))
    .map(async (name): Promise<readonly [string, Asset]> => {
      const bytes = await readFile(join(folder, name))
      const type = TYPES[extname(name)] ?? 'application/octet-stream'
      if (!names.includes(`${name}.br`)) return [name, { bytes, type }]
      return [name, { bytes, type, pressed: await readFile(join(folder, `${name}.br`)) }]
    })
  return new Map(await Promise.all(assets))
}

/** Sends them for ever, as their names change with their content; pressed to whoever takes that. */
export function mountAssets(scope: FastifyInstance, assets: Assets): void {
  scope.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
    const asset = assets.get(request.params.name)
    if (!asset) return reply.callNotFound()
    reply.header('cache-control', FOR_EVER).header('vary', 'Accept-Encoding').type(asset.type)
    const takesBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
    if (!asset.pressed || !takesBrotli) return reply.send(asset.bytes)
    return reply.header('content-encoding', 'br').send(asset.pressed)
  })
}
