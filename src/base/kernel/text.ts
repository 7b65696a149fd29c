/** Trimmed, with every run of blanks as one space, in Unicode's composed form. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** A fault in words: its message, whatever was thrown. */
export function faultText(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}

/** As one looks for it: without case and accents, however it was composed. */
export function searchText(text: string): string {
  return tidyText(text).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
