import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { TestWallet, WalletChoice } from '#payments'
import type { Engined } from './house.ts'
import { problemOf } from './mount.ts'
import { testWallet } from './payment-providers.ts'
import { WALLET_CHOICES, walletNotice, walletPage } from './test-wallet-html.ts'
import { WALLET_TEXTS, walletLang } from './test-wallet-texts.ts'

const PATH = '/pay/test/:reference'
const FORM_BYTES_MAX = 4_096

const chosen = z.object({
  do: z.enum(['approve', 'decline', 'late']),
  after: z.enum(WALLET_CHOICES.after).default('10'),
  meanwhile: z.enum(WALLET_CHOICES.meanwhile).default('pending'),
  notices: z.enum(WALLET_CHOICES.notices).default('once'),
  returns: z.enum(WALLET_CHOICES.returns).default('0'),
})

/** The test wallet's own page: outside the API, as it would stand on the wallet's own server. */
export function mountTestWallet(server: FastifyInstance, house: Engined): void {
  const wallet = testWallet(house.store)
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES_MAX },
      (_request, text, done) => done(null, text),
    )
    scope.setErrorHandler((fault, request, reply) => {
      const status =
        fault instanceof Error && 'statusCode' in fault ? Number(fault.statusCode) : 500
      if (status >= 400 && status < 500) return say(request, reply, status, 'garbled')
      return say(request, reply, problemOf(house, fault).status, 'broken')
    })
    scope.get(PATH, (request, reply) => show(wallet, request, reply))
    scope.post(PATH, (request, reply) => choose(wallet, request, reply))
  })
}

async function show(wallet: TestWallet, request: FastifyRequest, reply: FastifyReply) {
  const payment = await wallet.payment(referenceOf(request))
  if (!payment) return say(request, reply, 404, 'unknown')
  return sendHtml(reply, 200, walletPage(payment, langOf(request)))
}

async function choose(wallet: TestWallet, request: FastifyRequest, reply: FastifyReply) {
  const reference = referenceOf(request)
  const payment = await wallet.payment(reference)
  if (!payment) return say(request, reply, 404, 'unknown')
  const form = typeof request.body === 'string' ? new URLSearchParams(request.body) : []
  const parsed = chosen.safeParse(Object.fromEntries(form))
  if (!parsed.success) return say(request, reply, 400, 'garbled', payment.returnTo)
  const outcome = await wallet.choose(reference, choiceOf(parsed.data))
  if (!outcome.ok) return say(request, reply, 409, 'over', payment.returnTo)
  // Only a path of ours was ever kept as the way back.
  return reply.header('cache-control', 'no-store').redirect(outcome.value.returnTo, 303)
}

function choiceOf(form: z.output<typeof chosen>): WalletChoice {
  const { notices, meanwhile } = form
  const returnWaits = Number(form.returns)
  if (form.do === 'decline') return { decision: 'declined', notices }
  if (form.do === 'approve') return { decision: 'approved', notices, returnWaits }
  const afterMs = Number(form.after) * 1_000
  return { decision: 'approved', notices, returnWaits, afterMs, meanwhile }
}

function referenceOf({ params }: FastifyRequest): string {
  const named = z.object({ reference: z.string() }).safeParse(params)
  return named.success ? named.data.reference : ''
}

function langOf({ headers }: FastifyRequest) {
  return walletLang(headers['accept-language'])
}

function say(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  what: 'broken' | 'garbled' | 'over' | 'unknown',
  returnTo?: string,
) {
  const lang = langOf(request)
  return sendHtml(reply, status, walletNotice(WALLET_TEXTS[lang][what], lang, returnTo))
}

function sendHtml(reply: FastifyReply, status: number, html: string) {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .type('text/html; charset=utf-8')
    .send(html)
}
