import { Link } from '@tanstack/react-router'
import { Link2 } from 'lucide-react'
import { UNKNOWN } from '../../shared/numbers.ts'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import type { FilmFacts } from '../wire/films.ts'
import type { FilmFrame } from './film-frame.ts'
import type { FilmView } from './film-page.tsx'
import { FilmStrip } from './film-strip.tsx'
import { useMissing } from './use-missing.ts'

type FilmHeadProps = { readonly facts: FilmFacts; readonly view: FilmView | undefined }

/** What the film is, where in its run it stands, and its leading figures. */
export function FilmHead({ facts, view }: FilmHeadProps) {
  const { t, dates } = useText()
  const { distributor, rating, runtimeMinutes, formats, year } = facts
  const frame = view?.frame
  const opensOn = facts.opensOn ?? frame?.opensOn
  const said = [
    distributor,
    year !== undefined && String(year),
    rating,
    runtimeMinutes !== undefined && t('minutes', { count: runtimeMinutes }),
    formats.join(t('comma')),
    opensOn !== undefined && t('filmOpened', { day: dates.dayYear(opensOn) }),
  ].filter((part) => part !== undefined && part !== false && part !== '')
  return (
    <div className="film-head">
      <div className="film-name-block">
        <h2 className="film-title">{facts.name}</h2>
        <p className="film-said">
          {said.length === 0 ? UNKNOWN : said.map((part) => <span key={String(part)}>{part}</span>)}
        </p>
        <p className="film-chips">
          {frame && <Standing frame={frame} />}
          {view && <MissingChip view={view} />}
          {facts.cinemas > 0 && frame && (
            <span className="chip chip-plain">
              {t('filmCinemas', { count: facts.cinemas, all: frame.scope.cinemas.length })}
            </span>
          )}
          {facts.spellings.length > 1 && (
            <Link to="/imports/matches" className="chip chip-plain chip-link">
              <Link2 size={13} aria-hidden />
              {t('filmSpellings', { count: facts.spellings.length })}
            </Link>
          )}
          {facts.ours && (
            <Link
              to="/programme/films"
              search={{ film: facts.id }}
              className="chip chip-plain chip-link"
            >
              {t('filmInProgramme')}
            </Link>
          )}
        </p>
      </div>
      {view && <FilmStrip view={view} />}
    </div>
  )
}

/** A total that leaves a cinema out says so. */
function MissingChip({ view: { frame, go } }: { readonly view: FilmView }) {
  const { t } = useText()
  const { missing } = useMissing(frame)
  if (!missing || missing.length === 0) return null
  return (
    <button
      type="button"
      className="chip chip-silent chip-link"
      onClick={() => go({ tab: 'sites', span: undefined })}
    >
      <StateGlyph state="silent" />
      {t('filmMissingChip', { count: missing.length })}
    </button>
  )
}

function Standing({ frame }: { readonly frame: FilmFrame }) {
  const { t, dates } = useText()
  const { week, releaseDay, playing, run } = frame
  const words = !playing
    ? t('filmOver', { day: dates.date(run.to) })
    : week === undefined
      ? t('filmBefore', { count: 1 - releaseDay })
      : t('filmWeekDay', { week, day: releaseDay })
  return <span className="chip chip-plain">{words}</span>
}
