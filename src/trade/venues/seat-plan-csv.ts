import { RowCutter } from '#files'
import type { Outcome } from '#kernel'
import { accept, refuse, tidyText } from '#kernel'
import type { Area, Seat, SeatPlan } from './seat-plan.ts'
import { inReadingOrder, SEAT_KINDS, SEATS_MAX, screenOver } from './seat-plan.ts'

/**
 * A seat plan as CSV, one seat a line. `row` and `number` are needed; without `x` and `y` seats stand
 * side by side in the order of their lines, row behind row. `kind` is one of SEAT_KINDS (standard when
 * empty), `area` the id of an area (Standard when empty), `house` yes or empty.
 *
 * Two more kinds of line make a round trip exact, and may be left out: kind `area` gives the area's id
 * under `area` and its name under `row`; kind `screen` the screen's middle under `x`, its width under
 * `number`.
 */
export const PLAN_COLUMNS = ['row', 'number', 'x', 'y', 'kind', 'area', 'house'] as const
type Column = (typeof PLAN_COLUMNS)[number]
type Line = Readonly<Record<Column, string>> & { readonly at: number }

export function planToCsv({ areas, screen, seats }: SeatPlan): string {
  const lines: (readonly (string | number)[])[] = [
    PLAN_COLUMNS,
    ...areas.map(({ id, name }) => [name, '', '', '', 'area', id, '']),
    ['', screen.width, screen.x, '', 'screen', '', ''],
    ...seats.map(({ row, number, x, y, kind, area, house }) => {
      return [row, number, x, y, kind, area, house ? 'yes' : '']
    }),
  ]
  return `${lines.map((cells) => cells.map(cellText).join(',')).join('\r\n')}\r\n`
}

function cellText(cell: string | number): string {
  const text = String(cell)
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

type CsvRefusal = 'plan_malformed' | 'plan_too_large'

/** Whether a first line names the columns of a plan. */
export function isPlanHeader(line: string): boolean {
  const names = line.split(',').map((name) => tidyText(name).toLowerCase())
  return names.includes('row') && names.includes('number')
}

/** Reads a draft: its seats may still have problems, which `planProblems` names. */
export function planFromCsv(text: string): Outcome<SeatPlan, CsvRefusal> {
  const lines = readLines(text)
  if (!lines.ok) return lines
  if (lines.value.length > SEATS_MAX + 100) {
    return refuse('plan_too_large', `${lines.value.length} lines; a plan has ${SEATS_MAX} seats.`)
  }
  const areas = new Map<string, Area>()
  const seats: Seat[] = []
  let screen: SeatPlan['screen'] | undefined
  const rows = new Map<string, { readonly y: number; seats: number }>()
  for (const line of lines.value) {
    if (line.kind === 'area') {
      areas.set(line.area, { id: line.area, name: line.row || line.area })
    } else if (line.kind === 'screen') {
      screen = { x: Number(line.x), width: Number(line.number) }
      if (!(screen.x >= 0 && screen.width > 0)) return bad(line, 'the screen has no place')
    } else {
      const known = rows.get(line.row) ?? { y: rows.size, seats: 0 }
      rows.set(line.row, known)
      const seat = readSeat(line, { x: known.seats++, y: known.y })
      if (typeof seat === 'string') return bad(line, seat)
      if (!areas.has(seat.area)) areas.set(seat.area, { id: seat.area, name: seat.area })
      seats.push(seat)
    }
  }
  return accept({
    areas: [...areas.values()],
    screen: screen ?? screenOver(seats),
    seats: inReadingOrder(seats),
  })
}

function readLines(text: string): Outcome<readonly Line[], CsvRefusal> {
  const rows = new RowCutter().take(text.replace(/^\ufeff/, '').split(/\r?\n/), true)
  const [head, ...rest] = rows
  const names = (head?.cells ?? []).map((name) => tidyText(name).toLowerCase())
  const lines: Line[] = []
  for (const { line, cells, raw } of rest) {
    if (raw.trim() === '') continue
    if (!cells) return refuse('plan_malformed', `Line ${line} has a quote that does not end.`)
    const cell = (name: Column) => tidyText(cells[names.indexOf(name)] ?? '')
    lines.push({
      at: line,
      row: cell('row'),
      number: cell('number'),
      x: cell('x'),
      y: cell('y'),
      kind: cell('kind').toLowerCase(),
      area: cell('area'),
      house: cell('house').toLowerCase(),
    })
  }
  return accept(lines)
}

/** The seat of a line, or what is wrong with it. */
function readSeat(line: Line, next: { readonly x: number; readonly y: number }): Seat | string {
  const kind = SEAT_KINDS.find((one) => one === (line.kind || 'standard'))
  if (!kind) return `“${line.kind}” is no kind of seat (${SEAT_KINDS.join(', ')})`
  if (!/^\d{1,3}$/.test(line.number)) return `“${line.number}” is no seat number`
  const [x, y] = [place(line.x, next.x), place(line.y, next.y)]
  if (x === undefined || y === undefined) return `“${line.x}, ${line.y}” is no place`
  if (!/^(|yes|no|true|false|1|0)$/.test(line.house)) return `house is yes or empty`
  const house = /^(yes|true|1)$/.test(line.house)
  const area = line.area || 'Standard'
  return { row: line.row, number: Number(line.number), x, y, kind, area, house }
}

function place(cell: string, otherwise: number): number | undefined {
  if (cell === '') return otherwise
  return /^\d{1,3}(\.[05])?$/.test(cell) ? Number(cell) : undefined
}

function bad({ at }: Line, what: string) {
  return refuse('plan_malformed', `Line ${at}: ${what}.`)
}
