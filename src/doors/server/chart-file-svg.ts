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
import { CHART_FONT, escapeHtml } from '#charts'
import type { ChartSheet, FilePiece, PlacedPane } from './chart-file-layout.ts'

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

/** A sheet as one SVG: needs no browser; fonts are named and taken from where it is shown. */
export function sheetSvg({ width, height, ground, pieces, panes }: ChartSheet): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
    ` viewBox="0 0 ${width} ${height}"`,
    ` font-family="${escapeHtml(CHART_FONT)}" style="font-feature-settings:'tnum','lnum'">`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...pieces.map(pieceSvg),
    ...panes.map(paneSvg),
    '</svg>',
  ].join('')
}

function pieceSvg(piece: FilePiece): string {
  if (piece.kind === 'box') {
    const { x, y, width, height, colour } = piece
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`
  }
  if (piece.kind === 'line') {
    const { x1, y1, x2, y2, colour, width, dash } = piece
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : ''
    return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour}" stroke-width="${width}"${dashes}/>`
  }
  const { x, y, text, size, weight, colour, align } = piece
  const anchor = align === 'center' ? ' text-anchor="middle"' : ''
  return (
    `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}"${anchor}>` +
    `${escapeHtml(text)}</text>`
  )
}

function paneSvg({ pane, x, y, width, height }: PlacedPane): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(pane.option)
    return chart.renderToSVGString().replace('<svg ', `<svg x="${x}" y="${y}" `)
  } finally {
    chart.dispose()
  }
}
