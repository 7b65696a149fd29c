import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#kernel'
import type { MangleReport } from '../test/faults/mangle.ts'
import { mangle } from '../test/faults/mangle.ts'
import { clearRunFolder, makeRunFolder } from '../test/faults/run-folder.ts'
import { commit, machine } from './soak-machine.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGE = 'docs/proof/mangled-rows.md'
const GIB = 2 ** 30
const MEMORY_SHARE = 0.63
/** Of the sound rows so many count exactly. */
const SOUND_LEAST = 0.999
/**
 * Where memory comes to rest, with room for lines of 10 MB: the import bench finds 576 MiB at a million rows
 * and 578 at four. A ratio of two smaller files only says how lazily garbage was collected.
 */
const MEMORY_MIB_MOST = 700

/** `npm run soak -- mangled-rows [--seed S] [--rows N]`. */
export async function runMangledRows(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: { seed: { type: 'string' }, rows: { type: 'string', default: '1000000' } },
  })
  const rows = Number(values.rows)
  if (!Number.isSafeInteger(rows) || rows < 1_000) {
    console.error('--rows is a whole number, 1000 at least')
    process.exit(2)
  }
  const startedAt = systemClock()
  const seed = values.seed ?? startedAt.epochMilliseconds.toString(36)
  const folder = await makeRunFolder()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void clearRunFolder(folder).finally(() => process.exit(1)))
  }
  const log = (line: string) => console.log(line)
  log(`mangled-rows, seed ${seed}, in ${folder}`)
  let well = false
  try {
    const bombs = [
      { packing: 'gzip', rows: 1_000, zeros: 2 * GIB },
      { packing: 'zip', rows: 1_000, zeros: 2 * GIB },
    ] as const
    const report = await mangle({ seed, rows, folder, bombs, memoryShare: MEMORY_SHARE, log })
    well = isWell(report)
    await mkdir(join(ROOT, 'docs/proof'), { recursive: true })
    await writeFile(join(ROOT, PAGE), page(report, startedAt.toString().slice(0, 19), well))
    for (const say of report.complaints) console.error(say)
    log(`${well ? 'all holds' : 'IT DOES NOT HOLD'}: see ${PAGE}`)
  } finally {
    await clearRunFolder(folder)
  }
  process.exit(well ? 0 : 1)
}

function isWell(report: MangleReport): boolean {
  const { sound, soundLost, damagedAccepted, complaints } = report
  const exact = soundLost <= sound * (1 - SOUND_LEAST)
  return (
    exact && damagedAccepted === 0 && complaints.length === 0 && largest(report) <= MEMORY_MIB_MOST
  )
}

function largest({ memory }: MangleReport): number {
  return Math.max(...memory.map(({ mostMib }) => mostMib))
}

/** How much larger the importer is at its largest for a file four times as large. */
function growth({ memory }: MangleReport): number {
  const [, middle, large] = memory
  return (large?.mostMib ?? Number.POSITIVE_INFINITY) / (middle?.mostMib ?? 1)
}

function page(report: MangleReport, at: string, well: boolean): string {
  const { seed, rows, sound, soundLost, damaged, damagedAccepted, files, kinds } = report
  const facts = files.reduce((sum, one) => sum + one.facts, 0)
  const exact = `${((100 * (sound - soundLost)) / sound).toFixed(3)} %`
  const seconds = (report.durationMs / 1000).toFixed(0)
  return `# A million mangled rows

<!-- Written by \`npm run soak -- mangled-rows\`; do not edit. -->

- ${at}Z, commit ${commit()}, seed ${seed}, ${seconds} s
- ${machine()}
- **${many(rows)} rows** in ${files.length} files
- ${many(sound)} are sound: **${exact}** of those count, exactly (${many(soundLost)} lost or wrong)
- ${many(damaged)} are damaged: **${many(damagedAccepted)}** of those count
- ${well ? 'all holds' : '**IT DOES NOT HOLD**'}

A generator writes files as they never should be and notes, as it writes, what must become of each row
and what each sound one says. The product imports them, one by one, by two layouts we know and by mappings
in YAML; encodings, separators and headers it has to find out. Then a judge that shares no code with the
importer reads every fact back from the warehouse by its name and compares every figure,
${many(facts)} times; it compares the rows in quarantine, line by line, with the lines that are damaged,
and the four fates with what was written. Six thousand of such rows are in \`npm test\`
(test/faults/mangle.ts).

**Not counted as damaged** is what nobody could know from the file: in files whose rows cannot check
themselves, a figure changed to another that could be; everywhere, a time moved by a few minutes. Such rows
are written too, and may count. Where a row says quantity, unit price and price, a changed digit gives
itself away and is damage. A packed file that is cut off, or unpacks to more than a file may be, is refused
whole, with a sentence: no row of it counts. A byte of another encoding spoils its own row and no other, if
the file has letters beyond ASCII that say what its encoding is; so does an open quotation mark.

## What befell rows
| what | must be | rows | otherwise |
|---|---|---:|---:|
${kinds.map(kindRow).join('\n')}

## Memory
The importing process at its largest, a process of its own for each size; the last ÷ the middle one:
**${growth(report).toFixed(2)}**; it must stay below ${MEMORY_MIB_MOST} MiB,
where it comes to rest however long a file is (docs/proof/import.md: 1 and 4 million rows).
They have 1, 4 and 16 lines of 10 MB among the others.

| rows | file MiB | most MiB |
|---:|---:|---:|
${report.memory.map(memoryRow).join('\n')}

## Bombs, and what is no table
| file | unpacked | kB | most MiB | s | what is said |
|---|---:|---:|---:|---:|---|
${report.bombs.map(bombRow).join('\n')}

| file | what is said |
|---|---|
${report.refused.map(refusedRow).join('\n')}

## The files
| file | rows | MiB | s | facts of its source | complaints |
|---|---:|---:|---:|---:|---:|
${files.map(fileRow).join('\n')}
`
}

const many = (number: number) => number.toLocaleString('en-US')
const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1)
const tenths = (ms: number) => (ms / 1000).toFixed(1)
const tableRow = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

function kindRow({ kind, fate, written, wrong }: MangleReport['kinds'][number]) {
  return tableRow(kind, fate, many(written), many(wrong))
}

function memoryRow({ rows, mib: size, mostMib }: MangleReport['memory'][number]) {
  return tableRow(many(rows), size.toFixed(1), mostMib)
}

function bombRow({ packing, zeros, bytes, mostMib, ms, said }: MangleReport['bombs'][number]) {
  const unpacked = `${(zeros / GIB).toFixed(1)} GiB`
  return tableRow(packing, unpacked, Math.round(bytes / 1024), mostMib, tenths(ms), said)
}

function refusedRow([name, say]: MangleReport['refused'][number]) {
  return tableRow(name, say.replaceAll('|', '\\|').slice(0, 160))
}

function fileRow({ name, rows, bytes, ms, facts, complaints }: MangleReport['files'][number]) {
  return tableRow(name, many(rows), mib(bytes), tenths(ms), many(facts), complaints.length)
}
