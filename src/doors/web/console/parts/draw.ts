import type { EChartsOption } from 'echarts'
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts'
import {
  GridComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

use([
  BarChart,
  GridComponent,
  HeatmapChart,
  LabelLayout,
  LineChart,
  MarkLineComponent,
  MarkPointComponent,
  SVGRenderer,
  TooltipComponent,
])

export type DrawnChart = {
  readonly show: (option: EChartsOption) => void
  readonly dispose: () => void
}

/** Draws into an element and follows its size. `picked`: the place in the data that was clicked. */
export function drawChart(place: HTMLElement, picked: (index: number) => void): DrawnChart {
  const chart = init(place, null, { renderer: 'svg' })
  chart.on('click', ({ dataIndex }) => picked(dataIndex))
  const sizes = new ResizeObserver(() => chart.resize())
  sizes.observe(place)
  return {
    // Series come and go with comparisons: what is not in the new option must vanish.
    show: (option) => chart.setOption(option, { replaceMerge: ['series'] }),
    dispose() {
      sizes.disconnect()
      chart.dispose()
    },
  }
}
