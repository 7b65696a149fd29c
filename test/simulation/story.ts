import type { Call } from './call.ts'

/** One request in a line: when, what, and what was said. */
export function tell({ ask, answer, fromTick, toTick }: Call): string {
  const said =
    answer?.said === 'order'
      ? `order ${answer.order.id} ${answer.order.state}`
      : answer?.said === 'refused'
        ? `${answer.refusal}: ${answer.say}`
        : answer?.said === 'fault'
          ? `${answer.fault.message}`
          : (answer?.said ?? 'nothing')
  const { kind, ...rest } = ask
  const asked = Object.entries(rest).map(([name, value]) => `${name} ${textOf(value)}`)
  return `${fromTick}–${toTick ?? ''} ${kind} ${asked.join(', ')} → ${said}`
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? one.toString() : one))
}
