import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '#server'
import type { Guest, GuestCinema } from '#test'
import { asGuest, fieldsOf, openGuestCinema, serveTestHouse } from '#test'

let served: Served
let cinema: GuestCinema
beforeAll(async () => {
  served = await serveTestHouse()
  cinema = await openGuestCinema(served.house.store)
}, 180_000)
afterAll(() => served.close())

const page: Guest['page'] = (path, headers) => asGuest(served.url).page(path, headers)
const send: Guest['send'] = (path, form) => asGuest(served.url).send(path, form)
const holdBest = (party: number) => asGuest(served.url).holdBest(cinema.screeningId, party)
const idOf = (address: string) => /orders\/(\d+)/.exec(address)?.[1] ?? ''

test('with one cinema the shop goes straight to it', async () => {
  const first = await page('/shop')
  expect([first.status, first.on]).toEqual([302, `/shop/cinemas/${cinema.cinemaId}`])
})

test('films and times of a day stand in the page, with seats left and prices, fees in', async () => {
  const { status, text } = await page(`/shop/cinemas/${cinema.cinemaId}`)
  expect(status).toBe(200)
  for (const words of ['Orbit of Ida', '20:15', '120 seats left', 'from €8.50', 'Tomorrow']) {
    expect(text).toContain(words)
  }
  expect(text).toContain('"@type":"ScreeningEvent"')
  expect(text).toMatch(
    /<link rel="canonical" href="http:\/\/localhost:\d+\/shop\/cinemas\/1\?lang=en"/,
  )
  expect(text).not.toMatch(/<script(?! type="application\/ld\+json")/)
})

test('a film stands with its times over its days', async () => {
  const { text } = await page(`/shop/films/${cinema.filmId}`)
  expect(text).toContain('A surveyor maps a moon')
  expect(text.match(/20:15/g)?.length).toBeGreaterThanOrEqual(3)
})

test('pages speak Chinese by address, by cookie and by the browser, and remember it', async () => {
  const path = `/shop/cinemas/${cinema.cinemaId}`
  const chosen = await page(`${path}?lang=zh`)
  expect(chosen.text).toContain('余 120 座')
  expect(chosen.text).toContain('<html lang="zh-CN">')
  expect(chosen.headers.get('set-cookie')).toContain('fullhouse-lang=zh')
  const cookie = await page(path, { cookie: 'a=b; fullhouse-lang=zh', 'accept-language': 'en' })
  expect(cookie.text).toContain('明天')
  const browser = await page(path, { 'accept-language': 'fr, zh-CN;q=0.9, en;q=0.1' })
  expect(browser.text).toContain('明天')
})

test('seats are held by a form, and the same form sent twice holds once', async () => {
  const seats = await page(`/shop/screenings/${cinema.screeningId}`)
  expect(seats.text).toContain('Best two together')
  const action = `/shop/screenings/${cinema.screeningId}/best`
  const fields = fieldsOf(seats.text, action)
  const first = await send(action, fields)
  expect(first.on).toMatch(/^\/shop\/orders\/\d+\?token=/)
  expect((await send(action, fields)).on).toBe(first.on)
  expect((await send(action, { ...fields, party: '3' })).status).toBe(422)
  const order = await page(first.on)
  expect(order.text).toContain('Pay €29.00')
  expect(order.text).toContain('<meta name="robots" content="noindex"/>')
  expect(order.headers.get('cache-control')).toBe('private, no-cache')
})

test('without scripts seats are paid with the test wallet, and the ticket stands in the page', async () => {
  const at = await holdBest(2)
  const ticket = await asGuest(served.url).pay(at, 'approve')
  expect(ticket.text).toContain('Orbit of Ida')
  expect(ticket.text).toMatch(/Paid with the test wallet/)
  const named = at.replace('/shop/orders/', `/shop/screenings/${cinema.screeningId}?order=`)
  expect((await page(named.replace('?token', '&token'))).on).toBe(at)
  const calendar = await page(at.replace('?', '/calendar.ics?'))
  expect(calendar.headers.get('content-type')).toContain('text/calendar')
  expect(calendar.text).toContain('SUMMARY:Orbit of Ida')
})

test('a declined payment says so, and that the seats are still held', async () => {
  const declined = await asGuest(served.url).pay(await holdBest(1), 'decline')
  expect(declined.text).toContain('The payment did not go through.')
  expect(declined.text).toContain('Nothing was charged.')
})

test('seats given up are said to be free again', async () => {
  const at = await holdBest(3)
  const id = idOf(at)
  const order = await page(at)
  const release = `/shop/orders/${id}/release`
  const given = await send(release, fieldsOf(order.text, release))
  expect([given.status, given.on]).toEqual([303, at])
  expect((await page(at)).text).toContain('The seats were given up')
})

test('every way in which an order can end says where the money is', async () => {
  const at = await holdBest(1)
  const set = (change: string) =>
    served.house.store.write((transaction) =>
      transaction.run(`update ticket_order set ${change} where id = $1`, BigInt(idOf(at))),
    )
  const ends = {
    released: 'The seats were given up',
    returned: 'Your money is given back',
    refunded: 'The money goes back the way it came',
    voided: 'The cinema took this order back',
    paying: 'Waiting for your wallet',
  }
  for (const [state, words] of Object.entries(ends)) {
    await set(`state = '${state}'`)
    expect((await page(at)).text).toContain(words)
  }
  expect((await page(at)).text).toContain('<meta http-equiv="refresh" content="5"/>')
  await set(`state = 'open', expires_at = now() - interval '1 second'`)
  expect((await page(at)).text).toContain('Your time ran out')
})

test('the ticket has its code for the door', async () => {
  const { text } = await asGuest(served.url).pay(await holdBest(1), 'approve')
  const code = /<svg class="qr"[^>]*viewBox="0 0 (\d+) \1"[^>]*><path d="(M[^"]+)"/.exec(text)
  expect(Number(code?.[1])).toBeGreaterThan(30)
  expect(code?.[2]?.length).toBeGreaterThan(1_000)
})

test('scripts and fonts are sent small and once, pages pressed', async () => {
  const seats = await page(`/shop/screenings/${cinema.screeningId}`)
  const scripts = [...new Set(seats.text.match(/\/shop\/assets\/[\w-]+\.js/g))]
  expect(scripts.length).toBeGreaterThan(0)
  let bytes = 0
  for (const script of scripts) {
    const sent = await page(script, { 'accept-encoding': 'br' })
    expect(sent.headers.get('content-encoding')).toBe('br')
    expect(sent.headers.get('cache-control')).toContain('immutable')
    bytes += Number(sent.headers.get('content-length'))
  }
  expect(bytes).toBeLessThan(40 * 1024)
  const pressed = await page('/shop/tickets', { 'accept-encoding': 'br' })
  expect(pressed.headers.get('content-encoding')).toBe('br')
  expect(pressed.text).toContain('Tickets on this phone')
})

test('more seats than are free together are refused in words, on the page of the seats', async () => {
  for (let turn = 0; turn < 11; turn++) await holdBest(10).catch(() => undefined)
  const refused = await send(`/shop/screenings/${cinema.screeningId}/best`, { party: '10' })
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('not as many seats free together')
})

test('what does not exist is a page that says so', async () => {
  const order = `/shop/orders/1?token=${'x'.repeat(24)}`
  const paths = ['/shop/cinemas/999', '/shop/films/999', '/shop/screenings/999', order, '/shop/no']
  for (const path of [...paths, '/shop/orders/1', '/shop/orders/1?token=', '/shop/assets/no.js']) {
    const { status, text } = await page(path)
    expect([path, status]).toEqual([path, 404])
    expect(text).toContain('There is nothing here')
  }
})

test('strange parameters do no harm', async () => {
  const long = 'a'.repeat(3_000)
  const at = `/shop/cinemas/${cinema.cinemaId}`
  for (const day of ['2026-13-45', '%00', '<script>', long, '9999-12-31', '0001-01-01']) {
    const { status, text } = await page(`${at}?day=${encodeURIComponent(day)}`)
    expect(status).toBe(200)
    expect(text).not.toContain('<script>')
  }
  const ids = ['0', '-1', '1e3', "1'--", '9'.repeat(40), '%F0%9F%8E%AC']
  for (const id of ids) expect((await page(`/shop/screenings/${id}`)).status).toBe(404)
  const odd = await page(`/shop/screenings/${cinema.screeningId}?party=-4&order=%00&token=%22%3E`)
  expect(odd.status).toBe(200)
  const best = `/shop/screenings/${cinema.screeningId}/best`
  expect((await send(best, { party: 'many', key: '<b>' })).status).toBeLessThan(500)
  expect((await send('/shop/orders/1/pay', { token: 'x' })).status).toBe(404)
  expect((await send('/shop/orders/1/pay', { token: long + long })).status).toBe(413)
})

test('a title that would end its element stays a title', async () => {
  const { house } = served
  const sql = `update film set title = '</script><script>alert(1)</script>' where id = $1`
  await house.store.write((transaction) => transaction.run(sql, cinema.filmId))
  for (const path of [`cinemas/${cinema.cinemaId}`, `screenings/${cinema.screeningId}`]) {
    const { text } = await page(`/shop/${path}`)
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;/script>')
  }
})

test('a screening that is cancelled or has started sells nothing, and leads to others', async () => {
  const { house } = served
  const set = (change: string) =>
    house.store.write((transaction) =>
      transaction.run(`update screening set ${change} where id = $1`, cinema.screeningId),
    )
  await set(`starts_at = now() - interval '1 minute',
    occupies = tstzrange(now() - interval '1 minute', now() + interval '1 hour')`)
  const started = await page(`/shop/screenings/${cinema.screeningId}`)
  expect(started.text).toContain('This screening has started.')
  expect(started.text).not.toContain('role="grid"')
  await set(`status = 'cancelled'`)
  const cancelled = await page(`/shop/screenings/${cinema.screeningId}`)
  expect(cancelled.text).toContain('This screening was cancelled.')
  expect((await page(`/shop/cinemas/${cinema.cinemaId}`)).text).not.toContain(
    `/shop/screenings/${cinema.screeningId}"`,
  )
})
