import { literal } from '#warehouse'
import type { Ground } from './ground.ts'
import { conditions, dayColumn, keyColumns, keysOf } from './ground.ts'
import type { Measure } from './metric.ts'
import type { Given, Part } from './part.ts'
import { grouped, indent, select, sumPart } from './part.ts'
import type { DimensionId, Question } from './question.ts'
import { namedDimensions } from './question-fit.ts'
import type { Reporter, Setting, TilingKind, Variant } from './setting.ts'
import { weekBefore } from './variant.ts'

const TABLE = 'box_office'

/** Dimensions that only rows of single films have. */
const OF_FILMS: readonly DimensionId[] = ['film', 'distributor', 'releaseDay', 'releaseWeek']

const VALUE = (measure: string) => `if(measure = '${measure}', toInt128(value), 0)`

/** What of a reporter stands for what of ours. */
const REPORTED: Readonly<Partial<Record<Measure, string>>> = {
  sold: VALUE('admissions'),
  gross: VALUE('gross'),
  screenings: VALUE('screenings'),
  listed: VALUE('screenings'),
  seats: VALUE('seats'),
  seated: VALUE('admissions'),
  seated_gross: VALUE('gross'),
}

/** Everything that one reporter says for a question about one span. */
export function reportedParts(
  question: Question,
  setting: Setting,
  variant: Variant,
  needs: ReadonlySet<Measure>,
): readonly Part[] {
  const { reporter } = setting
  if (!reporter) throw new Error('a plan on reported figures without a reporter')
  const only = [reporterCondition(question, reporter)]
  const part = (standing: Variant, why: string, sums: Given) => {
    const ground: Ground = { family: 'reported', table: TABLE, setting, variant: standing }
    return sumPart(question, ground, { why, sums, only })
  }
  const { from: _from, ...endless } = variant
  const sums = [...needs].flatMap((measure) => {
    const sql = REPORTED[measure]
    return sql === undefined ? [] : [[measure, sql] as const]
  })
  return [
    part(variant, 'reported', sums),
    ...(needs.has('sites') ? [sitesPart(question, setting, variant, reporter)] : []),
    ...(needs.has('life_gross') || needs.has('life_admissions')
      ? [
          part(endless, 'run so far', [
            ['life_gross', VALUE('gross')],
            ['life_admissions', VALUE('admissions')],
          ]),
        ]
      : []),
    ...(needs.has('before_gross')
      ? [part(weekBefore(variant), 'a week earlier', [['before_gross', VALUE('gross')]])]
      : []),
  ]
}

/** Rows of one source, one kind of period and one kind of place: what else it says, it says twice. */
export function reporterCondition(question: Question, reporter: Reporter): string {
  const named = namedDimensions(question)
  const films = named.some((id) => OF_FILMS.includes(id))
  const ofCinemas = named.includes('cinema') || !reporter.territories
  return [
    `source = ${literal.uint32(reporter.source)}`,
    `kind = ${literal.text(reportedKind(reporter))}`,
    films || !reporter.wholes ? 'film != 0' : 'film = 0',
    ofCinemas ? 'cinema != 0' : `territory != '' and cinema = 0`,
  ].join(' and ')
}

/** The finest kind of period that tiles what is asked. */
export function reportedKind({ kinds }: Reporter): TilingKind {
  return kinds[0] ?? 'day'
}

/** The most cinemas that are stated for any one period. */
function sitesPart(
  question: Question,
  setting: Setting,
  variant: Variant,
  reporter: Reporter,
): Part {
  const ground: Ground = { family: 'reported', table: TABLE, setting, variant }
  const keys = keysOf(question)
  const each = [...keys, 'said_film', 'said_territory', 'said_cinema', 'said_day']
  const kept = select(
    [
      ...keyColumns(question, ground),
      'film as said_film',
      'territory as said_territory',
      'cinema as said_cinema',
      `${dayColumn(ground)} as said_day`,
      'toInt64(value) as said_sites',
    ],
    `from ${TABLE}
where measure = 'sites' and ${reporterCondition(question, reporter)}
  and ${conditions(question, ground).join('\n  and ')}`,
  )
  const standing = select(
    [...keys, 'sum(said_sites) as sites_of_period'],
    `from (\n${indent(kept)}\n)${grouped(each)}`,
  )
  return {
    table: TABLE,
    why: 'sites reported',
    keys,
    gives: new Map([['sites', 'max(sites_of_period)']]),
    gathering: 'most',
    from: `from (\n${indent(standing)}\n)${grouped(keys)}`,
  }
}
