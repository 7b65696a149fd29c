import type { MetricDefinition, MetricId } from '#metrics/pure'
import type { Lang } from './manner.ts'

/** What metrics are called in Chinese; in English the registry's own names stand. */
const ZH: Readonly<Record<MetricId, string>> = {
  admissions: '人次',
  paid: '付费人次',
  complimentary: '赠票',
  gross: '分账票房',
  fees: '服务费',
  grossWithFees: '综合票房',
  net: '税后票房',
  averageTicketPrice: '平均票价',
  averagePriceWithFees: '平均票价（含服务费）',
  screenings: '场次',
  sold: '售票数',
  refunded: '退票数',
  refundRate: '退票率',
  onlineShare: '线上人次占比',
  onlineValueShare: '线上票房占比',
  presale: '预售人次',
  presaleShare: '预售占比',
  scanned: '检票人次',
  peoplePerScreening: '场均人次',
  sites: '出票影院数',
  screeningsListed: '排片场次',
  seatsOffered: '排座数',
  occupancy: '上座率',
  revenuePerSeatDay: '单座日均票房',
  revenuePerAuditoriumDay: '单厅日均票房',
  completeness: '数据完整率',
  moneyShare: '票房占比',
  admissionShare: '人次占比',
  screeningShare: '排片占比',
  seatShare: '排座占比',
  efficiency: '排座效率',
  lifetimeGross: '累计票房',
  lifetimeAdmissions: '累计人次',
  drop: '周环比',
}

/** A metric's name in the reader's language. */
export function metricName(
  { id, name }: Pick<MetricDefinition, 'id' | 'name'>,
  lang: Lang,
): string {
  return lang === 'zh' ? ZH[id] : name
}
