import { z } from 'zod'
import { dimensionById, FIRST_DAY, isDay, LAST_DAY } from './dimension.ts'
import type { ComparisonId, Grain } from './question.ts'
import { DIMENSION_IDS, METRIC_IDS } from './question-key.ts'
import { dayMinute } from './sale-time.ts'

const METRICS_MAX = 12
const BY_MAX = 4
const FILTER_VALUES_MAX = 1000
/** Rows of one answer at most. */
export const ROWS_MAX = 10_000

const SHOWN_LENGTH_MAX = 60
const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year']

const COMPARISONS: readonly ComparisonId[] = [
  'previous',
  'weekday',
  'year',
  'holiday',
  'releaseWeek',
]
const PEERS_MAX = 20

const NAMES = [
  'metrics',
  'by',
  'where',
  'whereNot',
  'from',
  'to',
  'grain',
  'soldBy',
  'compare',
  'peers',
  'order',
  'limit',
  'currency',
  'convert',
  'basis',
  'sample',
]

const oneOf = <Id extends string>(what: string, ids: readonly Id[]) =>
  z.enum(ids, {
    error: ({ input }) => `${quoted(input)} is no ${what}; choose from ${ids.join(', ')}.`,
  })

const listOf = <Item extends z.ZodType>(name: string, item: Item, most: number) =>
  z
    .array(item, { error: `${quoted(name)} is a list.` })
    .max(most, { error: `${quoted(name)} takes at most ${most} values.` })

const dayText = (name: string) =>
  z.string({ error: `${quoted(name)} is a date such as 2026-11-23.` }).refine(isDay, {
    error: ({ input }) =>
      `${quoted(input)} is no date for ${quoted(name)}; write one from ${FIRST_DAY} to ${LAST_DAY}.`,
  })

const filterText = z.string({ error: 'A value of a filter is text.' })
const filterValues = listOf('where', filterText, FILTER_VALUES_MAX).exactOptional()

// A strict object and no record: a record loses the key `__proto__` without a word, and a filter that
// is lost asks for everything.
const filters = (name: string) =>
  z.strictObject(
    {
      film: filterValues,
      cinema: filterValues,
      tradingDay: filterValues,
      weekday: filterValues,
      hour: filterValues,
      ticketType: filterValues,
      channel: filterValues,
      saleTime: filterValues,
      currency: filterValues,
      auditorium: filterValues,
      screening: filterValues,
      startsAt: filterValues,
      format: filterValues,
      language: filterValues,
      daysBefore: filterValues,
      releaseDay: filterValues,
      releaseWeek: filterValues,
      distributor: filterValues,
      territory: filterValues,
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `${quoted(issue.keys?.[0])} is no dimension to filter by; ` +
            `choose from ${DIMENSION_IDS.join(', ')}.`
          : `${quoted(name)} is an object of lists, for example {"film": ["1", "2"]}.`,
    },
  )

const currencyText = (name: string) =>
  z
    .string({ error: `${quoted(name)} is three letters such as EUR.` })
    .refine(dimensionById('currency').accepts, {
      error: ({ input }) =>
        `${quoted(input)} is no currency; write its three letters, such as EUR.`,
    })

/** The shape of a question in JSON; what its parts must agree on is checked beside. */
export const questionSchema = z.strictObject(
  {
    metrics: listOf('metrics', oneOf('metric', METRIC_IDS), METRICS_MAX),
    by: listOf('by', oneOf('dimension', DIMENSION_IDS), BY_MAX).optional(),
    where: filters('where').optional(),
    whereNot: filters('whereNot').optional(),
    from: dayText('from').optional(),
    to: dayText('to').optional(),
    grain: oneOf('grain', GRAINS).optional(),
    soldBy: z
      .string({ error: '“soldBy” is a time such as 19:40.' })
      .refine((text) => dayMinute(text) !== undefined, {
        error: ({ input }) =>
          `${quoted(input)} is no time of a trading day; write 19:40, or 25:30 for half past one at night.`,
      })
      .optional(),
    compare: listOf('compare', oneOf('comparison', COMPARISONS), COMPARISONS.length).optional(),
    peers: listOf(
      'peers',
      z
        .string({ error: '“peers” are ids of films, as text.' })
        .refine(dimensionById('film').accepts, {
          error: ({ input }) => `${quoted(input)} is no id of a film.`,
        }),
      PEERS_MAX,
    ).optional(),
    order: z
      .strictObject(
        {
          of: oneOf('thing to sort by', [...METRIC_IDS, ...DIMENSION_IDS, 'period']),
          descending: z.boolean({ error: '“descending” is true or false.' }),
        },
        { error: '“order” is {"of": …, "descending": true or false}.' },
      )
      .optional(),
    limit: z
      .int({ error: ({ input }) => `${quoted(input)} is no whole number for “limit”.` })
      .min(1, { error: '“limit” is at least 1.' })
      .max(ROWS_MAX, { error: `“limit” is at most ${ROWS_MAX}.` })
      .optional(),
    currency: currencyText('currency').optional(),
    convert: currencyText('convert').optional(),
    basis: z.string({ error: '“basis” is text.' }).optional(),
    sample: z
      .boolean({ error: ({ input }) => `${quoted(input)} is not true or false, for “sample”.` })
      .optional(),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `A question has no ${quoted(issue.keys?.[0])}; it has ${NAMES.join(', ')}.`
        : 'A question is an object with at least “metrics”.',
  },
)

export type QuestionShape = z.infer<typeof questionSchema>

/** A word in quotes, short enough for a sentence. */
export function quoted(input: unknown): string {
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? 'nothing')
  const letters = [...text]
  const shown =
    letters.length > SHOWN_LENGTH_MAX ? `${letters.slice(0, SHOWN_LENGTH_MAX).join('')}…` : text
  return `“${shown}”`
}
