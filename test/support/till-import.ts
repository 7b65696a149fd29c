import { Readable } from 'node:stream'
import type { ImportView } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import { readParameters } from '#metrics'
import type { Engined } from '#server'
import type { TillRow } from './till-file.ts'

/** Gives a till's file to a house, for a cinema in Chicago, and reads it to its end. */
export async function giveTill(
  { importer }: Engined,
  cinema: string,
  text: string | Buffer,
): Promise<ImportView> {
  const bytes = Readable.from([Buffer.from(text)])
  const file = await importer.receive(LOCAL_OWNER, 'till.csv', bytes)
  const request = { fileId: file.id, cinema, timezone: 'America/Chicago', currency: 'USD' }
  const begun = expectAccepted(await importer.begin(LOCAL_OWNER, request))
  return importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(60_000))
}

/** The admissions of a cinema, as answered. */
export async function admissionsOf(
  { answers }: Engined,
  cinemaId: string | undefined,
): Promise<unknown> {
  const words = { metrics: 'admissions', where: [`cinema=${cinemaId ?? 0}`] }
  const question = expectAccepted(readParameters(words))
  return expectAccepted(await answers.ask(LOCAL_OWNER, question)).rows[0]?.['admissions']
}

export function ticketsOf(rows: readonly TillRow[]): number {
  return rows.reduce((sum, { quantity }) => sum + quantity, 0)
}
