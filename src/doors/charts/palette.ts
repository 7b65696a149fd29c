/** The colours a chart needs, as sRGB: the hex beside each value of shared/tokens.css. */
export type Palette = {
  readonly surface: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly line: string
  readonly lineStrong: string
  readonly sunken: string
  readonly raised: string
  readonly accent: string
  readonly accentLine: string
  readonly compare: string
  /** Seven steps, least first. */
  readonly heat: readonly string[]
  /** The first step (counted from 0) on which figures are written in `surface`. */
  readonly heatTurn: number
}

export const LIGHT: Palette = {
  surface: '#ffffff',
  ink: '#111d20',
  ink2: '#404d51',
  ink3: '#5c696c',
  line: '#dbe1e2',
  lineStrong: '#b7bfc2',
  sunken: '#ecf0f1',
  raised: '#ffffff',
  accent: '#06717a',
  accentLine: '#94c9ce',
  compare: '#778286',
  heat: ['#e9f7f6', '#c5e8e7', '#94d3d5', '#5eb6bb', '#2d959d', '#07707b', '#014b57'],
  heatTurn: 5,
}

export const DARK: Palette = {
  surface: '#11181a',
  ink: '#edf1f1',
  ink2: '#b8bfc1',
  ink3: '#949d9f',
  line: '#252e31',
  lineStrong: '#3f4a4c',
  sunken: '#050a0c',
  raised: '#1a2224',
  accent: '#5dd2d8',
  accentLine: '#1d6369',
  compare: '#7e888b',
  heat: ['#142023', '#18373d', '#1a5259', '#1e717a', '#2b959c', '#43bcc1', '#8ee6e5'],
  heatTurn: 4,
}
