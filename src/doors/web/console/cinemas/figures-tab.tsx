import type { Days } from '../parts/span.ts'
import { AlikePanel } from './alike-panel.tsx'
import type { TabProps } from './cinema-page.tsx'
import { HeatPanels } from './heat-panels.tsx'
import { RoomsPanel } from './rooms-panel.tsx'
import { TrendPanel } from './trend-panel.tsx'
import type { AlikeCinemas } from './use-alike.ts'

export type FiguresTabProps = TabProps & {
  readonly days: Days
  readonly alike: AlikeCinemas
}

/** How a cinema does over some days: in time, by room and hour, against those like it. */
export function FiguresTab(props: FiguresTabProps) {
  return (
    <>
      <TrendPanel {...props} />
      <HeatPanels {...props} />
      <div className="halves">
        <RoomsPanel {...props} />
        <AlikePanel {...props} />
      </div>
    </>
  )
}
