import * as z from 'zod'
import { CHART_KINDS } from '#charts'
import { accept } from '#kernel'
import { METRIC_IDS } from '#metrics'
import { safeName } from './answer-file.ts'
import { FILE_LANGS } from './answer-file-words.ts'
import { chartFile } from './chart-file.ts'
import { cinemaPlaces } from './chart-file-places.ts'
import type { Route } from './route.ts'
import { answers, sends } from './route.ts'
import { questionIn } from './routes-files-out.ts'

const MEDIA_TYPES = { svg: 'image/svg+xml', png: 'image/png' } as const
const WIDTH = 1000

const chartQuery = z.object({
  q: z.string().describe('the question as JSON, as /v1/answers takes it'),
  kind: z
    .enum(CHART_KINDS)
    .optional()
    .describe('unless said, or where it does not fit: what fits best'),
  metric: z.enum(METRIC_IDS).optional().describe('the one drawn; unless said, the first'),
  format: z.enum(['svg', 'png']).default('svg'),
  lang: z.enum(FILE_LANGS).default('en'),
  theme: z.enum(['light', 'dark']).default('light'),
  width: z.coerce.number().int().min(320).max(2400).default(WIDTH),
  height: z.coerce
    .number()
    .int()
    .min(240)
    .max(2400)
    .optional()
    .describe('about; unless said, what the chart needs'),
})

/** Answers as pictures, and what maps need. */
export const CHART_ROUTES: readonly Route[] = [
  sends({
    name: 'answerChart',
    method: 'GET',
    path: '/v1/answers/chart',
    summary: 'Answers one question as the picture of a chart, with title, filters and freshness',
    refusals: [
      'basis_needed',
      'basis_unknown',
      'chart_busy',
      'chart_font_missing',
      'chart_unfit',
      'currency_needed',
      'question_malformed',
      'question_too_large',
      'rate_missing',
    ],
    query: chartQuery,
    mediaTypes: Object.values(MEDIA_TYPES),
    async open({ house, asker, query: { q, ...asked } }) {
      const question = questionIn(q)
      if (!question.ok) return question
      const answer = await house.answers.ask(asker, question.value)
      if (!answer.ok) return answer
      const file = await chartFile(house, asker, answer.value, asked)
      if (!file.ok) return file
      const { title, bytes } = file.value
      const name = `${safeName(title)}.${asked.format}`
      return accept({ name, mediaType: MEDIA_TYPES[asked.format], bytes: inOne(bytes) })
    },
  }),
  answers({
    name: 'cinemaPlaces',
    method: 'GET',
    path: '/v1/cinemas/places',
    summary: 'Where cinemas are, as files of sites say; those that no file places are left out',
    refusals: [],
    response: z.object({
      places: z.array(
        z.object({ cinemaId: z.string(), latitude: z.number(), longitude: z.number() }),
      ),
    }),
    async answer({ house, asker }) {
      const places = await cinemaPlaces(house, asker)
      return accept({ places: [...places] })
    },
  }),
]

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
