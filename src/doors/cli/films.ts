import { join } from 'node:path'
import type { FilmMistake, FilmScore, MatchRun } from '#collate'
import { HALVES, matchAll, scoreFilms } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { silentLog, systemClock } from '#kernel'
import { openHouse } from '#server'
import type { Command, Exit, Format, Invocation } from './command.ts'
import { text } from './command.ts'
import { drawCsv, drawTable } from './table.ts'

/** Beside the repository, where its real data lies. */
const SHARED = join(import.meta.dirname, '../../../../shared/data')

export const films: Command = {
  name: 'films',
  summary: 'Find films and cinemas that are one, or say how well that is done',
  usage: 'fullhouse films match | fullhouse films score [--half held-out|tuning] [--shared DIR]',
  flags: [
    { name: 'half', type: 'string', meaning: 'of the labels: held-out (unless said) or tuning' },
    {
      name: 'shared',
      type: 'string',
      meaning: 'where the labelled lists lie; ../shared/data unless said',
    },
  ],
  async run(invocation): Promise<Exit> {
    const [what, ...more] = invocation.words
    if (more.length === 0 && what === 'match') return match(invocation)
    if (more.length === 0 && what === 'score') return score(invocation)
    invocation.output.note('Say what to do: fullhouse films match, or fullhouse films score.')
    return 2
  },
}

async function match({ config, format, output }: Invocation): Promise<Exit> {
  const house = await openHouse(config, systemClock, silentLog)
  try {
    output.out(drawRun(await matchAll(house, LOCAL_OWNER), format))
    return 0
  } finally {
    await house.close()
  }
}

function drawRun(run: MatchRun, format: Format): string {
  if (format === 'json') return JSON.stringify(run)
  if (format === 'csv') {
    const head = Object.keys(run)
    return drawCsv({ head, rows: [Object.values(run).map(String)], right: new Set() })
  }
  const { films: all, cinemas, made, withdrawn, open, milliseconds } = run
  return (
    `${all} films and ${cinemas} cinemas looked at in ${(milliseconds / 1000).toFixed(1)} s: ` +
    `${made} made one, ${withdrawn} withdrawn, ${open} wait for a verdict.`
  )
}

async function score(invocation: Invocation): Promise<Exit> {
  const { output, format } = invocation
  const said = text(invocation, 'half') ?? 'held-out'
  const half = HALVES.find((one) => one === said)
  if (half === undefined) {
    output.note(`There is no half “${said}”. Choices: ${HALVES.join(', ')}.`)
    return 2
  }
  const shared = text(invocation, 'shared') ?? SHARED
  const result = await scoreFilms(shared, half)
  if (!result) {
    output.note(
      `The labelled lists are not in ${shared}. Name the folder that holds art_theater, us_daily and ` +
        'china_films: fullhouse films score --shared DIR.',
    )
    return 1
  }
  output.out(drawScore(result, format))
  return 0
}

function drawScore(result: FilmScore, format: Format): string {
  const { mistakes, ...figures } = result
  if (format === 'json') return JSON.stringify({ ...figures, mistakes: mistakes.map(toldMistake) })
  const rows = mistakes.map((one) => {
    const { kind, left, right, because } = toldMistake(one)
    return [kind.replaceAll('_', ' '), left, right, because.join(' · ')]
  })
  const table = { head: ['mistake', 'left', 'right', 'because'], rows, right: new Set<number>() }
  if (format === 'csv') return drawCsv(table)
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`
  const sum =
    `${result.half}: ${result.pairs} pairs; ${result.matched} matched, ${result.right} of them right. ` +
    `Precision ${percent(result.precision)}, recall ${percent(result.recall)}; ` +
    `with the queue ${percent(result.recallWithQueue)}.`
  return rows.length === 0 ? `${sum}\nNo mistakes.` : `${drawTable(table)}\n${sum}`
}

function toldMistake({ kind, set, left, right, evidence }: FilmMistake) {
  const name = (film: FilmMistake['left']) =>
    [film.title, film.otherTitle].filter((title) => title !== '').join(' / ') +
    (film.toldApart === '' ? '' : ` [${film.toldApart}]`)
  return {
    kind,
    set,
    left: name(left),
    right: name(right),
    because: evidence.map(({ say }) => say),
  }
}
