import type { ColumnOptions, Field, MappedTable } from '#collate/pure'
import { FIELD_SHAPES, TABLE_SHAPES } from '#collate/pure'
import type { Lang } from '../../shared/numbers.ts'
import type { Texts } from './text.tsx'

/** Fields by name, where the reader does not read English. */
const ZH: Readonly<Record<Field, string>> = {
  film: '影片',
  filmCode: '影片编码',
  otherTitle: '其他片名',
  distributor: '发行方',
  opensOn: '上映日期',
  year: '影片年份',
  runtimeMinutes: '片长（分钟）',
  cinema: '影院',
  city: '影院所在城市',
  territory: '国家或地区',
  currency: '币种',
  startsAt: '放映时间',
  startDay: '放映日期',
  startTime: '放映时刻',
  tradingDay: '营业日',
  auditorium: '影厅',
  format: '制式',
  language: '语言',
  seats: '座位数',
  status: '状态',
  ticketType: '票类',
  seat: '座位',
  saleKind: '售票或退票',
  channel: '渠道',
  payment: '支付方式',
  soldAt: '售出时间',
  soldDay: '售出日期',
  soldTime: '售出时刻',
  quantity: '数量',
  price: '金额合计',
  unitPrice: '单价',
  priceNet: '不含税金额',
  paid: '实付（含服务费）',
  feeHall: '影院服务费',
  feeOnline: '线上服务费',
  tax: '税额',
  priceLow: '最低票价',
  priceHigh: '最高票价',
  day: '日期',
  firstDay: '期间首日',
  lastDay: '期间末日',
  reportedDay: '上报日期',
  period: '期间类型',
  definition: '统计口径',
  gross: '票房',
  grossToDate: '累计票房',
  admissions: '人次',
  admissionsToDate: '累计人次',
  screenings: '场次',
  screens: '银幕数',
  sites: '影院数',
  product: '商品',
  productGroup: '商品类别',
  priceType: '价格类型',
  orderReference: '订单号',
  card: '卡号',
  cardType: '卡种',
  activity: '交易类型',
  amount: '入卡金额（负数为支出）',
  amountIn: '充值',
  amountOut: '消费',
}

const TABLES_ZH: Readonly<Record<MappedTable, string>> = {
  ticket: '售票明细',
  box_office: '上报票房',
  concession: '卖品销售',
  stored_value: '礼品卡与储值',
  screening: '排片',
}

export function fieldText(field: Field, lang: Lang): string {
  return lang === 'zh' ? ZH[field] : FIELD_SHAPES[field].label
}

export function tableText(table: MappedTable, lang: Lang): string {
  return lang === 'zh' ? TABLES_ZH[table] : TABLE_SHAPES[table].label
}

/** How the cells of a field are read: "day, month, year", "decimal comma, in 10,000s". */
export function optionsText(
  field: Field,
  { dates, era, zone, decimal, unit, words }: ColumnOptions,
  { t, lang }: Texts,
): string {
  const parts = [
    dates && t(`dates_${dates}`),
    era && t('eraBuddhist'),
    zone,
    decimal && t(decimal === '.' ? 'decimalPoint' : 'decimalComma'),
    unit && unit !== 'one' && t(`unit_${unit}`),
    words?.map(({ cell, means }) => `${cell} → ${means}`).join(lang === 'zh' ? '、' : ', '),
  ].filter(Boolean)
  if (parts.length > 0) return parts.join(lang === 'zh' ? '，' : ', ')
  return t(FIELD_SHAPES[field].kind === 'text' ? 'readAsText' : 'readOneWay')
}
