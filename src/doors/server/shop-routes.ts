import { randomUUID } from 'node:crypto'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { calendarText, screeningViews } from '#programme'
import { installationId } from '#warehouse'
import type { Body, OrderView } from '#web'
import type { House } from './house.ts'
import { problemOf } from './mount.ts'
import { pressText } from './pressed-files.ts'
import { askApi } from './shop-ask.ts'
import type { BuiltShop } from './shop-build.ts'
import { openShop } from './shop-build.ts'
import type { ShopData } from './shop-data.ts'
import { shopData } from './shop-data.ts'
import type { ShopRequest } from './shop-request.ts'
import { readShopRequest } from './shop-request.ts'

const FORM_BYTES_MAX = 4_096
const PARTY = { usual: 2, max: 10 }
const KEY = /^[\w-]{8,100}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What a page answers with: its content, and how. */
type Shown = {
  readonly body: Body
  readonly status?: number
  readonly events?: readonly unknown[]
}

/** The shop for guests: pages that work without scripts, drawn of what the API answers. */
export async function mountShop(server: FastifyInstance, house: House): Promise<void> {
  const shop = await openShop(house.config.dataFolder, house.log)
  const data = shopData(house, askApi(server))
  await server.register(
    async (scope) => {
      scope.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: FORM_BYTES_MAX },
        (_request, text, done) => done(null, text),
      )
      await scope.register(fastifyStatic, {
        root: shop.assetsFolder,
        prefix: '/assets/',
        decorateReply: false,
        index: false,
        immutable: true,
        maxAge: '365d',
        preCompressed: true,
      })
      mountPages(scope, house, data, (request, shown) => drawn(shop, request, shown))
      mountForms(scope, data, askApi(server), (request, shown) => drawn(shop, request, shown))
      scope.get('/worker.js', (_request, reply) =>
        reply.header('cache-control', 'no-cache').type('text/javascript').send(shop.worker),
      )
      scope.setNotFoundHandler((request, reply) => {
        const asked = readShopRequest(request)
        return send(reply, request, asked, drawn(shop, asked, nothing()))
      })
      scope.setErrorHandler((fault, request, reply) => {
        const asked = readShopRequest(request)
        const given =
          fault instanceof Error && 'statusCode' in fault ? Number(fault.statusCode) : 500
        const status = given >= 400 && given < 500 ? given : problemOf(house, fault).status
        const page = drawn(shop, asked, { body: { is: 'problem', status, say: '' }, status })
        return send(reply, request, asked, page)
      })
    },
    { prefix: '/shop' },
  )
}

type Page = { readonly html: string; readonly status: number; readonly guestOnly: boolean }
type Draw = (request: ShopRequest, shown: Shown) => Page

function drawn(shop: BuiltShop, { lang, origin, address }: ShopRequest, shown: Shown): Page {
  const { body, status = 200, events } = shown
  const page = { lang, origin, address, body, ...(events && { events }) }
  const guestOnly = body.is === 'order' || (body.is === 'seats' && body.order !== undefined)
  return { html: shop.render(page, shop.assets), status, guestOnly }
}

function nothing(): Shown {
  return { body: { is: 'problem', status: 404, say: '' }, status: 404 }
}

function mountPages(scope: FastifyInstance, house: House, data: ShopData, draw: Draw): void {
  const page = (path: string, show: (asked: ShopRequest) => Promise<Shown | string>) => {
    scope.get(path, async (request, reply) => {
      const asked = readShopRequest(request)
      const shown = await show(asked)
      if (typeof shown === 'string') return reply.redirect(shown, 302)
      return send(reply, request, asked, draw(asked, shown))
    })
  }
  page('/', async () => {
    const cinemas = await data.cinemas()
    const [only] = cinemas
    if (only && cinemas.length === 1) return `/shop/cinemas/${only.id}`
    return { body: { is: 'cinemas', cinemas } }
  })
  page('/cinemas/:id', async ({ id, query }) => {
    const day = query.get('day') ?? ''
    return (await data.cinema(id, isDay(day) ? day : undefined)) ?? nothing()
  })
  page('/films/:id', async ({ id }) => (await data.film(id)) ?? nothing())
  page('/screenings/:id', async ({ id, query }) => {
    const token = query.get('token')
    const body = await data.seats(id, {
      party: partyOf(query),
      formKey: randomUUID(),
      orderId: query.get('order') ?? undefined,
      order: token === null ? undefined : { token, back: false, formKey: randomUUID() },
    })
    return body ? { body } : nothing()
  })
  page('/orders/:id', async ({ id, query }) => {
    const back = query.get('back') === '1'
    const body = await data.order(id, { ...tokenIn(query), back, formKey: randomUUID() })
    return body ? { body } : nothing()
  })
  page('/tickets', async () => ({ body: { is: 'tickets' } }))
  scope.get('/orders/:id/calendar.ics', async (request, reply) => {
    const asked = readShopRequest(request)
    const { id, query } = asked
    const body = await data.order(id, { ...tokenIn(query), back: false, formKey: '' })
    if (!body) return send(reply, request, asked, draw(asked, nothing()))
    const text = calendarText({
      cinema: body.cinema.name,
      installation: await installationId(house.store),
      nowMs: house.clock().epochMilliseconds,
      screenings: await screeningViews(house.store, { ids: [BigInt(body.screening.id)] }),
    })
    reply.header('content-disposition', 'attachment; filename="screening.ics"')
    return reply.type('text/calendar; charset=utf-8').send(text)
  })
}

/** What is done by forms, so that seats can be bought without scripts: held, paid, given up. */
function mountForms(
  scope: FastifyInstance,
  data: ShopData,
  api: ReturnType<typeof askApi>,
  draw: Draw,
): void {
  scope.post('/screenings/:id/best', async (request, reply) => {
    const asked = readShopRequest(request)
    const { id, form } = asked
    const party = partyOf(form)
    const held = await data.holdBest(id, party, keyOf(form))
    if (held.ok) return reply.redirect(addressOf(held.value, held.value.token ?? ''), 303)
    const { ok: _, status, ...refused } = held
    const body = await data.seats(id, { party, formKey: randomUUID(), refused })
    return send(reply, request, asked, draw(asked, body ? { body, status } : nothing()))
  })
  scope.post('/orders/:id/pay', async (request, reply) => {
    const asked = readShopRequest(request)
    const { id, form } = asked
    const { token } = tokenIn(form)
    const returnTo = `${addressOf({ id }, token)}&back=1`
    const wanted = { token, provider: 'test', returnTo }
    const begun = await api.post<{ url: string }>(`/v1/orders/${id}/payments`, keyOf(form), wanted)
    if (begun.ok) return reply.redirect(begun.value.url, 303)
    const { ok: _, status, ...refused } = begun
    const body = await data.order(id, { token, back: false, formKey: randomUUID(), refused })
    return send(reply, request, asked, draw(asked, body ? { body, status } : nothing()))
  })
  scope.post('/orders/:id/release', async (request, reply) => {
    const { id, form } = readShopRequest(request)
    const { token } = tokenIn(form)
    await api.post<OrderView>(`/v1/orders/${id}/release`, keyOf(form), { token })
    // Whatever became of it stands on its page.
    return reply.redirect(addressOf({ id }, token), 303)
  })
}

async function send(
  reply: FastifyReply,
  request: FastifyRequest,
  { lang, cookie }: ShopRequest,
  { html, status, guestOnly }: Page,
) {
  reply.code(status).type('text/html; charset=utf-8')
  reply.header('cache-control', guestOnly ? 'private, no-cache' : 'no-cache')
  reply.header('content-language', lang === 'zh' ? 'zh-CN' : 'en')
  reply.header('vary', 'Accept-Encoding, Accept-Language, Cookie')
  if (cookie !== undefined) reply.header('set-cookie', cookie)
  if (!/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(html)
  return reply.header('content-encoding', 'br').send(await pressText(html))
}

function addressOf({ id }: { readonly id: string }, token: string): string {
  return `/shop/orders/${id}?token=${encodeURIComponent(token)}`
}

function tokenIn(sent: URLSearchParams): { readonly token: string } {
  return { token: sent.get('token') ?? '' }
}

/** A form drawn by us brings its key along; one that does not is a request of its own. */
function keyOf(form: URLSearchParams): string {
  const key = form.get('key') ?? ''
  return KEY.test(key) ? key : randomUUID()
}

function partyOf(sent: URLSearchParams): number {
  const party = Number(sent.get('party') ?? PARTY.usual)
  return Number.isInteger(party) && party >= 1 && party <= PARTY.max ? party : PARTY.usual
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}
