import type { Unit } from './mapping.ts'

/** What people write for a unit, in a mapping and in headers. */
const NAMES: Readonly<Record<Unit, readonly string[]>> = {
  minor: ['minor', 'cents', 'cent', 'pence', 'fen', '分'],
  one: ['one', 'yuan', '元', '人民币元', '人', '人次', '张'],
  thousand: ['thousand', 'thousands', 'k', 'tsd', '千', '千元', '000', '000s'],
  ten_thousand: ['ten_thousand', 'wan', '万', '萬', '万元', '萬元', '万人', '万人次', '만'],
  million: ['million', 'millions', 'm', 'mn', 'mio', '百万', '百萬', '백만'],
  hundred_million: ['hundred_million', 'yi', '亿', '億', '亿元', '億元', '억'],
}

const BY_NAME = new Map(
  // Object.entries gives strings; these are the keys of the table above.
  Object.entries(NAMES).flatMap(([unit, names]) => names.map((name) => [name, unit as Unit])),
)

export const UNIT_CHOICES = [...BY_NAME.keys()]

export function unitNamed(name: string): Unit | undefined {
  return BY_NAME.get(name.trim().toLowerCase())
}

/** How many zeros the unit adds to a figure; of `minor` the currency's own digits are taken off. */
export const UNIT_ZEROS: Readonly<Record<Exclude<Unit, 'minor'>, number>> = {
  one: 0,
  thousand: 3,
  ten_thousand: 4,
  million: 6,
  hundred_million: 8,
}

/** For people, beside an amount. */
export const UNIT_LABELS: Readonly<Record<Unit, string>> = {
  minor: 'smallest unit of the currency',
  one: 'whole units',
  thousand: 'thousands',
  ten_thousand: '万 (ten thousands)',
  million: 'millions',
  hundred_million: '亿 (hundred millions)',
}
