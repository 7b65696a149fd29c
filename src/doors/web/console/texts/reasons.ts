import type { QuarantineReason } from '#collate/pure'
import type { Lang } from '../../shared/numbers.ts'

/** Why a row waits, where the reader does not read the server's English sentence. */
const ZH: Readonly<Record<QuarantineReason, string>> = {
  amount_unreadable: '金额无法识别，应如 8、8.75 或 1,257.75。',
  amounts_disagree: '数量乘以单价与金额不符。',
  bytes_not_text: '这一行含有无法解码的字节，文件编码对吗？',
  cinema_missing: '没有影院名称。',
  columns_wrong: '列数与表头不符，行可能被截断。',
  contract_broken: '这一行不符合约定的字段。',
  currency_unknown: '币种无法识别，应为 ISO 4217 代码，如 CNY。',
  file_broken: '文件在此处中断，请重新发送。',
  moment_skipped: '当地时钟因夏令时跳过了这一时刻。',
  moment_unreadable: '日期或时间无法识别。',
  name_too_long: '名称过长，行可能切分有误。',
  number_unreadable: '数字无法识别。',
  over_capacity: '售出票数超过影厅座位数。',
  quantity_unreadable: '数量无法识别。',
  quote_broken: '引号没有成对。',
  row_too_long: '这一行过长。',
  title_missing: '没有影片或活动名称。',
  value_missing: '缺少必填的值。',
  value_unknown: '这个值不在已知的取值之内。',
  year_absurd: '年份不合理，售票机的时钟对吗？',
  zone_unknown: '时区无法识别。',
}

/** A few sentences carry the figure that matters; those are said in full. */
const SENTENCES: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
  [
    /^The year is (\d+)\. Did the till mean (\d+)\?$/,
    ([was, is]) => `年份是 ${was}，是 ${is} 吗？`,
  ],
  [/^“(.*)” is no date\.$/, ([cell]) => `“${cell}”不是日期。`],
  [/^“(.*)” is no day of the calendar\.$/, ([cell]) => `日历上没有“${cell}”这一天。`],
  [/^“(.*)” is no amount\b.*$/, ([cell]) => `“${cell}”不是金额。`],
  [/^“(.*)” is no number\b.*$/, ([cell]) => `“${cell}”不是数字。`],
  [
    /^“(.*)” may be read with its day or its month first\./,
    ([cell]) => `“${cell}”分不清日月先后。`,
  ],
]

/** What holds a row back, in the reader's language. */
export function reasonText(
  { reason, say }: { readonly reason: QuarantineReason; readonly say: string },
  lang: Lang,
): string {
  return lang === 'zh' ? (sentence(say) ?? ZH[reason]) : say
}

/** The same where only the sentence is known; what nobody put into Chinese stays as it was said. */
export function saidText(say: string, lang: Lang): string {
  return lang === 'zh' ? (sentence(say) ?? say) : say
}

/** A kind of reason, for a list of them. */
export function reasonName(reason: QuarantineReason, lang: Lang): string {
  return lang === 'zh' ? ZH[reason].replace(/[，。？].*$/, '') : EN[reason]
}

const EN: Readonly<Record<QuarantineReason, string>> = {
  amount_unreadable: 'Amount not readable',
  amounts_disagree: 'Amounts disagree',
  bytes_not_text: 'Not text',
  cinema_missing: 'No cinema',
  columns_wrong: 'Wrong number of cells',
  contract_broken: 'Against the contract',
  currency_unknown: 'Unknown currency',
  file_broken: 'The file breaks off',
  moment_skipped: 'A time the clock skipped',
  moment_unreadable: 'Date or time not readable',
  name_too_long: 'Name too long',
  number_unreadable: 'Number not readable',
  over_capacity: 'Sold over capacity',
  quantity_unreadable: 'Quantity not readable',
  quote_broken: 'Broken quotes',
  row_too_long: 'Row too long',
  title_missing: 'No title',
  value_missing: 'Something is missing',
  value_unknown: 'Unknown value',
  year_absurd: 'Impossible year',
  zone_unknown: 'Unknown time zone',
}

function sentence(say: string): string | undefined {
  for (const [pattern, write] of SENTENCES) {
    const found = pattern.exec(say)
    if (found) return write(found.slice(1))
  }
  return undefined
}
