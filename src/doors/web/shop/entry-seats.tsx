import { hydrate } from 'preact'
import { readPage } from './island.ts'
import { SeatsPage } from './seats/seats-page.tsx'
import { WordsContext, wordsOf } from './words.ts'

const { page, place } = readPage()
if (page.body.is === 'seats') {
  hydrate(
    <WordsContext.Provider value={wordsOf(page.lang)}>
      <SeatsPage page={page} body={page.body} />
    </WordsContext.Provider>,
    place,
  )
}
