import type { SKRSContext2D } from '@napi-rs/canvas'
import { createCanvas } from '@napi-rs/canvas'
import { init, setPlatformAPI, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { CHART_FONT } from '#charts'
import type { ChartSheet, FilePiece, PlacedPane } from './chart-file-layout.ts'

use([CanvasRenderer])

/** Sharp on a slide and in print. */
const PIXELS_EACH = 2

/** A sheet as PNG, drawn by a rasteriser that comes with us. Its fonts must have been taken in before. */
export function sheetPng({ width, height, ground, pieces, panes }: ChartSheet): Uint8Array {
  setPlatformAPI({
    // What ECharts asks of a canvas this one has; it only lacks a page to stand on.
    createCanvas: () => createCanvas(1, 1) as unknown as ReturnType<Platform['createCanvas']>,
  })
  const canvas = createCanvas(width * PIXELS_EACH, height * PIXELS_EACH)
  const context = canvas.getContext('2d')
  context.scale(PIXELS_EACH, PIXELS_EACH)
  context.fillStyle = ground
  context.fillRect(0, 0, width, height)
  for (const piece of pieces) drawPiece(context, piece)
  for (const placed of panes) drawPane(context, placed)
  return canvas.toBuffer('image/png')
}

type Platform = Required<Parameters<typeof setPlatformAPI>[0]>

function drawPiece(context: SKRSContext2D, piece: FilePiece): void {
  if (piece.kind === 'box') {
    context.fillStyle = piece.colour
    context.fillRect(piece.x, piece.y, piece.width, piece.height)
  } else if (piece.kind === 'line') {
    context.strokeStyle = piece.colour
    context.lineWidth = piece.width
    context.setLineDash([...piece.dash])
    context.beginPath()
    context.moveTo(piece.x1, piece.y1)
    context.lineTo(piece.x2, piece.y2)
    context.stroke()
    context.setLineDash([])
  } else {
    context.fillStyle = piece.colour
    context.font = `${piece.weight} ${piece.size}px ${CHART_FONT}`
    context.textAlign = piece.align
    context.fillText(piece.text, piece.x, piece.y)
  }
}

function drawPane(context: SKRSContext2D, { pane, x, y, width, height }: PlacedPane): void {
  const canvas = createCanvas(width * PIXELS_EACH, height * PIXELS_EACH)
  const chart = init(canvas as unknown as Parameters<typeof init>[0], null, {
    renderer: 'canvas',
    devicePixelRatio: PIXELS_EACH,
    width,
    height,
  })
  try {
    chart.setOption(pane.option)
    context.drawImage(canvas, x, y, width, height)
  } finally {
    chart.dispose()
  }
}
