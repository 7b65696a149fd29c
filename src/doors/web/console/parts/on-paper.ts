import chinese from '@fontsource-variable/noto-sans-sc/wght.css?inline'

type PrintedHead = {
  readonly lines: readonly { readonly title: string; readonly words: string }[]
  readonly asOf: string
}

declare global {
  /** For the server's printer: it opens a page for print media and waits for it by this. */
  var fullhouseOnPaper:
    | { readonly restedMs: () => Promise<number>; readonly head: (head: PrintedHead) => void }
    | undefined
}

let changedAtMs = performance.now()

/**
 * What a page has for the printer: a Chinese font of ours, since the machine may have none; how long
 * it has not changed; and the head above it.
 */
export function bePrinted(): void {
  const style = document.createElement('style')
  // Under the name by which the console and its charts ask for it.
  style.textContent = chinese.replaceAll('Noto Sans SC Variable', 'Noto Sans SC')
  document.head.append(style)
  new MutationObserver(() => {
    changedAtMs = performance.now()
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  globalThis.fullhouseOnPaper = { restedMs, head: writeHead }
}

async function restedMs(): Promise<number> {
  await document.fonts.ready
  return performance.now() - changedAtMs
}

/** Its words are text and never markup. */
function writeHead({ lines, asOf }: PrintedHead): void {
  const place = element('section', 'print-head')
  const title = document.title.replace(/ · Fullhouse$/, '')
  const first = element('p', 'print-first')
  first.append(element('b', 'print-name', title), element('span', 'print-as-of', asOf))
  place.append(first)
  for (const line of lines) {
    const written = element('p', 'print-line')
    written.append(element('span', 'print-title', line.title), ' ', element('b', '', line.words))
    place.append(written)
  }
  document.body.prepend(place)
}

function element(tag: string, name: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = name
  made.textContent = text
  return made
}
