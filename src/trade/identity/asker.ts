/** Who asks. Every call that reads or writes for somebody takes one; there is no default. */
export type Asker = { readonly kind: 'local-owner' }

/** Whoever can reach the loopback port or the data folder of this installation: its operator. */
export const LOCAL_OWNER: Asker = { kind: 'local-owner' }

/** What an asker may see: organisations by id, real ones and those of the sample circuit apart. */
export type Scope = {
  readonly owners: readonly number[]
  readonly sampleOwners: readonly number[]
}
