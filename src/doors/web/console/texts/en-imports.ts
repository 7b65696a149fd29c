/** Sentences of what comes in: files, their rows, their quarantine. */
export const enImports = {
  importsFiles: 'Files',
  matches: 'Matches',
  reconcile: 'Reconcile',
}
