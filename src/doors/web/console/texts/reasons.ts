import type { QuarantineReason, QuarantineView } from '#collate/pure'
import type { Lang } from '../../shared/numbers.ts'

/** Why a row waits, where the reader does not read the server's English sentence. */
const ZH: Readonly<Record<QuarantineReason, string>> = {
  amount_unreadable: '金额无法识别，应如 8、8.75 或 1,257.75。',
  amounts_disagree: '数量乘以单价与金额不符。',
  bytes_not_text: '这一行含有非 UTF-8 的字节。',
  columns_wrong: '列数与表头不符，行可能被截断。',
  moment_skipped: '当地时钟因夏令时跳过了这一时刻。',
  moment_unreadable: '日期时间无法识别，应如 Mar 16, 2018 5:00:00 PM。',
  name_too_long: '名称过长，行可能切分有误。',
  quantity_unreadable: '数量无法识别。',
  quote_broken: '引号没有成对。',
  row_too_long: '这一行过长。',
  title_missing: '没有影片或活动名称。',
  year_absurd: '年份不合理，售票机的时钟对吗？',
}

export function reasonText({ reason, say }: QuarantineView, lang: Lang): string {
  return lang === 'zh' ? ZH[reason] : say
}
