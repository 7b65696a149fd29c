import type { ComparisonId, DimensionId, MetricDefinition, MetricId } from '#metrics'
import { enRegistry, zhRegistry } from '#web'

export const FILE_LANGS = ['en', 'zh'] as const
export type FileLang = (typeof FILE_LANGS)[number]

/** What a file says of itself, as the reader writes it. */
export type FileWords = {
  readonly lang: FileLang
  dimension(id: DimensionId | 'period'): string
  metric(id: MetricId, definitions: readonly MetricDefinition[]): string
  /** What a metric means, exactly as it was computed. */
  meaning(definition: MetricDefinition): string
  /** The name of a metric held against another span. */
  compared(metric: string, comparison: ComparisonId): string
  /** A column of single tickets. */
  ticket(name: string): string
  say(word: Word): string
}

const EN = {
  about: 'About',
  asOf: 'As of',
  basis: 'Basis',
  by: 'by',
  comma: ', ',
  complete: 'Every sale committed up to',
  comparison: 'Compared with',
  currency: 'Amounts in',
  days: 'Trading days',
  empty: 'not stated',
  except: 'without',
  figures: 'Figures',
  filter: 'Filter',
  noFilter: 'none',
  onlyBy: 'Sold by',
  pending: 'Sales not yet in it',
  program: 'Made by',
  question: 'Question',
  rate: 'Rate',
  rows: 'Rows',
  rowsBeyond: 'Rows beyond the limit',
  sample: 'Sample data: none of it is real',
  sites: 'Cinemas with figures',
  source: 'Sources',
  tickets: 'Tickets',
  title: 'What this is',
  to: ' to ',
  total: 'Total',
  wholeSpan: 'all',
}
type Word = keyof typeof EN

const ZH: Readonly<Record<Word, string>> = {
  about: '说明',
  asOf: '截至',
  basis: '统计口径',
  by: '按',
  comma: '、',
  complete: '包含此前全部售票',
  comparison: '对比',
  currency: '金额币种',
  days: '营业日',
  empty: '未注明',
  except: '不含',
  figures: '数据',
  filter: '筛选',
  noFilter: '无',
  onlyBy: '售票时间不晚于',
  pending: '尚未计入的售票',
  program: '生成自',
  question: '查询',
  rate: '汇率',
  rows: '行数',
  rowsBeyond: '超出上限的行数',
  sample: '示例数据，均非真实',
  sites: '有数据的影院',
  source: '数据来源',
  tickets: '售票明细',
  title: '内容',
  to: '至',
  total: '合计',
  wholeSpan: '全部',
}

export function fileWords(lang: FileLang): FileWords {
  // A metric that came later than its sentences is still named, by the registry.
  const texts: Readonly<Record<string, string>> = lang === 'zh' ? zhRegistry : enRegistry
  return {
    lang,
    dimension: (id) => texts[`dim_${id}`] ?? id,
    metric(id, definitions) {
      const known = definitions.find((one) => one.id === id)
      return texts[`metric_${id}`] ?? known?.name ?? id
    },
    meaning({ id, meaning }) {
      const own = texts[`metricSay_${id}`]
      return lang === 'en' || own === undefined ? meaning : `${own} (${meaning})`
    },
    compared: (metric, comparison) => {
      const name = texts[`compareShort_${comparison}`] ?? comparison
      return lang === 'zh' ? `${metric}（${name}）` : `${metric}, ${name}`
    },
    ticket(name) {
      const own = TICKETS[lang][name] ?? texts[`dim_${name}`]
      return own ?? `${texts[`dim_${name.replace(/Id$/, '')}`] ?? name} ID`
    },
    say: (word) => (lang === 'zh' ? ZH : EN)[word],
  }
}

const TICKETS: Readonly<Record<FileLang, Readonly<Record<string, string>>>> = {
  en: {
    soldAt: 'Sold at (UTC)',
    startsAt: 'Starts at (UTC)',
    seat: 'Seat',
    payment: 'Paid by',
    kind: 'Kind',
    quantity: 'Tickets',
    price: 'Price',
    fees: 'Fees',
    source: 'Source',
  },
  zh: {
    soldAt: '售出时间（UTC）',
    startsAt: '开场时间（UTC）',
    seat: '座位',
    payment: '支付方式',
    kind: '类型',
    quantity: '票数',
    price: '票价',
    fees: '服务费',
    source: '数据来源',
  },
}
