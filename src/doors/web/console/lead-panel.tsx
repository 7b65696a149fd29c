import { LeadFigure } from './lead-figure.tsx'
import { PaceChartView } from './pace-chart.tsx'
import type { PageSearch, SearchChange } from './scope.ts'
import { Strip } from './strip.tsx'
import { usePace } from './use-pace.ts'
import type { Today } from './use-today.ts'

type LeadPanelProps = {
  readonly today: Today
  readonly search: PageSearch
  readonly change: (changed: SearchChange) => void
}

/** The figure that leads, its pace, and the strip of figures below. */
export function LeadPanel({ today, search, change }: LeadPanelProps) {
  const pace = usePace(today)
  return (
    <section className="panel lead">
      <LeadFigure today={today} search={search} change={change} />
      <PaceChartView today={today} pace={pace} />
      <Strip today={today} />
    </section>
  )
}
