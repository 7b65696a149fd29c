import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'

/** Fonts that come with us, by the family that charts name, with the letters each file has. */
const FONTS = [
  { family: 'Archivo Variable', name: 'archivo', style: 'standard' },
  { family: 'Noto Sans SC', name: 'noto-sans-sc', style: 'wght' },
] as const

type FontFile = {
  readonly family: string
  readonly path: string
  readonly ranges: readonly (readonly [number, number])[]
}

const require = createRequire(import.meta.url)
let files: readonly FontFile[] | undefined
const taken = new Set<string>()

/**
 * Takes in the fonts that a text needs, so that a machine without any draws it too. Gives the letters
 * that no font has, neither ours nor the machine's: they would be drawn as boxes.
 */
export function takeFontsFor(text: string): readonly string[] {
  files ??= FONTS.flatMap(fontFiles)
  const letters = new Set([...text].filter((letter) => !/[\s\p{Cc}\p{Cf}]/u.test(letter)))
  const missing: string[] = []
  for (const letter of letters) {
    const code = letter.codePointAt(0) ?? 0
    const file = files.find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to))
    if (file) takeIn(file)
    else if (!isDrawn(letter)) missing.push(letter)
  }
  return missing
}

function takeIn({ path, family }: FontFile): void {
  if (taken.has(path)) return
  if (!GlobalFonts.register(readFileSync(path), family)) throw new Error(`no font in ${path}`)
  taken.add(path)
}

function fontFiles({ family, name, style }: (typeof FONTS)[number]): readonly FontFile[] {
  const home = `@fontsource-variable/${name}`
  const known: Record<string, string> = require(`${home}/unicode.json`)
  return Object.entries(known).map(([subset, ranges]) => ({
    family,
    path: require.resolve(
      `${home}/files/${name}-${subset.replaceAll(/[[\]]/g, '')}-${style}-normal.woff2`,
    ),
    ranges: ranges.split(',').map((range) => {
      const [from = '', to = from] = range.replace(/^U\+/i, '').split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
    }),
  }))
}

const TRIED = 24

/** Whether some font of the machine has a letter: what none has looks like a letter that nobody has. */
function isDrawn(letter: string): boolean {
  const nobody = pixelsOf('\u{10fffe}')
  return !pixelsOf(letter).equals(nobody)
}

function pixelsOf(letter: string): Buffer {
  const canvas = createCanvas(TRIED * 2, TRIED * 2)
  const context = canvas.getContext('2d')
  context.font = `${TRIED}px sans-serif`
  context.fillText(letter, TRIED / 2, TRIED * 1.5)
  return Buffer.from(context.getImageData(0, 0, TRIED * 2, TRIED * 2).data)
}
