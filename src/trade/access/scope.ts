import type { Asker, Scope } from '#identity'
import type { Reader } from '#store'
import { organisations } from '#venues'

/**
 * What an asker may see. Until people exist there is one asker, the operator of the installation, and
 * everything in it is theirs; the sample circuit is told apart so that nobody adds it to real money.
 */
export async function scopeOf(reader: Reader, asker: Asker): Promise<Scope> {
  switch (asker.kind) {
    case 'local-owner': {
      const all = await organisations(reader)
      const ids = (sample: boolean) =>
        all.filter((one) => one.sample === sample).map((one) => Number(one.id))
      return { owners: ids(false), sampleOwners: ids(true) }
    }
  }
}
