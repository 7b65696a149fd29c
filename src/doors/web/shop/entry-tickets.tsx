import { hydrate } from 'preact'
import { readPage } from './island.ts'
import { TicketsPage } from './order/tickets-page.tsx'
import { WordsContext, wordsOf } from './words.ts'

const { page, place } = readPage()
hydrate(
  <WordsContext.Provider value={wordsOf(page.lang)}>
    <TicketsPage page={page} />
  </WordsContext.Provider>,
  place,
)
