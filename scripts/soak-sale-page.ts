import type { DurableReport } from '../test/faults/durable-answer.ts'
import type { HotHallReport } from '../test/faults/hot-hall.ts'
import type { SaleKillReport } from '../test/faults/sale-kill.ts'

const many = (number: number) => number.toLocaleString('en-US')
const seconds = (ms: number) => (ms / 1000).toFixed(1)

export function hotHallPage(reports: readonly HotHallReport[], head: string): string {
  const sum = (of: (report: HotHallReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0)
  const refused = sum((one) => one.refused)
  const unfair = sum((one) => one.unfair)
  const [double, oversold] = [sum((one) => one.double), sum((one) => one.oversold)]
  const [unsold, seats] = [sum((one) => one.unsold), sum((one) => one.seats)]
  const [unexplained, events] = [sum((one) => one.unexplained.length), sum((one) => one.events)]
  const share = refused === 0 ? 0 : (100 * unfair) / refused
  const differences = reports.flatMap((one) => one.differences)
  const [first] = reports
  const buyers = many(first?.buyers ?? 0)
  return `# A hot hall, two servers

${head}
- **${reports.length} halls, one a seed; ${buyers} buyers want ${first?.seats} seats in each**
- **${double} double, ${oversold} oversold, ${unsold} unsold while somebody wanted them**
- **${many(unfair)} of ${many(refused)} refusals (${share.toFixed(2)} %) were of seats free all the while**
- **${unexplained} of ${many(seats)} seats with a history that nothing explains** (${many(events)} events)
- ${differences.length} differences${differences.slice(0, 10).map((one) => `\n  - ${one}`)}

Two \`fullhouse start\` processes on one PostgreSQL; the buyers come over HTTP, on the same cores, 128
connections to each server. All come at once and have seen an empty hall. Half ask for the best seats,
half pick from the map as the page last showed it, with a bent for the middle; parties of 1 to 4. Refused
ones take the nearest that they are offered, or look again; they try three times, and two for each seat
stay until all is sold. Of those who hold seats 12 % go away without a word and 8 % let go; a hold lasts 2 s
here. 3 % send the same request to both servers at once and 4 % send it to the other one again: one order,
the same tickets.

Every request is kept with the moments of asking and answer. A seat's history is all holds, payments,
releases, refusals that named it or its neighbours in the request, ends of holds to the millisecond, and
every look at the map: some order of them, each between its moments, must be one that a seat which one
buyer at a time may have can go through (linearisability; test/faults/hot-hall-linear.ts). Tickets in the
database are those that buyers were told of.

2,000 buyers for two seeds are in \`npm test\`. \`--seed S --many 1\` repeats a hall's wishes, though not
its moments.

| seed | requests | held | refused | unfairly | turned away | left | let go | paid | sent again | events | s |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
${reports.map(hallRow).join('\n')}
`
}

function hallRow(one: HotHallReport): string {
  const counts = [one.requests, one.held, one.refused, one.unfair, one.overloaded, one.abandoned]
  const more = [one.released, one.paid, one.resent, one.events]
  return `| ${[one.seed, ...[...counts, ...more].map(many), seconds(one.ms)].join(' | ')} |`
}

export function saleKillPage(report: SaleKillReport, head: string): string {
  const { kills, differences, left } = report
  const [requests, held, refused] = [report.requests, report.held, report.refused].map(many)
  const [acknowledged, present] = [report.paidAcknowledged, report.paidPresent].map(many)
  const tickets = many(report.tickets)
  return `# Sales under kill −9

${head}
- **${kills.length} kills, ${differences.length} differences, ${left.length} processes left running**
${differences.map((one) => `  - ${one}\n`).join('')}\
- ${requests} requests in ${seconds(report.ms)} s; ${held} orders held, ${refused} refused for a taken seat
- paid by the buyers' word ${acknowledged}, in the database ${present}, with ${tickets} tickets
- ${many(report.claimed)} holds left to end by themselves, their seats asked for 2 ms later
- ${many(report.askedAgain)} orders, old and new, held and paid again under their keys after a recovery
- ${many(report.swept)} seats of ended holds and unsold ones taken at the end, all at once

Two servers sell from one data folder over HTTP to 16 buyers who hold, pay, release and abandon without a
pause. At moments of chance one of these is killed −9: the first server, the second, PostgreSQL's
postmaster, a server and the postmaster at once, the warehouse's process, or all of them. Engines come
back by themselves; a server is started again. Whoever gets no answer sends the same request again under
its key, now to the one, now to the other server.

Then is compared: every order that a buyer was told is paid, with its tickets; acknowledged ⊆ present ⊆
tried; seats, orders, tickets and payments with each other (one settled payment an order, of its amount;
one good ticket a seat; no seat sold without one; no hold that does not end with its order); every ticket
a fact in the warehouse, exactly once, and no other fact; aggregates with their base; each seat's history
of all that was told, explained by one order of events; no refusal of seats that were free. At the end,
once every hold is over, all seats that are not sold can be had. Eight kills are in \`npm test\`
(test/faults/sale-kill.ts). That the machine stays on is why there is [durable-answer](durable-answer.md).

| killed | times | until all answered: median s | longest s |
|---|---:|---:|---:|
${byVictim(kills).join('\n')}
`
}

function byVictim(all: SaleKillReport['kills']): readonly string[] {
  const groups = Map.groupBy(all, ({ victim }) => victim)
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([victim, kills]) => {
      const times = kills.map((kill) => kill.recoveredMs).toSorted((a, b) => a - b)
      const median = times[Math.floor(times.length / 2)] ?? 0
      return `| ${victim} | ${times.length} | ${seconds(median)} | ${seconds(times.at(-1) ?? 0)} |`
    })
}

export function durablePage(safe: DurableReport, unsafe: DurableReport, head: string): string {
  const [answers, orders, early] = [safe.answers, safe.orders, safe.early.length].map(many)
  return `# An answer follows its commit's sync

${head}
- **${answers} answers to ${orders} orders (hold and pay), ${early} before their commit was on the disk**
- it can fail: with \`synchronous_commit\` off it finds ${unsafe.early.length} of ${unsafe.answers} too early

\`kill -9\` leaves the machine's own memory alone, so it does not show what a power cut would. This does:
strace watches the server and every process of PostgreSQL in one log, in which a call that has come back
stands before whatever could follow from it. For every answer (\`HTTP/1.1 201\` of a hold, \`200\` of a
payment) is looked up, in this order: the request as the server read it; the \`pwrite64\` to PostgreSQL's
write-ahead log that has the commit record of the transaction which wrote the request's key, byte for byte
as it lies on the disk; an \`fdatasync\` of that file that began after the write had come back, whichever
process made it; and that it had come back before the answer was written to the socket. Half of the orders
go one after the other, half twenty at once.

What a disk that lies about its own cache would do to it is not shown.

| | orders | answers | too early | syncs that carried them | s |
|---|---:|---:|---:|---:|---:|
${[safe, unsafe].map(durableRow).join('\n')}

| setting | as the product has it | as the check was tried |
|---|---|---|
${Object.keys(safe.settings)
  .map((name) => `| ${name} | ${safe.settings[name]} | ${unsafe.settings[name]} |`)
  .join('\n')}

200 orders, and 40 in which it must fail, are in \`npm test\` where there is strace
(test/faults/durable-answer.ts).
`
}

function durableRow(report: DurableReport): string {
  const { orders, answers, early, syncs, settings, ms } = report
  const cells = [orders, answers, early.length, syncs].map(many)
  return `| synchronous_commit ${settings['synchronous_commit']} | ${[...cells, seconds(ms)].join(' | ')} |`
}
