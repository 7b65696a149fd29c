import type { Choice, ColumnRule, Question } from '#collate/pure'
import { TABLE_SHAPES } from '#collate/pure'
import { territoryName } from '../imports/whose.ts'
import { fieldText, optionsText, tableText } from '../texts/fields.ts'
import { readsText } from '../texts/reads.ts'
import { useText } from '../texts/text.tsx'
import type { DraftColumn } from './draft.ts'

/**
 * Questions and answers in the reader's language. The server asks in English; in Chinese the question is
 * put by what it is about, and an answer is said by what it would put into the mapping.
 */
export function useChoiceText() {
  const texts = useText()
  const { t, lang } = texts
  const isZh = lang === 'zh'
  return {
    ask({ ask, about, choices }: Question, column?: DraftColumn): string {
      if (!isZh) return ask
      if (about !== 'column') return t(`ask_${about}`)
      const fields = new Set(choices.flatMap(({ rule }) => (rule ? [rule.field] : [])))
      const [only] = fields
      if (fields.size === 1 && only) return t('askHow', { field: fieldText(only, lang) })
      return t('askWhat', { column: column?.column ?? '' })
    },
    choice(choice: Choice): { readonly say: string; readonly shows?: string } {
      const { say, shows, rule, value, constant } = choice
      const shown = shows === undefined ? {} : { shows }
      if (!isZh) return { say: placeText(say), ...shown }
      if (rule) {
        const how = optionsText(rule.field, rule, texts)
        return { say: `${fieldText(rule.field, lang)}（${how}）`, ...shown }
      }
      if (constant) return { say: valueText(constant.value) }
      return { say: value === undefined ? t('leaveOutChoice') : valueText(value), ...shown }
    },
  }

  /** A country by its name; anything else as it stands. */
  function placeText(value: string): string {
    return /^([A-Z]{2}|001)$/.test(value) ? territoryName(value, lang) : value
  }

  function valueText(value: string): string {
    if (value === 'cinema') return t('oneCinemas')
    if (isTable(value)) return tableText(value, lang)
    return isPeriod(value) ? t(`rowCovers_${value}`) : placeText(value)
  }
}

/** How a column is read: as the proposal says it, or, once somebody chose, by what was chosen. */
export function useReadText() {
  const texts = useText()
  return ({ rule, reads, byHand }: DraftColumn): string => {
    if (!byHand && texts.lang === 'en') return reads
    if (rule && hasOptions(rule)) return optionsText(rule.field, rule, texts)
    return byHand ? (rule ? optionsText(rule.field, rule, texts) : '') : readsText(reads)
  }
}

function hasOptions({ column: _, field: __, ...options }: ColumnRule): boolean {
  return Object.keys(options).length > 0
}

function isTable(value: string): value is keyof typeof TABLE_SHAPES {
  return value in TABLE_SHAPES
}

const PERIODS = ['day', 'weekend', 'week', 'year', 'to_date', 'undated'] as const

function isPeriod(value: string): value is (typeof PERIODS)[number] {
  return PERIODS.some((one) => one === value)
}
