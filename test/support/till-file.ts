import { seededRandom } from '#kernel'

/** A row of a till's export, in the shape of the art house's ticket sales by showing. */
export type TillRow = {
  readonly title: string
  /** Local wall time, `Mar 16, 2018 5:00:00 PM`. */
  readonly date: string
  readonly ticketType: string
  readonly quantity: number
  readonly unitCents: number
}

const TITLES = ['The Salt Road', 'Orbit of Ida', 'Café “Lumière”', 'Marrow, Part 2', '十万灯火']
const TYPES = ['Adult', 'Senior Citizen', 'Student', 'Comp'] as const
const CENTS: Readonly<Record<string, number>> = {
  Adult: 1175,
  'Senior Citizen': 800,
  Student: 825,
  Comp: 0,
}

/** Made-up sales of `days` days from June 2018 on: no two rows alike in showing, type and price. */
export function tillRows(seed: string, days: number): TillRow[] {
  const random = seededRandom(seed)
  const rows: TillRow[] = []
  for (let day = 0; day < days; day++) {
    const date = new Date(Date.UTC(2018, 5, 1 + day))
    const month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })
    for (const hour of [2, 5, 8, 11]) {
      const title = random.pick(TITLES)
      const moment = `${month} ${date.getUTCDate()}, ${date.getUTCFullYear()} ${hour}:15:00 PM`
      for (const ticketType of TYPES) {
        const quantity = random.whole(1, 120)
        rows.push({ title, date: moment, ticketType, quantity, unitCents: CENTS[ticketType] ?? 0 })
      }
    }
  }
  return rows
}

export const TILL_HEADER =
  'Folder,EventName,InternalEventName,EventDate,TicketType,Quantity,ItemPrice,Price'

export function tillLine(row: TillRow): string {
  const { title, date, ticketType, quantity, unitCents } = row
  const cells = ['1 - Films', title, title, date, ticketType, String(quantity)]
  return [...cells, amount(unitCents), amount(unitCents * quantity)].map(quoted).join(',')
}

/** As the till writes it: no decimals where they are zero, a comma at thousands. */
function amount(cents: number): string {
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return cents % 100 === 0 ? whole : `${whole}.${String(cents % 100).padStart(2, '0')}`
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export function tillFile(rows: readonly TillRow[]): string {
  return [TILL_HEADER, ...rows.map(tillLine)].join('\n')
}
