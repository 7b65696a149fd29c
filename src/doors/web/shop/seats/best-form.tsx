import type { SeatsBody } from '../page.ts'
import { refusalText } from '../refusal-text.ts'
import { useWords } from '../words.ts'

/** Seats without scripts: how many, and the best of them are held. Shown only where scripts are off. */
export function BestForm({ body }: { readonly body: SeatsBody }) {
  const words = useWords()
  const { t } = words
  const { screening, party, formKey, refused, seats } = body
  return (
    <form class="best-form" method="post" action={`/shop/screenings/${screening.id}/best`}>
      {refused && <p role="alert">{refusalText(refused, words)}</p>}
      <input type="hidden" name="key" value={formKey} />
      <label>
        <span>{t.bestFormCount}</span>
        <input
          name="party"
          type="number"
          inputMode="numeric"
          min="1"
          max={seats.linesMax}
          defaultValue={String(party)}
        />
      </label>
      <button class="primary" type="submit">
        {t.bestForm}
      </button>
      <p class="note">{t.bestFormHelp}</p>
    </form>
  )
}
