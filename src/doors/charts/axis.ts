import type { Palette } from './palette.ts'

export const FONT =
  '"Archivo Variable", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The step between gridlines so that four of them, from zero, hold `most`: a round figure. */
export function gridStep(most: number): number {
  if (most <= 0) return 1
  const least = most / 4
  const power = 10 ** Math.floor(Math.log10(least))
  const step = STEPS.find((candidate) => candidate * power >= least * 0.999) ?? 10
  return step * power
}

/** An amount's axis: from zero, four gridlines, no line of its own. */
export function amountAxis(most: number, label: (value: number) => string, palette: Palette) {
  const step = gridStep(most)
  return {
    type: 'value' as const,
    min: 0,
    max: step * 4,
    interval: step,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: palette.ink3,
      fontSize: 11,
      formatter: (value: number) => (value === 0 ? '0' : label(value)),
    },
    splitLine: { lineStyle: { color: palette.line } },
  }
}

/** What every bottom axis looks like. */
export function baseAxis(palette: Palette) {
  return {
    axisLine: { show: true, lineStyle: { color: palette.lineStrong } },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: { color: palette.ink3, fontSize: 11 },
  }
}

/** The ground of a tool tip; its content is a table. */
export function tipStyle(palette: Palette) {
  return {
    trigger: 'axis' as const,
    backgroundColor: palette.raised,
    borderColor: palette.line,
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { color: palette.ink, fontSize: 12, fontFamily: FONT },
    extraCssText: 'box-shadow: var(--shadow-pop); border-radius: 6px;',
    confine: true,
    transitionDuration: 0,
  }
}

export type TipRow = { readonly mark?: string; readonly name: string; readonly figure: string }

/** A tool tip's table: the head, then name and figure in the order given. */
export function tipTable(head: string, rows: readonly TipRow[]): string {
  const lines = rows.map(
    ({ mark, name, figure }) =>
      `<tr><td>${mark ?? ''}${escapeHtml(name)}</td><td>${escapeHtml(figure)}</td></tr>`,
  )
  return `<table class="tip"><caption>${escapeHtml(head)}</caption>${lines.join('')}</table>`
}

/** Names come out of files: they must not become markup. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A short piece of a line as it is drawn: solid, dashed or dotted. */
export function lineMark(colour: string, dash: string): string {
  return (
    `<svg width="18" height="6" aria-hidden="true"><line x1="0" y1="3" x2="18" y2="3" ` +
    `stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/></svg> `
  )
}
