export type { Lang, Numbers } from '../../shared/numbers.ts'
export { LOCALES, numbersOf, symbolOf, UNKNOWN } from '../../shared/numbers.ts'
