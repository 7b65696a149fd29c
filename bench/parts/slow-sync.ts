import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A library that makes every sync of a program it is loaded into take so much longer, as on a disk
 * that does not acknowledge early. Undefined, with one line that says so, where there is no compiler.
 */
export function slowSyncLibrary(ms: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'slow-sync-'))
  // PostgreSQL may run as another user, who has to read it.
  chmodSync(folder, 0o755)
  const [source, library] = [join(folder, 'slow-sync.c'), join(folder, 'slow-sync.so')]
  writeFileSync(source, sourceText(ms))
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'])
    return library
  } catch {
    // No compiler here: the delayed half is not measured, and the table says so.
    console.error('skipped: no C compiler (cc), so syncs are not delayed')
    return undefined
  }
}

const sourceText = (ms: number) => `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>
static void wait_a_little(void) {
  struct timespec rest = { 0, ${Math.round(ms * 1e6)}L };
  while (nanosleep(&rest, &rest) != 0) {}
}
#define SLOW(name) \\
  int name(int file) { \\
    static int (*real)(int); \\
    if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, #name); \\
    int result = real(file); \\
    wait_a_little(); \\
    return result; \\
  }
SLOW(fdatasync)
SLOW(fsync)
`
