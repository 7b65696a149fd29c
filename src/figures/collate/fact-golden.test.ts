import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hash64 } from '#kernel'
import { factTableShape } from '#warehouse'
import { encodeBody } from './fact-body.ts'
import type { Identity } from './fact-row.ts'
import { factId, factRow } from './fact-row.ts'
import { totalsOf } from './fact-total.ts'
import type { Said } from './said.ts'

/**
 * What is said becomes the same bytes for ever: a batch that was fixed by an earlier version is built again
 * by this one, and its facts have names that later files must find. A digest below may change only with a
 * new table or column.
 */
const IDENTITY: Identity = {
  owner: 3,
  source: 7,
  cinema: 11,
  currency: 'USD',
  film: ({ title, toldApart = '' }) => title.length + toldApart.length,
  namedCinema: ({ name }) => 100 + name.length,
  room: (cinema, name) => 1_000_000_000 + cinema + name.length,
}

const FILM = { title: 'Café “Lumière”\t\\ 十万灯火' }
const NAMES = ['plain', 'a\tb\nc\rd\\e\0f', 'half \ud800 a pair', '🎬 é', '']
const CINEMA = { name: 'Odeon', city: 'Leeds', timezone: 'Europe/London', currency: 'GBP' }

function saidOf(at: number): readonly Said[] {
  const name = NAMES[at % NAMES.length] ?? ''
  const key = `key ${at}\u001f${name}`
  const showing = {
    startsAtSeconds: 1_500_000_000 + at * 3_600,
    tradingDay: `2017-07-${String(1 + (at % 28)).padStart(2, '0')}`,
    startHour: at % 24,
  }
  const sale = {
    table: 'ticket',
    film: FILM,
    ticketType: name,
    kind: at % 3 === 0 ? 'refund' : 'sale',
    quantity: at % 3 === 0 ? -at - 1 : at + 1,
    priceMinor: BigInt(at % 3 === 0 ? -at - 1 : at + 1) * 1_175n,
    key,
    ...showing,
  } as const
  return [
    sale,
    {
      ...sale,
      auditorium: name,
      channel: 'web',
      payment: name,
      seat: `A${at}`,
      currency: 'EUR',
      feeHallMinor: 50n,
      feeOnlineMinor: -1n,
      taxMinor: 0n,
      ...(at % 4 === 0 && { format: '3D', language: name }),
      sold: { atMs: 1_499_999_999_123 + at, day: '2017-07-14', minute: 600 + at },
      cinema: CINEMA,
    },
    {
      table: 'box_office',
      key,
      territory: 'US',
      film: { ...FILM, toldApart: `rl${at}`, distributor: name },
      kind: at % 2 === 0 ? 'day' : 'to_date',
      firstDay: '2018-11-23',
      lastDay: '2018-11-23',
      measure: at % 2 === 0 ? 'gross' : 'admissions',
      value: at % 2 === 0 ? '428526400' : `${at}.5`,
      definition: name,
      reportedDay: '2018-11-24',
    },
    {
      table: 'box_office',
      key,
      territory: 'CN',
      kind: 'undated',
      measure: 'index',
      value: '-0.25',
    },
    {
      table: 'screening',
      key,
      film: FILM,
      room: name,
      format: 'IMAX',
      language: '',
      status: 'open',
      seats: at,
      priceMinor: { low: 1n, high: 2_000_000n },
      ...showing,
    },
    {
      table: 'concession',
      key,
      soldAtSeconds: showing.startsAtSeconds,
      soldDay: showing.tradingDay,
      product: name,
      productGroup: 'Food',
      priceType: '',
      channel: '',
      payment: 'cash',
      orderReference: name,
      quantity: 2,
      priceMinor: 900n,
      taxMinor: 75n,
    },
    {
      table: 'stored_value',
      key,
      day: '2018-01-02',
      card: name,
      activity: 'Redeem',
      cardType: 'Gift',
      orderReference: '',
      amountMinor: -1_000n,
    },
    { table: 'rate', key, base: 'EUR', currency: 'USD', day: '2018-11-23', rate: '1.1352' },
    { table: 'calendar_day', key, territory: 'CN', day: '2018-10-01', name, kind: 'holiday' },
    {
      table: 'site',
      key,
      cinema: CINEMA,
      territory: 'GB',
      chain: name,
      address: name,
      code: '',
      place: { latitude: '53.8', longitude: '-1.549' },
    },
  ]
}

const DIGESTS: Readonly<Record<Said['table'], string>> = {
  ticket: '7124895943285d66',
  box_office: '6c2c2b0b9bae8bc3',
  screening: 'e79da0ecdfb05e3c',
  concession: '5c8b39c19648d95a',
  stored_value: '35b59528987918db',
  rate: '196e6f96a1bc09a1',
  calendar_day: '1aed6e4d11573f91',
  site: '4c37f99192218bfe',
}

test.each(Object.entries(DIGESTS))('facts of %s are the same bytes as ever', (table, wanted) => {
  const all = Array.from({ length: 60 }, (_, at) => saidOf(at).map((said) => [said, at] as const))
  const shape = factTableShape(table as Said['table']) // the keys of the record are tables
  const rows = all
    .flat()
    .filter(([said]) => said.table === table)
    .map(([said, at]) => factRow(said, IDENTITY, factId(said, 1 + (at % 3))))
  const { totals, firstDay, lastDay } = totalsOf(rows, shape)
  const sums = [...totals].map(([name, value]) => `${name} ${value}`).toSorted()
  const digest = createHash('sha256')
    .update([encodeBody(rows, shape).digest, ...sums, firstDay, lastDay].join('\n'))
    .digest('hex')
    .slice(0, 16)
  expect(digest).toBe(wanted)
})

test('a name’s number is the first eight bytes of its SHA-256', () => {
  for (const text of [...NAMES, 'x'.repeat(10_000)]) {
    const plain = createHash('sha256').update(text).digest().readBigUInt64BE(0)
    expect(hash64(text)).toBe(plain)
  }
})
