import type { QuarantinedRow } from '../layout.ts'
import { quarantined } from '../layout.ts'
import type { CinemaSaid } from '../said.ts'

/** Towns with cinemas by the clock they keep: western (WIB), central (WITA) and eastern (WIT) time. */
const TOWNS: Readonly<Record<string, string>> = {
  'Asia/Jakarta':
    'Bandung, Batam, Bekasi, Bengkulu, Binjai, Blitar, Bogor, Bondowoso, Cianjur, Cikarang, Cilegon, ' +
    'Cirebon, Depok, Dumai, Duri, Garut, Gresik, Indramayu, Jakarta, Jambi, Jember, Karawang, Kediri, ' +
    'Ketapang, Kisaran, Klaten, Kuala Kapuas, Lampung, Lubuklinggau, Madiun, Malang, Medan, ' +
    'Mojokerto, Padang, Palangkaraya, Palembang, Pangkal Pinang, Pekalongan, Pekanbaru, ' +
    'Pematang Siantar, Ponorogo, Pontianak, Prabumulih, Probolinggo, Purwakarta, Purwokerto, ' +
    'Rantau Prapat, Rokan Hilir, Sampit, Semarang, Serang, Sidoarjo, Singkawang, Solo, Sumedang, ' +
    'Surabaya, Tangerang, Tanjung Pinang, Tasikmalaya, Tegal, Yogyakarta',
  'Asia/Makassar':
    'Bali, Balikpapan, Banjarbaru, Banjarmasin, Baubau, Bontang, Gorontalo, Kendari, Kupang, Makassar, ' +
    'Mamuju, Manado, Mataram, Palu, Samarinda, Tarakan',
  'Asia/Jayapura': 'Ambon, Jayapura, Manokwari, Sorong, Ternate, Timika',
}

const ZONES = new Map(
  Object.entries(TOWNS).flatMap(([zone, towns]) =>
    towns.split(', ').map((town) => [town.toUpperCase(), zone] as const),
  ),
)

/** A cinema of an Indonesian town, with the clock of the town. */
export function indonesianCinema(name: string, town: string): CinemaSaid | QuarantinedRow {
  if (name === '') return quarantined('cinema_missing', 'The row names no cinema.')
  const timezone = ZONES.get(town.toUpperCase())
  if (timezone !== undefined) return { name, city: town, timezone, currency: 'IDR' }
  const say = `Which of Indonesia’s three clocks “${town}” keeps is not known. Is it spelt right?`
  return quarantined('zone_unknown', say)
}
