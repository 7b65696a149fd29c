import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { Answer } from '#metrics/pure'
import { useMetricText } from '../parts/metric-text.ts'
import { useText } from '../texts/text.tsx'
import { numberOf } from '../wire/rows.ts'

type ExploreFootProps = {
  readonly answer: Answer
  /** Of the cinemas it speaks of: their clock, not the reader's. */
  readonly timezone: string
  /** The same days and cinemas, asked for how complete they are. */
  readonly completeness: Answer | undefined
}

/** What the figures rest on: what they mean, where from, how complete, and as of when. */
export function ExploreFoot({ answer, timezone, completeness }: ExploreFootProps) {
  const { t, dates, numbers } = useText()
  const sources = answer.sources.map(({ name }) => name)
  const shown = sources.length > 2 ? t('sourcesCount', { count: sources.length }) : null
  const complete = numberOf(completeness?.total, 'completeness')
  const { expected, reporting } = answer.sites
  return (
    <>
      <Definitions answer={answer} />
      {sources.length > 0 && (
        <span title={sources.join(t('comma'))}>
          {t('footSources')} <b>{shown ?? sources.join(t('comma'))}</b>
        </span>
      )}
      {answer.basis === 'tickets' && expected > 0 && (
        <span>
          {t('footSites')} <b>{t('footSitesOf', { reporting, expected })}</b>
        </span>
      )}
      {complete !== undefined && (
        <span>
          {t('footComplete')} <b>{numbers.percent(complete)}</b>
        </span>
      )}
      <span>
        {t('footAsOf')} <b>{dates.timeOf(answer.freshness.asOf, timezone)}</b>
      </span>
    </>
  )
}

/** The first metric's name; what all of them mean is a press away. */
function Definitions({ answer }: { readonly answer: Answer }) {
  const { t, lang } = useText()
  const metricText = useMetricText()
  const { definitions } = answer
  return (
    <DialogTrigger>
      <Button className="foot-button">
        {t('footDefinition')}{' '}
        <b>{definitions.map(({ id }) => metricText.lower(id)).join(t('comma'))}</b>
      </Button>
      <Popover className="popover" placement="top start">
        <Dialog className="definitions" aria-label={t('footDefinition')}>
          <dl>
            {definitions.map(({ id, meaning }) => (
              <div key={id}>
                <dt>{metricText.name(id)}</dt>
                {/* The exact definition is the registry's; other languages say it in short. */}
                <dd>{lang === 'en' ? meaning : metricText.meaning(id)}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
