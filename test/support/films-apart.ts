import { matchViews, undoMatch } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Engined } from '#server'

/**
 * Takes back every match that was made by itself, so that films are as their files name them: for tests
 * that hold figures against a reading of the file. Gives how many there were.
 */
export async function keepFilmsApart(house: Engined): Promise<number> {
  await house.importer.idle()
  let undone = 0
  for (;;) {
    const { matches } = await matchViews(house, LOCAL_OWNER, { kind: 'film', state: 'made' })
    if (matches.length === 0) return undone
    for (const { id } of matches) {
      expectAccepted(await undoMatch(house, LOCAL_OWNER, Number(id)))
      undone++
    }
  }
}
