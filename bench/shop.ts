import { prepareShop } from '#server'
import { asGuest, openChromium, openGuestCinema, serveTestHouse } from '#test'
import { drawTable } from './parts/figures.ts'
import type { Look } from './parts/lighthouse.ts'
import { lookAt } from './parts/lighthouse.ts'
import { lookAtMachine, machineLines } from './parts/machine.ts'
import { readOptions } from './parts/options.ts'
import { keepProof } from './parts/proof.ts'

/**
 * The shop on a slow phone: Lighthouse at its own phone settings on every page a guest passes from the
 * films to the ticket, medians of five runs, and what is sent.
 */
const BUDGET = { performance: 90, accessibility: 100, lcpMs: 2_000, scriptBytes: 40_960 }
/** Each kind of page once: read, hydrated, saved. */
const QUICK = ['films', 'seats', 'ticket']
const DEBUG_PORT = 9_377

const options = readOptions(['times'])
const times = options.number('times') ?? (options.quick ? 1 : 5)
const machine = lookAtMachine()
await prepareShop()
const browser = await openChromium([`--remote-debugging-port=${DEBUG_PORT}`])
if (!browser) process.exit(1)
const served = await serveTestHouse()
try {
  await report(await measure(served.url))
} finally {
  await browser.close()
  await served.close()
}

type Measured = { readonly page: string } & Look

async function measure(url: string): Promise<readonly Measured[]> {
  const cinema = await openGuestCinema(served.house.store)
  const guest = asGuest(url)
  const open = await guest.holdBest(cinema.screeningId, 2)
  const paid = await guest.holdBest(cinema.screeningId, 2)
  await guest.pay(paid, 'approve')
  const pages = {
    films: `/shop/cinemas/${cinema.cinemaId}`,
    film: `/shop/films/${cinema.filmId}`,
    seats: `/shop/screenings/${cinema.screeningId}`,
    pay: open,
    ticket: paid,
  }
  const measured: Measured[] = []
  const looked = Object.entries(pages).filter(([page]) => !options.quick || QUICK.includes(page))
  for (const [page, path] of looked) {
    const looks: Look[] = []
    for (let turn = 0; turn < times; turn++) looks.push(await lookAt(url + path, DEBUG_PORT))
    const middle = medianLook(looks)
    measured.push({ page, ...middle })
    console.error(`${page}: performance ${middle.performance}, LCP ${middle.lcpMs} ms`)
  }
  return measured
}

function medianLook(looks: readonly Look[]): Look {
  const of = (figure: keyof Look) => {
    const sorted = looks.map((look) => look[figure]).toSorted((one, other) => one - other)
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  }
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

async function report(pages: readonly Measured[]): Promise<void> {
  const parts = [
    '# The shop on a slow phone',
    machineLines(machine).join('\n'),
    `Lighthouse at its phone settings (1.6 Mbit/s, 150 ms, processor at a quarter), medians of ${times};
bytes as they are sent. Bars: performance ≥ ${BUDGET.performance}, accessibility
${BUDGET.accessibility}, LCP ≤ ${BUDGET.lcpMs} ms, script ≤ ${BUDGET.scriptBytes} bytes.`,
    drawTable({
      head: [
        'page',
        'performance',
        'accessibility',
        'LCP ms',
        'TBT ms',
        'CLS',
        'script B',
        'all B',
      ],
      rows: pages.map((one) => [
        one.page,
        one.performance,
        one.accessibility,
        one.lcpMs,
        one.tbtMs,
        one.cls,
        one.scriptBytes,
        one.allBytes,
      ]),
    }),
  ]
  console.log(parts.join('\n\n'))
  const kept = options.keep ? await keepProof('shop', parts) : undefined
  if (kept) console.error(`kept in ${kept}`)
  const within = pages.every(
    (one) =>
      one.performance >= BUDGET.performance &&
      one.accessibility >= BUDGET.accessibility &&
      one.lcpMs <= BUDGET.lcpMs &&
      one.scriptBytes <= BUDGET.scriptBytes,
  )
  const { quick } = options
  console.log(JSON.stringify({ bench: 'shop', quick, machine, times, within, pages }))
}
