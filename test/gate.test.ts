import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import type { Served } from '#server'
import type { OnSale, PaidOrder } from '#test'
import { putSomethingOnSale, readEvents, sellSeats, serveTestHouse } from '#test'
import { orderById, signTicketCode } from '#ticketing'

let served: Served
let hall: OnSale
let tomorrow: OnSale
beforeAll(async () => {
  served = await serveTestHouse()
  const { store } = served.house
  const soon = Temporal.Now.zonedDateTimeISO('Europe/Dublin').add({ minutes: 30 })
  const early = soon.hour < 6
  hall = await putSomethingOnSale(store, {
    screenings: 2,
    rows: 26,
    seatsInRow: 40,
    day: soon
      .subtract({ days: early ? 1 : 0 })
      .toPlainDate()
      .toString(),
    time: soon.toPlainTime().toString({ smallestUnit: 'minute' }),
  })
  tomorrow = await putSomethingOnSale(store, { name: 'Ferry', rows: 4 })
}, 120_000)
afterAll(() => served.close())

type Answer = {
  readonly id: string
  readonly verdict: string
  readonly admit: number
  readonly seats: readonly string[]
  readonly first?: { readonly at: string; readonly door: string }
  readonly conflict: boolean
  readonly at: string
  readonly inside: number
  readonly sold: number
  readonly orderCode?: string
}
type Said = Readonly<Record<string, unknown>>

async function post(path: string, body?: unknown): Promise<Said> {
  const response = await fetch(`${served.url}${path}`, {
    method: 'POST',
    headers: {
      'idempotency-key': randomUUID(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  // The answer is whatever JSON the server gave; each test says what it has to be.
  return { ...((await response.json()) as Said), code: response.status }
}

/** A gate set to the first screening unless it says otherwise. */
function shown(scan: Said): Said {
  const set = scan['cinemaId'] ? {} : { screeningId: String(hall.screenings[0]) }
  return { id: randomUUID(), door: 'A', scannedAt: new Date().toISOString(), ...set, ...scan }
}

async function scanAll(scans: readonly Said[], more: Said = {}): Promise<readonly Answer[]> {
  const answer = await post('/v1/gate/scans', { scans, ...more })
  expect(answer, JSON.stringify(answer).slice(0, 500)).toMatchObject({ code: 200 })
  return answer['scans'] as readonly Answer[]
}

async function scan(said: Said): Promise<Answer> {
  const [answer] = await scanAll([shown(said)])
  if (!answer) throw new Error('no answer')
  return answer
}

const sell = (seats: readonly string[], screening = hall.screenings[0] ?? 0n): Promise<PaidOrder> =>
  sellSeats(served.house, screening, seats)

async function read(path: string): Promise<Said> {
  // As above.
  return (await (await fetch(`${served.url}${path}`)).json()) as Said
}

async function scannedFigure(): Promise<Said> {
  const question = { metrics: ['scanned', 'admissions', 'screenings', 'complimentary'] }
  const asked = { ...question, where: { cinema: [String(hall.cinemaId)] } }
  return (await read(`/v1/answers?q=${encodeURIComponent(JSON.stringify(asked))}`))['total'] as Said
}

describe('at the door', () => {
  test('a code lets its guests in once; then it is said when and where they came in', async () => {
    const { code, orderCode } = await sell(['A1', 'A2'])
    const first = await scan({ code })
    expect(first).toMatchObject({ verdict: 'admit', admit: 2, seats: ['A1', 'A2'], orderCode })
    expect(first.sold - first.inside).toBe(0)
    const second = await scan({ code, door: 'B' })
    expect(second).toMatchObject({
      verdict: 'already_in',
      admit: 0,
      first: { door: 'A', at: first.at },
    })
    // The order's code, typed at the other door in its own way, is the same guests.
    const typed = `${orderCode.slice(0, 4).toLowerCase()} ${orderCode.slice(4)}`
    expect(await scan({ orderCode: typed })).toMatchObject({ verdict: 'already_in' })
  })

  test('a scan sent again gets its first answer and lets nobody in twice', async () => {
    const { code } = await sell(['A3'])
    const one = shown({ code })
    const [first] = await scanAll([one])
    const again = await Promise.all(Array.from({ length: 4 }, () => scanAll([one])))
    for (const [answer] of again)
      expect(answer).toMatchObject({ verdict: 'admit', admit: 1, at: first?.at })
    expect(await scan({ code })).toMatchObject({ verdict: 'already_in' })
  })

  test('of gates that scan one code at once, one lets it in', async () => {
    for (let round = 0; round < 5; round++) {
      const { code } = await sell([`B${round * 2 + 1}`, `B${round * 2 + 2}`])
      const doors = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
      const answers = await Promise.all(doors.map((door) => scan({ code, door })))
      const admitted = answers.filter(({ verdict }) => verdict === 'admit')
      expect(admitted).toHaveLength(1)
      expect(answers.reduce((sum, { admit }) => sum + admit, 0)).toBe(2)
      expect(answers.filter(({ verdict }) => verdict === 'already_in')).toHaveLength(7)
    }
  })

  test('a party comes in as it comes, and the refunded stay out', async () => {
    const { code, order } = await sell(['C1', 'C2', 'C3', 'C4'])
    expect(await scan({ code, seats: ['C2'] })).toMatchObject({ verdict: 'admit', seats: ['C2'] })
    const { boxOffice } = served.house.selling
    const kept = await orderById(served.house.store, order.id)
    const given = kept?.tickets.filter(({ seat }) => seat === 'C4').map(({ id }) => id) ?? []
    const refund = {
      orderId: order.id,
      screeningId: order.screeningId,
      key: randomUUID(),
      reason: 'ill',
    }
    expectAccepted(await boxOffice.refund({ ...refund, tickets: given }))
    expect(await scan({ code })).toMatchObject({ verdict: 'admit', admit: 2, seats: ['C1', 'C3'] })
    expect(await scan({ code, seats: ['C4'] })).toMatchObject({ verdict: 'refunded', admit: 0 })
    expect(await scan({ code, seats: ['Z9'] })).toMatchObject({ verdict: 'unknown' })
    // Who is in cannot be refunded; who was let in by mistake can, once that is undone.
    const rest = { ...refund, key: randomUUID() }
    expect(await boxOffice.refund(rest)).toMatchObject({ refusal: 'ticket_admitted' })
  })

  test('refunded whole, the other screening, the other day, another cinema: each is said', async () => {
    const gone = await sell(['D1'])
    const { id: orderId, screeningId } = gone.order
    const refund = { orderId, screeningId, key: randomUUID(), reason: 'ill' }
    expectAccepted(await served.house.selling.boxOffice.refund(refund))
    expect(await scan({ code: gone.code })).toMatchObject({ verdict: 'refunded', seats: ['D1'] })
    const beside = await sell(['D2'], hall.screenings[1])
    expect(await scan({ code: beside.code })).toMatchObject({
      verdict: 'wrong_screening',
      screening: { auditorium: 'Screen 2', title: 'Tides' },
    })
    expect(await scan({ code: beside.code, cinemaId: String(hall.cinemaId) })).toMatchObject({
      verdict: 'admit',
    })
    const later = await sell(['A1'], tomorrow.screenings[0])
    expect(await scan({ code: later.code })).toMatchObject({ verdict: 'wrong_screening' })
    const ferry = { cinemaId: String(tomorrow.cinemaId) }
    expect(await scan({ code: later.code, ...ferry })).toMatchObject({ verdict: 'wrong_day' })
    const atFerry = { screeningId: String(tomorrow.screenings[0]) }
    expect(await scan({ code: later.code, ...atFerry })).toMatchObject({ verdict: 'admit' })
  })

  test('what we did not sign is refused, whoever signed it', async () => {
    const { code, order } = await sell(['E1'])
    const other = generateKeyPairSync('ed25519').privateKey
    const content = {
      orderId: order.id,
      screeningId: order.screeningId,
      startsAtSeconds: 1,
      cinemaId: order.cinemaId,
      seats: [{ seat: 'E1', place: 0 }],
    }
    const wrong = { verdict: 'unknown', admit: 0, seats: [] }
    expect(await scan({ code: signTicketCode(other, content) })).toMatchObject(wrong)
    expect(await scan({ code: 'https://example.org/menu' })).toMatchObject(wrong)
    expect(await scan({ orderCode: '0000 0000' })).toMatchObject(wrong)
    const bent = `${code.slice(0, 30)}${code[30] === 'A' ? 'B' : 'A'}${code.slice(31)}`
    expect(await scan({ code: bent })).toMatchObject({ verdict: 'forged', admit: 0 })
    expect(await scan({ code: code.slice(0, -6) })).toMatchObject({ verdict: 'forged' })
    // Signed by us for an order that is not this one any more, as after a restore.
    const { privateKey } = served.house.selling.secret
    const moved = { ...content, seats: [{ seat: 'E2', place: 0 }] }
    expect(await scan({ code: signTicketCode(privateKey, moved) })).toMatchObject(wrong)
    const elsewhere = { ...content, screeningId: 4_000_000n }
    expect(await scan({ code: signTicketCode(privateKey, elsewhere) })).toMatchObject(wrong)
    expect(await scan({ code })).toMatchObject({ verdict: 'admit' })
  })

  test('an admission is undone once, and its tickets are good again', async () => {
    const { code } = await sell(['E5', 'E6'])
    const first = await scan({ code })
    const undone = await post(`/v1/gate/scans/${first.id}/undo`)
    expect(undone).toMatchObject({ code: 200, undone: true, inside: first.inside - 2 })
    expect(await post(`/v1/gate/scans/${first.id}/undo`)).toMatchObject({ code: 200 })
    expect(await scan({ code, door: 'B' })).toMatchObject({ verdict: 'admit', admit: 2 })
    expect(await post(`/v1/gate/scans/${first.id}/undo`)).toMatchObject({ code: 200 })
    expect(await scan({ code })).toMatchObject({ verdict: 'already_in', first: { door: 'B' } })
    expect(await post(`/v1/gate/scans/${randomUUID()}/undo`)).toMatchObject({ code: 404 })
    expect(await post('/v1/gate/scans/1/undo')).toMatchObject({ refusal: 'scan_unknown' })
    const late = await scan({ code: (await sell(['E7'])).code })
    const sql = "update admission set decided_at = decided_at - interval '3 minutes' where id = $1"
    await served.house.store.write((transaction) => transaction.run(sql, late.id))
    const refused = { code: 409, refusal: 'undo_too_late' }
    expect(await post(`/v1/gate/scans/${late.id}/undo`)).toMatchObject(refused)
  })
})

describe('from a gate that had no connection', () => {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

  test('the earlier scan of a batch goes first; what both let in is a conflict', async () => {
    const { code } = await sell(['F1', 'F2'])
    const said = { verdict: 'admit', admit: 2 }
    const [late, early] = await scanAll([
      shown({ code, door: 'B', scannedAt: minutesAgo(2), said }),
      shown({ code, door: 'A', scannedAt: minutesAgo(9), said }),
    ])
    expect(early).toMatchObject({ verdict: 'admit', admit: 2, conflict: false })
    expect(late).toMatchObject({
      verdict: 'already_in',
      conflict: true,
      first: { door: 'A', at: early?.at },
    })
  })

  test('whom the gate sent away is not let in afterwards', async () => {
    const { code } = await sell(['F3'])
    const said = { verdict: 'forged', admit: 0 }
    const [answer] = await scanAll([shown({ code, said, scannedAt: minutesAgo(1) })])
    expect(answer).toMatchObject({ verdict: 'forged', admit: 0, conflict: false })
    expect(await scan({ code })).toMatchObject({ verdict: 'admit' })
  })

  test('a clock that is an hour wrong is seen, said, and put right', async () => {
    const { code } = await sell(['F4'])
    const hourSlow = (agoMs: number) => new Date(Date.now() - 3_600_000 - agoMs).toISOString()
    const kept = shown({ code, scannedAt: hourSlow(300_000), said: { verdict: 'admit', admit: 1 } })
    const answer = await post('/v1/gate/scans', { scans: [kept], sentAt: hourSlow(0) })
    expect(Math.abs(Number(answer['clockOffMs']) - 3_600_000)).toBeLessThan(2_000)
    const [one] = answer['scans'] as readonly Answer[]
    expect(Math.abs(Date.parse(one?.at ?? '') - (Date.now() - 300_000))).toBeLessThan(3_000)
    // Sent at once, a scan is now, whatever its gate believes; none is ever later than now.
    const next = await sell(['F5'])
    const online = await scan({ code: next.code, scannedAt: hourSlow(0) })
    expect(Math.abs(Date.parse(online.at) - Date.now())).toBeLessThan(2_000)
    const fast = new Date(Date.now() + 3_600_000).toISOString()
    const said = { verdict: 'admit', admit: 1 }
    const [ahead] = await scanAll([
      shown({ code: (await sell(['F6'])).code, scannedAt: fast, said }),
    ])
    expect(Date.parse(ahead?.at ?? '')).toBeLessThanOrEqual(Date.now() + 100)
  })

  test('a thousand kept scans are taken at once, and once', async () => {
    const orders: PaidOrder[] = []
    for (let row = 0; row < 12; row++) {
      const letter = String.fromCharCode(71 + row)
      const seats = Array.from({ length: 40 }, (_, at) => `${letter}${at + 1}`)
      orders.push(await sell(seats))
    }
    const singles = orders.flatMap(({ order, code }) =>
      order.lines.map(({ seat }) =>
        shown({ code, seats: [seat], said: { verdict: 'admit', admit: 1 } }),
      ),
    )
    // Every guest twice, and forty strangers.
    const again = singles.map((one) => ({ ...one, id: randomUUID(), door: 'B' }))
    const strangers = Array.from({ length: 40 }, () =>
      shown({ code: 'FH1.AAAA', said: { verdict: 'forged', admit: 0 } }),
    )
    const scans = [...singles, ...again, ...strangers]
    expect(scans).toHaveLength(1_000)
    const began = performance.now()
    const answers = await scanAll(scans)
    console.info(`1,000 scans in ${Math.round(performance.now() - began)} ms`)
    const count = (some: readonly Answer[], verdict: string) =>
      some.filter((one) => one.verdict === verdict).length
    expect(count(answers, 'admit')).toBe(480)
    expect(count(answers, 'already_in')).toBe(480)
    expect(answers.filter(({ conflict }) => conflict)).toHaveLength(480)
    expect(count(answers, 'forged')).toBe(40)
    expect(await scanAll(scans)).toEqual(answers)
    expect(await post('/v1/gate/scans', { scans: [...scans, scans[0]] })).toMatchObject({
      code: 400,
    })
  }, 60_000)
})

test('what a gate needs offline: keys, the day’s screenings, tickets with their states', async () => {
  const { code, order } = await sell(['Y1'])
  await scan({ code })
  type Listed = { screenings: readonly Said[]; orders: readonly Said[] }
  const at = '/v1/gate/list'
  const list = (await read(`${at}?screening=${hall.screenings[0]}`)) as Said & Listed
  const { publicKeyText } = served.house.selling.secret
  expect(list).toMatchObject({
    publicKeys: [publicKeyText],
    whole: true,
    cinema: { name: 'Lantern' },
  })
  expect(list.screenings).toHaveLength(2)
  const listed = list.orders.find(({ id }) => id === order.id.toString())
  expect(listed).toMatchObject({
    tickets: [{ seat: 'Y1', ticketType: 'Adult', state: 'valid', door: 'A' }],
  })
  expect(JSON.stringify(list)).not.toContain('private')
  const cinema = (await read(`${at}?cinema=${hall.cinemaId}`)) as Said & Listed
  expect(cinema.orders.length).toBeGreaterThan(list.orders.length)
  for (const query of ['', '?screening=1&cinema=1', '?screening=999999', '?cinema=x']) {
    expect((await fetch(served.url + at + query)).ok).toBe(false)
  }
})

test('the head count is told live, and the figures know who came in within a second', async () => {
  const path = `/v1/screenings/${hall.screenings[1]}/inside`
  const before = (await read(path)) as { inside: number }
  const { code } = await sell(['P1', 'P2', 'P3'], hall.screenings[1])
  const watching = readEvents(`${served.url}${path}/live`, (events) =>
    events.some(({ data }) => (data as { inside: number }).inside === before.inside + 3),
  )
  const answer = await scan({ code, screeningId: String(hall.screenings[1]) })
  const scannedAt = performance.now()
  const events = await watching
  expect(events.at(-1)).toMatchObject({ event: 'inside', data: { inside: answer.inside } })
  // What the figures say is what the store says, undone and refunded ones told apart.
  const sql = `select count(*) filter (where admitted_at is not null) as inside,
    count(*) filter (where state = 'valid') as sold from ticket t
    join screening s on s.id = t.screening_id where s.cinema_id = $1`
  const row = await served.house.store.row<{ inside: bigint; sold: bigint }>(sql, hall.cinemaId)
  await expect
    .poll(scannedFigure, { timeout: 3_000, interval: 50 })
    .toMatchObject({ scanned: Number(row?.inside), admissions: Number(row?.sold) })
  const lagMs = Math.round(performance.now() - scannedAt)
  console.info(`${lagMs} ms from the answer at the door to the figure`)
  expect(await scannedFigure()).toMatchObject({ screenings: 2, complimentary: 0 })
})
