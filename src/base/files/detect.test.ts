import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { detectReading } from './detect.ts'
import { otherTables } from './other-tables.ts'
import type { Encoding, Reading } from './reading.ts'
import { cellsOf, encode, readAll, sourceOf, xlsxOf, zipOf } from './testing.ts'

async function found(content: Uint8Array | string, name = 'file'): Promise<Reading | string> {
  const outcome = await detectReading(sourceOf(content), name)
  return outcome.ok ? outcome.value : outcome.say
}

const SAMPLES: readonly (readonly [Encoding, string])[] = [
  ['gb18030', '影片名称,场次,票房（元）\n满江红,120,53210.50\n流浪地球2,98,41000.00\n'],
  [
    'gb18030',
    '日期,影院,片名,人次\n2024-02-10,星光影城,飞驰人生2,312\n2024-02-10,星光影城,热辣滚烫,290\n',
  ],
  ['gb18030', '片名,收入\n哪吒,12\n'],
  ['gb18030', '满江红与流浪地球\n'],
  ['gb18030', '序号,客户,余额\n1,沈阳鑫淼商贸,12\n2,珠海横琴澳葡餐饮,9\n'],
  ['euc-kr', '제목,배급\n외계+인,쇼박스\n헌트,메가박스\n'],
  ['tis-620', 'ชื่อ,ราคา\nองค์บาก,120\nสุริโยไท,90\n'],
  ['shift_jis', '題名,配給\n千と千尋の神隠し,東宝\n'],
  ['big5', '片名,場次,票房\n周處除三害,120,53210\n老狐狸,98,41000\n五月天演唱會,12,9000\n'],
  [
    'shift_jis',
    '映画,上映日,興行収入\n君たちはどう生きるか,2023-07-14,1200\nゴジラ,2023-11-03,900\n',
  ],
  ['euc-kr', '영화명,상영일,관객수\n서울의 봄,2023-11-22,12000\n파묘,2024-02-22,11000\n'],
  ['tis-620', 'ภาพยนตร์,โรง,จำนวนตั๋ว,ยอดขาย\nหลานม่า,1,120,24000\nพี่มาก..พระโขนง,2,90,18000\n'],
  [
    'windows-1252',
    'Título,Día,Entradas\nAño nuevo,01/01/2016,12\nMatilda – versión,02/01/2016,9\n',
  ],
  ['windows-1252', 'Film;Besucher;Erlös\nFür Elise;12;100,50 €\nMädchen in Uniform;9;80,00 €\n'],
  ['utf-16le', 'film\tsold\nDune\t12\nDune II\t9\n'],
  ['utf-16be', '片名\t场次\t2024\n满江红\t12\t3\n'],
  ['utf-8', '片名,票房\n满江红,12\n'],
  ['utf-8', 'film,sold\nDune,12\n'],
]

test('an encoding is known by what reads best in it', async () => {
  for (const [encoding, text] of SAMPLES) {
    const reading = await found(encode(text, encoding))
    expect([text, reading]).toEqual([text, expect.objectContaining({ encoding, headerLine: 1 })])
  }
})

test('plain beginnings do not hide an encoding', async () => {
  const plain = `film,sold\n${'Dune,12\n'.repeat(60_000)}`
  const bytes = Buffer.concat([
    Buffer.from(plain),
    encode('满江红与流浪地球,12\n'.repeat(9), 'gb18030'),
  ])
  expect(await found(bytes)).toMatchObject({ encoding: 'gb18030', headerLine: 1 })
})

test('what Excel is told about the separator is no row', async () => {
  const text = 'sep=;\nfilm;sold\nDune, two;12\n'
  const reading = await found(text)
  expect(reading).toMatchObject({ separator: ';', headerLine: 2 })
})

test('a mark at the beginning says the encoding', async () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    expect(await found(encode('\ufeffa;b\n1;2\n', encoding))).toMatchObject({
      encoding,
      separator: ';',
    })
  }
})

test('damaged lines do not make UTF-8 anything else', async () => {
  const line = (n: number) => Buffer.from(`2024-02-${10 + n},满江红,${n}\n`)
  const lines = Array.from({ length: 15 }, (_, n) => line(n))
  const broken = Buffer.from([0x32, 0x2c, 0xff, 0xb1, 0xb1, 0x2c, 0x31, 10])
  const bytes = Buffer.concat([Buffer.from('日期,片名,票房\n'), ...lines, broken, broken])
  expect(await found(bytes)).toMatchObject({ encoding: 'utf-8' })
  const strange = Buffer.concat([Buffer.from('a,b\n1,2\n3,4\n'), Buffer.from([0xff, 0xfe, 10])])
  expect(await found(strange)).toMatchObject({ encoding: 'utf-8' })
})

test('separators are found by what cuts lines evenly', async () => {
  const cases: readonly (readonly [string, string])[] = [
    [';', 'titel;summe;menge\n"A; B";1,5;2,5\nC;3,5;4\n'],
    [';', 'a;b\n1,5;2,5\n3,5;4,5\n'],
    [',', 'film,note\n"a;b;c",1\n"d;e;f",2\n'],
    ['\t', 'film\tday\nDune, part two\t2024-01-01\nDune, part one\t2021-01-01\n'],
    ['|', 'film|day|sold\nDune|2024-01-01|5\n'],
    ['^', 'film^day^sold\nDune^2024-01-01^5\n'],
    [',', 'film,time,sold\nDune,20:15,5\nDune,21:15,6\n'],
    [',', 'film\nDune\nTenet\n'],
  ]
  for (const [separator, text] of cases) {
    expect([text, await found(text)]).toEqual([text, expect.objectContaining({ separator })])
  }
})

test('a header is the first full row that holds names', async () => {
  const cases: readonly (readonly [number, string])[] = [
    [1, 'film,day,sold\nDune,2024-01-01,5\n'],
    [0, 'Dune,2024-01-01,5\nTenet,2024-01-02,7\n'],
    [4, 'Takings of May\n\n----------\nfilm,day,sold\nDune,2024-05-01,5\n'],
    [3, 'Takings,,\nby film,,\nfilm,day,sold\nDune,2024-05-01,5\nTenet,2024-05-01,6\n'],
    [1, 'film,2016,2017,2018\nDune,5,6,7\nTenet,1,2,3\n'],
    [1, 'film,distributor\nDune,Warner\nTenet,Warner\n'],
    [0, '05/01/2023,SHOP # 845,1.96,,13.04\n05/01/2023,MARKET,12.10,,15.00\n'],
  ]
  for (const [headerLine, text] of cases) {
    expect([text, await found(text)]).toEqual([text, expect.objectContaining({ headerLine })])
  }
})

test('a preamble in GB18030, rules, padded cells and a trailing comma are seen through', async () => {
  const preamble = [
    '-'.repeat(80),
    '导出信息：',
    '姓名：某某',
    '起始时间：[2023-02-10 00:00:00]',
    '特别提示：',
  ]
  const table = [
    '交易时间            ,交易分类   ,金额      ,备注    ,',
    '2023-02-12 21:32:14 ,亲友代付   ,49.74     ,        ,',
    '2023-02-08 14:16:52 ,日用百货   ,20.00     ,        ,',
  ]
  const bytes = encode([...preamble, '------电子客户回单------', ...table].join('\n'), 'gb18030')
  const reading = await found(bytes, 'records.csv')
  expect(reading).toEqual({ format: 'csv', encoding: 'gb18030', separator: ',', headerLine: 7 })
})

test('a wish stands', async () => {
  const wish = { encoding: 'big5', separator: ';', headerLine: 2 } as const
  const outcome = await detectReading(sourceOf('a,b\n1,2\n'), 'x.csv', wish)
  expect(outcome).toEqual({ ok: true, value: { format: 'csv', ...wish } })
})

test('gzip and zip are looked into, and names in a zip are read in the encoding they are in', async () => {
  const csv = 'film,sold\nDune,1\n'
  expect(await found(gzipSync(csv), 'a.csv.gz')).toMatchObject({
    compression: 'gzip',
    format: 'csv',
  })
  const zip = zipOf([
    { name: 'readme.md', content: 'x'.repeat(10_000) },
    { name: '', nameBytes: encode('票房/一月.csv', 'gb18030'), content: csv },
    { name: '__MACOSX/._b.csv', content: 'x' },
  ])
  const reading = await found(zip, 'a.zip')
  expect(reading).toMatchObject({ compression: 'zip', member: '票房/一月.csv', format: 'csv' })
  if (typeof reading === 'string') throw new Error(reading)
  expect(cellsOf(await readAll(sourceOf(zip), reading))).toEqual([['Dune', '1']])
  const others = await otherTables(sourceOf(zip), 'a.zip')
  expect(others.map(({ label }) => label)).toEqual(['readme.md', '票房/一月.csv'])
})

test('a workbook may stand in a zip, an archive may not', async () => {
  const book = xlsxOf([
    { name: 'May', xml: '<sheetData><row><c t="str"><v>film</v></c></row></sheetData>' },
  ])
  const reading = await found(zipOf([{ name: 'may.xlsx', content: book }]), 'a.zip')
  expect(reading).toMatchObject({
    compression: 'zip',
    member: 'may.xlsx',
    format: 'xlsx',
    sheet: 'May',
  })
  const nested = zipOf([{ name: 'b.zip', content: zipOf([{ name: 'a.csv', content: 'a,b' }]) }])
  expect(await found(nested)).toContain('archive within the archive')
  expect(await found(zipOf([{ name: 'a.csv.gz', content: gzipSync('a,b') }]))).toContain(
    'archive within',
  )
  expect(await found(gzipSync(gzipSync('a,b')))).toContain('archive within')
})

test('what is no table is refused with what to do', async () => {
  const cases: readonly (readonly [string, Uint8Array | string])[] = [
    ['empty', ''],
    ['PDF', '%PDF-1.7\n...'],
    ['picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['RAR', 'Rar!\u001a\u0007'],
    ['XML', '<?xml version="1.0"?><Document xmlns="urn:iso"><a/></Document>'],
    ['tar', Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\0')])],
    ['office document', zipOf([{ name: '[Content_Types].xml', content: '' }])],
    ['password', zipOf([{ name: 'a.csv', content: 'a,b', locked: true }])],
    ['no kind of file', Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 251))],
  ]
  for (const [word, content] of cases) {
    expect([word, await found(content)]).toEqual([word, expect.stringContaining(word)])
  }
})
