import type { EChartsOption } from 'echarts'
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  GridComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartSpot } from '#charts'

use([
  BarChart,
  CustomChart,
  GridComponent,
  LabelLayout,
  LineChart,
  MarkLineComponent,
  MarkPointComponent,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
])

/** A place in a drawing, in pixels from its top left. */
export type Pixel = { readonly x: number; readonly y: number }

export type DrawnChart = {
  readonly show: (option: EChartsOption) => void
  /** Frames a mark and opens its tip; undefined takes both away. */
  readonly point: (spot: ChartSpot | undefined, withTip: boolean) => void
  readonly pixelOf: (spot: ChartSpot) => Pixel | undefined
  /** Whether a place is within the axes. */
  readonly holds: (pixel: Pixel) => boolean
  readonly dispose: () => void
}

type Heard = {
  /** The place in the data of a mark that was clicked. */
  readonly picked?: (index: number) => void
  /** Anywhere in the drawing. */
  readonly clicked?: (pixel: Pixel) => void
}

/** Draws into an element and follows its size. */
export function drawChart(place: HTMLElement, heard: Heard): DrawnChart {
  const chart = init(place, null, { renderer: 'svg' })
  chart.on('click', ({ dataIndex }) => heard.picked?.(dataIndex))
  chart.getZr().on('click', ({ offsetX, offsetY }) => heard.clicked?.({ x: offsetX, y: offsetY }))
  const sizes = new ResizeObserver(() => chart.resize())
  sizes.observe(place)
  let pointed: ChartSpot | undefined
  return {
    // Series come and go with comparisons: what is not in the new option must vanish.
    show: (option) => chart.setOption(option, { replaceMerge: ['series'] }),
    point(spot, withTip) {
      if (pointed) chart.dispatchAction({ type: 'downplay', ...targetOf(pointed) })
      pointed = spot
      if (!spot) return chart.dispatchAction({ type: 'hideTip' })
      chart.dispatchAction({ type: 'highlight', ...targetOf(spot) })
      if (withTip) chart.dispatchAction({ type: 'showTip', ...targetOf(spot) })
    },
    pixelOf({ series, at }) {
      const [x, y] = chart.convertToPixel({ seriesIndex: series }, [...at]) ?? []
      return x === undefined || y === undefined ? undefined : { x, y }
    },
    holds: ({ x, y }) => chart.containPixel('grid', [x, y]),
    dispose() {
      sizes.disconnect()
      chart.dispose()
    },
  }
}

function targetOf({ series, index }: ChartSpot) {
  return { seriesIndex: series, dataIndex: index }
}
