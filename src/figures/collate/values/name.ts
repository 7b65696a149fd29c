import { tidyText } from '#kernel'
import type { QuarantinedRow } from '../layout.ts'
import { quarantined } from '../layout.ts'

/** Longer is no name but a row that was cut wrongly. */
const NAME_LENGTH_MAX = 500

const TOO_LONG = quarantined(
  'name_too_long',
  `A name in the row is longer than ${NAME_LENGTH_MAX} characters. Is it cut right?`,
)

/** A film's or event's title. */
export function readTitle(text: string): string | QuarantinedRow {
  const title = readName(text)
  return title === '' ? quarantined('title_missing', 'The row names no film or event.') : title
}

/** Any name: blanks taken off, and possibly nothing. */
export function readName(text: string): string | QuarantinedRow {
  const name = tidyText(text)
  return name.length > NAME_LENGTH_MAX ? TOO_LONG : name
}
