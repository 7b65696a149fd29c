import { parseArgs } from 'node:util'

/** What a bench was asked for. */
export type BenchOptions = {
  /** Ends within a minute: fewer repeats and shorter spans. */
  readonly quick: boolean
  /** Writes the figures into docs/proof/. */
  readonly keep: boolean
  /** A number the bench lets one set; undefined unless given. */
  number(name: string): number | undefined
}

/** Reads the bench's own flags; `numbers` are those that take one. */
export function readOptions(numbers: readonly string[] = []): BenchOptions {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean' },
      keep: { type: 'boolean' },
      ...Object.fromEntries(numbers.map((name) => [name, { type: 'string' } as const])),
    },
  })
  const given: Readonly<Record<string, unknown>> = values
  return {
    quick: values.quick === true,
    keep: values.keep === true,
    number(name) {
      const text = given[name]
      if (text === undefined) return undefined
      const number = Number(text)
      if (!Number.isFinite(number) || number < 0) throw new Error(`--${name} takes a number`)
      return number
    },
  }
}
