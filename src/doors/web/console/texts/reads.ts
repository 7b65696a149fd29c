type Write = (parts: readonly string[]) => string

/** What a proposal says of a column, put into Chinese; what nobody put stays as it was said. */
const ZH: readonly (readonly [RegExp, Write])[] = [
  [/^Blank in the first rows$/, () => '前几行为空'],
  [/^(\d+) [a-z ]+$/, ([count]) => `${count} 个不同的值`],
  [/^Always (\S+)$/, ([value]) => `都是 ${value}`],
  [/^(\S+) to (\S+); negative is a refund$/, ([low, high]) => `${low} 至 ${high}，负数为退票`],
  [/^(\S+) to (\S+)(?:;.*)?$/, ([low, high]) => `${low} 至 ${high}`],
  [/^Read as ([^;]+); read in one way only$/, ([shown]) => `读作 ${shown}，没有歧义`],
  [/^Read as ([^;]+)/, ([shown]) => `读作 ${shown}`],
  [/^Names of staff stay in the file$/, () => '员工姓名留在文件里'],
  [/^What is known of customers stays in the file$/, () => '顾客信息留在文件里'],
  [/^(Ranks|Shares|Changes|Averages) follow from the figures$/, () => '可由数据推算'],
  [/^The weekday follows from the date$/, () => '星期可由日期推算'],
  [/^Follows from the dates$/, () => '可由日期推算'],
  [/^(Links|Notes) stay in the file$/, () => '留在文件里'],
  [/^A number of the program that wrote it$/, () => '导出程序自己的编号'],
  [/^The circuit is known from the cinema$/, () => '院线可由影院得知'],
  [/^(Not asked for|Nothing here asks for it)/, () => '这里用不到'],
]

export function readsText(reads: string): string {
  for (const [pattern, write] of ZH) {
    const found = pattern.exec(reads)
    if (found) return write(found.slice(1))
  }
  return reads
}
