import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { TILL_HEADER, tillLine } from '#test'

/** What `tillRow` is asked for the first of: rows of one showing stand together, as a till prints them. */
const TYPES = [
  ['Adult', 1_175],
  ['Senior Citizen', 800],
  ['Student', 825],
  ['Comp', 0],
] as const
const SHOWINGS_A_DAY = 60
const FIRST_DAY_MS = Date.UTC(2005, 0, 1)
const DAY_MS = 86_400_000
const OPENS_MS = 10 * 3_600_000
const SHOWING_EVERY_MS = 12 * 60_000
const FILMS_AT_ONCE = 20
const DAYS_A_FILM = 10
const PIECE_CHARACTERS = 1_000_000

/** Where the file's moments are; its clock has a summer time, as most have. */
export const TILL_ZONE = 'America/Chicago'
export const TILL_MONEY = 'USD'

/** Writes a till's export of so many rows, no two of them the same fact; gives its size in bytes. */
export async function writeTillExport(path: string, rows: number): Promise<number> {
  const file = createWriteStream(path)
  let text = `${TILL_HEADER}\n`
  let bytes = 0
  const flush = async () => {
    bytes += Buffer.byteLength(text)
    if (!file.write(text)) await once(file, 'drain')
    text = ''
  }
  for (let row = 0; row < rows; row++) {
    text += `${tillLine(tillRow(row))}\n`
    if (text.length >= PIECE_CHARACTERS) await flush()
  }
  await flush()
  file.end()
  await once(file, 'close')
  return bytes
}

function tillRow(row: number) {
  const showing = Math.floor(row / TYPES.length)
  const [ticketType, unitCents] = TYPES[row % TYPES.length] ?? TYPES[0]
  const day = Math.floor(showing / SHOWINGS_A_DAY)
  const film = Math.floor(day / DAYS_A_FILM) * FILMS_AT_ONCE + (showing % FILMS_AT_ONCE)
  const ofDay = showing % SHOWINGS_A_DAY
  const at = new Date(FIRST_DAY_MS + day * DAY_MS + OPENS_MS + ofDay * SHOWING_EVERY_MS)
  // A till counts; it needs no chance that the engine could not also have from a formula.
  const quantity = 1 + ((row * 7_919) % 120)
  return { title: `Film ${film}`, date: wallText(at), ticketType, quantity, unitCents }
}

/** The till's wall clock, written into a Date as if it were UTC: `Mar 16, 2018 5:00:00 PM`. */
function wallText(at: Date): string {
  const [, day, month, year] = at.toUTCString().split(/,? /)
  const hour = at.getUTCHours()
  const minute = String(at.getUTCMinutes()).padStart(2, '0')
  return `${month} ${Number(day)}, ${year} ${hour % 12 || 12}:${minute}:00 ${hour < 12 ? 'AM' : 'PM'}`
}
