import { createHash } from 'node:crypto'

/** The lists the titles come from: an art house, the US daily file, the Chinese films of two years. */
export type LabelSource = 'art' | 'us' | 'films2017' | 'movies2018'
export type LabelSet = 'art-us' | 'china-us' | 'china-china'
export type Half = 'tuning' | 'held-out'

/** What a person found of a title: the same film as `right`, perhaps so, or no film of the other list. */
export type Label = {
  readonly set: LabelSet
  readonly left: string
  /** Empty with `none`. */
  readonly right: string
  readonly label: 'same' | 'none' | 'unsure'
  /** What makes the pair easy or hard, in words of docs/concepts/film-labels.md. */
  readonly note: string
}

const HEADER = 'set,left,right,label,note'
const HEX_DIGITS = 20
const LINE =
  /^(art-us|china-us|china-china),([0-9a-f]{20}),([0-9a-f]{20}|),(same|none|unsure),([a-z -]*)$/

/** A title without saying it: which licence allows titles here is not known, so only hashes are kept. */
export function labelHash(source: LabelSource, title: string, distinguisher = ''): string {
  const tidied = title.normalize('NFC').trim().replace(/\s+/g, ' ')
  const named = `${source}\u001f${tidied}\u001f${distinguisher}`
  return createHash('sha256').update(named).digest('hex').slice(0, HEX_DIGITS)
}

/** Reads film-labels.csv. It is our own file: a line that says nothing clear is a fault. */
export function readLabels(text: string): Label[] {
  const [header, ...lines] = text.trimEnd().split(/\r?\n/)
  if (header !== HEADER) throw new Error(`Film labels start with “${header}”, not “${HEADER}”`)
  return lines.map((line, place) => labelOf(line, place + 2))
}

function labelOf(line: string, number: number): Label {
  const [, set, left = '', right = '', label, note = ''] = LINE.exec(line) ?? []
  if ((right === '') !== (label === 'none')) {
    throw new Error(`Line ${number} of the film labels cannot be read: “${line}”`)
  }
  // The pattern admits no other words.
  return { set: set as LabelSet, left, right, label: label as Label['label'], note }
}

/**
 * Which titles are one film, each title with the smallest hash of its film. A doubtful pair counts
 * too: should it be one film after all, both halves would hold it.
 */
export function filmsOf(labels: readonly Label[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>()
  const filmOf = (title: string): string => {
    const parent = parents.get(title) ?? title
    return parent === title ? title : filmOf(parent)
  }
  for (const { left, right } of labels) {
    const [one, other] = [filmOf(left), filmOf(right || left)]
    const [first, second] = one < other ? [one, other] : [other, one]
    parents.set(first, first)
    parents.set(second, first)
  }
  return new Map([...parents.keys()].map((title) => [title, filmOf(title)]))
}

/** The half a label belongs to: that of its film, so that no film is tuned on and scored on. */
export function halfOf(label: Label, films: ReadonlyMap<string, string>): Half {
  const film = films.get(label.left)
  if (film === undefined) throw new Error(`The film labels do not hold ${label.left}`)
  // The last digit of a hash is as good as a coin; the first is not, of the smallest of several.
  return Number.parseInt(film.slice(-1), 16) % 2 === 0 ? 'tuning' : 'held-out'
}
