/** What an operation gives that may be refused: a value, or a refusal that says what to do. */
export type Outcome<Value, Refusal extends string> = Accepted<Value> | Refused<Refusal>

export type Accepted<Value> = { readonly ok: true; readonly value: Value }

/** An expected no. `say` is one sentence for a person; `choices` are the answers that would do. */
export type Refused<Refusal extends string> = {
  readonly ok: false
  readonly refusal: Refusal
  readonly say: string
  readonly choices?: readonly string[]
}

export function accept<Value>(value: Value): Accepted<Value> {
  return { ok: true, value }
}

export function refuse<Refusal extends string>(
  refusal: Refusal,
  say: string,
  choices?: readonly string[],
): Refused<Refusal> {
  return choices === undefined ? { ok: false, refusal, say } : { ok: false, refusal, say, choices }
}

/** The value, or a fault: for places where a refusal would be a bug of ours. */
export function expectAccepted<Value, Refusal extends string>(
  outcome: Outcome<Value, Refusal>,
): Value {
  if (outcome.ok) return outcome.value
  throw new Error(`${outcome.refusal}: ${outcome.say}`)
}
