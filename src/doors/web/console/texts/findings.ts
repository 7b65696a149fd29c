import type { Note, Value } from '#collate/pure'
import type { Lang } from '../../shared/numbers.ts'
import { valueText } from '../health/value-text.ts'
import type { Finding, Health } from '../wire/health.ts'
import { CHECKS_ZH, FINDINGS_ZH, NOTES_ZH } from './findings-zh.ts'
import type { Texts } from './text.tsx'

type Check = Health['checks'][number]

export function checkName({ id, name }: Check, lang: Lang): string {
  return lang === 'zh' ? (CHECKS_ZH[id]?.name ?? name) : name
}

export function checkWhy({ id, explanation }: Check, lang: Lang): string {
  return lang === 'zh' ? (CHECKS_ZH[id]?.why ?? explanation) : explanation
}

/** What was found, where the reader does not read the server's English sentence. */
export function findingText({ check, sentence, say, values }: Finding, texts: Texts): string {
  if (texts.lang !== 'zh') return say
  const written = FINDINGS_ZH[sentence === '' ? check : `${check}.${sentence}`]
  return written === undefined ? say : fill(written, values, texts)
}

export function noteText({ sentence, say, values }: Note, texts: Texts): string {
  const written = texts.lang === 'zh' ? NOTES_ZH[sentence] : undefined
  if (written === undefined) return say
  const check = CHECKS_ZH[String(values['check'])]?.name
  return fill(written, { ...values, ...(check !== undefined && { check }) }, texts)
}

function fill(written: string, values: Readonly<Record<string, Value>>, texts: Texts): string {
  // One day is said once.
  const oneDay = values['firstDay'] !== undefined && values['firstDay'] === values['lastDay']
  const sentence = oneDay ? written.replace('{firstDay} 至 {lastDay}', '{firstDay}') : written
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    return value === '' ? '' : valueText(value, texts)
  })
}

/** Heads of the columns of rows behind a finding. */
const COLUMNS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  accepted: ['Accepted', '已入库'],
  at: ['At', '时间'],
  batch: ['Batch', '批次'],
  before: ['Before', '之前'],
  cinema: ['Cinema', '影院'],
  corrected: ['Corrected', '已更正'],
  day: ['Day', '日期'],
  dayBefore: ['Day before', '上一日期'],
  days: ['Days', '天数'],
  duplicate: ['Duplicate', '重复'],
  equal: ['Equal', '相同'],
  facts: ['Facts', '行数'],
  file: ['File', '文件'],
  film: ['Film', '影片'],
  firstDay: ['First day', '首日'],
  gross: ['Gross', '票房'],
  heardAt: ['Last heard', '最近数据'],
  hour: ['Hour', '时段'],
  hoursOff: ['Hours off', '偏差小时'],
  imports: ['Imports', '导入次数'],
  kind: ['Period', '期间'],
  lastDay: ['Last day', '末日'],
  line: ['Line', '行号'],
  measure: ['Measure', '指标'],
  other: ['Other film', '另一影片'],
  otherStarts: ['Starts', '开场'],
  place: ['Place', '地点'],
  raw: ['As it came', '原文'],
  read: ['Rows read', '读取行数'],
  refunded: ['Refunded, facts', '退票（明细）'],
  refundedFound: ['Refunded, sums', '退票（汇总）'],
  rows: ['Different rows', '不同的行'],
  say: ['Why', '原因'],
  screenings: ['Screenings', '场次'],
  seats: ['Seats', '座位'],
  sold: ['Sold', '售出'],
  soldFound: ['Sold, sums', '售出（汇总）'],
  source: ['Source', '来源'],
  starts: ['Starts', '开场'],
  table: ['Table', '表'],
  tickets: ['Tickets', '票数'],
  ticketsBefore: ['Tickets before', '之前票数'],
  ticketType: ['Ticket type', '票种'],
  value: ['Figure', '数字'],
  waiting: ['In quarantine', '隔离中'],
  why: ['Why', '原因'],
  withdrawn: ['Taken back', '已撤回'],
}

export function columnText(column: string, lang: Lang): string {
  const [en, zh] = COLUMNS[column] ?? [column, column]
  return lang === 'zh' ? zh : en
}
