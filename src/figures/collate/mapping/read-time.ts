/** A time of day by the wall; hours from 24 on are of the night after. */
export type TimeParts = {
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Minutes east of UTC, where the cell says so. */
  readonly offsetMinutes?: number
}

export type TimeFault = 'blank' | 'unreadable'

const CLOCK = new RegExp(
  String.raw`^(上午|下午|晚上|凌晨|中午|오전|오후)?\s*(\d{1,2})\s*[:.時时点點시h]\s*(\d{2})?(?:分|분)?` +
    String.raw`(?:\s*[:.]\s*(\d{2})(?:[.,]\d+)?)?` +
    String.raw`\s*(a\.?m\.?|p\.?m\.?)?(?:\s*(?:Uhr|h|hrs?|น\.?|WIB|WITA|WIT))?$`,
  'iu',
)
const RANGE = /\s*[-–—~至]\s*\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?$/iu
const OFFSET = /\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/u
const HOUR_ONLY = /^(\d{1,2})\s*(a\.?m\.?|p\.?m\.?)$/iu
const DIGITS = /^(\d{1,2})(\d{2})(\d{2})?$/

/** A day at the cinema may run to 29:59: half past five at night, before the next day starts. */
const HOUR_MOST = 29

export function readTime(cell: string): TimeParts | TimeFault {
  let text = cell
    .normalize('NFKC')
    .trim()
    .replace(/^[T,]\s*/u, '')
  if (text === '') return 'blank'
  const plain = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text)
  if (plain) return time(Number(plain[1]), Number(plain[2]), Number(plain[3] ?? 0))
  // 17:00-19:05 is from and to; a moment with an offset has its seconds, or a T before it.
  const offset = /^T|:\d{2}:\d{2}|(?:Z|UTC|GMT)$/u.test(cell.trim()) ? OFFSET.exec(text) : null
  if (offset) text = text.slice(0, offset.index)
  text = text.replace(RANGE, '')
  const digits = /^\d{3,6}$/.test(text) ? DIGITS.exec(text) : null
  const alone = HOUR_ONLY.exec(text)
  const clock = CLOCK.exec(text)
  const read = digits
    ? time(Number(digits[1]), Number(digits[2]), Number(digits[3] ?? 0))
    : alone
      ? halved(Number(alone[1]), 0, 0, alone[2] ?? '')
      : clock
        ? halved(
            Number(clock[2]),
            Number(clock[3] ?? 0),
            Number(clock[4] ?? 0),
            clock[5] ?? clock[1] ?? '',
          )
        : 'unreadable'
  if (typeof read === 'string' || !offset) return read
  return { ...read, offsetMinutes: offsetMinutes(offset[1] ?? '') }
}

function halved(hour: number, minute: number, second: number, half: string): TimeParts | TimeFault {
  if (half === '') return time(hour, minute, second)
  // 下午15:00 says the same thing twice.
  if (hour > 12) return /[a-z]/i.test(half) ? 'unreadable' : time(hour, minute, second)
  const isLate = /^p|下午|晚上|오후/iu.test(half) || (half === '中午' && hour < 11)
  return time((hour % 12) + (isLate || (half === '中午' && hour === 12) ? 12 : 0), minute, second)
}

function time(hour: number, minute: number, second: number): TimeParts | TimeFault {
  if (hour > HOUR_MOST || minute > 59 || second > 59) return 'unreadable'
  return { hour, minute, second }
}

function offsetMinutes(text: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(text)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}
