import type { enImports } from './en-imports.ts'

export const zhImports: Record<keyof typeof enImports, string> = {
  importsFiles: '文件',
  matches: '匹配',
  reconcile: '对账',
}
