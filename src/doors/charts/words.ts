import type { ComparisonId, DimensionId, Grain } from '#metrics/pure'
import type { Lang } from './manner.ts'

/** What charts say themselves: the same words in the console, in files and in mail. */
export type ChartWords = {
  readonly comma: string
  readonly others: (count: number) => string
  readonly soFar: (name: string) => string
  readonly soldAhead: (name: string) => string
  readonly soFarFigure: (figure: string) => string
  readonly notStated: string
  readonly change: string
  readonly changePercent: string
  readonly changePoints: string
  readonly against: (comparison: string) => string
  readonly by: (metric: string, dimensions: string) => string
  readonly summary: (parts: {
    readonly title: string
    readonly least: string
    readonly most: string
    readonly count: number
  }) => string
  readonly nothing: (title: string) => string
  readonly one: (title: string, figure: string) => string
  readonly onlyCurrency: (currency: string, left: number) => string
  readonly notDrawn: (count: number) => string
  readonly noSum: (count: number) => string
  readonly noComparison: (comparison: string) => string
  readonly noPlace: (count: number) => string
  readonly sizeBy: (metric: string) => string
  readonly equal: string
  readonly noData: string
  readonly weekend: string
  readonly comparisons: Readonly<Record<ComparisonId, string>>
  readonly grains: Readonly<Record<Grain, string>>
  readonly dimensions: Readonly<Record<DimensionId, string>>
  readonly releaseDay: (day: number) => string
  readonly releaseWeek: (week: number) => string
  readonly daysBefore: (days: number) => string
  readonly saleTimes: Readonly<Record<string, string>>
  readonly channels: Readonly<Record<string, string>>
  readonly weekFrom: (day: string) => string
  readonly quarter: (quarter: number, year: string) => string
}

const EN: ChartWords = {
  comma: ', ',
  others: (count) => `${count} others`,
  soFar: (name) => `${name}, so far`,
  soldAhead: (name) => `${name}, sold ahead`,
  soFarFigure: (figure) => `${figure} so far`,
  notStated: 'not stated',
  change: 'Change',
  changePercent: 'Change, per cent',
  changePoints: 'Change, points',
  against: (comparison) => `against ${comparison}`,
  by: (metric, dimensions) => `${metric} by ${dimensions}`,
  summary: ({ title, least, most, count }) =>
    `${title}. ${count} figures, from ${least} to ${most}.`,
  nothing: (title) => `${title}. No figures.`,
  one: (title, figure) => `${title}. ${figure}.`,
  onlyCurrency: (currency, left) =>
    `Drawn: amounts in ${currency}. ` +
    `${left === 1 ? '1 row' : `${left} rows`} in other currencies: see the table.`,
  notDrawn: (count) => `${count} more in the table.`,
  noSum: (count) =>
    `${count} more in the table: figures of this kind do not add up, so there is no line for the others.`,
  noComparison: (comparison) => `No figures to compare with: ${comparison}.`,
  noPlace: (count) =>
    `${count === 1 ? '1 cinema has' : `${count} cinemas have`} no place on the map: see the table.`,
  sizeBy: (metric) => `Size: ${metric}`,
  equal: 'equal',
  noData: 'no figure',
  weekend: 'Fri to Sun',
  comparisons: {
    previous: 'the span before',
    weekday: 'weeks before',
    year: 'last year',
    holiday: 'last year’s holiday',
    releaseWeek: 'films of the same age',
  },
  grains: { day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
  dimensions: {
    film: 'film',
    cinema: 'cinema',
    tradingDay: 'trading day',
    weekday: 'weekday',
    hour: 'hour',
    ticketType: 'ticket type',
    channel: 'channel',
    saleTime: 'time of sale',
    currency: 'currency',
    auditorium: 'auditorium',
    screening: 'screening',
    startsAt: 'start',
    format: 'format',
    language: 'language',
    daysBefore: 'days before',
    releaseDay: 'day of release',
    releaseWeek: 'week of release',
    distributor: 'distributor',
    territory: 'territory',
  },
  releaseDay: (day) => `day ${day}`,
  releaseWeek: (week) => `week ${week}`,
  daysBefore: (days) =>
    days === 0 ? 'same day' : days === 1 ? '1 day before' : `${days} days before`,
  saleTimes: { before: 'before the day', after: 'after the day', unknown: 'time not stated' },
  channels: { counter: 'Counter', web: 'Online', app: 'App' },
  weekFrom: (day) => `Week from ${day}`,
  quarter: (quarter, year) => `Q${quarter} ${year}`,
}

const ZH: ChartWords = {
  comma: '、',
  others: (count) => `其他 ${count} 项`,
  soFar: (name) => `${name}（截至目前）`,
  soldAhead: (name) => `${name}（预售）`,
  soFarFigure: (figure) => `目前 ${figure}`,
  notStated: '未注明',
  change: '变化',
  changePercent: '变化（%）',
  changePoints: '变化（百分点）',
  against: (comparison) => `对比${comparison}`,
  by: (metric, dimensions) => `${metric}，按${dimensions}`,
  summary: ({ title, least, most, count }) =>
    `${title}。共 ${count} 个数据，最低 ${least}，最高 ${most}。`,
  nothing: (title) => `${title}。暂无数据。`,
  one: (title, figure) => `${title}。${figure}。`,
  onlyCurrency: (currency, left) => `图中仅含 ${currency} 金额，另有 ${left} 行其他币种见表格。`,
  notDrawn: (count) => `另有 ${count} 项见表格。`,
  noSum: (count) => `另有 ${count} 项见表格：此类指标不可相加，因此没有“其他”线。`,
  noComparison: (comparison) => `没有可对比的数据：${comparison}。`,
  noPlace: (count) => `${count} 家影院没有坐标，见表格。`,
  sizeBy: (metric) => `圆点大小：${metric}`,
  equal: '持平线',
  noData: '无数据',
  weekend: '周五至周日',
  comparisons: {
    previous: '前期',
    weekday: '前几周',
    year: '去年',
    holiday: '去年假期',
    releaseWeek: '同期影片',
  },
  grains: { day: '日', week: '周', month: '月', quarter: '季度', year: '年' },
  dimensions: {
    film: '影片',
    cinema: '影院',
    tradingDay: '营业日',
    weekday: '星期',
    hour: '开场时段',
    ticketType: '票种',
    channel: '购票渠道',
    saleTime: '售票时间',
    currency: '币种',
    auditorium: '影厅',
    screening: '场次',
    startsAt: '开场时间',
    format: '制式',
    language: '影片语言',
    daysBefore: '提前天数',
    releaseDay: '上映天数',
    releaseWeek: '上映周',
    distributor: '发行方',
    territory: '地区',
  },
  releaseDay: (day) => `第${day}天`,
  releaseWeek: (week) => `第${week}周`,
  daysBefore: (days) => (days === 0 ? '当天' : `提前${days}天`),
  saleTimes: { before: '当日之前', after: '当日之后', unknown: '时间未注明' },
  channels: { counter: '柜台', web: '线上', app: '应用' },
  weekFrom: (day) => `${day}起一周`,
  quarter: (quarter, year) => `${year}年第${quarter}季度`,
}

export function chartWords(lang: Lang): ChartWords {
  return lang === 'zh' ? ZH : EN
}
