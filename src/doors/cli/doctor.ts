import { statfs } from 'node:fs/promises'
import { faultText, silentLog, systemClock } from '#kernel'
import type { Engined } from '#server'
import { openHouse } from '#server'
import { programVersion } from '#store'
import { compareAggregates, failedBatches, retryFailedBatches } from '#warehouse'
import type { Command, Exit, Format } from './command.ts'
import type { Check, Finding } from './doctor-check.ts'
import { ill, well } from './doctor-check.ts'
import { SELLING_CHECKS } from './doctor-selling.ts'
import { drawCsv, drawTable } from './table.ts'

const DISK_FREE_LEAST_BYTES = 2 * 1024 ** 3

const CHECKS: readonly Check[] = [
  {
    name: 'postgresql',
    async look({ store }) {
      const sql = `select current_setting('server_version') as version,
        current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`
      const row = await store.row<{ version: string; fsync: string; commit: string }>(sql)
      if (row?.fsync !== 'on' || row.commit === 'off') {
        return ill(
          'PostgreSQL acknowledges before it is safe. Set fsync and synchronous_commit on.',
        )
      }
      return well(`PostgreSQL ${row.version}, fsync on`)
    },
  },
  {
    name: 'warehouse',
    async look({ warehouse }) {
      const [row] = await warehouse.query<{ version: string }>('select version() as version')
      return well(`ClickHouse ${row?.version}`)
    },
  },
  {
    name: 'aggregates',
    async look({ warehouse }) {
      const differences = await compareAggregates(warehouse)
      if (differences.length === 0) return well('Base and aggregates agree on every day')
      return ill(`${differences.length} days differ between base and aggregates. Report it.`)
    },
  },
  {
    name: 'batches',
    async look({ store }) {
      const aside = await failedBatches(store)
      if (aside.length > 0) {
        const [first] = aside
        const why = `${aside.length} batches were refused, the first because: ${first?.reason}`
        return ill(`${why} Mend that, then run fullhouse doctor --retry.`)
      }
      const sql = `select count(*)::int as waiting from outbox_batch
        where shipped_at is null and made_at < now() - interval '1 minute'`
      const waiting = (await store.row<{ waiting: number }>(sql))?.waiting ?? 0
      if (waiting === 0) return well('No batch waits')
      return ill(`${waiting} batches wait for over a minute. Start Fullhouse, and look at its log.`)
    },
  },
  {
    name: 'imports',
    async look({ store }) {
      // A file that was given again and read is no longer a failure; one just being read is none.
      const sql = `select
        count(*) filter (where state = 'reading' and coalesce((select max(made_at)
          from import_batch b where b.import_id = i.id), created_at)
          < now() - interval '1 minute')::int as reading,
        count(*) filter (where state = 'failed' and not exists (select 1 from import later
          where later.source_file_id = i.source_file_id and later.cinema_id = i.cinema_id
            and later.id > i.id and later.state = 'done'))::int as failed
        from import i`
      const row = await store.row<{ reading: number; failed: number }>(sql)
      const reading = row?.reading ?? 0
      if ((row?.failed ?? 0) > 0) return ill(`${row?.failed} imports failed. Give the files again.`)
      if (reading > 0)
        return ill(`${reading} imports were cut off. Start Fullhouse to finish them.`)
      return well('Every import is finished')
    },
  },
  {
    name: 'disk',
    async look({ config }) {
      const { bavail, bsize } = await statfs(config.dataFolder)
      const free = bavail * bsize
      const gigabytes = (free / 1024 ** 3).toFixed(1)
      if (free >= DISK_FREE_LEAST_BYTES) return well(`${gigabytes} GiB free`)
      return ill(`Only ${gigabytes} GiB are free beside ${config.dataFolder}. Make room for 2 GiB.`)
    },
  },
  ...SELLING_CHECKS,
]

export const doctor: Command = {
  name: 'doctor',
  summary: 'Say what is wrong with this installation and how to mend it',
  usage: 'fullhouse doctor [--retry]',
  flags: [
    { name: 'retry', type: 'boolean', meaning: 'send batches again that the warehouse refused' },
  ],
  async run({ config, flags, format, output }): Promise<Exit> {
    const findings: Finding[] = [
      {
        check: 'program',
        ...well(`Fullhouse ${programVersion()} on Node ${process.versions.node}`),
      },
      { check: 'folder', ...well(config.dataFolder) },
    ]
    try {
      const house = await openHouse(config, systemClock, silentLog)
      try {
        if (flags['retry'] === true) await retryFailedBatches(house.store)
        for (const { name, look } of CHECKS)
          findings.push({ check: name, ...(await safely(look, house)) })
      } finally {
        await house.close()
      }
    } catch (fault) {
      // That it does not open is what the doctor was called for.
      findings.push({ check: 'opening', ...ill(faultText(fault)) })
    }
    output.out(draw(findings, format))
    return findings.every((finding) => finding.well) ? 0 : 1
  },
}

async function safely(look: Check['look'], house: Engined) {
  try {
    return await look(house)
  } catch (fault) {
    // One engine that does not answer must not hide what the other checks find.
    return ill(faultText(fault))
  }
}

function draw(findings: readonly Finding[], format: Format): string {
  if (format === 'json') return JSON.stringify({ findings })
  const rows = findings.map((one) => [one.well ? 'well' : 'ill', one.check, one.say])
  const table = { head: ['', 'check', 'finding'], rows, right: new Set<number>() }
  return format === 'csv' ? drawCsv(table) : drawTable(table)
}
