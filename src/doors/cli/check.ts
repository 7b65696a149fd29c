import type { FindingState, FindingView, RunView } from '#collate'
import { CHECKS, FINDING_STATES, findingViews, runChecks } from '#collate'
import { moneyToDecimal, silentLog, systemClock } from '#kernel'
import type { Engined } from '#server'
import { openHouse } from '#server'
import { organisations } from '#venues'
import type { Command, Exit, Format, Invocation } from './command.ts'
import { text } from './command.ts'
import { drawCsv, drawTable } from './table.ts'

const FINDINGS_SHOWN = 10_000

export const check: Command = {
  name: 'check',
  summary:
    'Look for what is wrong in the figures, and list what was found; exit 1 if errors stand open',
  usage:
    'fullhouse check [--from 2026-11-01] [--to 2026-11-30] [--list] [--state open|accepted|gone]',
  flags: [
    { name: 'from', type: 'string', meaning: 'first trading day, ISO; everything unless said' },
    { name: 'to', type: 'string', meaning: 'last trading day, ISO' },
    { name: 'list', type: 'boolean', meaning: 'list what was found before, run nothing' },
    { name: 'state', type: 'string', meaning: 'open (unless said), accepted or gone' },
    { name: 'only', type: 'string', multiple: true, meaning: 'one check by its id; may repeat' },
  ],
  async run(invocation): Promise<Exit> {
    const asked = readAsked(invocation)
    if ('wrong' in asked) {
      invocation.output.note(asked.wrong)
      return 2
    }
    const house = await openHouse(invocation.config, systemClock, silentLog)
    try {
      const run = asked.list ? undefined : await runNow(house, asked, invocation.signal)
      const found = await findingsOf(house, asked)
      invocation.output.out(draw(found, run, invocation.format))
      const wrong = found.some(({ severity, state }) => severity === 'error' && state === 'open')
      return wrong ? 1 : 0
    } finally {
      await house.close()
    }
  },
}

type Asked = {
  readonly from?: string
  readonly to?: string
  readonly list: boolean
  readonly state: FindingState
  readonly only: readonly string[]
}

function readAsked(invocation: Invocation): Asked | { readonly wrong: string } {
  const [from, to] = [text(invocation, 'from'), text(invocation, 'to')]
  for (const day of [from, to]) {
    if (day !== undefined && !isDay(day)) return { wrong: `“${day}” is no day such as 2026-11-21.` }
  }
  const state = text(invocation, 'state') ?? 'open'
  if (!isState(state)) {
    return { wrong: `There is no state “${state}”. Choices: ${FINDING_STATES.join(', ')}.` }
  }
  const { only: said } = invocation.flags
  const only = Array.isArray(said) ? said.map(String) : []
  const unknown = only.find((id) => !CHECKS.some((one) => one.id === id))
  if (unknown !== undefined) {
    return {
      wrong: `There is no check “${unknown}”. Choices: ${CHECKS.map(({ id }) => id).join(', ')}.`,
    }
  }
  const list = invocation.flags['list'] === true
  return { ...(from && { from }), ...(to && { to }), list, state, only }
}

function isState(said: string): said is FindingState {
  return FINDING_STATES.some((state) => state === said)
}

function isDay(said: string): boolean {
  try {
    return Temporal.PlainDate.from(said).toString() === said
  } catch {
    // A RangeError is how it says that there is no such day.
    return false
  }
}

function runNow(house: Engined, { from, to, only }: Asked, signal: AbortSignal): Promise<RunView> {
  const checks = CHECKS.filter(({ id }) => only.length === 0 || only.includes(id))
  const days = { ...(from && { from }), ...(to && { to }) }
  return runChecks(house, { why: 'asked', checks, signal, ...days })
}

async function findingsOf({ store }: Engined, { state, only }: Asked) {
  // Whoever can read the data folder is its operator: everything in it is theirs.
  const owners = (await organisations(store)).map(({ id }) => Number(id))
  const found = await findingViews(store, { owners, state, atMost: FINDINGS_SHOWN })
  return found.filter((finding) => only.length === 0 || only.includes(finding.check))
}

function draw(found: readonly FindingView[], run: RunView | undefined, format: Format): string {
  if (format === 'json') return JSON.stringify({ ...(run && { run }), findings: found })
  const rows = found.map((one) => [one.severity, one.check, stake(one), one.firstSeenAt, one.say])
  const table = { head: ['', 'check', 'at stake', 'since', 'finding'], rows, right: new Set([2]) }
  if (format === 'csv') return drawCsv(table)
  const notes = run?.notes.map(({ say }) => `Not looked at: ${say}`) ?? []
  const listed = found.length === 0 ? [] : [drawTable(table)]
  return [...listed, ...notes, closing(found, run)].join('\n')
}

function stake({ money }: FindingView): string {
  return money
    .map(({ minor, currency }) => {
      return `${moneyToDecimal({ minor: BigInt(minor), currency })} ${currency}`
    })
    .join(' + ')
}

function closing(found: readonly FindingView[], run: RunView | undefined): string {
  const findings = `${found.length} ${found.length === 1 ? 'finding' : 'findings'}`
  if (!run) return `${findings}.`
  return `${run.checksDone} checks ran over ${run.tickets} tickets: ${findings}.`
}
