/** Something that happened and is said on every time chart it falls on. Days are ISO, both included. */
export type ChartNote = {
  readonly from: string
  readonly to?: string
  readonly kind: 'opening' | 'holiday' | 'outage' | 'price' | 'note'
  readonly text: string
}
