import type { EChartsOption } from 'echarts'
import type { Answer, AnswerRow, ComparisonId, MetricId } from '#metrics/pure'
import type { ChartKind } from './chart-kind.ts'
import type { ChartNote } from './chart-note.ts'
import type { Manner } from './manner.ts'
import type { Palette } from './palette.ts'

export type Place = { readonly latitude: number; readonly longitude: number }

/** Values of dimensions that name rows: {"filmId": "3"}, {"weekday": "5", "hour": "20"}. */
export type RowKey = Readonly<Record<string, string | undefined>>

/** All that decides how an answer is drawn. The same input draws the same, behind every door. */
export type ChartInput = {
  readonly answer: Answer
  readonly kind: ChartKind
  /** Drawn first; unless said, the question's first. */
  readonly metric?: MetricId
  readonly palette: Palette
  readonly manner: Manner
  /** In pixels; names and labels are cut to it. */
  readonly width: number
  readonly height?: number
  /** 390 px: fewer labels, names in less room. */
  readonly narrow: boolean
  /** A small chart within a panel: no names at line ends, fewer labels. */
  readonly compact?: boolean
  /** The present trading day: it and what is after it are not over. */
  readonly present?: string
  readonly notes?: readonly ChartNote[]
  readonly selected?: RowKey
  /** What a comparison is called where its own name would not say it: a median laid beside. */
  readonly comparisonNames?: Readonly<Partial<Record<ComparisonId, string>>>
  /** Where cinemas are, by id. */
  readonly places?: ReadonlyMap<string, Place>
  /** Coasts and borders as lines of [longitude, latitude]. */
  readonly outline?: readonly (readonly (readonly [number, number])[])[]
}

/** What titles and days are read from. */
export type ChartReading = Pick<ChartInput, 'answer' | 'kind' | 'manner' | 'metric'>

/** A mark that stands for a row: what is clicked, and walked to by arrow keys. */
export type ChartMark = {
  /** Absent where it stands for several together: it says a figure and picks nothing. */
  readonly row?: AnswerRow
  /** What a live region says of it. */
  readonly said: string
  /** Where it stands among the others: left and right, up and down. */
  readonly column: number
  readonly line: number
  /** Where it is drawn: pane, series, place in its data, and where on its axes. */
  readonly spots: readonly ChartSpot[]
}

export type ChartSpot = {
  readonly pane: number
  readonly series: number
  readonly index: number
  readonly at: readonly [number, number]
}

/** One drawing with its own axes; beside others where there is room. */
export type ChartPane = {
  readonly option: EChartsOption
  /** Only where there are several. */
  readonly title?: string
  /** Its part of the width, of 12. */
  readonly columns: number
  readonly scale?: ChartScale
  /** What a click is near to. */
  readonly near: 'x' | 'y' | 'xy' | 'dot'
}

/** Steps of a heat map: a label stands at the left edge of each step that has one. */
export type ChartScale = { readonly colours: readonly string[]; readonly labels: readonly string[] }

export type LegendEntry = {
  readonly name: string
  readonly colour: string
  readonly mark: 'line' | 'dash' | 'dot' | 'longDash' | 'block' | 'tick' | 'ring' | 'hatch' | 'word'
}

export type ChartTable = {
  readonly caption: string
  readonly heads: readonly string[]
  /** How many of the first cells name the row; the rest are figures. */
  readonly names: number
  readonly rows: readonly (readonly string[])[]
  /** The answer's row behind each row, in the same order. */
  readonly behind: readonly (AnswerRow | undefined)[]
}

/** An answer as a chart: drawings, table, marks and words, all of the same figures. */
export type AnswerChart = {
  readonly panes: readonly ChartPane[]
  readonly table: ChartTable
  readonly marks: readonly ChartMark[]
  readonly legend: readonly LegendEntry[]
  /** Says range, most and least. */
  readonly label: string
  /** What it should be high, in pixels, where nobody says. */
  readonly height: number
  /** What is left out of the drawing, or how it is to be read, in sentences. */
  readonly remarks: readonly string[]
}
