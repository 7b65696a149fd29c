import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Notice } from './parts/notice.tsx'
import { useText } from './texts/text.tsx'
import type { House } from './wire/client.ts'
import { problemOf } from './wire/problem.ts'
import { useHouse } from './wire/queries.ts'

/** Shows a page once it is known who is there; until then, and on failure, says so. */
export function HouseGate({ children }: { readonly children: (house: House) => ReactNode }) {
  const { t } = useText()
  const { data, error, refetch } = useHouse()
  if (data) return children(data)
  return (
    <main className="page page-alone" id="main">
      {error ? (
        <Notice
          state="failed"
          title={t('houseFailed')}
          action={
            <Button className="button" onPress={() => void refetch()}>
              {t('tryAgain')}
            </Button>
          }
        >
          {problemOf(error)?.detail ?? t('noAnswer')}
        </Notice>
      ) : (
        <p className="quiet">{t('houseLoading')}</p>
      )}
    </main>
  )
}
