import { seededRandom } from '#kernel'

/** A film of an invented market. */
export type MarketFilm = {
  readonly title: string
  readonly distributor: string
  /** ISO date. */
  readonly opensOn: string
}

/** What a film did on a day: yuan without decimals, people, screenings, seats and cinemas. */
export type MarketRow = MarketFilm & {
  readonly day: string
  readonly gross: number
  readonly admissions: number
  readonly screenings: number
  readonly seats: number
  readonly sites: number
}

/** Days off: the Spring Festival of two years, and a national day. */
export const FESTIVALS = [
  { name: '春节', from: '2025-01-28', days: 8 },
  { name: '国庆节', from: '2025-10-01', days: 8 },
  { name: '春节', from: '2026-02-16', days: 7 },
] as const

const NAMED: readonly (readonly [string, string, string, number])[] = [
  ['铁甲少年：破晓', '光年影业', '2026-02-17', 5.2],
  ['万家灯火时', '东门文化', '2026-02-17', 3.9],
  ['雪落长安街', '长风影业', '2026-02-17', 2.4],
  ['小满的夏天', '云杉动画', '2026-02-17', 1.5],
  ['第九航道', '远洋影视', '2026-02-17', 0.9],
  ['云上食堂', '光年影业', '2026-02-17', 0.45],
  ['夜渡', '小时影业', '2026-02-06', 0.3],
  ['鲸落之前', '东门文化', '2026-01-30', 0.2],
  ['长夜将尽', '长风影业', '2025-01-29', 5],
  ['渔火', '远洋影视', '2025-01-29', 3.6],
  ['纸上迷宫', '云杉动画', '2025-01-29', 2.1],
]
const FIRST_WORDS = ['山海', '南风', '白昼', '听雨', '旧城', '星河', '盐路', '灯塔', '钟表', '冷港']
const LAST_WORDS = ['来信', '之外', '往事', '纪', '人家', '谣', '列车', '与狐', '故人', '三月']
const HOUSES = ['光年影业', '东门文化', '长风影业', '云杉动画', '远洋影视', '小时影业']

const DAY_MS = 86_400_000
const RUN_DAYS = 42
const LARGEST_YUAN = 100_000_000

/** A made-up national market: a film or two a week, each falling by the week, fuller on days off. */
export function marketRows(seed: string, from: string, to: string): readonly MarketRow[] {
  const random = seededRandom(seed)
  const rows: MarketRow[] = []
  for (const { title, distributor, opensOn, size } of marketFilms(seed, from, to)) {
    // Some houses give a film more room than it fills.
    const [room, seatsEach] = [random.whole(75, 135) / 100, random.whole(95, 140)]
    for (let age = 0; age < RUN_DAYS; age++) {
      const day = shifted(opensOn, age)
      if (day < from || day > to) continue
      const noise = 0.92 + random.whole(0, 160) / 1000
      const gross = Math.round(size * LARGEST_YUAN * 0.6 ** (age / 7) * drawOf(day) * noise)
      if (gross < 20_000) continue
      const admissions = Math.round(gross / (42 + random.whole(0, 80) / 10))
      const screenings = Math.max(12, Math.round((admissions * room) / (12 + 46 * drawOf(day))))
      rows.push({
        ...{ title, distributor, opensOn, day, gross, admissions, screenings },
        seats: screenings * seatsEach,
        sites: Math.min(12_400, 40 + Math.round(screenings / 5)),
      })
    }
  }
  return rows.toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)))
}

function marketFilms(seed: string, from: string, to: string) {
  const random = seededRandom(`${seed} films`)
  const films = NAMED.map(([title, distributor, opensOn, size]) => {
    return { title, distributor, opensOn, size }
  })
  const names = FIRST_WORDS.flatMap((first) => LAST_WORDS.map((last) => first + last))
  // Fridays, but for those that the Spring Festival has to itself.
  for (let friday = shifted(from, -35), at = 0; friday <= to; friday = shifted(friday, 7)) {
    if (weekday(friday) !== 5) {
      friday = shifted(friday, ((5 - weekday(friday) + 7) % 7) - 7)
      continue
    }
    for (let more = random.whole(1, 2); more > 0; more--, at++) {
      const title = names[(at * 37) % names.length] ?? ''
      const distributor = HOUSES[random.whole(0, HOUSES.length - 1)] ?? ''
      films.push({ title, distributor, opensOn: friday, size: random.whole(20, 170) / 100 })
    }
  }
  return films
}

/** How many people a day draws. */
function drawOf(day: string): number {
  const off = FESTIVALS.some(({ from, days }) => day >= from && day < shifted(from, days))
  if (off) return 1
  return [0.42, 0.2, 0.2, 0.19, 0.2, 0.28, 0.48][weekday(day)] ?? 0.2
}

/** 0 is Sunday. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The same as a list that a ministry would publish, with its mapping. */
export function marketFile(rows: readonly MarketRow[]): string {
  const lines = rows.map((row) =>
    [
      ...[row.day, row.title, row.distributor, row.opensOn],
      ...[row.gross, row.admissions, row.screenings, row.seats, row.sites],
    ].join(),
  )
  return ['日期,影片,发行方,上映日期,票房,人次,场次,座位,影院', ...lines, ''].join('\n')
}

export const MARKET_MAPPING = `
name: 全国每日票房
table: box_office
currency: CNY
rows: [film, day]
scope: days
constants: { territory: CN, period: day }
columns:
  日期: { field: day, dates: ymd }
  影片: film
  发行方: distributor
  上映日期: { field: opensOn, dates: ymd }
  票房: { field: gross, decimal: "." }
  人次: admissions
  场次: screenings
  座位: seats
  影院: sites
`

/** A list that knows weekends only, from Friday on; of another country. */
export const WEEKEND_FILE = [
  'Film,Weekend from,Takings,Cinemas',
  'Paper Moons,2026-02-06,812400,402',
  'Northern Line,2026-02-06,640100,388',
  'Northern Line,2026-02-13,702300,391',
  'Paper Moons,2026-02-13,511900,377',
  'The Salt Road,2026-02-13,98400,61',
  '',
].join('\n')

export const WEEKEND_MAPPING = `
name: UK weekend films
table: box_office
currency: GBP
rows: [film, firstDay]
scope: part
constants: { territory: GB, period: weekend }
columns:
  Film: film
  Weekend from: { field: firstDay, dates: ymd }
  Takings: { field: gross, decimal: "." }
  Cinemas: sites
`

/** Days off as the Chinese calendar files say them, a year each. */
export function festivalFiles(): readonly string[] {
  const years = Map.groupBy(FESTIVALS, ({ from }) => from.slice(0, 4))
  return [...years].map(([year, festivals]) => {
    const days = festivals.flatMap(({ name, from, days: count }) =>
      Array.from({ length: count }, (_, at) => ({ name, date: shifted(from, at), isOffDay: true })),
    )
    return JSON.stringify({ year: Number(year), papers: [], days })
  })
}
