type RollingFigureProps = {
  readonly whole: string
  readonly cents: string
}

const DIGITS = '0123456789'

/**
 * A figure whose changed digits roll. Readers and copies get the plain text; the rolling digits are
 * for the eye only. Places are counted from the right, so that a digit keeps its place as it grows.
 */
export function RollingFigure({ whole, cents }: RollingFigureProps) {
  return (
    <>
      <span className="hidden-text">{whole + cents}</span>
      <span className="rolling" aria-hidden>
        <Places text={whole} />
        {cents !== '' && (
          <span className="rolling-cents">
            <Places text={cents} />
          </span>
        )}
      </span>
    </>
  )
}

function Places({ text }: { readonly text: string }) {
  const signs = [...text]
  return signs.map((sign, index) => {
    const place = signs.length - index
    const digit = DIGITS.indexOf(sign)
    if (digit < 0) return <span key={`sign-${place}`}>{sign}</span>
    return (
      <span key={`digit-${place}`} className="rolling-digit">
        <span className="rolling-size">{sign}</span>
        <span className="rolling-strip" style={{ transform: `translateY(${-digit * 10}%)` }}>
          {DIGITS.split('').map((each) => (
            <span key={each}>{each}</span>
          ))}
        </span>
      </span>
    )
  })
}
