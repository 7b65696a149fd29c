import type { Random } from '#kernel'
import { BAD_BYTES } from './mangle-text.ts'

/** A row of a file as its program would write it, and where a misfortune can strike. */
export type Sound = {
  readonly cells: readonly string[]
  readonly at: {
    readonly title: number
    readonly date: number
    /** Figures that cannot be missing. */
    readonly figures: readonly number[]
  }
  /** Dates and figures that this file's program cannot have meant. */
  readonly absurdDates: readonly string[]
  readonly absurdFigures: readonly string[]
  readonly separator: string
  readonly header: readonly string[]
  /** What one digit more or less in a figure gives away. */
  readonly checksItself: boolean
}

/**
 * What can befall a row. `fate` is what must become of it: `quarantined` where it is damaged, `sound`
 * where it looks odd and says exactly what it said, `empty` where it is nothing. `line` gives the row's
 * lines; undefined where this row cannot have it.
 */
export type Misfortune = {
  readonly kind: string
  readonly fate: 'quarantined' | 'sound' | 'empty'
  /** How often it comes, beside the others. */
  readonly weight: number
  line(sound: Sound, random: Random): string | undefined
}

const LONG_CHARACTERS = 10 * 2 ** 20
const CELLS_MANY = 20_000

export function joined(cells: readonly string[], separator: string): string {
  return cells.map((cell) => quoted(cell, separator)).join(separator)
}

function quoted(cell: string, separator: string): string {
  const plain = !/["\r\n]/.test(cell) && !cell.includes(separator)
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`
}

/** The row with one cell changed. */
function changed(
  { cells, separator }: Sound,
  at: number,
  change: (cell: string) => string,
): string {
  return joined(
    cells.map((cell, place) => (place === at ? change(cell) : cell)),
    separator,
  )
}

const inTheMiddle = (text: string, what: string) => {
  const half = Math.ceil(text.length / 2)
  return text.slice(0, half) + what + text.slice(half)
}

export const MISFORTUNES: readonly Misfortune[] = [
  {
    kind: 'bytes of another encoding',
    fate: 'quarantined',
    weight: 8,
    line: (sound) => changed(sound, sound.at.title, (cell) => inTheMiddle(cell, `${BAD_BYTES}x`)),
  },
  {
    kind: 'NUL in a name',
    fate: 'quarantined',
    weight: 5,
    line: (sound) => changed(sound, sound.at.title, (cell) => inTheMiddle(cell, '\0')),
  },
  {
    kind: 'NULs in a figure',
    fate: 'quarantined',
    weight: 3,
    line: (sound, random) => changed(sound, random.pick(sound.at.figures), (cell) => `\0\0${cell}`),
  },
  {
    kind: 'quotation mark that never closes',
    fate: 'quarantined',
    weight: 6,
    line: ({ cells, at, separator }) =>
      cells
        .map((cell, place) => (place === at.date ? `"${cell}` : quoted(cell, separator)))
        .join(separator),
  },
  {
    kind: 'quotation mark that closes too soon',
    fate: 'quarantined',
    weight: 6,
    line: ({ cells, at, separator }) =>
      cells
        .map((cell, place) =>
          place === at.title
            ? `"${inTheMiddle(cell.replaceAll('"', ''), '"x')}"`
            : quoted(cell, separator),
        )
        .join(separator),
  },
  {
    kind: 'line of 10 MB',
    fate: 'quarantined',
    weight: 0,
    line: (sound) => changed(sound, sound.at.title, (cell) => cell + 'x'.repeat(LONG_CHARACTERS)),
  },
  {
    kind: 'twenty thousand cells',
    fate: 'quarantined',
    weight: 0.05,
    line: ({ cells, separator }) => joined(cells, separator) + `${separator}x`.repeat(CELLS_MANY),
  },
  {
    kind: 'too few cells',
    fate: 'quarantined',
    weight: 8,
    line: ({ cells, separator }, random) =>
      joined(cells.slice(0, random.whole(2, cells.length - 1)), separator),
  },
  {
    kind: 'one cell too many',
    fate: 'quarantined',
    weight: 6,
    line: ({ cells, at, separator }) =>
      joined([...cells.slice(0, at.date), 'surplus', ...cells.slice(at.date)], separator),
  },
  {
    kind: 'absurd date',
    fate: 'quarantined',
    weight: 14,
    line: (sound, random) => changed(sound, sound.at.date, () => random.pick(sound.absurdDates)),
  },
  {
    kind: 'absurd figure',
    fate: 'quarantined',
    weight: 14,
    line: (sound, random) =>
      changed(sound, random.pick(sound.at.figures), () => random.pick(sound.absurdFigures)),
  },
  {
    kind: 'one digit of a figure another',
    fate: 'quarantined',
    weight: 6,
    line: (sound, random) =>
      sound.checksItself
        ? changed(
            sound,
            random.pick(sound.at.figures),
            (cell) => `1${cell.replace(/^0(?!\.)/, '')}`,
          )
        : undefined,
  },
  {
    kind: 'name and date swapped',
    fate: 'quarantined',
    weight: 6,
    line: ({ cells, at, separator }) => {
      const swapped = [...cells]
      swapped[at.title] = cells[at.date] ?? ''
      swapped[at.date] = cells[at.title] ?? ''
      return joined(swapped, separator)
    },
  },
  {
    kind: 'no name of a film',
    fate: 'quarantined',
    weight: 4,
    line: (sound) => changed(sound, sound.at.title, () => '  '),
  },
  {
    kind: 'the header once more',
    fate: 'quarantined',
    weight: 2,
    line: ({ header, separator }) => joined(header, separator),
  },
  {
    kind: 'two rows on one line',
    fate: 'quarantined',
    weight: 3,
    line: ({ cells, separator }) => {
      const line = joined(cells, separator)
      return line + line
    },
  },
  {
    kind: 'end-of-file mark of old',
    fate: 'quarantined',
    weight: 1,
    line: () => '\u001a',
  },
  {
    kind: 'blank line',
    fate: 'empty',
    weight: 6,
    line: () => '',
  },
  {
    kind: 'nothing but separators',
    fate: 'empty',
    weight: 5,
    line: ({ cells, separator }) => separator.repeat(cells.length - 1),
  },
  {
    kind: 'nothing but blanks',
    fate: 'empty',
    weight: 3,
    line: ({ cells, separator }) => cells.map(() => '  ').join(separator),
  },
  {
    kind: 'every cell in quotation marks',
    fate: 'sound',
    weight: 8,
    line: ({ cells, separator }) =>
      cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator),
  },
  {
    kind: 'blanks around cells',
    fate: 'sound',
    weight: 8,
    line: ({ cells, at, separator }) =>
      joined(
        cells.map((cell, place) =>
          place === at.title || place === at.date || at.figures.includes(place)
            ? `  ${cell} `
            : cell,
        ),
        separator,
      ),
  },
  {
    kind: 'line break within a name',
    fate: 'sound',
    weight: 5,
    line: (sound) => {
      const { cells, at } = sound
      if (!cells[at.title]?.includes(' ')) return undefined
      return changed(sound, at.title, (cell) => cell.replace(' ', '\n'))
    },
  },
]
