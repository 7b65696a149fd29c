import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import { useAreas, useFilms, usePriceCards } from '../wire/programme.ts'
import { CardEditor } from './card-editor.tsx'
import { CardPanel } from './card-panel.tsx'
import type { ProgrammeScope } from './programme-frame.tsx'
import { ProgrammeFrame } from './programme-frame.tsx'
import type { ProgrammeAddress } from './use-programme-search.ts'
import { useProgrammeSearch } from './use-programme-search.ts'

/** Price cards: what a seat costs, by version, so that what was sold stays explained. */
export function PricesPage() {
  const address = useProgrammeSearch('/programme/prices')
  return (
    <ProgrammeFrame search={address.search}>
      {(scope) => <Prices scope={scope} address={address} />}
    </ProgrammeFrame>
  )
}

const FORMATS = ['2D', '3D', 'IMAX']

type PricesProps = { readonly scope: ProgrammeScope; readonly address: ProgrammeAddress }

function Prices({ scope, address }: PricesProps) {
  const { t } = useText()
  const { search, change } = address
  const { organisationId, currency } = scope.cinema
  const { data: cards, error, refetch } = usePriceCards(organisationId)
  const films = useFilms(organisationId).data ?? []
  const areas = useAreas(scope.allAuditoria)
  const [said, setSaid] = useState<string>()
  const open = cards?.find(({ id }) => id === search.card)
  const shown = films.flatMap(({ releases }) => releases.map(({ format }) => format))
  const formats = [...new Set([...FORMATS, ...shown])]
  if (search.card === 'new' || open) {
    return (
      <main className="page" id="main">
        <CardEditor
          key={search.card}
          cinema={scope.cinema}
          currency={open?.currency ?? currency}
          card={open}
          areas={areas}
          formats={formats}
          onDone={(say) => {
            change({ card: undefined })
            setSaid(say)
          }}
        />
      </main>
    )
  }
  const add = (
    <Button className="button button-primary" onPress={() => change({ card: 'new' })}>
      {t('cardAdd')}
    </Button>
  )
  return (
    <main className="page" id="main">
      <p className="planner-said" role="status">
        {said}
      </p>
      {error && !cards ? (
        <Notice
          state="failed"
          title={t('cardsFailed')}
          action={
            <Button className="button" onPress={() => void refetch()}>
              {t('tryAgain')}
            </Button>
          }
        >
          {problemOf(error)?.detail ?? t('noAnswer')}
        </Notice>
      ) : (
        <Panel
          title={t('priceCards')}
          note={cards ? t('cardsSay') : t('houseLoading')}
          action={add}
          className="card-head"
        >
          {cards?.length === 0 && <p className="panel-empty">{t('cardsNone')}</p>}
        </Panel>
      )}
      {cards?.map((card) => (
        <CardPanel
          key={card.id}
          card={card}
          organisationId={organisationId}
          areas={areas}
          onChange={() => change({ card: card.id })}
          onSaid={setSaid}
        />
      ))}
    </main>
  )
}
