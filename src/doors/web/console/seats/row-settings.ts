/** How rows are named and counted while drawing. */
export type RowSettings = {
  /** Letters no row has, as IO. */
  readonly skip: string
  readonly from: 'left' | 'right'
}
