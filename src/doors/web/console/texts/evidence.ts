import type { Lang } from '../../shared/numbers.ts'

type Write = (parts: readonly string[]) => string

/** What speaks for a match or against it, put into Chinese; what nobody put stays as it was said. */
const ZH: readonly (readonly [RegExp, Write])[] = [
  [/^Both run (\d+) minutes$/, ([minutes]) => `片长均为 ${minutes} 分钟`],
  [/^They run (\d+) and (\d+) minutes$/, ([one, other]) => `片长分别为 ${one} 与 ${other} 分钟`],
  [/^Both say “(.*)”$/, ([words]) => `都含“${words}”`],
  [/^One title says more than the other$/, () => '一方片名更长'],
  [/^Only one says “(.*)”$/, ([words]) => `仅一方含“${words}”`],
  [/^Opened on the same day$/, () => '同日上映'],
  [/^Opened (.+) apart$/, ([span]) => `上映相隔 ${spanText(span)}`],
  [/^Shown (.+) apart$/, ([span]) => `放映相隔 ${spanText(span)}`],
  [/^Shown from the day on which the other opened$/, () => '从另一方上映当日起放映'],
  [/^Opened (.+) before the first showing here$/, ([span]) => `上映 ${spanText(span)}后在此首映`],
  [/^Shown (.+) before the other opened(.*)$/, ([span]) => `早于另一方上映 ${spanText(span)}`],
]

export function evidenceText(say: string, lang: Lang): string {
  if (lang !== 'zh') return say
  for (const [pattern, write] of ZH) {
    const found = pattern.exec(say)
    if (found) return write(found.slice(1))
  }
  return say
}

/** "3 days", "2 weeks". */
function spanText(span = ''): string {
  return span
    .replace(/(\d+) days?/, '$1 天')
    .replace(/(\d+) weeks?/, '$1 周')
    .replace(/(\d+) months?/, '$1 个月')
    .replace(/(\d+) years?/, '$1 年')
}
