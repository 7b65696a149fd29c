import { expect, test } from 'vitest'
import { CHINA_FILMS_2017 } from './china-films-2017.ts'
import { CHINA_FILMS_2018 } from './china-films-2018.ts'
import { goldenOf } from './layout-testing.ts'

const SAID = {
  table: 'box_office',
  key: expect.any(String),
  territory: 'CN',
  kind: 'undated',
  measure: 'gross',
  currency: 'CNY',
}

test('a JSON film: two titles, ten thousands of yuan to the fen, a first day or only its year', async () => {
  const film = {
    name: '某电影之一',
    en_name: 'A Film Ⅱ',
    boxoffice: 18920.2,
    genres: ['喜剧', '动作'],
  }
  const more = { date: '2017-5-1', country: '中国', rank: 66 }
  const list = [
    { ...film, ...more },
    { ...film, name: '某电影之二', en_name: '', boxoffice: 0, ...more, date: '2017' },
    { ...film, name: '某电影之三', boxoffice: 317.545674, ...more, date: '2014-10-24' },
    { ...film, name: '某电影之四', boxoffice: 0.0000001, ...more },
    { ...film, name: '某电影之五', ...more, date: '0217' },
    { ...film, name: '某电影之六', ...more, date: '2017-2-29' },
    { ...film, name: '', ...more },
  ]
  const golden = await goldenOf(CHINA_FILMS_2017, JSON.stringify(list))
  const named = (title: string, more: object) => ({ title, otherTitle: 'A Film Ⅱ', ...more })
  expect(golden.slice(0, 3)).toEqual([
    [{ ...SAID, film: named('某电影之一', { opensOn: '2017-05-01' }), value: '18920200000' }],
    [{ ...SAID, film: { title: '某电影之二', year: 2017 }, value: '0' }],
    [{ ...SAID, film: named('某电影之三', { opensOn: '2014-10-24' }), value: '317545674' }],
  ])
  expect(golden.slice(3).map((say) => String(say).split(':')[0])).toEqual([
    'amount_unreadable',
    'year_absurd',
    'moment_unreadable',
    'title_missing',
  ])
})

const CSV = `电影名,类型,上映日期,时长（分）,导演,主要演员,全部演员,票房,豆瓣链接,豆瓣评分
某电影,动作 战争,2018-02-16(中国大陆),138,甲,乙 丙,乙 丙,365078,https://example.org/1,8.3
某电影,动作,2018-06-01(中国大陆重映),,甲,乙,乙,234,https://example.org/2,
两地,动作,2018-03-30(美国/中国大陆),90,甲,乙,乙,5,https://example.org/3,
无数,动作,2018-03-30(中国大陆区域重映),90,甲,乙,乙,None,https://example.org/4,
无日,动作,某日,90,甲,乙,乙,5,https://example.org/5,
坏数,动作,2018-03-30(中国大陆),90,甲,乙,乙,1.2亿,https://example.org/6,
`

test('a CSV film: a return to the screens is told apart, no figure is no figure', async () => {
  const golden = await goldenOf(CHINA_FILMS_2018, CSV)
  expect(golden.slice(0, 3)).toEqual([
    [
      {
        ...SAID,
        film: { title: '某电影', opensOn: '2018-02-16', runtimeMinutes: 138 },
        value: '365078000000',
      },
    ],
    [
      {
        ...SAID,
        film: { title: '某电影', opensOn: '2018-06-01', toldApart: '重映 2018-06-01' },
        value: '234000000',
      },
    ],
    [
      {
        ...SAID,
        film: { title: '两地', opensOn: '2018-03-30', runtimeMinutes: 90 },
        value: '5000000',
      },
    ],
  ])
  expect(golden.slice(3)).toEqual([
    'empty: no box office stated',
    'moment_unreadable: “某日” begins with no date.',
    'amount_unreadable: “1.2亿” is no amount in CNY like 365078 (万元).',
  ])
})
