import type { FastifyRequest } from 'fastify'

type Lang = 'en' | 'zh'

const LANG_COOKIE = 'fullhouse-lang'
const YEAR_SECONDS = 31_536_000

/** A request to the shop, as far as its pages look at it; whatever is strange in it is left out. */
export type ShopRequest = {
  readonly lang: Lang
  /** A language chosen by the address, to be remembered. */
  readonly cookie?: string
  readonly origin: string
  /** Path and query, without the language. */
  readonly address: string
  /** An id of ours; an empty text stands for whatever cannot be one. */
  readonly id: string
  readonly query: URLSearchParams
  readonly form: URLSearchParams
}

const PARTY = { usual: 2, max: 10 }
const DAY = /^\d{4}-\d{2}-\d{2}$/
const NONE = 'http://localhost'
const ID = /^[1-9]\d{0,17}$/

export function readShopRequest(request: FastifyRequest): ShopRequest {
  const url = new URL(request.url, NONE)
  const wanted = url.searchParams.get('lang')
  const chosen = wanted === 'en' || wanted === 'zh' ? wanted : undefined
  url.searchParams.delete('lang')
  const { params, body } = request
  const named = typeof params === 'object' && params !== null && 'id' in params ? params.id : ''
  return {
    lang: chosen ?? langOf(request.headers),
    ...(chosen && { cookie: cookieOf(chosen) }),
    origin: `${request.protocol}://${request.headers.host ?? 'localhost'}`,
    address: url.pathname + url.search,
    id: ID.test(String(named)) ? String(named) : '',
    query: url.searchParams,
    form: new URLSearchParams(typeof body === 'string' ? body : ''),
  }
}

function cookieOf(lang: Lang): string {
  return `${LANG_COOKIE}=${lang}; Path=/shop; Max-Age=${YEAR_SECONDS}; SameSite=Lax`
}

/** What the guest chose before, or else the first of the browser's languages that the shop speaks. */
function langOf(headers: FastifyRequest['headers']): Lang {
  const cookie = new RegExp(`(?:^|; )${LANG_COOKIE}=(en|zh)(?:;|$)`).exec(headers.cookie ?? '')?.[1]
  if (cookie === 'en' || cookie === 'zh') return cookie
  const spoken = (headers['accept-language'] ?? '').toLowerCase().matchAll(/(?:^|,)\s*(en|zh)\b/g)
  const [first] = spoken
  return first?.[1] === 'zh' ? 'zh' : 'en'
}

export function tokenIn(sent: URLSearchParams): { readonly token: string } {
  return { token: sent.get('token') ?? '' }
}

export function partyOf(sent: URLSearchParams): number {
  const party = Number(sent.get('party') ?? PARTY.usual)
  return Number.isInteger(party) && party >= 1 && party <= PARTY.max ? party : PARTY.usual
}

export function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}

export function orderAddress(id: string, token: string): string {
  return `/shop/orders/${id}?token=${encodeURIComponent(token)}`
}
