import { setTimeout as pause } from 'node:timers/promises'
import type { Page, Request } from 'playwright-core'
import type { Question } from '#metrics'
import { readParameters, readQuestion } from '#metrics'
import type { Warehouse } from '#warehouse'
import { openBrowser } from './browser.ts'

/** A question that a page of the console asked, and which page. */
export type Asked = { readonly group: Group; readonly question: Question }

export const GROUPS = [
  'Today',
  'Explore',
  'Films',
  'Film',
  'Cinemas',
  'Cinema',
  'Weekend',
  'Market',
] as const
export type Group = (typeof GROUPS)[number]

/** What addresses are about. */
export type Subjects = {
  /** The film that takes most, one that has run for six weeks, and a cinema. */
  readonly films: readonly [string, string]
  readonly cinema: string
}

const EXPLORE = [
  '',
  'by=film&against=previous.year',
  'by=cinema&show=gross.admissions.occupancy',
  'by=auditorium',
  'by=ticketType',
  'by=channel&show=gross.admissions',
  'by=format&show=gross.admissions.occupancy',
  'by=language',
  'by=daysBefore&against=none',
  'by=distributor&show=gross',
  'by=releaseWeek&show=gross&against=none',
  'by=film.weekday&against=none',
  'by=none&grain=day&span=thisYear&show=gross',
  'by=none&grain=week&span=thisYear&show=gross.admissions&against=year',
  'by=none&grain=month&span=all&show=gross&against=none',
  'by=ticketType&grain=month&span=all&show=gross&against=none',
  'by=weekday&span=thisYear&show=admissions.averageTicketPrice',
  'by=hour&span=lastYear',
  'by=cinema&show=efficiency.moneyShare.seatShare&span=last7',
  'by=film&show=moneyShare.seatShare.efficiency&span=last7',
  'by=film&show=lifetimeGross.gross&span=last7',
  'by=weekday.hour&span=thisYear&show=occupancy&against=none',
  'at-weekday=5&at-hour=20',
  'at-weekday=5&at-hour=20&tab=films',
  'at-weekday=5&at-hour=20&tab=cinemas',
] as const

/** Every address that is opened, by the page it belongs to. */
export function addressesFor({ films, cinema }: Subjects): readonly (readonly [Group, string])[] {
  const [top, older] = films
  const film = (id: string, search: string) => ['Film', `/films/${id}?${search}`] as const
  const inCinema = (search: string) => ['Cinema', `/cinemas/${cinema}?${search}`] as const
  return [
    ['Today', '/today'],
    ...EXPLORE.map((search) => ['Explore', `/explore?${search}`] as const),
    ...['', 'span=last28', 'span=thisYear'].map((search) => ['Films', `/films?${search}`] as const),
    ...[top, older].flatMap((id) => [
      film(id, ''),
      film(id, 'step=week'),
      film(id, 'step=total&measure=admissions'),
      film(id, 'tab=sites'),
      film(id, 'tab=tickets'),
      film(id, 'tab=sources'),
    ]),
    ...['', 'span=last7', 'span=thisYear'].map(
      (search) => ['Cinemas', `/cinemas?${search}`] as const,
    ),
    inCinema(''),
    inCinema('measure=occupancy&grain=day'),
    inCinema('heat=admissions&span=thisYear'),
    inCinema('tab=films'),
    inCinema('tab=tickets'),
    inCinema('tab=auditoria'),
    ['Weekend', '/cinemas/weekend'],
    ['Market', '/market'],
    ['Market', '/market?span=week'],
    ['Market', '/market?span=year&films=all'],
  ]
}

const QUIET_MS = 500
/** A page that asks nothing has nothing to ask, or waits for others on this machine. */
const PAGE_MS_MAX = 15_000
const WARM_MS = 700

/**
 * Opens every page of the console in a browser and notes what it asks: so the questions measured are
 * those of the pages as they are now. Each distinct question is kept once, with the page it came first
 * from. `brief` opens fewer.
 */
export async function harvest(
  url: string,
  subjects: Subjects,
  { brief }: { readonly brief: boolean },
): Promise<readonly Asked[]> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const found = new Map<string, Asked>()
    let group: Group = 'Today'
    let waiting = 0
    let asked = 0
    let last = performance.now()
    const ended = (request: Request) => {
      if (!isAnswer(request.url())) return
      waiting--
      last = performance.now()
    }
    page.on('request', (request) => {
      for (const question of questionsOf(request.url())) {
        asked++
        const key = JSON.stringify(question)
        if (!found.has(key)) found.set(key, { group, question })
      }
      if (!isAnswer(request.url())) return
      waiting++
      last = performance.now()
    })
    page.on('requestfinished', ended)
    page.on('requestfailed', ended)
    const isQuiet = () => asked > 0 && waiting <= 0 && performance.now() - last > QUIET_MS
    const addresses = addressesFor(subjects)
    for (const [place, [of, address]] of addresses.entries()) {
      // Briefly: the first of each page, and some of the others.
      if (brief && of === addresses[place - 1]?.[0] && place % 5 !== 0) continue
      group = of
      waiting = 0
      asked = 0
      last = performance.now()
      await open(page, `${url}${address}`, isQuiet)
    }
    return [...found.values()].toSorted(
      (one, other) => GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group),
    )
  } finally {
    await browser.close()
  }
}

async function open(page: Page, address: string, isQuiet: () => boolean): Promise<void> {
  // Its script comes first, and asks only then.
  await page.goto(address, { waitUntil: 'load' })
  await pause(WARM_MS)
  for (let waited = WARM_MS; waited < PAGE_MS_MAX && !isQuiet(); waited += 50) await pause(50)
}

/** A stream stays open for as long as its page. */
function isAnswer(address: string): boolean {
  const { pathname } = new URL(address)
  return (
    pathname === '/v1/answers' || pathname === '/v1/values' || pathname === '/v1/answers/tickets'
  )
}

function questionsOf(address: string): readonly Question[] {
  const { pathname, searchParams } = new URL(address)
  if (pathname !== '/v1/answers' && pathname !== '/v1/answers/live') return []
  const texts = searchParams.getAll('q')
  const read =
    texts.length > 0
      ? texts.map((text) => readQuestion(JSON.parse(text)))
      : [readParameters(Object.fromEntries(searchParams))]
  return read.flatMap((one) => (one.ok ? [one.value] : []))
}

/** The films and the cinema that pages are opened for. */
export async function subjectsOf(warehouse: Warehouse, owner: number): Promise<Subjects> {
  const films = await warehouse.query<{ film: number; weeks: number }>(`
    select film, toUInt32(intDiv(max(trading_day) - min(trading_day), 7)) as weeks from ticket_by_show
    where owner = ${owner} and film in (select film from ticket_by_show where owner = ${owner}
      and trading_day > (select max(trading_day) - 8 from ticket_by_show where owner = ${owner}))
    group by film order by sum(gross) desc limit 40`)
  const [cinema] = await warehouse.query<{ cinema: number }>(`
    select cinema from ticket_by_show where owner = ${owner}
    group by cinema order by sum(gross) desc limit 1`)
  const top = String(films[0]?.film ?? 0)
  const older = films.find(({ weeks }) => weeks >= 6) ?? films[1]
  return { films: [top, String(older?.film ?? top)], cinema: String(cinema?.cinema ?? 0) }
}
