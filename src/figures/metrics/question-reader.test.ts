import { expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import { questionKey, questionParameters } from './question-key.ts'
import { readParameters, readQuestion } from './question-reader.ts'

const read = (parameters: Record<string, string | string[]>) => readParameters(parameters)

test('parameters as a command line gives them make a question', () => {
  const question = expectAccepted(
    read({
      metrics: 'gross,admissions',
      by: 'film',
      where: ['cinema=1,2', 'channel=', 'cinema=3'],
      from: '2026-11-01',
      to: '2026-11-23',
      grain: 'week',
      soldBy: '19:42',
      order: 'gross:desc',
      limit: '10',
      currency: 'EUR',
      basis: 'tickets',
      sample: 'false',
    }),
  )
  expect(question).toEqual({
    metrics: ['gross', 'admissions'],
    by: ['film'],
    where: { cinema: ['1', '2', '3'], channel: [''] },
    from: '2026-11-01',
    to: '2026-11-23',
    grain: 'week',
    soldBy: '19:42',
    order: { of: 'gross', descending: true },
    limit: 10,
    currency: 'EUR',
    basis: 'tickets',
    sample: false,
  })
})

test('a value with a comma survives its way through parameters', () => {
  const question = { metrics: ['gross'], where: { ticketType: ['Kind, 2D', 'a\\', ',', 'b=c'] } }
  const first = expectAccepted(readQuestion(question))
  const second = expectAccepted(readParameters(questionParameters(first)))
  expect(second.where).toEqual(question.where)
})

test.each<[Record<string, string | string[]>, string]>([
  [{ metrics: 'grosss' }, '“grosss” is no metric; choose from admissions, paid'],
  [{ metrics: 'gross', by: 'movie' }, '“movie” is no dimension; choose from tradingDay'],
  [{ metrics: 'gross', where: 'movie=1' }, '“movie” is no dimension to filter by; choose from'],
  [{ metrics: 'gross', where: '__proto__=1' }, '“__proto__” is no dimension to filter by'],
  [{ metrics: 'gross', where: 'film' }, '“film” is no filter; write dimension=value'],
  [{ metrics: 'gross', where: 'film=Dune' }, '“Dune” is no value of “film”; it takes the id of'],
  [{ metrics: 'gross', where: 'film=4294967296' }, '“4294967296” is no value of “film”'],
  [{ metrics: 'gross', where: 'hour=24' }, '“24” is no value of “hour”; it takes an hour from 0'],
  [{ metrics: 'gross', where: 'saleTime=19:42' }, '“19:42” is no value of “saleTime”'],
  [{ metrics: 'gross', from: '2026-02-29' }, '“2026-02-29” is no date for “from”'],
  [{ metrics: 'gross', from: '2026-02-02', to: '2026-02-01' }, '“from” 2026-02-02 is later than'],
  [{ metrics: 'gross', grain: 'hour' }, '“hour” is no grain; choose from day, week'],
  [{ metrics: 'gross', soldBy: '19.40' }, '“19.40” is no time of a trading day'],
  [{ metrics: 'gross', order: 'film:desc' }, '“film” is none of gross'],
  [{ metrics: 'gross', order: 'gross:down' }, '“order” is'],
  [{ metrics: 'gross', limit: '0' }, '“limit” is at least 1'],
  [{ metrics: 'gross', limit: '10001' }, '“limit” is at most 10000'],
  [{ metrics: 'gross', limit: '1e3' }, '“1e3” is no whole number for “limit”'],
  [{ metrics: 'gross', currency: 'EURO' }, '“EURO” is no currency'],
  [{ metrics: 'gross', sample: 'yes' }, '“yes” is not true or false, for “sample”'],
  [{ metrics: 'gross', compare: 'year' }, 'A comparison needs its days'],
  [{ metrics: 'gross', compare: 'decade' }, '“decade” is no comparison; choose from previous'],
  [{ metrics: 'gross', compares: 'year' }, 'A question has no “compares”; it has metrics, by'],
  [{ metrics: 'occupancy', by: 'channel' }, '“occupancy” cannot be asked by “channel”'],
  [{ metrics: 'revenuePerSeatDay', where: 'film=1' }, 'cannot be asked by “film”'],
  [{ metrics: 'lifetimeGross', grain: 'day' }, 'cannot be asked by “grain”'],
  [{ metrics: 'drop' }, '“drop” needs its days'],
  [{ metrics: 'gross', where: '!=3' }, 'is no filter; write dimension=value'],
  [{ metrics: 'gross', to: ['2026-01-01', '2026-01-02'] }, '“to” is given more than once'],
  [{ metrics: '' }, 'Name at least one metric: admissions'],
  [{}, '“metrics” is a list'],
  [{ metrics: 'gross', by: 'film,cinema,hour,weekday,channel' }, '“by” takes at most 4 values'],
])('%j is refused, and the sentence says what is wrong', (parameters, say) => {
  const outcome = read(parameters)
  expect(outcome).toMatchObject({ ok: false, refusal: 'question_malformed' })
  expect(outcome).toHaveProperty('say', expect.stringContaining(say))
})

test('a wrong word comes with the words that would do', () => {
  expect(read({ metrics: 'grosss' })).toHaveProperty('choices', expect.arrayContaining(['gross']))
  expect(readQuestion({ metrics: ['gross'], basis: 'reported:Korea' })).toMatchObject({
    refusal: 'basis_unknown',
    choices: ['tickets'],
  })
})

test('no key of a question is lost without a word', () => {
  for (const text of [
    '{"metrics":["gross"],"__proto__":1}',
    '{"metrics":["gross"],"where":{"__proto__":["1"]}}',
  ]) {
    expect(readQuestion(JSON.parse(text))).toMatchObject({ refusal: 'question_malformed' })
  }
})

test.each([null, 7, 'gross', [], { metrics: 'gross' }, { metrics: [{}] }, { metrics: [], by: 1 }])(
  '%j is no question',
  (json) => {
    expect(readQuestion(json)).toMatchObject({ ok: false, refusal: 'question_malformed' })
  },
)

test('a basis is tickets or the number of a source', () => {
  const refused = { ok: false, refusal: 'basis_unknown', choices: ['tickets'] }
  expect(readParameters({ metrics: 'gross', basis: 'reported:KOBIS' })).toMatchObject(refused)
  expect(readParameters({ metrics: 'gross', basis: 'reported:12' })).toMatchObject({ ok: true })
})

test('the same question asked differently has one key, another question another', () => {
  const key = (question: unknown) => questionKey(expectAccepted(readQuestion(question)))
  const plain = key({
    metrics: ['gross', 'sold'],
    by: ['film', 'hour'],
    where: { film: ['2', '1'] },
  })
  expect(
    key({
      where: { film: ['1', '2', '1'] },
      by: ['hour', 'film'],
      metrics: ['sold', 'gross', 'gross'],
      order: { of: 'gross', descending: true },
    }),
  ).toBe(plain)
  // Without a basis it may be answered on another one, or not at all.
  expect(key({ metrics: ['gross'], basis: 'tickets' })).not.toBe(key({ metrics: ['gross'] }))
  // Unless said, rows are sorted by the first metric.
  expect(
    key({ metrics: ['sold', 'gross'], by: ['film', 'hour'], where: { film: ['1', '2'] } }),
  ).not.toBe(plain)
  expect(key({ metrics: ['gross'], soldBy: '19:44' })).toBe(
    key({ metrics: ['gross'], soldBy: '19:40' }),
  )
  expect(key({ metrics: ['gross'], limit: 3 })).not.toBe(key({ metrics: ['gross'] }))
})
