/** Names and explanations of checks in Chinese; the server says them in English. */
export const CHECKS_ZH: Readonly<Record<string, { readonly name: string; readonly why: string }>> =
  {
    feed_late: {
      name: '影院无数据',
      why: '实时上报的影院在通常售票的时段内 15 分钟（警告）或 2 小时（错误）没有任何数据，以最近四周为准。合计不含其最新销售。请联系影院；恢复后会自动补上。',
    },
    files_late: {
      name: '文件逾期',
      why: '定期发来文件的来源，已超过通常间隔的三倍没有新文件。请催要，或检查监控文件夹是否还能收到。',
    },
    import_failed: {
      name: '导入失败',
      why: '文件没有读完；之前读到的行有效。打开导入查看原因；同一文件重新导入成功后，此项自动消失。',
    },
    quarantined_share: {
      name: '大量行被隔离',
      why: '文件中超过 1% 的行在隔离区，不计入任何数字。往往一条规则就能全部处理：打开导入进行更正。',
    },
    quarantine_waiting: {
      name: '有行在隔离区',
      why: '文件中有少量行在隔离区，更正或搁置之前不计入任何数字。打开导入处理。',
    },
    taken_back: {
      name: '导入撤回了大部分数字',
      why: '完整文件中缺少此前一半以上的内容，因此被撤回。文件可能不完整，或属于另一家影院。请查看变更，并导入正确的文件。',
    },
    withdrawal_waits: {
      name: '撤回等待隔离区处理',
      why: '只有当文件没有行在隔离区时，才会撤回其中不再出现的内容，因为看似缺少的可能正是这些行。请先处理。',
    },
    sold_over_capacity: {
      name: '售票超过座位数',
      why: '一场的票数多于影厅座位：依据座位图、影院唯一的影厅，或排片文件所写的座位数。通常是文件重复计入，或影厅有误。影院有多个影厅而文件未写明时无法比较，检查会说明。',
    },
    negative_total: {
      name: '合计为负',
      why: '一场、一部影片的一天或整天退票多于售票，或上报的数字为负。退票对应的销售缺失，或导入到了其他影片或场次名下：请导入这些销售。',
    },
    site_gap: {
      name: '影院有缺数据的日期',
      why: '按该影院自身的营业星期，本应放映却没有任何票的日期，且前后均有数据。固定休息的星期不算。若当天停业，请接受；否则请导入缺失的文件。',
    },
    missing_days: {
      name: '来源缺少日期',
      why: '上报来源对某些日期完全没有数字，而前后及同一星期通常都有。请向来源索取。',
    },
    screenings_overlap: {
      name: '场次重叠',
      why: '同一影厅的两场，后一场在前一场结束前开始：以片长为准，片长未知时以半小时计。文件未写影厅而影院只有一块银幕时，同一时刻的两个活动值得查看。',
    },
    falling_total: {
      name: '累计数下降',
      why: '累计数低于上一次上报的累计数：来源作了更正，或把两部影片混为一部。累计与逐日之和是否一致，见“对账”。',
    },
    absurd_dates: {
      name: '不可能的日期',
      why: '日期距其来源与影院的绝大多数数字一年以上，或在两年之后：年份输错，或售票机时钟被重置。年份如 0216 的行在隔离区，也计入此项。请在导入中更正。',
    },
    sold_after_end: {
      name: '散场后售票',
      why: '售票时间晚于散场一小时以上：以片长为准，片长未知时以开场后四个半小时计。售票机时钟有误，或时区读错。',
    },
    sold_in_future: {
      name: '未来时间的售票',
      why: '售票时间比本服务器时钟快两分钟以上。售票机时钟偏快，或时区读错。',
    },
    clock_shifted: {
      name: '售票机时钟偏差数小时',
      why: '某一周的售票时段与之前八周相同，但整体移动了整数小时：时钟设错，或漏了时制变更。',
    },
    doubled_rows: {
      name: '同一天在文件中出现两次',
      why: '没有主键的文件，相同的行按出现次数计数。此处一天的每一行都出现偶数次，且至少有十六种不同的行：很可能是导出时重复追加。请导入每行只出现一次的文件。',
    },
    same_figures_twice: {
      name: '两个来源同一天',
      why: '一家影院的两个来源在同一天至少 95% 的场次开场时间、票数与票房相同。这一天很可能重复计入：请撤回其中之一。',
    },
    same_file_again: {
      name: '同一文件换名导入',
      why: '内容完全相同的文件以另一名称再次导入。在同一处不会改变任何数字；若在两家影院或作为两个来源都计入，则很可能有一处是错的。',
    },
    price_outlier: {
      name: '票价远高于同类',
      why: '票价超过同一影院同一票种中位数的十倍：丢了小数点、单位弄错，或团体票当作一张。请查看文件中的该行。',
    },
    batches_aside: {
      name: '数据被搁置',
      why: '仓库因内容拒收的批次。已妥善保存，但不计入任何数字。解决原因后运行：fullhouse doctor --retry。',
    },
    aggregates_differ: {
      name: '汇总与明细不符',
      why: '为快速回答，仓库在明细之外保存汇总；这些天两者不一致，是程序的错误。请报告；明细没有丢失。',
    },
  }

/** The sentences of findings, by check and sentence; {name} stands for a figure. */
export const FINDINGS_ZH: Readonly<Record<string, string>> = {
  feed_late: '{cinema} 自 {since} 起没有数据，合计不含其最新销售。请联系影院。',
  files_late: '“{source}”最近一次来自 {day}，通常每 {days} 天一次。请催要。',
  import_failed: '{file} 读取 {read} 行后失败：{why}',
  quarantined_share:
    '{file} 的 {read} 行中有 {waiting} 行在隔离区（{share}），未计入任何数字。请在导入中更正。',
  quarantine_waiting: '{file} 有 {waiting} 行在隔离区。请在导入中更正。',
  taken_back:
    '{file} 撤回了原有 {stood} 个数字中的 {withdrawn} 个（{share}）。请确认文件完整且属于该影院。',
  withdrawal_waits: '{file} 的内容可能少于原有，但须先处理隔离区的 {waiting} 行，才会撤回。',
  sold_over_capacity:
    '{cinema}《{film}》{starts} 售出 {sold} 张，只有 {seats} 个座位，多出 {over} 张，约 {stake}。请查看文件是否重复计入，或影厅有误。',
  'negative_total.day': '{cinema} {day} 整天合计为 {total}：退票多于售票。请导入退票对应的销售。',
  'negative_total.film':
    '{cinema}《{film}》{day} 合计为 {total}：退票多于售票。请导入退票对应的销售。',
  'negative_total.screening':
    '{cinema}《{film}》{starts} 合计 {tickets} 张、{total}：退票多于售票。请导入退票对应的销售。',
  'negative_total.reported':
    '“{source}”有 {count} 个数字为负，最低的是《{film}》{day} 的 {lowest}。请询问来源并导入更正。',
  site_gap:
    '{cinema} 有 {days} 天本应放映却没有票（{firstDay} 至 {lastDay}）。请导入缺失的文件；若停业，请接受。',
  missing_days: '“{source}”{place} 缺少 {days} 天（{firstDay} 至 {lastDay}）。请索取并导入。',
  'screenings_overlap.room':
    '{cinema}《{film}》{starts} 开场时，《{other}》（{otherStarts}）还占用同一影厅，当天共 {count} 处。请更正时间或影厅。',
  'screenings_overlap.moment':
    '{cinema} 只有一块银幕，但 {starts} 有 {count} 个活动：{films}。若是同一场节目，请接受；否则请更正文件中的时间。',
  falling_total:
    '“{source}”：{films} 部影片的累计数下降 {count} 次，最大的是《{film}》{day}（减少 {fell}）。请在“对账”中与逐日之和比较。',
  'absurd_dates.outside':
    '“{source}”{cinema} 有 {count} 行日期为 {firstDay} 至 {lastDay}，而其数字在 {from} 至 {to}。请更正年份后重新导入。',
  'absurd_dates.quarantined':
    '{file} 有 {count} 行的年份不可能（第 {line} 行起）。请在导入中更正。',
  'sold_after_end.after_end':
    '{cinema} 有 {tickets} 张票（{firstDay} 至 {lastDay}）在散场后售出。请校准时钟或更正时区。',
  'sold_in_future.future':
    '{cinema} 有 {tickets} 张票（{firstDay} 至 {lastDay}）的售票时间在未来。请校准时钟或更正时区。',
  'clock_shifted.later':
    '{cinema} 在 {week} 这一周的售票比之前晚 {hours} 小时。请检查时钟或文件的时区。',
  'clock_shifted.earlier':
    '{cinema} 在 {week} 这一周的售票比之前早 {hours} 小时。请检查时钟或文件的时区。',
  doubled_rows:
    '{cinema}“{source}”有 {days} 天（{firstDay} 至 {lastDay}）的 {count} 种行全部出现两次，若有误则多计 {stake}。',
  same_figures_twice:
    '“{source}”与“{other}”对 {cinema} 的 {days} 天（{firstDay} 至 {lastDay}）数字相同，{stake} 很可能重复计入。请撤回其中之一。',
  'same_file_again.counted':
    '{file} 的内容计入了两次：{place} 与 {other}（{count} 行）。请撤回错误的一处。',
  'same_file_again.named': '{other} 与 {file} 是同一文件，没有改变任何数字。请给出正确的文件。',
  price_outlier:
    '{cinema} 有 {count} 笔“{type}”超过通常票价 {median} 的十倍，最高每张 {dearest}。请检查小数点。',
  batches_aside:
    '{count} 批销售被搁置，不计入任何数字，首批原因：{why} 解决后运行 fullhouse doctor --retry。',
  aggregates_differ: '{aggregate} 有 {days} 天（{firstDay} 至 {lastDay}）与明细不符。请报告。',
}

export const NOTES_ZH: Readonly<Record<string, string>> = {
  broken: '“{check}”无法检查：{why}',
  noRoom: '{cinema} 的 {count} 场无法与座位数比较：没有已知的影厅。',
  roomKinds: '“{source}”的 {count} 场无法相互比较：它写的是影厅类型，而不是影厅。',
  roomUnnamed: '{cinema} 的 {count} 场无法与座位数比较：文件没有写明影厅。',
}
