import type { Lang } from '../shared/numbers.ts'
import { LOCALES } from '../shared/numbers.ts'

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** "38 kB", "0.2 kB", "4.1 MB": thousands. */
export function fileSize(bytes: number, lang: Lang): string {
  const place = Math.min(
    UNITS.length - 1,
    Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3) - 1),
  )
  const unit = UNITS[place] ?? 'kilobyte'
  const size = bytes / 1000 ** (place + 1)
  return new Intl.NumberFormat(LOCALES[lang], {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: size < 10 ? 1 : 0,
  }).format(size)
}
