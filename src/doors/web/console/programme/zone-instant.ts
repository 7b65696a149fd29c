import { epochMs } from '../../shared/days.ts'

/** The instant at which a zone's clock shows a minute of a day; the minute may be past midnight. */
export function instantIn(timezone: string, day: string, minute: number): string {
  const wall = epochMs(day) + minute * 60_000
  // The offset asked for at the wall's own reading is off by at most one change of the clock.
  const near = wall - offsetMs(timezone, wall)
  return new Date(wall - offsetMs(timezone, near)).toISOString()
}

function offsetMs(timezone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant)
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return shown - Math.floor(instant / 60_000) * 60_000
}
