import { failedBatches } from '#store'
import { compareAggregates } from '#warehouse'
import type { Check, CheckContext } from './check.ts'
import { rowsOf } from './check.ts'
import { count, counted, daysText } from './wording.ts'

export const batchesAside: Check = {
  id: 'batches_aside',
  name: 'Facts were put aside',
  severity: 'error',
  explanation:
    'Batches of sales that the warehouse refused for what stands in them. They are kept, and count in ' +
    'no figure. Mend the reason, then run: fullhouse doctor --retry.',
  needs: ['batches'],
  often: true,
  async run({ store }: CheckContext) {
    const aside = await failedBatches(store)
    const [first] = aside
    if (!first) return { findings: [] }
    return {
      findings: [
        {
          subject: 'outbox',
          say:
            `${counted(aside.length, 'batch', 'batches')} of sales ${aside.length === 1 ? 'was' : 'were'} ` +
            `put aside and count in no figure, the first because: ${first.reason} Mend that, then run ` +
            'fullhouse doctor --retry.',
          values: { count: aside.length, why: first.reason },
          rows: rowsOf(
            ['batch', 'at', 'why'],
            aside.map(({ number, reason, failedAt }) => [
              Number(number),
              failedAt.toISOString(),
              reason,
            ]),
          ),
        },
      ],
    }
  },
}

export const aggregatesDiffer: Check = {
  id: 'aggregates_differ',
  name: 'Sums differ from their facts',
  severity: 'error',
  explanation:
    'The warehouse keeps sums beside the facts, so that questions are answered fast. On these days they ' +
    'do not agree: that is a fault of the program. Report it; no fact is lost.',
  needs: ['batches'],
  async run({ warehouse, from, to }: CheckContext) {
    const range = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
    const differences = await compareAggregates(warehouse, range)
    const groups = Map.groupBy(differences, ({ aggregate }) => aggregate)
    const findings = [...groups].map(([aggregate, days]) => {
      const [firstDay = '', lastDay = ''] = [days[0]?.tradingDay, days.at(-1)?.tradingDay]
      return {
        subject: aggregate,
        say:
          `${aggregate} differs from the facts on ${counted(days.length, 'day')} ` +
          `(${daysText(firstDay, lastDay)}): report it.`,
        values: { aggregate, days: days.length, firstDay, lastDay },
        firstDay,
        lastDay,
        rows: rowsOf(
          ['day', 'sold', 'soldFound', 'refunded', 'refundedFound'],
          days.map(({ tradingDay, base, found }) => [
            tradingDay,
            count(Number(base.sold)),
            count(Number(found.sold)),
            count(Number(base.refunded)),
            count(Number(found.refunded)),
          ]),
        ),
      }
    })
    return { findings }
  },
}
