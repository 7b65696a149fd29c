import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { calendarText, screeningViews } from '#programme'
import { installationId } from '#warehouse'
import type { House } from './house.ts'
import { problemOf } from './mount.ts'
import { askApi } from './shop-ask.ts'
import { mountAssets } from './shop-assets.ts'
import { openShop } from './shop-build.ts'
import type { ShopData } from './shop-data.ts'
import { shopData } from './shop-data.ts'
import { mountForms } from './shop-forms.ts'
import type { DrawPage, Shown } from './shop-page.ts'
import { drawnBy, NOTHING, sendPage } from './shop-page.ts'
import type { ShopRequest } from './shop-request.ts'
import { isDay, orderAddress, partyOf, readShopRequest, tokenIn } from './shop-request.ts'

const FORM_BYTES_MAX = 4_096

/** The shop for guests: pages that work without scripts, drawn of what the API answers. */
export async function mountShop(server: FastifyInstance, house: House): Promise<void> {
  const shop = await openShop(house.config.dataFolder, house.log)
  const api = askApi(server)
  const data = shopData(house, api)
  const draw = drawnBy(shop)
  await server.register(
    async (scope) => {
      scope.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: FORM_BYTES_MAX },
        (_request, text, done) => done(null, text),
      )
      mountAssets(scope, shop.files)
      scope.get('/worker.js', (_request, reply) =>
        reply.header('cache-control', 'no-cache').type('text/javascript').send(shop.worker),
      )
      mountPages(scope, data, draw)
      mountCalendar(scope, house, data, draw)
      mountForms(scope, { house, data, api, draw })
      mountProblems(scope, house, draw)
    },
    { prefix: '/shop' },
  )
}

function mountPages(scope: FastifyInstance, data: ShopData, draw: DrawPage): void {
  const page = (path: string, show: (asked: ShopRequest) => Promise<Shown | string>) => {
    scope.get(path, async (request, reply) => {
      const asked = readShopRequest(request)
      const shown = await show(asked)
      if (typeof shown === 'string') return reply.redirect(shown, 302)
      return sendPage(reply, request, asked, draw(asked, shown))
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
    return (await data.cinema(id, isDay(day) ? day : undefined)) ?? NOTHING
  })
  page('/films/:id', async ({ id }) => (await data.film(id)) ?? NOTHING)
  page('/screenings/:id', async ({ id, query }) => {
    const order = { id: query.get('order') ?? '', ...tokenIn(query) }
    const body = await data.seats(id, { party: partyOf(query), formKey: randomUUID() }, order)
    // Whoever comes back from the wallet by the browser's own button finds the order as it is now.
    const gone = body?.order && body.order.state !== 'open' ? body.order : undefined
    if (gone) return orderAddress(gone.id, order.token)
    return body ? { body } : NOTHING
  })
  page('/orders/:id', async ({ id, query }) => {
    const back = query.get('back') === '1'
    const body = await data.order(id, { ...tokenIn(query), back, formKey: randomUUID() })
    return body ? { body } : NOTHING
  })
  page('/tickets', async () => ({ body: { is: 'tickets' } }))
  page('/*', async () => NOTHING)
}

/** The screening of an order, for the guest's own calendar. */
function mountCalendar(scope: FastifyInstance, house: House, data: ShopData, draw: DrawPage): void {
  scope.get('/orders/:id/calendar.ics', async (request, reply) => {
    const asked = readShopRequest(request)
    const { id, query } = asked
    const body = await data.order(id, { ...tokenIn(query), back: false, formKey: '' })
    if (!body) return sendPage(reply, request, asked, draw(asked, NOTHING))
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

/** A guest gets a page of ours whatever happens. */
function mountProblems(scope: FastifyInstance, house: House, draw: DrawPage): void {
  scope.setNotFoundHandler((request, reply) => {
    const asked = readShopRequest(request)
    return sendPage(reply, request, asked, draw(asked, NOTHING))
  })
  scope.setErrorHandler((fault, request, reply) => {
    const asked = readShopRequest(request)
    const given = fault instanceof Error && 'statusCode' in fault ? Number(fault.statusCode) : 500
    const status = given >= 400 && given < 500 ? given : problemOf(house, fault).status
    const body = { is: 'problem', status, say: '' } as const
    return sendPage(reply, request, asked, draw(asked, { body, status }))
  })
}
