import type { CauseId, RestatementCause } from '#collate/pure'

/** Why two figures may differ, in Simplified Chinese. */
export const ZH_CAUSES: Readonly<Record<CauseId, string>> = {
  before_first_total: '首个已知累计（{day}）比截至当日的各日合计多 {amount}。',
  complimentary: '{here}有赠票 {count} 张，{there}恰好少这么多。',
  concessions: '这些日子的卖品收入为 {amount}，恰为差额。',
  definition_not_seen:
    '{here}自称统计“{definition}”，但两侧共有的 {of} 行中有 {rows} 行与{there}分毫不差，未见其所称的其他收入。',
  doubled: '{there}恰为{here}的 {times} 倍。',
  fees: '{here}另有服务费 {amount} 未计入票房，计入后两侧一致。',
  free_only: '{here}全部为免费票（{count} 张），没有收入，{there}无可列出。',
  free_valued: '{here}有 {count} 张“{name}”免费票，若按本片实际票价每张 {each} 计，恰为差额。',
  free_valued_alike:
    '{here}有 {count} 张“{name}”免费票，若按每张 {each} 计，恰为差额；共 {rows} 行如此。',
  line_twice: '{here}中 {amount} 的一行出现 {times} 次，差额为其 {count} 倍。',
  makes_up: '仅见于{here}的“{other}”为 {amount}，恰为差额。',
  missing_day: '{here}在 {day} 有 {amount}，恰为{there}所缺。',
  missing_from: '{here}自 {day} 起有 {amount}，恰为{there}所缺。',
  missing_pair:
    '{here}两场合计 {amount}：{first}（{firstAmount}）与 {second}（{secondAmount}）。凑成差额的两场组合共 {ways} 种。',
  missing_screening: '{here} {moment} 一场为 {amount}，恰为{there}所缺。',
  missing_type: '{here}“{name}”票合计 {amount}，恰为{there}所缺。',
  missing_until: '{here}截至 {day} 有 {amount}，恰为{there}所缺。',
  name_blank: '片名仅空格不同：左侧“{left}”，右侧“{right}”。',
  name_case: '片名仅大小写不同：左侧“{left}”，右侧“{right}”。',
  name_matched: '左侧名为“{left}”，右侧名为“{right}”，已匹配为同一影片。',
  near_name: '{there}有“{other}”（{amount}），仅见于该侧，可能是同一影片。',
  near_prefix: '{there}有“{other}”（{amount}），仅见于该侧；仅前缀不同，可能是系列名。',
  near_suffix: '{there}有“{other}”（{amount}），仅见于该侧；仅后缀不同。',
  other_cinemas: '{here}还包括{there}未提及的影院：{count} 家。',
  other_places: '{here}为 {territory} 全境，{there}为单个影院（{count} 家）。',
  outside_days: '{there}仅有 {firstDay} 至 {lastDay}；此外的日子{here}有 {amount}。',
  outside_periods: '{here}有 {amount} 落在{there}的任何周期之外，未列入对照。',
  ratio: '{of} 行差异中有 {rows} 行成同一倍数：右侧为左侧的 {ratio} 倍。',
  ratio_tax:
    '{of} 行差异中有 {rows} 行成同一倍数：右侧为左侧的 {ratio} 倍。可能一侧不含 {percent}% 的税，或为另一货币。',
  ratio_unit:
    '{of} 行差异中有 {rows} 行成同一倍数：右侧为左侧的 {ratio} 倍。可能一侧以 {unit} 为单位。',
  refunds: '{here}已扣除退款 {amount}，加回后两侧一致。',
  repeats: '{amount} 也是{here}“{other}”的数字，可能抄串了行。',
  restated: '其中 {amount} 来自后来修订的累计。',
  rounded: '{here}的金额以 {step} 为单位取整，差额不足一个单位。',
  several_films: '{here}有 {count} 部同名影片：{list}。',
  tax: '{here}票房含税 {amount}，扣除后两侧一致。',
}

/** Why a total to date is not the one before it and the days since. */
export const ZH_RESTATEMENTS: Readonly<Record<RestatementCause, string>> = {
  days_missing: '其间有 {days} 天没有数据，差额可能来自这些天。',
  day_left_out: '累计未计入当日。',
  day_twice: '累计把当日计了两次。',
  earlier_day_taken_back: '恰为 {day} 的数字，已从累计中去除。',
  earlier_day_again: '恰为 {day} 的数字，又计了一次。',
  put_right: '抵消了 {day} 的修订。',
  unknown: '累计有修订，文件未说明是哪一天。',
}
