import type { Annotation } from '#reports'
import type { FileLang } from './answer-file-words.ts'

type Words = {
  readonly asOf: (moment: string) => string
  readonly titled: (title: string, days: string) => string
  readonly pending: (count: string) => string
  readonly sites: (reporting: number, expected: number) => string
  readonly sources: (names: string) => string
  readonly basis: (basis: string) => string
  readonly sample: string
  readonly note: (annotation: Annotation) => string
  readonly between: string
}

const EN: Words = {
  asOf: (moment) => `Figures as of ${moment}`,
  titled: (title, days) => `${title}, ${days}`,
  pending: (count) => `${count === '1' ? '1 sale' : `${count} sales`} not yet in it`,
  sites: (reporting, expected) => `${reporting} of ${expected} cinemas with figures`,
  sources: (names) => `Sources: ${names}`,
  basis: (basis) => (basis === 'tickets' ? 'Tickets' : 'Reported figures'),
  sample: 'Sample data: none of it is real',
  note: ({ kind, text, more = 0 }) => {
    const named = more > 0 ? `${text} and ${more} more` : text
    if (kind === 'opening') return `${named} ${more > 0 ? 'open' : 'opens'}`
    if (kind === 'outage') return `${named}: no figures`
    return kind === 'price' ? `New prices: ${named}` : named
  },
  between: ', ',
}

const ZH: Words = {
  asOf: (moment) => `数据截至 ${moment}`,
  titled: (title, days) => `${title}（${days}）`,
  pending: (count) => `另有 ${count} 笔售票尚未计入`,
  sites: (reporting, expected) => `${expected} 家影院中 ${reporting} 家有数据`,
  sources: (names) => `数据来源：${names}`,
  basis: (basis) => (basis === 'tickets' ? '售票数据' : '上报数据'),
  sample: '示例数据，均非真实',
  note: ({ kind, text, more = 0 }) => {
    const total = more + 1
    if (kind === 'opening') return more > 0 ? `《${text}》等${total}部影片上映` : `《${text}》上映`
    if (kind === 'outage') return more > 0 ? `${text}等${total}家影院无数据` : `${text}无数据`
    if (kind === 'price') return `票价调整：${text}${more > 0 ? `等${total}张价目表` : ''}`
    return more > 0 ? `${text}等${total}个节假日` : text
  },
  between: '、',
}

/** What stands around a chart in a file. */
export function chartFileWords(lang: FileLang): Words {
  return lang === 'zh' ? ZH : EN
}
