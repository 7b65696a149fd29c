import { hydrate } from 'preact'
import { readPage } from './island.ts'
import { OrderPage } from './order/order-page.tsx'
import { WordsContext, wordsOf } from './words.ts'

const { page, place } = readPage()
if (page.body.is === 'order') {
  hydrate(
    <WordsContext.Provider value={wordsOf(page.lang)}>
      <OrderPage page={page} body={page.body} />
    </WordsContext.Provider>,
    place,
  )
}
