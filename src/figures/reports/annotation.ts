import type { Outcome } from '#kernel/pure'
import { accept, refuse, tidyText } from '#kernel/pure'

/** What can be noted on a chart of time. */
export const ANNOTATION_KINDS = ['opening', 'holiday', 'outage', 'price', 'note'] as const
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number]

/** Something that happened beside the figures: known to the house, or written by hand. */
export type Annotation = {
  /** Of those written by hand: by it they are taken away. */
  readonly id?: string
  readonly kind: AnnotationKind
  readonly by: 'house' | 'hand'
  /** First trading day, and the last where there are several, ISO. */
  readonly from: string
  readonly to?: string
  /**
   * The note; otherwise the name of what it is about: a film’s title, a holiday, the cinema or source
   * that was silent, the price card.
   */
  readonly text: string
  /** How many more of the kind stand with it: three films that open on one day are one and 2. */
  readonly more?: number
  /** ISO instant: since when a cinema is silent. */
  readonly since?: string
  /** Ids as answers name them. */
  readonly film?: string
  readonly cinema?: string
}

/** What a page with a chart is about. Nothing said: everything that the asker may see. */
export type AnnotationSubject = {
  readonly films?: readonly string[]
  readonly cinemas?: readonly string[]
}

/** A note as somebody writes it. */
export type NoteSaid = {
  readonly from: string
  readonly to?: string | undefined
  readonly text: string
}

export type NoteRead = { readonly from: string; readonly to: string; readonly text: string }

export const NOTE_CHARACTERS_MAX = 200
const NOTE_DAYS_MAX = 400

/** A note, tidied, or what is wrong with it. */
export function readNote(said: NoteSaid): Outcome<NoteRead, 'note_unusable'> {
  const text = tidyText(said.text)
  if (text.length === 0 || text.length > NOTE_CHARACTERS_MAX || /[\p{Cc}\p{Cs}]/u.test(text)) {
    return refuse('note_unusable', `A note has 1 to ${NOTE_CHARACTERS_MAX} characters.`)
  }
  const { from, to = from } = said
  if (!isNoteDay(from) || !isNoteDay(to)) {
    return refuse('note_unusable', 'A day is an ISO date such as 2026-11-21.')
  }
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  if (days < 0) return refuse('note_unusable', 'The last day is before the first.')
  if (days >= NOTE_DAYS_MAX) {
    return refuse('note_unusable', `A note spans at most ${NOTE_DAYS_MAX} days.`)
  }
  return accept({ from, to, text })
}

/** An ISO date of the calendar, of years that figures are kept for. */
export function isNoteDay(text: string): boolean {
  if (!/^(19[7-9]\d|20\d\d|21[0-3]\d)-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The day after, ISO. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
