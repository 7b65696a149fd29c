import type { CustomSeriesOption } from 'echarts'
import { FONT } from './axis.ts'
import type { Palette } from './palette.ts'

/** Figures in a column of their own at the right edge, so that they can be compared. */
export function figureColumn(
  figures: readonly { readonly text: string; readonly strong: boolean }[],
  palette: Palette,
  inset = 2,
): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    clip: false,
    tooltip: { show: false },
    data: figures.map((_, index) => [0, index]),
    renderItem: (params, api) => {
      const figure = figures[params.dataIndex]
      const [, y = 0] = api.coord([0, params.dataIndex])
      const style = {
        text: figure?.text ?? '',
        x: api.getWidth() - inset,
        y,
        align: 'right' as const,
        verticalAlign: 'middle' as const,
        fill: palette.ink,
        font: `${figure?.strong ? 600 : 500} 12px ${FONT}`,
      }
      return { type: 'text', style }
    },
  }
}
