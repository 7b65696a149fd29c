import type { ChartScale, LegendEntry } from '#charts'

const DASHES: Readonly<Partial<Record<LegendEntry['mark'], string>>> = {
  dash: '6 4',
  dot: '1.5 4',
  longDash: '12 4 1.5 4',
}

/** What lines, blocks and ticks stand for. Their names also stand at line ends. */
export function ChartLegend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return entries.map((entry) => (
    <span key={entry.name} className="legend">
      <LegendMark entry={entry} />
      {entry.name}
    </span>
  ))
}

function LegendMark({ entry: { mark, colour } }: { readonly entry: LegendEntry }) {
  if (mark === 'word') return null
  if (mark === 'block') return <i className="legend-block" style={{ background: colour }} />
  if (mark === 'hatch') return <i className="legend-block legend-hatch" />
  if (mark === 'ring') return <i className="legend-ring" style={{ borderColor: colour }} />
  if (mark === 'tick') {
    return (
      <svg width="8" height="14" aria-hidden>
        <path d="M4 0v14" style={{ stroke: colour, strokeWidth: 2 }} />
      </svg>
    )
  }
  const width = mark === 'line' ? 2.5 : 1.5
  return (
    <svg width="20" height="4" aria-hidden>
      <path
        d="M0 2h20"
        style={{ stroke: colour, strokeWidth: width }}
        strokeDasharray={DASHES[mark]}
      />
    </svg>
  )
}

/** The steps of a heat map, each threshold under the edge at which its step begins. */
export function ChartScaleView({ scale }: { readonly scale: ChartScale }) {
  return (
    <div className="chart-scale" aria-hidden>
      {scale.colours.map((colour, step) => (
        <span key={colour}>
          <i style={{ background: colour }} />
          <b>{scale.labels[step]}</b>
        </span>
      ))}
    </div>
  )
}
