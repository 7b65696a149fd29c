import { underContract } from './contract.ts'
import type { Layout, LayoutContext, RowReader } from './layout.ts'
import { withRules } from './mending-rule.ts'

/** Reads rows by a layout, under the contract and with the rules that the import began with. */
export function rowReader(
  layout: Layout,
  header: readonly string[],
  context: LayoutContext,
): RowReader {
  const plain = layout.reader(header, context)
  const { contract } = context
  const known = [...layout.columns, ...(layout.ignored ?? [])]
  const reader = contract ? underContract(plain, header, known, contract) : plain
  return withRules(reader, header, context)
}
