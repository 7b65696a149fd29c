/** The colours a chart needs, as sRGB: the hex beside each value of shared/tokens.css. */
export type Palette = {
  readonly surface: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly line: string
  readonly lineStrong: string
  readonly controlLine: string
  readonly sunken: string
  readonly raised: string
  readonly accent: string
  readonly accentLine: string
  readonly compare: string
  readonly stale: string
  /** Five at most on one chart, in this order. */
  readonly categories: readonly string[]
  /** Seven steps, least first. */
  readonly heat: readonly string[]
  /** The first step (counted from 0) on which figures are written in `surface`. */
  readonly heatTurn: number
  /** Seven steps: three below, the middle, three above. */
  readonly diverging: readonly string[]
}

export const LIGHT: Palette = {
  surface: '#ffffff',
  ink: '#111d20',
  ink2: '#404d51',
  ink3: '#5c696c',
  line: '#dbe1e2',
  lineStrong: '#b7bfc2',
  controlLine: '#808b8e',
  sunken: '#ecf0f1',
  raised: '#ffffff',
  accent: '#06717a',
  accentLine: '#94c9ce',
  compare: '#778286',
  stale: '#a4520f',
  categories: ['#06717a', '#d48001', '#004197', '#3d82dd', '#9d5528'],
  heat: ['#e9f7f6', '#c5e8e7', '#94d3d5', '#5eb6bb', '#2d959d', '#07707b', '#014b57'],
  heatTurn: 5,
  diverging: ['#9a4914', '#cc7c40', '#ebbd95', '#edf1f2', '#97d4d7', '#3a9ca4', '#055e67'],
}

export const DARK: Palette = {
  surface: '#11181a',
  ink: '#edf1f1',
  ink2: '#b8bfc1',
  ink3: '#949d9f',
  line: '#252e31',
  lineStrong: '#3f4a4c',
  controlLine: '#606b6e',
  sunken: '#050a0c',
  raised: '#1a2224',
  accent: '#5dd2d8',
  accentLine: '#1d6369',
  compare: '#7e888b',
  stale: '#ee9b58',
  categories: ['#5dd2d8', '#dba835', '#1963ce', '#9295f0', '#d9738d'],
  heat: ['#142023', '#18373d', '#1a5259', '#1e717a', '#2b959c', '#43bcc1', '#8ee6e5'],
  heatTurn: 4,
  diverging: ['#f7ab64', '#be753f', '#704328', '#212829', '#1c5960', '#319aa1', '#6fdcde'],
}
