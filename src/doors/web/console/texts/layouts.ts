import type { Lang } from '../../shared/numbers.ts'

/** Names of known kinds of files, where the reader does not read the server's English. */
const ZH: Readonly<Record<string, string>> = {
  'china-films-2017': '中国影片（中英文片名）',
  'china-films-2018': '中国影片（含观众评分）',
  'cinema-places': '印尼影院地址',
  'cinepolis-days': 'Cinépolis 每日观影指数',
  'cinepolis-days-slashed': 'Cinépolis 每日观影指数',
  'cinepolis-holidays': '墨西哥节假日与学校假期',
  'ecb-rates': '欧洲央行欧元参考汇率',
  'film-totals': '影片累计数据',
  'gift-card-transactions': '礼品卡流水',
  'gross-revenue-by-event': '按活动汇总的票房',
  'holidays-china': '中国节假日安排',
  'kobis-daily': 'KOBIS 韩国每日票房',
  'merchandise-sales': '卖品销售',
  'showtimes-indonesia': '印尼排片',
  'ticket-sales-by-showing': '按场次的售票明细',
  'us-daily': '美国每日票房',
}

export function layoutText(
  { id, name }: { readonly id: string; readonly name: string },
  lang: Lang,
): string {
  return lang === 'zh' ? (ZH[id] ?? name) : name
}
