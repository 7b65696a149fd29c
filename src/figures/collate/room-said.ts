import type { Said } from './said.ts'

/** What a fact calls the auditorium it happened in; empty where it names none. */
export function roomSaid(said: Said): string {
  if (said.table === 'ticket') return said.auditorium ?? ''
  return said.table === 'screening' ? said.room : ''
}
