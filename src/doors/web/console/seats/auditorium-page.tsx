import '../style/seat-plan.css'
import { Link, useParams } from '@tanstack/react-router'
import { HouseGate } from '../house-gate.tsx'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import { useAuditoriumPlan } from '../wire/plans.ts'
import { problemOf } from '../wire/problem.ts'
import { PlanEditor } from './plan-editor.tsx'

/** One auditorium: its seat plan, drawn and saved by version. */
export function AuditoriumPage() {
  const { t } = useText()
  const { cinemaId, auditoriumId } = useParams({
    from: '/cinemas/$cinemaId/auditoria/$auditoriumId',
  })
  const { data, error } = useAuditoriumPlan(auditoriumId)
  return (
    <HouseGate>
      {(house) => {
        const cinema = house.cinemas.find(({ id }) => id === cinemaId)
        const title = (
          <>
            <Link
              to="/cinemas/$cinemaId"
              params={{ cinemaId }}
              search={{ tab: 'auditoria' }}
              className="crumb"
            >
              {cinema?.name ?? t('cinemas')}
            </Link>
            <span className="crumb-mark">/</span>
            {data?.auditorium.name ?? t('auditorium')}
          </>
        )
        if (data) return <PlanEditor key={auditoriumId} found={data} title={title} />
        return (
          <>
            <TopBar title={title} />
            <main className="page" id="main">
              {error ? (
                <Notice state="failed" title={problemOf(error)?.detail ?? t('noAnswer')} />
              ) : (
                <p className="quiet">{t('houseLoading')}</p>
              )}
            </main>
          </>
        )
      }}
    </HouseGate>
  )
}
