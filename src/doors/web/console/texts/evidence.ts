import type { Lang } from '../../shared/numbers.ts'

type Write = (parts: readonly string[]) => string

/** What speaks for a match or against it, put into Chinese; what nobody put stays as it was said. */
const ZH: readonly (readonly [RegExp, Write])[] = [
  [/^Same title$/, () => '片名相同'],
  [/^Titles that share characters$/, () => '片名有共同的字'],
  [/^Same official code (.+)$/, ([code]) => `官方编码相同：${code}`],
  [/^Same words, written otherwise$/, () => '用词相同，写法不同'],
  [/^Same words but for “(.+)”$/, ([word]) => `除“${word}”外用词相同`],
  [/^The same words in another order$/, () => '用词相同，顺序不同'],
  [/^The same letters but for one$/, () => '仅差一个字母'],
  [/^Spelled otherwise$/, () => '拼写不同'],
  [/^One writes in one word what the other parts$/, () => '一方连写，一方分写'],
  [/^And the same number$/, () => '编号也相同'],
  [/^No word in common$/, () => '没有相同的词'],
  [/^No word of their names in common$/, () => '名称没有相同的词'],
  [/^Both say “(.*)”$/, ([words]) => `都含“${words}”`],
  [/^Only one says “(.*)”, beside the title$/, ([words]) => `除片名外仅一方含“${words}”`],
  [/^Only one says “(.*)”$/, ([words]) => `仅一方含“${words}”`],
  [/^Only one begins with “(.*)”$/, ([word]) => `仅一方以“${word}”开头`],
  [
    /^Only one says the number (.+); the subtitle is the same$/,
    ([n]) => `仅一方带编号 ${n}，副标题相同`,
  ],
  [/^Only one is called the first part$/, () => '仅一方注明是第一部'],
  [/^Numbered (.+) and (.+)$/, ([one, other]) => `编号分别为 ${one} 与 ${other}`],
  [/^Numbered (.+)$/, ([n]) => `编号 ${n}`],
  [/^An article can make another film of a title$/, () => '一个冠词之差可能是另一部影片'],
  [/^One title says more than the other$/, () => '一方片名更长'],
  [/^One is a cut of its own$/, () => '其中一个是特别剪辑版'],
  [/^One is a stage performance on the screen$/, () => '其中一个是舞台演出放映'],
  [/^One is shown under “(.*)”$/, ([series]) => `其中一个在“${series}”名下放映`],
  [/^The Chinese title sounds as the other is written$/, () => '中文片名读音与另一方写法一致'],
  [/^Their Chinese titles have nothing in common$/, () => '中文片名没有共同之处'],
  [/^Their titles in the other language are the same too$/, () => '另一语言的片名也相同'],
  [/^Both run (\d+) minutes$/, ([minutes]) => `片长均为 ${minutes} 分钟`],
  [/^They run (\d+) and (\d+) minutes$/, ([one, other]) => `片长分别为 ${one} 与 ${other} 分钟`],
  [/^Both from (.+)$/, ([name]) => `同由 ${name} 发行`],
  [/^Both of (.+)$/, ([year]) => `同为 ${year}`],
  [/^Of (\d+) and (\d+)$/, ([one, other]) => `分别为 ${one} 与 ${other} 年`],
  [/^Opened on the same day$/, () => '同日上映'],
  [/^Opened (.+) apart$/, ([span]) => `上映相隔 ${spanText(span)}`],
  [/^Opened (.+) before the first showing here$/, ([span]) => `上映 ${spanText(span)}后在此首映`],
  [/^Shown in the same weeks$/, () => '在同几周放映'],
  [/^Shown from the day on which the other opened$/, () => '从另一方上映当日起放映'],
  [/^Shown (.+) apart$/, ([span]) => `放映相隔 ${spanText(span)}`],
  [
    /^Shown (.+) before the other opened, as previews are$/,
    ([s]) => `早于上映 ${spanText(s)}，如同点映`,
  ],
  [
    /^Shown (.+) before the other opened, which is a re-release$/,
    ([s]) => `早于另一方上映 ${spanText(s)}，另一方为重映`,
  ],
  [/^Shown (.+) before the other opened$/, ([span]) => `早于另一方上映 ${spanText(span)}`],
  [/^Same address$/, () => '地址相同'],
  [/^Addresses much alike$/, () => '地址相近'],
  [/^Addresses with little in common$/, () => '地址不同'],
  [/^Same chain$/, () => '同一院线'],
  [/^Different chains$/, () => '院线不同'],
  [/^Both in (.+)$/, ([city]) => `都在${city}`],
  [/^In (.+) and (.+)$/, ([one, other]) => `分别在${one}与${other}`],
  [/^The city stands in the name$/, () => '名称中含城市'],
  [/^In different time zones$/, () => '时区不同'],
  [/^They sell in different currencies$/, () => '售票币种不同'],
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
