import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Body } from '#web'
import { pressText } from './pressed-files.ts'
import type { BuiltShop } from './shop-build.ts'
import type { ShopRequest } from './shop-request.ts'

/** What a page answers with: its content, and how. */
export type Shown = {
  readonly body: Body
  readonly status?: number
  readonly events?: readonly unknown[]
}

type DrawnPage = { readonly html: string; readonly status: number; readonly guestOnly: boolean }

export type DrawPage = (request: ShopRequest, shown: Shown) => DrawnPage

export const NOTHING: Shown = { body: { is: 'problem', status: 404, say: '' }, status: 404 }

export function drawnBy(shop: BuiltShop): DrawPage {
  return ({ lang, origin, address }, { body, status = 200, events }) => {
    const page = { lang, origin, address, body, ...(events && { events }) }
    const guestOnly = body.is === 'order' || (body.is === 'seats' && body.order !== undefined)
    return { html: shop.render(page, shop.assets), status, guestOnly }
  }
}

export async function sendPage(
  reply: FastifyReply,
  request: FastifyRequest,
  { lang, cookie }: ShopRequest,
  { html, status, guestOnly }: DrawnPage,
) {
  reply.code(status).type('text/html; charset=utf-8')
  reply.header('cache-control', guestOnly ? 'private, no-cache' : 'no-cache')
  reply.header('content-language', lang === 'zh' ? 'zh-CN' : 'en')
  reply.header('vary', 'Accept-Encoding, Accept-Language, Cookie')
  if (cookie !== undefined) reply.header('set-cookie', cookie)
  if (!/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(html)
  return reply.header('content-encoding', 'br').send(await pressText(html))
}
