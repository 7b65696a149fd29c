const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/

/** How wide a text is about, without a browser to measure it: Han takes an em, the rest 0.56 of one. */
export function textWidth(text: string, size = 11): number {
  let width = 0
  for (const letter of text) width += WIDE.test(letter) ? size : size * 0.56
  return width
}

/** Cut to a width, with an ellipsis. */
export function fitted(text: string, width: number, size = 11): string {
  if (textWidth(text, size) <= width) return text
  let cut = ''
  for (const letter of text) {
    if (textWidth(`${cut}${letter}…`, size) > width) break
    cut += letter
  }
  return `${cut.trimEnd()}…`
}
