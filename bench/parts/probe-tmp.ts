import { readFileSync } from 'node:fs'
import { openChildHome } from '../../src/base/warehouse/child-home.ts'
import { createWarehouse } from '../../src/base/warehouse/home.ts'
import { SCHEMA, encodeTicket } from '#warehouse'
import { planQuestion, readQuestion } from '#metrics'
import { fillHistory } from './history.ts'
import { ticketMaker } from './market.ts'
import { silentLog, expectAccepted } from '#kernel'
import { mkdtempSync } from 'node:fs'
const days = Number(process.argv[2] ?? 371)
const home = await openChildHome({ folder: mkdtempSync('/tmp/fullhouse-bench-') + '/w', log: silentLog })
for (const s of SCHEMA) await home.command(s)
const w = createWarehouse(home)
const rule = { timezone: 'Etc/GMT-13', dayStartsAt: 6 }
const market = { organisation: 1, cinemas: Array.from({length:20},(_, i) => i + 1), films: [1,2,3,4,5,6,7,8], source: 1, rule, today: '2026-11-23', minute: 1140 }
console.log('history', await fillHistory(w, market, days))
const make = ticketMaker(market)
let n = 0n
const cpu = () => { const f = readFileSync(`/proc/${home.pid()}/stat`, 'utf8').split(') ')[1]!.split(' '); return (Number(f[11]) + Number(f[12])) * 10 }
async function timed(name: string, times: number, f: () => Promise<unknown>) {
  const c = cpu(), t = performance.now(); const each: number[] = []
  for (let i = 0; i < times; i++) { const a = performance.now(); await f(); each.push(performance.now() - a) }
  each.sort((a, b) => a - b)
  console.log(name.padEnd(40), 'cpu/each', ((cpu() - c) / times).toFixed(1), 'wall p50', each[times >> 1]!.toFixed(1), 'max', each.at(-1)!.toFixed(0))
}
const insert = (k: number) => () => { const lines = Array.from({ length: k }, () => encodeTicket(make(++n))); return w.insert({ table: 'ticket', token: `x${n}`, body: lines.join('\n') }) }
await timed('insert 5', 60, insert(5))
await timed('insert 700', 20, insert(700))
const base = { from: '2026-11-23', to: '2026-11-23', sample: false }
const TOTALS = ['gross','admissions','averageTicketPrice','screenings','onlineShare','sold','refunded','refundRate','complimentary']
const qs: Record<string, object> = {
  total: { ...base, metrics: TOTALS },
  films: { ...base, metrics: ['gross','admissions'], by: ['film'], limit: 8 },
  cinema: { ...base, metrics: ['gross','admissions'], by: ['cinema'] },
  pace: { ...base, metrics: ['gross','admissions'], by: ['saleTime'] },
  type: { ...base, metrics: ['gross','admissions'], by: ['ticketType'], limit: 6 },
  ownTotal: { ...base, metrics: TOTALS, where: { cinema: ['3'] } },
}
console.log(await w.query("select table, count() as parts, sum(rows) as rows from system.parts where active group by table order by table"))
for (const [name, q] of Object.entries(qs)) {
  const question = expectAccepted(readQuestion(q))
  const plan = planQuestion(question, [1])
  await timed(`${name} ${plan.table}`, 30, () => w.query(plan.sql))
  for (const extra of false ? [] : (process.argv[3] ?? '').split(';').filter(Boolean)) {
    await timed(`   ${extra}`, 30, () => w.query(plan.sql + `\nsettings ${extra}`).catch((e) => { console.log(e.message); throw e }))
  }
}
const tplan = planQuestion(expectAccepted(readQuestion(qs['total'])), [1]).sql
console.log(tplan)
await timed('explain total', 30, () => w.query('explain plan ' + tplan).catch(() => 0))
await timed('explain syntax total', 30, () => w.query('explain query tree ' + tplan).catch(() => 0))
for (const [name, q] of Object.entries(qs)) {
const tplan = planQuestion(expectAccepted(readQuestion(q)), [1]).sql
const end = tplan.indexOf(') as coverage')
const cov = tplan.slice(tplan.indexOf('(') + 1, end)
const main = tplan.slice(end + ') as coverage'.length).replace(/,\s+if\(place = 0, coverage.1[\s\S]*?as currencies/, '')
await timed(name + ' whole', 40, () => w.query(tplan))
await timed(name + ' coverage', 40, () => w.query(cov + ' as x'))
await timed(name + ' coverage of day', 40, () => w.query(cov.replace('ticket_by_screening', 'ticket_by_day').replace('ticket_by_sale', 'ticket_by_day') + ' as x'))
await timed(name + ' main', 40, () => w.query(main))
await timed(name + ' explain main', 40, () => w.query('explain plan ' + main))
await timed(name + ' explain query tree main', 40, () => w.query('explain query tree ' + main))
await timed(name + ' explain ast main', 40, () => w.query('explain ast ' + main))
}
await timed('select 1', 30, () => w.query('select 1 as one'))
await timed('insert 5 again', 40, insert(5))
await w.close()
process.exit()
