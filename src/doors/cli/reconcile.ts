import type {
  ReconcileBy,
  ReconcileRequest,
  Reconciliation,
  Restatements,
  TextTable,
} from '#collate'
import {
  reconcile as layOut,
  RECONCILE_BY,
  RECONCILE_METRICS,
  reconciliationTable,
  restatements,
  restatementsTable,
  SIDE_KINDS,
} from '#collate'
import { LOCAL_OWNER } from '#identity'
import type { Outcome, Refused } from '#kernel'
import { accept, moneyToDecimal, refuse, silentLog, systemClock } from '#kernel'
import type { Engined } from '#server'
import { openHouse } from '#server'
import type { Command, Exit, Invocation } from './command.ts'
import { text } from './command.ts'
import { drawCsv, drawTable } from './table.ts'

export const reconcile: Command = {
  name: 'reconcile',
  summary: 'Lay two sources side by side: what agrees, what differs and by how much, and why',
  usage:
    'fullhouse reconcile --left SOURCE --right SOURCE --metric gross --by film\n' +
    'fullhouse reconcile --restatements SOURCE',
  flags: [
    {
      name: 'left',
      type: 'string',
      meaning: 'a source: name, id, layout, or the beginning of one',
    },
    { name: 'right', type: 'string', meaning: 'the source to lay beside it' },
    { name: 'metric', type: 'string', meaning: 'gross (unless said) or admissions' },
    { name: 'by', type: 'string', meaning: 'film (unless said), day, cinema, period; film,day' },
    { name: 'from', type: 'string', meaning: 'first day, ISO' },
    { name: 'to', type: 'string', meaning: 'last day, ISO' },
    { name: 'currency', type: 'string', meaning: 'where a source has several' },
    { name: 'left-kind', type: 'string', meaning: `of its figures: ${SIDE_KINDS.join(', ')}` },
    { name: 'right-kind', type: 'string', meaning: 'likewise, of the right' },
    {
      name: 'restatements',
      type: 'string',
      meaning: 'a source: every day whose total to date is not the last one and the days since',
    },
  ],
  async run(invocation): Promise<Exit> {
    const { output, format } = invocation
    const restated = text(invocation, 'restatements')
    const request = readRequest(invocation)
    if (restated === undefined && !request.ok) return told(invocation, request)
    const house = await openHouse(invocation.config, systemClock, silentLog)
    try {
      if (restated !== undefined) return await tellRestatements(house, invocation, restated)
      if (!request.ok) return told(invocation, request)
      const found = await layOut(house, LOCAL_OWNER, request.value)
      if (!found.ok) return told(invocation, found)
      if (format === 'json') output.out(JSON.stringify(found.value))
      else output.out(draw(reconciliationTable(found.value), format, summary(found.value)))
      return 0
    } finally {
      await house.close()
    }
  },
}

async function tellRestatements(
  house: Engined,
  invocation: Invocation,
  source: string,
): Promise<Exit> {
  const metric = metricOf(invocation)
  if (!metric.ok) return told(invocation, metric)
  const currency = text(invocation, 'currency')
  const request = { source, metric: metric.value, ...(currency !== undefined && { currency }) }
  const found = await restatements(house, LOCAL_OWNER, request)
  if (!found.ok) return told(invocation, found)
  const { output, format } = invocation
  if (format === 'json') output.out(JSON.stringify(found.value))
  else output.out(draw(restatementsTable(found.value), format, restatedSummary(found.value)))
  return 0
}

function told({ output }: Invocation, { say, choices }: Refused<string>): Exit {
  const named = choices && choices.length > 0 ? ` Choices: ${choices.join(', ')}.` : ''
  output.note(say + named)
  return 2
}

type Wrong = 'question_malformed'

function metricOf(invocation: Invocation): Outcome<ReconcileRequest['metric'], Wrong> {
  const said = text(invocation, 'metric') ?? 'gross'
  const metric = RECONCILE_METRICS.find((one) => one === said)
  if (metric) return accept(metric)
  return refuse('question_malformed', `There is no metric “${said}”.`, RECONCILE_METRICS)
}

function readRequest(invocation: Invocation): Outcome<ReconcileRequest, Wrong> {
  const [left, right] = [text(invocation, 'left'), text(invocation, 'right')]
  if (left === undefined || right === undefined) {
    return refuse('question_malformed', 'Name two sources: --left SOURCE --right SOURCE.')
  }
  const metric = metricOf(invocation)
  if (!metric.ok) return metric
  const by: ReconcileBy[] = []
  for (const said of (text(invocation, 'by') ?? 'film').split(',')) {
    const one = RECONCILE_BY.find((name) => name === said.trim())
    if (!one) {
      return refuse('question_malformed', `Nothing is told apart by “${said}”.`, RECONCILE_BY)
    }
    by.push(one)
  }
  for (const flag of ['left-kind', 'right-kind']) {
    const said = text(invocation, flag)
    const kind = SIDE_KINDS.find((name) => name === said)
    if (said !== undefined && !kind) {
      return refuse('question_malformed', `There is no kind “${said}”.`, SIDE_KINDS)
    }
  }
  const days = readDays(invocation)
  if (!days.ok) return days
  const kindOf = (flag: string) => SIDE_KINDS.find((name) => name === text(invocation, flag))
  const [leftKind, rightKind] = [kindOf('left-kind'), kindOf('right-kind')]
  const currency = text(invocation, 'currency')
  return accept({
    left,
    right,
    metric: metric.value,
    by: [...new Set(by)],
    ...days.value,
    ...(leftKind && { leftKind }),
    ...(rightKind && { rightKind }),
    ...(currency !== undefined && { currency }),
  })
}

function readDays(
  invocation: Invocation,
): Outcome<{ readonly from?: string; readonly to?: string }, Wrong> {
  const days: { from?: string; to?: string } = {}
  for (const name of ['from', 'to'] as const) {
    const said = text(invocation, name)
    if (said === undefined) continue
    if (!isDay(said)) {
      return refuse('question_malformed', `“${said}” is no day; write it as 2026-11-23.`)
    }
    days[name] = said
  }
  return accept(days)
}

function isDay(said: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(said)) return false
  try {
    return Temporal.PlainDate.from(said).toString() === said
  } catch {
    // A RangeError is how it says that February has no 30th.
    return false
  }
}

function draw(table: TextTable, format: 'table' | 'csv', summary: string): string {
  const drawn = { head: table.head, rows: table.rows, right: table.figures }
  return format === 'csv' ? drawCsv(drawn) : `${drawTable(drawn)}\n${summary}`
}

function summary(found: Reconciliation): string {
  const { agree, differ, leftOnly, rightOnly, sums, left, right, causes } = found
  const money = (figure: Reconciliation['sums']['agree']) =>
    typeof figure === 'number'
      ? String(figure)
      : `${moneyToDecimal({ ...figure, minor: BigInt(figure.minor) })} ${figure.currency}`
  return [
    [left, right]
      .map(({ source, kind, total }) => `${source} (${kind}) ${money(total)}`)
      .join(' · '),
    `${agree} agree · ${differ} differ by ${money(sums.differ)} in all · ` +
      `${leftOnly} left only, ${money(sums.leftOnly)} · ` +
      `${rightOnly} right only, ${money(sums.rightOnly)}`,
    ...causes.map(({ say }) => say),
  ].join('\n')
}

function restatedSummary({ count, totals, followed, nextDay, falls }: Restatements): string {
  return (
    `${count} restated of ${totals} totals, ${followed} of which follow another · ` +
    `${nextDay} from one day to the next · ${falls} fell`
  )
}
