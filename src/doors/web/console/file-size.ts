import type { Lang } from './texts/numbers.ts'
import { LOCALES } from './texts/numbers.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** "38 kB": thousands, one decimal from a megabyte on. */
export function fileSize(bytes: number, lang: Lang): string {
  const place = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const unit = UNITS[place] ?? 'byte'
  const digits = place > 1 ? 1 : 0
  return new Intl.NumberFormat(LOCALES[lang], {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(bytes / 1000 ** place)
}
