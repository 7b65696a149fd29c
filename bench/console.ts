import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '#test'
import type { Click } from './parts/explore-clicks.ts'
import { settled, timeClick, watchClicks } from './parts/explore-clicks.ts'
import { drawTable, medianOf, SPREAD_HEAD, spreadOf, spreadRow } from './parts/figures.ts'
import type { Look } from './parts/lighthouse.ts'
import { lookAt } from './parts/lighthouse.ts'
import { lookAtMachine, machineLines } from './parts/machine.ts'
import { readOptions } from './parts/options.ts'
import { keepProof } from './parts/proof.ts'
import { openSimulatedHouse } from './parts/questions-house.ts'

/**
 * The console as it is first opened on a slow phone, and Explore under somebody's hands: from a click to
 * what it drew, over a large simulated circuit and over one a fiftieth of its size.
 */
const BUDGET_KB = 350
const DEBUG_PORT = 9_378
const options = readOptions(['cinemas', 'days', 'rate', 'times', 'rounds'])
const { quick } = options
const times = options.number('times') ?? (quick ? 1 : 3)
const rounds = options.number('rounds') ?? (quick ? 1 : 3)
const large = {
  cinemas: options.number('cinemas') ?? (quick ? 12 : 114),
  days: options.number('days') ?? (quick ? 90 : 730),
  rate: options.number('rate') ?? 20,
}
const small = { cinemas: quick ? 3 : 10, days: quick ? 60 : 170, rate: large.rate }

/** Where hands begin; each is opened afresh, so that nothing was answered before. */
const BEGINNINGS = [
  '',
  '?by=film',
  '?by=cinema&show=gross',
  '?by=none&grain=day&show=gross',
  '?by=film&show=gross.moneyShare.seatShare.efficiency',
  '?by=hour&show=admissions.gross',
] as const
const SPANS = ['thisYear', 'last7', 'lastYear', 'last28'] as const

const SPAN_NAMES = {
  thisYear: 'This year',
  last7: 'Last 7 days',
  lastYear: 'Last year',
  last28: 'Last 28 days',
} as const

const inFull = (count: number) => count.toLocaleString('en')
const today = Temporal.Now.plainDateISO('Europe/Dublin').toString()
const machine = lookAtMachine()
const browser = await openChromium([`--remote-debugging-port=${DEBUG_PORT}`])
if (!browser) process.exit(1)
try {
  const one = await withCircuit(small, async (url, tickets) => {
    const looks: Record<string, Look> = {}
    for (const page of ['today', 'explore', 'films']) looks[page] = await firstLoad(url, page)
    return { tickets, looks, clicks: await clicksOf(browser, url) }
  })
  const other = await withCircuit(large, async (url, tickets) => {
    return { tickets, clicks: await clicksOf(browser, url) }
  })
  await report(one, other)
} finally {
  await browser.close()
}

type Circuit = typeof large

async function withCircuit<Value>(
  circuit: Circuit,
  act: (url: string, tickets: number) => Promise<Value>,
): Promise<Value> {
  const { cinemas, days, rate } = circuit
  const name = `questions-${cinemas}-${days}-${rate}-${today}`
  const folder = join(process.env['BENCH_FOLDER'] ?? tmpdir(), name)
  console.error(`simulating into ${folder} …`)
  const order = { seed: 'orchid', territory: 'IE', until: today, ...circuit } as const
  const simulated = await openSimulatedHouse(folder, order)
  try {
    return await act(simulated.served.url, simulated.tickets)
  } finally {
    await simulated.close()
  }
}

/** A page opened for the first time, as a slow phone has it: the median of several. */
async function firstLoad(url: string, page: string): Promise<Look> {
  const looks: Look[] = []
  for (let turn = 0; turn < times; turn++) looks.push(await lookAt(`${url}/${page}`, DEBUG_PORT))
  const of = (figure: keyof Look) => medianOf(looks.map((look) => look[figure]))
  console.error(`${page}: LCP ${of('lcpMs')} ms, script ${of('scriptBytes')} B`)
  return {
    performance: of('performance'),
    accessibility: of('accessibility'),
    lcpMs: of('lcpMs'),
    tbtMs: of('tbtMs'),
    cls: of('cls'),
    scriptBytes: of('scriptBytes'),
    allBytes: of('allBytes'),
  }
}

async function clicksOf(from: Browser, url: string): Promise<readonly Click[]> {
  const clicks: Click[] = []
  for (let round = 0; round < rounds; round++) {
    for (const beginning of BEGINNINGS) {
      const page = await from.newPage({ viewport: { width: 1440, height: 900 } })
      await watchClicks(page)
      await page.goto(`${url}/explore${beginning}`)
      await page.getByTestId('lead').waitFor({ timeout: 60_000 })
      await settled(page)
      for (const [what, act] of actsOn(page)) {
        const click = await timeClick(page, what, act).catch((fault: unknown) => {
          console.error(`  ${what} on ${beginning}: ${String(fault).slice(0, 120)}`)
          return undefined
        })
        if (click) clicks.push(click)
      }
      await page.close()
    }
  }
  return clicks
}

type Act = readonly [what: string, act: () => Promise<void>]

/** What one does with a question: other days, a mark followed down, and back again. */
function actsOn(page: Page): readonly Act[] {
  const spans = SPANS.map((span): Act => {
    const name = SPAN_NAMES[span]
    return [
      'other days',
      async () => {
        await page.getByRole('button', { name: /^Days:/ }).click()
        await page.getByRole('option', { name, exact: true }).click()
      },
    ]
  })
  return [
    ...spans,
    [
      'a mark chosen',
      async () => {
        await page.getByRole('application').first().focus()
        await page.keyboard.press('ArrowRight')
        await page.keyboard.press('Enter')
      },
    ],
    ['its films', () => page.getByTestId('drill').getByRole('radio', { name: 'Films' }).click()],
    [
      'its tickets',
      () => page.getByTestId('drill').getByRole('radio', { name: 'Tickets' }).click(),
    ],
  ]
}

type Small = {
  readonly tickets: number
  readonly looks: Record<string, Look>
  readonly clicks: readonly Click[]
}

async function report(one: Small, other: Omit<Small, 'looks'>): Promise<void> {
  const spread = (clicks: readonly Click[]) =>
    spreadOf(clicks.filter(({ asked }) => asked > 0).map(({ ms }) => ({ value: ms, weight: 1 })))
  const kinds = [...new Set(other.clicks.map(({ what }) => what))]
  const [few, many] = [spread(one.clicks), spread(other.clicks)]
  const ratio = Math.round((many.p95 / few.p95) * 100) / 100
  const parts = [
    '# The console: first load, and Explore under somebody’s hands',
    machineLines(machine).join('\n'),
    `Lighthouse at its phone settings (1.6 Mbit/s, 150 ms, processor at a quarter), medians of ${times},
bytes as they are sent. Bar: ${BUDGET_KB} kB of first load; charts come after it.`,
    drawTable({
      head: ['page', 'performance', 'LCP s', 'TBT ms', 'CLS', 'script kB', 'all kB'],
      rows: Object.entries(one.looks).map(([page, look]) => [
        page,
        look.performance,
        look.lcpMs / 1000,
        look.tbtMs,
        look.cls,
        Math.round(look.scriptBytes / 1000),
        Math.round(look.allBytes / 1000),
      ]),
    }),
    `From a click or key to the last change of the page that came of it, painted; only what asked the server
anew. ${inFull(other.tickets)} simulated tickets beside ${inFull(one.tickets)}, in one run.`,
    drawTable({
      head: SPREAD_HEAD,
      rows: [
        spreadRow(`${other.tickets} tickets`, many),
        spreadRow(`${one.tickets} tickets`, few),
        ...kinds.map((kind) =>
          spreadRow(`… ${kind}`, spread(other.clicks.filter(({ what }) => what === kind))),
        ),
      ],
    }),
    `p95 over ${inFull(other.tickets)} tickets is ${ratio} times that over ${inFull(one.tickets)}.`,
  ]
  console.log(parts.join('\n\n'))
  const kept = options.keep ? await keepProof('console', parts) : undefined
  if (kept) console.error(`kept in ${kept}`)
  const { tickets, looks } = one
  const figures = { bench: 'console', quick, machine, looks, small: { tickets, ...few } }
  console.log(JSON.stringify({ ...figures, large: { tickets: other.tickets, ...many } }))
}
