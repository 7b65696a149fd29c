/** One server-sent event as it came. */
export type SentEvent = {
  readonly event: string
  readonly id: string | undefined
  readonly data: unknown
}

/** Reads a stream of events until `enough` says so, then lets go. */
export async function readEvents(
  url: string,
  enough: (events: readonly SentEvent[]) => boolean,
  headers: Record<string, string> = {},
): Promise<SentEvent[]> {
  const stop = new AbortController()
  const response = await fetch(url, {
    headers,
    signal: AbortSignal.any([stop.signal, AbortSignal.timeout(20_000)]),
  })
  const events: SentEvent[] = []
  let rest = ''
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (rest + piece).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
      const event = field('event')
      if (event) events.push({ event, id: field('id'), data: JSON.parse(field('data') ?? 'null') })
    }
    if (enough(events)) break
  }
  stop.abort()
  return events
}
