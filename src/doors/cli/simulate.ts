import type { Order, Progress, TerritoryId } from '#circuit'
import { removeSimulation, simulate as simulateCircuit, simulateFiles } from '#circuit'
import type { Outcome } from '#kernel'
import { accept, refuse, silentLog, systemClock } from '#kernel'
import { openHouse } from '#server'
import type { Command, Exit, Invocation } from './command.ts'
import { text } from './command.ts'
import { drawCsv } from './table.ts'

const USUAL = { cinemas: 20, days: 365, rate: 22 } as const
const MOST = { cinemas: 12_000, days: 4_000, rate: 200 } as const
const TERRITORIES: readonly TerritoryId[] = ['IE', 'CN']

export const simulate: Command = {
  name: 'simulate',
  summary: 'Make up a circuit of any size with everything it sold',
  usage: 'fullhouse simulate --cinemas 100 --days 730 --seed orchid [--to parquet --out DIR]',
  flags: [
    {
      name: 'cinemas',
      type: 'string',
      meaning: `how many, 1 to ${MOST.cinemas}; ${USUAL.cinemas} unless said`,
    },
    {
      name: 'days',
      type: 'string',
      meaning: `trading days, 1 to ${MOST.days}; ${USUAL.days} unless said`,
    },
    {
      name: 'seed',
      type: 'string',
      meaning: 'the same seed gives the same facts; "fullhouse" unless said',
    },
    { name: 'until', type: 'string', meaning: 'the last trading day, ISO; yesterday unless said' },
    { name: 'territory', type: 'string', meaning: 'IE (unless said) or CN' },
    {
      name: 'rate',
      type: 'string',
      meaning: `tickets a screening sells on average; ${USUAL.rate} unless said`,
    },
    { name: 'to', type: 'string', meaning: 'store (unless said), or parquet for files' },
    { name: 'out', type: 'string', meaning: 'the folder for Parquet files' },
    { name: 'remove', type: 'boolean', meaning: 'remove the simulated circuit again' },
  ],
  async run(invocation): Promise<Exit> {
    const { output, flags } = invocation
    if (flags['remove'] === true) return remove(invocation)
    const order = readOrder(invocation)
    if (!order.ok) {
      output.note(order.say)
      return 2
    }
    const to = text(invocation, 'to') ?? 'store'
    if (to === 'store') return toStore(invocation, order.value)
    const folder = text(invocation, 'out')
    if (to === 'parquet' && folder !== undefined) return toFiles(invocation, order.value, folder)
    output.note(
      to === 'parquet'
        ? 'Say where the files go: --out DIR.'
        : `There is no “${to}” to simulate to. Choices: store, parquet.`,
    )
    return 2
  },
}

async function toStore(invocation: Invocation, order: Order): Promise<Exit> {
  const house = await openHouse(invocation.config, systemClock, silentLog)
  try {
    const { store, warehouse } = house
    return await tell(invocation, (progress) =>
      simulateCircuit({ store, warehouse, order, progress, signal: invocation.signal }),
    )
  } finally {
    await house.close()
  }
}

function toFiles(invocation: Invocation, order: Order, folder: string): Promise<Exit> {
  const { signal } = invocation
  return tell(invocation, (progress) =>
    simulateFiles({ folder, order, log: silentLog, progress, signal }),
  )
}

async function remove({ config, output }: Invocation): Promise<Exit> {
  const house = await openHouse(config, systemClock, silentLog)
  try {
    const removed = await removeSimulation(house.store, house.warehouse)
    output.note(
      !removed.ok
        ? removed.say
        : removed.value === 'none'
          ? 'There is no simulated circuit here.'
          : 'The simulated circuit is removed.',
    )
    return removed.ok ? 0 : 1
  } finally {
    await house.close()
  }
}

type Work = (progress: (now: Progress) => void) => Promise<Outcome<Progress, string>>

/** Does it, says how far it is, and at the end what it made. */
async function tell({ output, format, signal }: Invocation, work: Work): Promise<Exit> {
  const startedAt = performance.now()
  const seconds = () => (performance.now() - startedAt) / 1000
  const made = await work(({ done, of, tickets }) => {
    const pace = Math.round(tickets / seconds())
    output.progress(
      `${Math.floor((100 * done) / of)} % · ${grouped(tickets)} tickets · ${grouped(pace)} a second`,
    )
  })
  if (!made.ok) {
    output.note(made.say)
    return 1
  }
  const { done, of, tickets, screenings } = made.value
  const result = { tickets, screenings, seconds: Math.round(seconds() * 10) / 10, done, of }
  const whole = done === of
  if (format === 'json') output.out(JSON.stringify(result))
  else if (format === 'csv') {
    const [head, row] = [Object.keys(result), Object.values(result).map(String)]
    output.out(drawCsv({ head, rows: [row], right: new Set() }))
  } else {
    const sum = `${grouped(tickets)} tickets of ${grouped(screenings)} screenings in ${result.seconds} s.`
    output.out(whole ? sum : `${sum} Part ${done} of ${of}: the same command goes on from here.`)
  }
  return whole || signal.aborted ? 0 : 1
}

function grouped(count: number): string {
  return count.toLocaleString('en')
}

function readOrder(invocation: Invocation): Outcome<Order, 'asked_wrongly'> {
  const [cinemas, days, rate] = [
    numberOf(invocation, 'cinemas', /^\d+$/),
    numberOf(invocation, 'days', /^\d+$/),
    numberOf(invocation, 'rate', /^\d+(\.\d{1,2})?$/),
  ]
  for (const one of [cinemas, days, rate]) if (!one.ok) return one
  const until = text(invocation, 'until') ?? yesterday()
  if (!isDay(until)) return refuse('asked_wrongly', `“${until}” is no ISO date such as 2026-11-22.`)
  const wanted = text(invocation, 'territory') ?? 'IE'
  const territory = TERRITORIES.find((one) => one === wanted)
  if (territory === undefined) {
    return refuse('asked_wrongly', `There is no territory “${wanted}” here. Choices: IE, CN.`)
  }
  const seed = text(invocation, 'seed') ?? 'fullhouse'
  if (!/^[\w.-]{1,60}$/.test(seed)) {
    return refuse(
      'asked_wrongly',
      'A seed is 1 to 60 letters, digits, dots, dashes and underscores.',
    )
  }
  if (!cinemas.ok || !days.ok || !rate.ok) throw new Error('a refusal was passed over')
  return accept({
    seed,
    territory,
    cinemas: cinemas.value,
    days: days.value,
    until,
    rate: rate.value,
  })
}

function numberOf(
  invocation: Invocation,
  name: keyof typeof USUAL,
  form: RegExp,
): Outcome<number, 'asked_wrongly'> {
  const said = text(invocation, name) ?? String(USUAL[name])
  const value = Number(said)
  if (form.test(said) && value >= 1 && value <= MOST[name]) return accept(value)
  return refuse('asked_wrongly', `--${name} is a number from 1 to ${MOST[name]}, not “${said}”.`)
}

function yesterday(): string {
  return systemClock().toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 }).toString()
}

function isDay(said: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(said) || said < '1990-01-01' || said > '2100-12-31') return false
  try {
    return Temporal.PlainDate.from(said).toString() === said
  } catch {
    // A RangeError is how it says that February has no 30th.
    return false
  }
}
