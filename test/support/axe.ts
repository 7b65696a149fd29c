import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with a page as it is now, one line a rule; `within` is a selector. */
export async function axeComplaints(page: Page, within = 'html'): Promise<readonly string[]> {
  // By the debugger, as our pages' own policy lets no foreign script in.
  await page.evaluate(axe.source)
  return page.evaluate<string[]>(`axe.run(${JSON.stringify(within)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ', ' + nodes.length + ' of them: ' + nodes[0].html))`)
}
