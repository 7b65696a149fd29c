import type { ScreeningPart } from '../behind-store.ts'
import type { Found, RowLook, Seen } from './row-look.ts'
import { seenFrom } from './row-look.ts'

/** Of equal parts so many may each be the one; of more the data shows nothing. */
const ALIKE_MAX = 3
/** Pairs are looked for among so many screenings: among more, one comes out right by chance. */
const PAIR_SCREENINGS_MAX = 60

/** One ticket type, screening or day, or all days from or up to one, is what the other side lacks. */
export function partCauses(row: RowLook): readonly Found[] {
  return seenFrom(row).flatMap((seen) => {
    const one = [
      ...missingType(row, seen),
      ...missingScreening(row, seen),
      ...missingDay(row, seen),
      ...missingRun(row, seen),
    ]
    return one.length > 0 ? one : missingPair(row, seen)
  })
}

const partValue = (row: RowLook, part: { readonly gross: bigint; readonly admissions: number }) =>
  row.metric === 'gross' ? part.gross : BigInt(part.admissions)

/** A part that is the whole explains nothing. */
function isPart({ here, missing }: Seen, value: bigint): boolean {
  return value === missing && value !== here.value && value !== 0n
}

function few<Part>(parts: readonly Part[]): readonly Part[] {
  return parts.length > ALIKE_MAX ? [] : parts
}

function missingType(row: RowLook, seen: Seen): readonly Found[] {
  const parts = (seen.behind?.types ?? []).filter((part) => isPart(seen, partValue(row, part)))
  return few(parts).map(({ name }) => ({
    id: 'missing_type',
    exact: true,
    side: seen.side,
    figures: { name, amount: row.figure(seen.missing) },
  }))
}

function missingScreening(row: RowLook, seen: Seen): readonly Found[] {
  const parts = (seen.behind?.screenings ?? []).filter((part) => isPart(seen, partValue(row, part)))
  return few(parts).map((part) => ({
    id: 'missing_screening',
    exact: parts.length === 1,
    side: seen.side,
    figures: { moment: momentOf(row, part), amount: row.figure(seen.missing) },
  }))
}

function missingDay(row: RowLook, seen: Seen): readonly Found[] {
  const parts = (seen.behind?.days ?? []).filter(({ value }) => isPart(seen, value))
  return few(parts).map(({ day }) => ({
    id: 'missing_day',
    exact: parts.length === 1,
    side: seen.side,
    figures: { day, amount: row.figure(seen.missing) },
  }))
}

/** Two days or more at an end of the run: the other side was drawn up earlier, or begins later. */
function missingRun(row: RowLook, seen: Seen): readonly Found[] {
  const days = seen.behind?.days ?? []
  const sums = (from: number, to: number) =>
    days.slice(from, to).reduce((sum, { value }) => sum + value, 0n)
  const found: Found[] = []
  for (let at = 2; at < days.length; at++) {
    const rest = days.length - at
    const amount = row.figure(seen.missing)
    if (rest >= 2 && isPart(seen, sums(at, days.length))) {
      const figures = { day: days[at]?.day ?? '', amount }
      found.push({ id: 'missing_from', exact: true, side: seen.side, figures })
    }
    if (isPart(seen, sums(0, at))) {
      const figures = { day: days[at - 1]?.day ?? '', amount }
      found.push({ id: 'missing_until', exact: true, side: seen.side, figures })
    }
  }
  return few(found)
}

function missingPair(row: RowLook, seen: Seen): readonly Found[] {
  const parts = seen.behind?.screenings ?? []
  if (parts.length > PAIR_SCREENINGS_MAX || parts.length < 4) return []
  const ways: (readonly [ScreeningPart, ScreeningPart])[] = []
  for (const [at, first] of parts.entries()) {
    for (const second of parts.slice(at + 1)) {
      const [one, other] = [partValue(row, first), partValue(row, second)]
      if (one > 0n && other > 0n && one + other === seen.missing) ways.push([first, second])
    }
  }
  return few(ways).map(([first, second]) => ({
    id: 'missing_pair',
    exact: ways.length === 1,
    side: seen.side,
    figures: {
      amount: row.figure(seen.missing),
      first: momentOf(row, first),
      firstAmount: row.figure(partValue(row, first)),
      second: momentOf(row, second),
      secondAmount: row.figure(partValue(row, second)),
      ways: ways.length,
    },
  }))
}

function momentOf(row: RowLook, { cinemaId, startsAtSeconds }: ScreeningPart): string {
  return row.wallTime(cinemaId, startsAtSeconds)
}
