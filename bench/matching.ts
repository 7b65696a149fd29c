import type { CinemaKnown, FilmKnown } from '#collate'
import {
  cinemaMember,
  decidePairs,
  filmMembers,
  pairCinemas,
  pairEveryCinema,
  pairEveryFilm,
  pairFilms,
} from '#collate'
import { mangledCinemas } from './parts/cinema-names.ts'
import { drawTable, round } from './parts/figures.ts'
import { mangledFilms } from './parts/film-names.ts'
import { lookAtMachine, machineLines } from './parts/machine.ts'
import { readOptions } from './parts/options.ts'
import { keepProof } from './parts/proof.ts'

/**
 * Matching at size: so many names against as many spellings of them, beside comparing every one with
 * every other on a sample of the same lists in the same run.
 */
const COUNT = 19_000
const QUICK_COUNT = 4_000
const SAMPLE = 400
const SEED = 20_161_124
const SECONDS_MAX = 60

const options = readOptions(['count', 'seed'])
const count = options.number('count') ?? (options.quick ? QUICK_COUNT : COUNT)
const seed = options.number('seed') ?? SEED
const machine = lookAtMachine()
const NONE = { same: new Set<string>(), apart: new Set<string>() }

type Pairs = ReturnType<typeof pairFilms>
type Truth = readonly (readonly [number, number])[]

type Measured = {
  readonly kind: string
  readonly seconds: number
  /** Pairs of the two lists that were settled in a second. */
  readonly pairsPerSecond: number
  readonly everySeconds: number
  readonly ratio: number
  readonly precision: number
  readonly recall: number
  readonly recallWithQueue: number
}

const measured = [measureFilms(), measureCinemas()]
await report(measured)

function measureFilms(): Measured {
  const { films, pairs } = mangledFilms(count, seed)
  const { result, seconds } = timed(() => {
    return decidePairs(filmMembers(films), pairFilms(films), NONE)
  })
  const every = timed(() => pairEveryFilm(sampleOf(films, pairs)))
  return judged('films', { result, seconds, every: every.seconds, truth: pairs })
}

function measureCinemas(): Measured {
  const { cinemas, pairs } = mangledCinemas(count, seed)
  const { result, seconds } = timed(() => {
    return decidePairs(cinemas.map(cinemaMember), pairCinemas(cinemas), NONE)
  })
  const every = timed(() => pairEveryCinema(sampleOf(cinemas, pairs)))
  return judged('cinemas', { result, seconds, every: every.seconds, truth: pairs })
}

/** Both spellings of the first so many. */
function sampleOf<Item extends FilmKnown | CinemaKnown>(
  all: readonly Item[],
  truth: Truth,
): Item[] {
  const ids = new Set(truth.slice(0, SAMPLE).flat())
  return all.filter(({ id }) => ids.has(id))
}

type Run = {
  readonly result: { readonly made: Pairs; readonly open: Pairs }
  readonly seconds: number
  readonly every: number
  readonly truth: Truth
}

function judged(kind: string, { result, seconds, every, truth }: Run): Measured {
  const names = 2 * count
  const all = (names * (names - 1)) / 2
  const sampled = (2 * SAMPLE * (2 * SAMPLE - 1)) / 2
  const everySeconds = (every / sampled) * all
  const wanted = new Map(truth)
  const right = (pairs: Pairs) =>
    pairs.filter((pair) => wanted.get(pair.left) === pair.right).length
  const made = right(result.made)
  return {
    kind,
    seconds: round(seconds),
    pairsPerSecond: Math.round(all / seconds),
    everySeconds: round(everySeconds),
    ratio: round(everySeconds / seconds),
    precision: share(made, result.made.length),
    recall: share(made, truth.length),
    recallWithQueue: share(made + right(result.open), truth.length),
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000
}

function timed<Result>(work: () => Result): { readonly result: Result; readonly seconds: number } {
  const startedMs = performance.now()
  const result = work()
  return { result, seconds: (performance.now() - startedMs) / 1000 }
}

async function report(rows: readonly Measured[]): Promise<void> {
  const parts = [
    '# Matching at size',
    machineLines(machine).join('\n'),
    `${count} names against ${count} spellings of them (seed ${seed}), all made up. “Every pair” is
comparing each name with every other, measured on ${2 * SAMPLE} names of the same lists in the same
run and reckoned for all of them. Bar: under ${SECONDS_MAX} s.`,
    drawTable({
      head: ['', 's', 'pairs/s', 'every pair s', 'ratio', 'precision', 'recall', 'with queue'],
      rows: rows.map((one) => [
        one.kind,
        one.seconds,
        one.pairsPerSecond,
        one.everySeconds,
        one.ratio,
        one.precision,
        one.recall,
        one.recallWithQueue,
      ]),
    }),
  ]
  console.log(parts.join('\n\n'))
  const kept = options.keep ? await keepProof('matching', parts) : undefined
  if (kept) console.error(`kept in ${kept}`)
  const within = rows.every(({ seconds }) => seconds < SECONDS_MAX)
  const { quick } = options
  console.log(JSON.stringify({ bench: 'matching', quick, machine, count, seed, within, rows }))
}
