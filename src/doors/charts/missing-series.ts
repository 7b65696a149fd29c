import type { CustomSeriesOption } from 'echarts'
import type { ChartInput } from './answer-chart.ts'
import type { ChartAxis } from './chart-axis.ts'
import { stripes } from './hatch-series.ts'

/** Hatches the time that is running while some cinemas have not said what they sold in it. */
export function missingSeries(
  { answer, palette }: ChartInput,
  axis: ChartAxis,
): CustomSeriesOption {
  const { stale, silent } = answer.sites
  const place = axis.open.findIndex((open, at) => open && !axis.ahead[at])
  const isMissing = stale.length + silent.length > 0 && place !== -1
  return {
    type: 'custom',
    silent: true,
    z: 1,
    tooltip: { show: false },
    data: isMissing ? [[place, 0]] : [],
    renderItem: (params, api) => {
      const { coordSys } = params
      if (!('y' in coordSys) || !('height' in coordSys)) return null
      const [x = 0] = api.coord([api.value(0), 0])
      const size = api.size?.([1, 0])
      const width = Array.isArray(size) ? (size[0] ?? 0) : (size ?? 0)
      const box = {
        x: x - width / 2,
        y: Number(coordSys.y),
        width,
        height: Number(coordSys.height),
      }
      return { type: 'group', children: stripes(box, palette.lineStrong) }
    },
  }
}
