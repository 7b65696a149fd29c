import type { WalletPayment } from '#payments'

export type WalletLang = 'en' | 'zh'

type WalletTexts = {
  readonly htmlLang: string
  readonly locale: string
  readonly name: string
  readonly unreal: string
  readonly states: Readonly<Record<WalletPayment['state'], string>>
  /** Of a payment that is approved, and not booked yet. */
  readonly approvedLate: string
  readonly approve: (amount: string) => string
  readonly decline: string
  readonly back: string
  readonly more: string
  readonly moreHelp: string
  readonly late: string
  readonly after: string
  readonly afterChoices: readonly string[]
  readonly meanwhile: string
  readonly meanwhileChoices: readonly string[]
  readonly notices: string
  readonly noticesChoices: readonly string[]
  readonly returns: string
  readonly returnsChoices: readonly string[]
  readonly unknown: string
  readonly over: string
  readonly garbled: string
  readonly broken: string
}

export const WALLET_TEXTS: Readonly<Record<WalletLang, WalletTexts>> = {
  en: {
    htmlLang: 'en',
    locale: 'en-IE',
    name: 'Test wallet',
    unreal: 'Test wallet. No money moves.',
    states: {
      pending: 'To pay',
      settled: 'Paid',
      failed: 'Declined',
      over: 'Time is over. Nothing was paid.',
    },
    approvedLate: 'Approved. It is booked in a while.',
    approve: (amount) => `Pay ${amount}`,
    decline: 'Decline',
    back: 'Back to the cinema',
    more: 'Behave otherwise',
    moreHelp: 'What real wallets do at times. The choice holds for the buttons above and below.',
    late: 'Pay, but book it later',
    after: 'Booked later by',
    afterChoices: ['10 seconds', '2 minutes', '15 minutes'],
    meanwhile: 'Until then it says',
    meanwhileChoices: ['waiting', 'declined'],
    notices: 'It notifies',
    noticesChoices: ['once', 'twice', 'too early and again with old news', 'never'],
    returns: 'It gives money back',
    returnsChoices: ['at once', 'after three times of asking'],
    unknown: 'The test wallet has no such payment. Go back to the cinema and pay again.',
    over: 'This payment is decided already, or its time is over.',
    garbled: 'That was no choice of this page. Open the payment again and choose there.',
    broken: 'The test wallet broke. Nothing was decided; try again in a few seconds.',
  },
  zh: {
    htmlLang: 'zh-CN',
    locale: 'zh-CN',
    name: '测试钱包',
    unreal: '测试钱包（test wallet），不产生真实扣款。',
    states: {
      pending: '待支付',
      settled: '已支付',
      failed: '已拒绝',
      over: '已超时，未支付。',
    },
    approvedLate: '已同意，稍后入账。',
    approve: (amount) => `支付 ${amount}`,
    decline: '拒绝支付',
    back: '返回影院',
    more: '其他行为',
    moreHelp: '真实钱包有时会这样。所选内容对上面和下面的按钮都有效。',
    late: '支付，但稍后入账',
    after: '延迟入账',
    afterChoices: ['10 秒', '2 分钟', '15 分钟'],
    meanwhile: '入账前显示',
    meanwhileChoices: ['等待中', '已拒绝'],
    notices: '通知',
    noticesChoices: ['一次', '两次', '过早通知，之后再发旧消息', '从不'],
    returns: '退款',
    returnsChoices: ['立即', '询问三次之后'],
    unknown: '测试钱包中没有这笔支付。请返回影院重新支付。',
    over: '这笔支付已有结果，或已超时。',
    garbled: '无法识别该选择。请重新打开支付页面再选。',
    broken: '测试钱包出错，未作任何决定。请几秒后重试。',
  },
}

/** The language that a browser asks for first, of those there are. */
export function walletLang(acceptLanguage: string | undefined): WalletLang {
  const wished = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = ''] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/)
      return { lang: tag.split('-')[0], quality: quality === '' ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
  return wished.find(({ lang }) => lang === 'en' || lang === 'zh')?.lang === 'zh' ? 'zh' : 'en'
}
