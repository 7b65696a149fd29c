type HeatScaleProps = {
  readonly colours: readonly string[]
  /** Where the second to the last step begin. */
  readonly labels: readonly string[]
}

/** The steps of a heat map with their thresholds under them. */
export function HeatScale({ colours, labels }: HeatScaleProps) {
  return (
    <div className="heat-scale" aria-hidden>
      {colours.map((colour, step) => (
        <span key={colour}>
          <i style={{ background: colour }} />
          {step === 0 ? '0' : labels.length === colours.length - 1 ? labels[step - 1] : ''}
        </span>
      ))}
    </div>
  )
}
