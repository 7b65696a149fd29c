export type { Lang, MoneyParts, Numbers } from '../../shared/numbers.ts'
export { LOCALES, numbersOf, symbolOf, UNKNOWN } from '../../shared/numbers.ts'
