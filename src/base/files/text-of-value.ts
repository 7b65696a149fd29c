/** The shortest decimal text that means the same number: `123`, never `123.0` or `1.23e+2`. */
export function decimalText(value: number): string {
  if (Number.isNaN(value)) return ''
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity'
  return plainText(String(value === 0 ? 0 : value))
}

/** A number's text without exponent. */
export function plainText(text: string): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?e([+-]?\d+)$/i.exec(text)
  if (!found) return text
  const [, sign = '', whole = '', fraction = '', power = '0'] = found
  const digits = whole + fraction
  const point = whole.length + Number(power)
  if (Math.abs(point) > 400) return text
  if (point <= 0) return trimZeros(`${sign}0.${'0'.repeat(-point)}${digits}`)
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`
  return trimZeros(`${sign}${digits.slice(0, point)}.${digits.slice(point)}`)
}

function trimZeros(text: string): string {
  return text.replace(/\.?0+$/, '')
}

/** The shortest decimal text that a 32-bit number comes from. */
export function singleText(value: number): string {
  for (let digits = 6; digits < 10; digits++) {
    const text = value.toPrecision(digits)
    if (Math.fround(Number(text)) === value) return decimalText(Number(text))
  }
  return decimalText(value)
}

/** A whole number of `scale` decimals. */
export function scaledText(value: bigint, scale: number): string {
  if (scale <= 0) return String(value * 10n ** BigInt(-scale))
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0')
  const sign = value < 0n ? '-' : ''
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

const DAY_MS = 86_400_000

/** An ISO date of days since 1970-01-01. */
export function dayText(days: number): string {
  return isoOf(days * DAY_MS).slice(0, -14)
}

/** An ISO moment of nanoseconds since 1970-01-01, with as many decimals as it has. */
export function momentText(nanos: bigint, zone: 'Z' | ''): string {
  const seconds = floorDiv(nanos, 1_000_000_000n)
  const rest = nanos - seconds * 1_000_000_000n
  const text = isoOf(Number(seconds) * 1000).slice(0, -5)
  return `${text}${fractionText(rest, 9)}${zone}`
}

/** A time of day. */
export function clockText(nanos: bigint): string {
  return momentText(nanos, '')
    .slice(-(nanos % 1_000_000_000n === 0n ? 8 : 18))
    .replace(/^.*T/, '')
}

export function fractionText(value: bigint, digits: number): string {
  const text = String(value).padStart(digits, '0').replace(/0+$/, '')
  return text === '' ? '' : `.${text}`
}

function isoOf(milliseconds: number): string {
  // Beyond what a Date can say the count itself is the best there is.
  const isDate = Math.abs(milliseconds) <= 8.64e15
  return isDate ? new Date(milliseconds).toISOString() : `${milliseconds}T00:00:00.000Z`
}

function floorDiv(value: bigint, by: bigint): bigint {
  const whole = value / by
  return whole * by > value ? whole - 1n : whole
}
