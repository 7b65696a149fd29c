import type { PlanProblem, PlanRefusal } from '#venues/pure'
import type { Lang } from '../../shared/numbers.ts'

/** Why a plan cannot be so, where the reader does not read the English sentence. */
const ZH: Readonly<Record<PlanRefusal, string>> = {
  area_unknown: '所在区域不存在。',
  companion_alone: '陪同座旁边没有轮椅位。',
  love_seat_unpaired: '情侣座缺了一半。',
  place_outside: '座位超出了图的范围。',
  places_overlap: '两个座位重叠。',
  plan_empty: '还没有座位，请先画一排。',
  plan_malformed: '名称或编号不可用。',
  plan_too_large: '座位太多，最多 2,000 个。',
  seat_twice: '有两个座位同排同号。',
}

export function planProblemText({ refusal, say, seat }: PlanProblem, lang: Lang): string {
  if (lang !== 'zh') return say
  return seat === undefined ? ZH[refusal] : `${seat}：${ZH[refusal]}`
}
