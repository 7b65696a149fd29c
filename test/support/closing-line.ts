import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with one plain line: "367 passed, 0 failed, 2 skipped". */
export const closingLine: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    // A file that did not even load has no test that could have failed.
    const broken = modules.filter((module) => module.errors().length > 0).length
    const failed = count('failed') + broken
    console.log(`${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`)
  },
}
