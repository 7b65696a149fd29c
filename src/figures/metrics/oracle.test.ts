import { expect, test } from 'vitest'
import type { TicketFact } from '#warehouse'
import { expectedAnswer } from './oracle.ts'
import type { ListingFact, RateFact, ReportedFact, World } from './oracle-world.ts'
import type { Question } from './question.ts'

// The oracle is held against sums done by hand, so that it does not only agree with the planner.

const WORLD: World = {
  tickets: [],
  listings: [],
  reported: [],
  rates: [],
  owners: [1],
  aliases: { film: new Map(), cinema: new Map() },
  films: new Map(),
  homes: new Map([[1, 'EUR']]),
}

function sale(more: Partial<TicketFact> = {}): TicketFact {
  return {
    owner: 1,
    exhibitor: 1,
    cinema: 1,
    auditorium: 1,
    screening: 1n,
    film: 1,
    distributor: 0,
    channel: 'web',
    ticketType: 'Adult',
    tariff: 0,
    seat: '',
    kind: 'sale',
    quantity: 2,
    priceMinor: 2000n,
    feeHallMinor: 100n,
    feeOnlineMinor: 50n,
    taxMinor: 200n,
    currency: 'EUR',
    payment: 'cash',
    customer: 0n,
    soldAtMs: 0,
    soldDay: '2026-11-22',
    soldMinute: 1180,
    startsAtSeconds: 1_795_462_200,
    tradingDay: '2026-11-23',
    startHour: 20,
    source: 1,
    fact: 1n,
    ...more,
  }
}

function refund(more: Partial<TicketFact> = {}): TicketFact {
  const back = { quantity: -1, priceMinor: -1000n, feeHallMinor: -50n, feeOnlineMinor: -25n }
  return sale({ kind: 'refund', taxMinor: -100n, ...back, ...more })
}

function listing(more: Partial<ListingFact> = {}): ListingFact {
  return {
    owner: 1,
    source: 1,
    fact: 1n,
    cinema: 1,
    room: 'One',
    auditorium: 1,
    screening: 1n,
    film: 1,
    format: '',
    language: '',
    startsAtSeconds: 1_795_462_200,
    tradingDay: '2026-11-23',
    startHour: 20,
    seats: 100,
    status: '',
    currency: 'EUR',
    weight: 1,
    ...more,
  }
}

function reported(more: Partial<ReportedFact> = {}): ReportedFact {
  return {
    owner: 1,
    source: 9,
    fact: 1n,
    territory: 'DE',
    cinema: 0,
    film: 1,
    kind: 'day',
    firstDay: '2026-11-23',
    lastDay: '2026-11-23',
    measure: 'gross',
    currency: 'EUR',
    value: 500n,
    weight: 1,
    ...more,
  }
}

function answer(world: Partial<World>, question: Partial<Question>) {
  const asked = { metrics: ['admissions'], by: [], where: {}, ...question } as const
  const expected = expectedAnswer({ ...WORLD, ...world }, asked)
  if ('refusal' in expected) throw new Error(expected.refusal)
  return expected
}

const eur = (minor: string) => ({ minor, currency: 'EUR' })
const DAY = { from: '2026-11-23', to: '2026-11-23' }

test('a refund counts on the day of its screening and what was taken back nowhere', () => {
  const undone = sale({ quantity: -2, priceMinor: -2000n })
  const tickets = [sale(), refund({ soldDay: '2026-11-30' }), sale(), undone]
  const { total } = answer({ tickets }, { metrics: ['admissions', 'gross', 'refundRate'], ...DAY })
  expect(total).toEqual({ admissions: 1, gross: eur('1000'), refundRate: 0.5 })
})

test('fees, net and prices are rounded half away from zero', () => {
  const tickets = [sale({ quantity: 3, priceMinor: 2000n }), sale({ quantity: 1, priceMinor: 2n })]
  const metrics = ['grossWithFees', 'net', 'averageTicketPrice', 'averagePriceWithFees'] as const
  const { total } = answer({ tickets }, { metrics })
  // 2002 / 4 is 500.5, and 2302 / 4 is 575.5.
  expect(total).toEqual({
    grossWithFees: eur('2302'),
    net: eur('1602'),
    averageTicketPrice: eur('501'),
    averagePriceWithFees: eur('576'),
  })
})

test('a screening counts once, also beside others, and what was taken back opens none', () => {
  const tickets = [
    sale(),
    sale({ ticketType: 'Child' }),
    sale({ screening: 2n }),
    sale({ screening: 2n, quantity: -2, priceMinor: -2000n }),
  ]
  const asked = { metrics: ['screenings', 'sites'], by: ['ticketType'] } as const
  const { rows, total } = answer({ tickets }, asked)
  expect(rows.map((row) => row['screenings'])).toEqual([1, 1])
  expect(total).toEqual({ screenings: 1, sites: 1 })
})

test('presale is what was sold before the day; unknown times are in neither part', () => {
  const today = sale({ soldDay: '2026-11-23', quantity: 6 })
  const unknown = sale({ soldAtMs: undefined, soldDay: undefined, soldMinute: undefined })
  const asked = { metrics: ['presale', 'presaleShare', 'admissions'] } as const
  const { total } = answer({ tickets: [sale(), today, unknown] }, asked)
  expect(total).toEqual({ presale: 2, presaleShare: 0.25, admissions: 10 })
})

test('of two sources that list a day the first counts; cancelled screenings do not', () => {
  const listings = [
    listing(),
    listing({ screening: 2n, status: 'cancelled' }),
    listing({ source: 2, seats: 70 }),
    // The first source has taken all of this day back: the second is the first that says anything.
    listing({ tradingDay: '2026-11-24', seats: 30 }),
    listing({ tradingDay: '2026-11-24', seats: 30, weight: -1 }),
    listing({ tradingDay: '2026-11-24', source: 2, seats: 60 }),
  ]
  const metrics = ['screeningsListed', 'seatsOffered'] as const
  const { total } = answer({ listings }, { metrics })
  expect(total).toEqual({ screeningsListed: 2, seatsOffered: 160 })
})

test('occupancy and revenue are of cinema-days whose seats are known', () => {
  const tickets = [sale(), sale({ tradingDay: '2026-11-24', quantity: 50 })]
  const listings = [
    listing(),
    listing({ screening: 2n }),
    listing({ tradingDay: '2026-11-24', seats: 0 }),
  ]
  const metrics = [
    'occupancy',
    'revenuePerSeatDay',
    'revenuePerAuditoriumDay',
    'completeness',
  ] as const
  // 2 of 200 seats offered; 2000 over the 100 seats of the one auditorium.
  expect(answer({ tickets, listings }, { metrics }).total).toEqual({
    occupancy: 0.01,
    revenuePerSeatDay: eur('20'),
    revenuePerAuditoriumDay: eur('2000'),
    completeness: 1,
  })
})

test('a share of films is of all films at the same place, any other of everything', () => {
  const tickets = [
    sale(),
    sale({ film: 2, priceMinor: 6000n }),
    sale({ cinema: 2, priceMinor: 8000n }),
  ]
  const share = (question: Partial<Question>) => {
    return answer({ tickets }, { metrics: ['moneyShare'], ...question }).total['moneyShare']
  }
  expect(share({ where: { film: ['1'], cinema: ['1'] } })).toBe(0.25)
  expect(share({ where: { film: ['1'] } })).toBe(10_000 / 16_000)
  expect(share({ where: { cinema: ['1'] } })).toBe(0.5)
  const { rows, others } = answer(
    { tickets },
    { metrics: ['moneyShare'], by: ['film', 'cinema'], limit: 1 },
  )
  expect(rows).toMatchObject([{ filmId: '1', cinemaId: '2', moneyShare: 1 }])
  expect(others).toEqual({ count: 2, row: { moneyShare: null } })
})

test('a run is counted from its first day, a drop against the same days a week earlier', () => {
  const tickets = [
    sale(),
    sale({ tradingDay: '2026-11-16', priceMinor: 8000n }),
    sale({ tradingDay: '2026-11-16', film: 2 }),
    sale({ tradingDay: '2026-11-24' }),
  ]
  const metrics = ['lifetimeGross', 'lifetimeAdmissions', 'drop'] as const
  const { rows, total } = answer({ tickets }, { metrics, by: ['film'], ...DAY })
  const run = { lifetimeGross: eur('10000'), lifetimeAdmissions: 4 }
  expect(rows).toMatchObject([{ filmId: '1', ...run, drop: -0.75 }])
  // A film that is gone has no run in these days, and was there a week ago.
  expect(total).toEqual({ ...run, drop: -0.8 })
})

test('comparisons lie where their names say', () => {
  const on = (tradingDay: string, quantity: number) => sale({ tradingDay, quantity })
  const tickets = [
    on('2028-02-29', 1),
    on('2028-02-27', 2),
    on('2028-02-22', 4),
    on('2027-02-28', 8),
    on('2027-03-10', 16),
  ]
  const asked = {
    from: '2028-02-28',
    to: '2028-02-29',
    by: ['tradingDay'],
    compare: ['previous', 'weekday', 'year', 'holiday'],
  } as const
  const { rows, total } = answer({ tickets, holidayMoved: 356 }, asked)
  // A year before 29 February is the 28th, once: it is shown on the 28th of this year.
  expect(total['compared']).toEqual({
    previous: { admissions: 2 },
    weekday: { admissions: 4 },
    year: { admissions: 8 },
    holiday: { admissions: 16 },
  })
  expect(rows).toMatchObject([
    {
      tradingDay: '2028-02-29',
      compared: { previous: { admissions: 2 }, year: { admissions: 0 } },
    },
  ])
})

test('amounts are turned at the rate of their own day and rounded once', () => {
  const rate = (day: string, value: string): RateFact => ({
    owner: 1,
    source: 3,
    fact: 1n,
    base: 'EUR',
    currency: 'JPY',
    day,
    rate: value,
    weight: 1,
  })
  const rates = [rate('2026-11-20', '160'), rate('2026-11-24', '200')]
  const yen = { currency: 'JPY', cinema: 2, priceMinor: 40n }
  const tickets = [sale(yen), sale(yen), sale({ ...yen, tradingDay: '2026-11-24' }), sale()]
  const world = {
    tickets,
    rates,
    homes: new Map([
      [1, 'EUR'],
      [2, 'JPY'],
    ]),
  }
  // ¥40 at 160 is 25 cents, twice, and at 200 it is 20.
  expect(answer(world, { metrics: ['gross'], convert: 'EUR' }).total).toEqual({
    gross: eur('2070'),
  })
  const missing = expectedAnswer(
    { ...WORLD, ...world, rates: [] },
    { metrics: ['gross'], by: [], where: {}, convert: 'EUR' },
  )
  expect(missing).toEqual({ refusal: 'rate_missing' })
})

test('a reporter is never added to itself: one kind, films or their sum, territories or cinemas', () => {
  const facts = [
    reported(),
    reported({ film: 2, value: 300n }),
    reported({ film: 0, value: 1000n }),
    reported({ kind: 'week', firstDay: '2026-11-23', lastDay: '2026-11-29', value: 7000n }),
    reported({ territory: '', cinema: 1, value: 90n }),
    reported({ source: 8, value: 11n }),
  ]
  const gross = (question: Partial<Question>) =>
    answer({ reported: facts }, { metrics: ['gross'], basis: 'reported:9', ...question })
  expect(gross({}).total).toEqual({ gross: eur('1000') })
  expect(gross({ by: ['film'] }).total).toEqual({ gross: eur('800') })
  expect(gross({ where: { cinema: ['1'], film: ['1'] } }).total).toEqual({ gross: eur('90') })
})

test('films that are one are one row, and amounts of two currencies are none', () => {
  const tickets = [sale(), sale({ film: 5 }), sale({ currency: 'USD', cinema: 2 })]
  const aliases = { film: new Map([[5, 1]]), cinema: new Map() }
  expect(answer({ tickets, aliases }, { by: ['film'] }).rows).toEqual([
    { film: 'Title 1', filmId: '1', admissions: 6 },
  ])
  const asked = { metrics: ['gross'], by: [], where: {} } as const
  expect(expectedAnswer({ ...WORLD, tickets }, asked)).toEqual({
    refusal: 'currency_needed',
    choices: ['EUR', 'USD'],
  })
})
