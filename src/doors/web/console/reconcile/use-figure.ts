import type { ReconcileFigure } from '#collate/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { useText } from '../texts/text.tsx'

/** Writes amounts and counts in full: a statement never abbreviates. */
export function useFigure() {
  const { numbers } = useText()
  const exact = (figure: ReconcileFigure | undefined) => {
    if (figure === undefined) return UNKNOWN
    return typeof figure === 'number' ? numbers.countExact(figure) : numbers.moneyExact(figure)
  }
  return {
    exact,
    /** With its sign, whichever way it goes. */
    signed: (figure: ReconcileFigure | undefined) => {
      const isPositive = figure !== undefined && valueOfFigure(figure) > 0n
      return isPositive ? `+${exact(figure)}` : exact(figure)
    },
  }
}

export function valueOfFigure(figure: ReconcileFigure): bigint {
  return typeof figure === 'number' ? BigInt(figure) : BigInt(figure.minor)
}
