import { currencyDigits, money, moneyToDecimal } from '#kernel'
import type { WalletPayment } from '#payments'
import type { WalletLang } from './test-wallet-texts.ts'
import { WALLET_TEXTS } from './test-wallet-texts.ts'

/** Values of the form's choices, in the order of their texts. */
export const WALLET_CHOICES = {
  after: ['10', '120', '900'],
  meanwhile: ['pending', 'failed'],
  notices: ['once', 'twice', 'disordered', 'never'],
  returns: ['0', '3'],
} as const

/** The page on which the guest of the test wallet decides; it needs no script. */
export function walletPage(payment: WalletPayment, lang: WalletLang): string {
  const texts = WALLET_TEXTS[lang]
  const amount = amountText(payment, texts.locale)
  const decided = payment.decision !== 'none' || payment.state === 'over'
  const isLate = payment.decision === 'approved' && payment.state !== 'settled'
  const standing = isLate ? texts.approvedLate : texts.states[payment.state]
  const body = `
<p class="standing">${escapeHtml(standing)}</p>
<h1>${escapeHtml(amount)}</h1>
<p class="title">${escapeHtml(payment.title)}</p>
${decided ? backLink(payment.returnTo, lang) : form(payment, lang, amount)}`
  return frame(body, `${amount} – ${texts.name}`, lang)
}

/** A page that says one thing, and the way on where there is one. */
export function walletNotice(say: string, lang: WalletLang, returnTo?: string): string {
  const way = returnTo === undefined ? '' : backLink(returnTo, lang)
  return frame(`<h1 class="say">${escapeHtml(say)}</h1>${way}`, WALLET_TEXTS[lang].name, lang)
}

function form({ reference }: WalletPayment, lang: WalletLang, amount: string): string {
  const texts = WALLET_TEXTS[lang]
  return `<form method="post" action="/pay/test/${escapeHtml(reference)}">
<button class="first" name="do" value="approve">${escapeHtml(texts.approve(amount))}</button>
<button name="do" value="decline">${texts.decline}</button>
<details><summary>${texts.more}</summary>
<p class="help">${texts.moreHelp}</p>
${choice('notices', texts.notices, texts.noticesChoices)}
${choice('returns', texts.returns, texts.returnsChoices)}
${choice('after', texts.after, texts.afterChoices)}
${choice('meanwhile', texts.meanwhile, texts.meanwhileChoices)}
<button name="do" value="late">${texts.late}</button>
</details></form>`
}

function choice(
  name: keyof typeof WALLET_CHOICES,
  label: string,
  words: readonly string[],
): string {
  const options = WALLET_CHOICES[name].map(
    (value, place) => `<option value="${value}">${words[place] ?? value}</option>`,
  )
  return `<label>${label}<select name="${name}">${options.join('')}</select></label>`
}

function backLink(returnTo: string, lang: WalletLang): string {
  return `<a class="button first" href="${escapeHtml(returnTo)}">${WALLET_TEXTS[lang].back}</a>`
}

/** In full, with as many decimals as ISO 4217 gives the currency, which Intl does not always know. */
function amountText({ amountMinor, currency }: WalletPayment, locale: string): string {
  const digits = currencyDigits(currency)
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  // A decimal in text is formatted exactly; a number would not be.
  return format.format(moneyToDecimal(money(amountMinor, currency)) as Intl.StringNumericLiteral)
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function frame(body: string, title: string, lang: WalletLang): string {
  const { htmlLang, unreal } = WALLET_TEXTS[lang]
  return `<!doctype html>
<html lang="${htmlLang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><p class="unreal">${MARK}${escapeHtml(unreal)}</p>${body}
</main></body></html>`
}

const MARK = `<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><g fill="none"
stroke="currentColor"><rect x="1.2" y="1.2" width="9.6" height="9.6" rx="2" stroke-width="1.4"/>
<path d="M2 7.5 7.5 2M4.5 10 10 4.5" stroke-width="1.2"/></g></svg>`

// Values of tokens.css: the page stands by itself, as a wallet's own would.
const STYLE = `
:root{color-scheme:light dark;--canvas:#f5f7f8;--surface:#fff;--line:#dbe1e2;--control-line:#808b8e;
--ink:#111d20;--ink-2:#404d51;--ink-3:#5c696c;--accent:#06717a;--accent-strong:#005860;
--on-accent:#fff;--sample:#2e5297;--sample-tint:#e7effe}
@media (prefers-color-scheme:dark){:root{--canvas:#091011;--surface:#11181a;--line:#252e31;
--control-line:#606b6e;--ink:#edf1f1;--ink-2:#b8bfc1;--ink-3:#949d9f;--accent:#5dd2d8;
--accent-strong:#88e7ea;--on-accent:#051215;--sample:#8eb1f1;--sample-tint:#1c2842}}
*{box-sizing:border-box;margin:0}
body{background:var(--canvas);color:var(--ink-2);font:16px/24px "Archivo Variable",Archivo,
"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;
font-feature-settings:"tnum","lnum";padding:16px}
main{max-width:420px;margin:24px auto;background:var(--surface);border:1px solid var(--line);
border-radius:10px;padding:24px}
.unreal{display:inline-flex;gap:8px;align-items:center;background:var(--sample-tint);
color:var(--sample);border-radius:6px;padding:4px 8px;font-size:13px;line-height:20px;font-weight:500}
.unreal svg{flex:none}
.standing{margin-top:24px;color:var(--ink-3)}
h1{color:var(--ink);font-size:40px;line-height:44px;font-weight:600;letter-spacing:-.022em;
overflow-wrap:anywhere}
h1.say{font-size:16px;line-height:24px;letter-spacing:0;margin:24px 0}
.title{margin:4px 0 24px;overflow-wrap:anywhere}
button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:48px;
margin-top:12px;padding:8px 16px;border:1px solid var(--control-line);border-radius:6px;
background:var(--surface);color:var(--ink);font:inherit;font-weight:500;text-decoration:none;
cursor:pointer}
.first{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.first:hover,.first:active{background:var(--accent-strong);border-color:var(--accent-strong)}
details{margin-top:16px;border-top:1px solid var(--line)}
summary{min-height:48px;padding:12px 0;color:var(--ink-2);cursor:pointer}
.help{color:var(--ink-3);font-size:12px;line-height:16px}
label{display:block;margin-top:12px;font-size:13px;line-height:20px;font-weight:500}
select{display:block;width:100%;min-height:48px;margin-top:4px;padding:8px 12px;
border:1px solid var(--control-line);border-radius:6px;background:var(--surface);color:var(--ink);
font:inherit;font-size:16px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}`
