import { quarantined } from '../layout.ts'
import type { ScreeningSaid, TicketSaid } from '../said.ts'
import { cinemaOf, filmOf, needed } from './film-and-cinema.ts'
import type { Read } from './row.ts'
import type { Making } from './said-by-table.ts'
import { saleOf } from './sale-amounts.ts'

const NO_START = 'The row does not say when the screening starts.'

const OPTIONAL = ['auditorium', 'format', 'language', 'channel', 'payment', 'seat'] as const

export function ticketSaid(making: Making): Read<readonly TicketSaid[]> {
  const { columns, key } = making
  const [film, cinema, sale] = [filmOf(making, true), cinemaOf(making), saleOf(making)]
  const start = columns.moment('startsAt', 'startDay', 'startTime')
  const sold = columns.moment('soldAt', 'soldDay', 'soldTime')
  const type = columns.text('ticketType')
  const texts = OPTIONAL.filter(columns.has).map((field) => [field, columns.text(field)] as const)
  const { currency } = columns
  return (row) => {
    const [ofFilm, ofCinema, startsAt] = [film(row), cinema(row), start(row)]
    needed(row, startsAt, NO_START)
    const [made, soldAt, code] = [sale(row), sold(row), currency(row)]
    const ticketType = type(row) ?? ''
    const optional: Partial<Record<(typeof OPTIONAL)[number], string>> = {}
    for (const [field, read] of texts) {
      const text = read(row)
      if (text !== undefined) optional[field] = text
    }
    const rowKey = key(row)
    if (row.fault || !ofFilm || !startsAt || !made || rowKey === undefined) return undefined
    const { feeHallMinor, feeOnlineMinor, taxMinor } = made
    return [
      {
        table: 'ticket',
        key: rowKey,
        film: ofFilm,
        ...(ofCinema && { cinema: ofCinema }),
        ticketType,
        kind: made.kind,
        quantity: made.quantity,
        priceMinor: made.priceMinor,
        ...(feeHallMinor !== undefined && { feeHallMinor }),
        ...(feeOnlineMinor !== undefined && { feeOnlineMinor }),
        ...(taxMinor !== undefined && { taxMinor }),
        ...(code !== undefined && { currency: code }),
        startsAtSeconds: startsAt.seconds,
        tradingDay: startsAt.tradingDay,
        startHour: startsAt.hour,
        ...optional,
        ...(soldAt && {
          sold: { atMs: soldAt.seconds * 1000, day: soldAt.tradingDay, minute: soldAt.minute },
        }),
      },
    ]
  }
}

export function screeningSaid(making: Making): Read<readonly ScreeningSaid[]> {
  const { columns, key } = making
  const [film, cinema] = [filmOf(making, true), cinemaOf(making)]
  const start = columns.moment('startsAt', 'startDay', 'startTime')
  const [room, format, language, status] = (
    ['auditorium', 'format', 'language', 'status'] as const
  ).map(columns.text)
  const seats = columns.count('seats')
  const [low, high] = [columns.amount('priceLow'), columns.amount('priceHigh')]
  const { currency } = columns
  return (row) => {
    const [ofFilm, ofCinema, startsAt] = [film(row), cinema(row), start(row)]
    needed(row, startsAt, NO_START)
    const [offered, lowest, highest, code] = [seats(row), low(row), high(row), currency(row)]
    const texts = [room?.(row), format?.(row), language?.(row), status?.(row)]
    const rowKey = key(row)
    if (offered !== undefined && (offered < 0n || offered > 100_000n)) {
      row.fault ??= quarantined('number_unreadable', `“${offered}” is no number of seats.`)
    }
    if (row.fault || !ofFilm || !startsAt || rowKey === undefined) return undefined
    const [roomText = '', formatText = '', languageText = '', statusText = ''] = texts
    const [priceLow, priceHigh] = [lowest ?? highest, highest ?? lowest]
    return [
      {
        table: 'screening',
        key: rowKey,
        film: ofFilm,
        ...(ofCinema && { cinema: ofCinema }),
        room: roomText,
        format: formatText,
        language: languageText,
        status: statusText,
        startsAtSeconds: startsAt.seconds,
        tradingDay: startsAt.tradingDay,
        startHour: startsAt.hour,
        ...(offered !== undefined && { seats: Number(offered) }),
        ...(priceLow !== undefined &&
          priceHigh !== undefined && { priceMinor: { low: priceLow, high: priceHigh } }),
        ...(code !== undefined && { currency: code }),
      },
    ]
  }
}
